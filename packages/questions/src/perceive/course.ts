import { isFirm, LegalSequences, type Path, type PathStep, type Steps } from '@standoff/engine';
import type { Actor, Count, OptionId } from '@standoff/model';
import { reason } from '../explain/solve.js';
import type { Naming, Prepared, Concept, StateShown, Step } from '@standoff/situation';
import { OwnMoves, type Attempt, type OwnMove } from './own-moves.js';
import { conceptsIn, type ConceptMasks, type SeenGame } from './seen-game.js';

/** Where the moves lead that actors have reason to make by their own games, and who is surprised on the way. */
export interface PerceivedCourse {
  /** The state that is taken for the present one. */
  readonly from: StateShown;
  /** The concepts under which things could stay as they are, in everybody's own game. */
  readonly concepts: readonly Concept[];
  /** The same where some do not recognise the present state, of those who do; empty where all do. */
  readonly standstill: readonly Concept[];
  /** Those under which things could stay as they are if everybody saw the true game. */
  readonly real: readonly Concept[];
  /** The first steps, those that somebody does not expect first; at most as many as asked for. */
  readonly steps: readonly CourseStep[];
  /** How many first steps there are. */
  readonly stepCount: Count;
  /** States reached by any number of such steps, the present one not counted. */
  readonly states: Count;
  /** The hypergame equilibria among them, those held by more than answers at any price first, of these and
   * of the others the nearest first, of equally near ones that of most concepts; at most as many as asked for. */
  readonly arrivals: readonly {
    /** The state arrived in. */
    readonly state: StateShown;
    /** The concepts under which it is a hypergame equilibrium. */
    readonly concepts: readonly Concept[];
    /** One after the other. */
    readonly steps: readonly Step[];
  }[];
  /** How many there are of them. */
  readonly arrivalCount: Count;
  /** For each actor asked about. */
  readonly surprises: readonly CourseSurprise[];
}

export interface CourseStep extends Attempt {
  /** Those asked about to whom the step comes unexpectedly. */
  readonly unexpectedBy: readonly {
    /** The id of the actor. */
    readonly actor: string;
    /** Why it does not expect the step. */
    readonly why: Unexpected;
  }[];
}

/**
 * Why an actor does not expect a step. unknown option: it does not know what is done. thought
 * impossible: in its game there is no such move. thought no gain: in its game the one who moves does
 * not gain. not recognised: it does not recognise the state that the step leaves.
 */
export interface Unexpected {
  /** Which of the four reasons it is. */
  readonly kind: 'unknown option' | 'thought impossible' | 'thought no gain' | 'not recognised';
  /** The options it does not know. */
  readonly unknown: readonly OptionId[];
  /** The constraints it believes in that the step would break. */
  readonly breaks: readonly string[];
  /** Why the one who moves would not gain, in the words of the preferences it is taken to have. */
  readonly because: string | null;
}

export interface CourseSurprise {
  /** The id of the actor. */
  readonly actor: string;
  /** How many of the first steps it does not expect. */
  readonly unexpected: Count;
  /** The shortest way to a step it does not expect, that step last; null: none on the course. */
  readonly first: {
    /** The steps, one after the other. */
    readonly steps: readonly Step[];
    /** Why it does not expect the last of them. */
    readonly why: Unexpected;
  } | null;
  /** First steps of others that it expects and that those have no reason to make; at most as many as asked for. */
  readonly inVain: readonly {
    /** The step that it expects. */
    readonly step: Step;
    /** Why it expects the step, in words. */
    readonly because: string;
  }[];
  /** How many such steps there are. */
  readonly inVainCount: Count;
}

/** Where states hold, by concept: in everybody's own game, for those who recognise them, in truth. */
export interface HeldMasks {
  readonly hypergame: ConceptMasks;
  readonly standstill: ConceptMasks;
  readonly real: ConceptMasks;
}

/**
 * The course of events if every actor makes improvements of its own game (its options as in that game,
 * the others' as they truly are), nobody twice in a row: legal sequences of such steps. A move that the true game does not allow does not come about; an
 * actor that does not recognise a state does not move in it.
 */
export class PlayedCourse {
  readonly #moves: OwnMoves;
  readonly #steps: Steps;
  /** From all states that the status quo may be. */
  readonly #course: LegalSequences;

  constructor(
    readonly real: Prepared,
    readonly games: ReadonlyMap<string, SeenGame>,
    readonly naming: Naming,
    readonly limit: number,
  ) {
    this.#moves = new OwnMoves(real, games);
    this.#steps = this.#ownSteps();
    this.#course = new LegalSequences(this.#steps, real.statusQuo);
  }

  /** Steps from the status quo; -1: not reached. */
  distance(state: number): number {
    return this.#course.distance[state];
  }

  from(
    start: number,
    { hypergame, standstill, real }: HeldMasks,
    asked: readonly Actor[],
  ): PerceivedCourse {
    const course =
      this.real.statusQuo.length === 1 ? this.#course : new LegalSequences(this.#steps, [start]);
    const { distance } = course;
    const first = this.#stepsFrom(start).map(({ mover, move }): CourseStep => ({
      ...this.#moves.attempt(mover, start, move),
      unexpectedBy: asked.flatMap(({ id }) => {
        const why = move.target < 0 ? null : this.#unexpected(id, mover, start, move.target);
        return why ? [{ actor: id, why }] : [];
      }),
    }));
    const firm = (s: number): number => Number(isFirm(conceptsIn(hypergame[s])));
    const size = (s: number): number => conceptsIn(hypergame[s]).length;
    const reached = Array.from(distance, (_, s) => s).filter((s) => distance[s] > 0);
    const arrivals = reached
      .filter((s) => hypergame[s] !== 0)
      .sort((a, b) => firm(b) - firm(a) || distance[a] - distance[b] || size(b) - size(a) || a - b);
    return {
      from: this.naming.state(start),
      concepts: conceptsIn(hypergame[start]),
      standstill: conceptsIn(standstill[start]),
      real: conceptsIn(real[start]),
      steps: [...first]
        .sort((a, b) => b.unexpectedBy.length - a.unexpectedBy.length)
        .slice(0, this.limit),
      stepCount: first.length,
      states: reached.length,
      arrivals: arrivals.slice(0, this.limit).map((s) => ({
        state: this.naming.state(s),
        concepts: conceptsIn(hypergame[s]),
        steps: this.#shown(course.pathTo(s)!),
      })),
      arrivalCount: arrivals.length,
      surprises: asked.map(({ id }) => this.#surprise(id, start, first, course)),
    };
  }

  #surprise(
    actor: string,
    start: number,
    first: readonly CourseStep[],
    course: LegalSequences,
  ): CourseSurprise {
    const inVain = this.#inVain(actor, start);
    return {
      actor,
      unexpected: first.filter(({ unexpectedBy }) => unexpectedBy.some((u) => u.actor === actor))
        .length,
      first: this.#firstUnexpected(actor, course),
      inVain: inVain.slice(0, this.limit),
      inVainCount: inVain.length,
    };
  }

  #firstUnexpected(actor: string, course: LegalSequences): CourseSurprise['first'] {
    const why = ({ mover, from, to }: PathStep): Unexpected | null =>
      this.#unexpected(actor, this.real.deciders[mover].id, from, to);
    const path = course.pathWith((step) => why(step) !== null);
    return path && { steps: this.#shown(path), why: why(path[path.length - 1])! };
  }

  /** What others have reason to do in the actor's eyes, without having it in their own. */
  #inVain(actor: string, state: number): { step: Step; because: string }[] {
    const game = this.games.get(actor)!;
    const from = game.projection[state];
    if (from < 0) return [];
    const { deciders, game: own } = game.prepared!;
    const reach = new Int32Array(own.moves.maxDegree);
    return deciders.flatMap(({ id }, mover) => {
      if (id === actor) return [];
      const done = new Set(
        this.#moves
          .improvements(id, state)
          .map(({ target }) => (target < 0 ? -1 : game.projection[target])),
      );
      const count = own.moves.successors(mover, from, reach);
      return Array.from(reach.subarray(0, count))
        .filter((to) => own.ranks[mover][to] > own.ranks[mover][from] && !done.has(to))
        .sort((a, b) => own.ranks[mover][b] - own.ranks[mover][a] || a - b)
        .map((to) => ({
          step: this.#moves.step(id, game.taken(from), game.taken(to)),
          because: reason(game.prepared!, mover, to, from),
        }));
    });
  }

  #unexpected(actor: string, mover: string, state: number, target: number): Unexpected | null {
    if (actor === mover) return null;
    const game = this.games.get(actor)!;
    const said = { unknown: [], breaks: [], because: null };
    const { codes } = this.real.space;
    const changed = codes[state] ^ codes[target];
    const unknown = this.real.sortedOptions
      .filter(({ id, bit }) => (changed & bit) !== 0 && !game.knows(id))
      .map(({ id }) => id);
    if (unknown.length > 0) return { ...said, kind: 'unknown option', unknown };
    const from = game.projection[state];
    if (from < 0) return { ...said, kind: 'not recognised' };
    const to = game.projection[target];
    if (to < 0) {
      const breaks = game.brokenBy(this.naming.state(target).taken);
      return { ...said, kind: 'thought impossible', breaks };
    }
    const prepared = game.prepared!;
    const j = game.mover(mover);
    const reach = new Int32Array(prepared.game.moves.maxDegree);
    const count = prepared.game.moves.successors(j, from, reach);
    if (!reach.subarray(0, count).includes(to)) return { ...said, kind: 'thought impossible' };
    const own = prepared.game.ranks[j];
    if (own[to] > own[from]) return null;
    return { ...said, kind: 'thought no gain', because: reason(prepared, j, from, to) };
  }

  #stepsFrom(state: number): { readonly mover: string; readonly move: OwnMove }[] {
    return this.real.deciders.flatMap(({ id }) =>
      this.#moves.improvements(id, state).map((move) => ({ mover: id, move })),
    );
  }

  /** What actors have reason to do and can do, best first. */
  #ownSteps(): Steps {
    const { deciders, game, space } = this.real;
    return {
      movers: deciders.length,
      size: space.size,
      // What composes in an actor's own game and in the true one does so when carried over.
      transitive:
        game.moves.transitive &&
        [...this.games.values()].every(({ prepared }) => prepared?.game.moves.transitive ?? true),
      maxDegree: game.moves.maxDegree,
      successors: (mover, state, out) => {
        let count = 0;
        for (const { target } of this.#moves.improvements(deciders[mover].id, state))
          if (target >= 0) out[count++] = target;
        return count;
      },
    };
  }

  #shown(path: Path): Step[] {
    const taken = (s: number): readonly OptionId[] => this.naming.state(s).taken;
    return path.map(({ mover, from, to }) =>
      this.#moves.step(this.real.deciders[mover].id, taken(from), taken(to)),
    );
  }
}
