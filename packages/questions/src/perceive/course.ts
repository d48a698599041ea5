import { holdOf, type Path, type PathStep, type Steps } from '@standoff/engine';
import type { Actor, OptionId } from '@standoff/model';
import { reason } from '../explain/explanation.js';
import {
  courseEnd,
  courseEnds,
  followed,
  ListedCourse,
  STANDARD_NAMES,
  STANDARDS,
  type Concept,
  type CourseEnd,
  type Naming,
  type Prepared,
  type Standard,
  type Step,
} from '@standoff/situation';
import { OwnMoves, type OwnMove } from './own-moves.js';
import { conceptsIn, type ConceptMasks } from './concept-masks.js';
import type {
  CourseStep,
  CourseSurprise,
  PerceivedCourse,
  PerceivedEnd,
  Unexpected,
} from './course-answer.js';
import type { SeenGame } from './seen-game.js';

/** Where states hold, by concept: in everybody's own game, for those who recognise them, in truth. */
export interface HeldMasks {
  readonly hypergame: ConceptMasks;
  readonly standstill: ConceptMasks;
  readonly real: ConceptMasks;
}

/**
 * The course of events if every actor makes the best move that nothing undoes in its own game (its
 * options as in that game, the others' as they truly are). A move that the true game does not allow does
 * not come about; an actor that does not recognise a state does not move in it.
 */
export class PlayedCourse {
  readonly #moves: OwnMoves;
  readonly #steps: Steps;
  /** From all states that the status quo may be. */
  readonly #course: ListedCourse;

  constructor(
    readonly real: Prepared,
    readonly games: ReadonlyMap<string, SeenGame>,
    readonly naming: Naming,
    readonly limit: number,
    readonly standard: Standard,
  ) {
    this.#moves = new OwnMoves(real, games, standard);
    this.#steps = this.#ownSteps();
    this.#course = this.#along(real.statusQuo);
  }

  /** Steps from the status quo; -1: not reached. */
  distance(state: number): number {
    return this.#course.sequences.distance[state];
  }

  /** Whether the actor's own game leads from the status quo to such a state of it. */
  leadsIn(game: SeenGame, to: (state: number) => boolean): boolean {
    const reached = new Set(
      this.real.statusQuo.map((s) => game.projection[s]).filter((s) => s >= 0),
    );
    for (const state of reached) {
      if (to(state)) return true;
      for (const { id } of game.prepared!.deciders)
        for (const next of this.#moves.stepsIn(game, id, state)) reached.add(next);
    }
    return false;
  }

  from(
    start: number,
    { hypergame, standstill, real }: HeldMasks,
    asked: readonly Actor[],
  ): PerceivedCourse {
    const course = this.real.statusQuo.length === 1 ? this.#course : this.#along([start]);
    const first = this.#stepsFrom(start).map(({ mover, move }): CourseStep => ({
      ...this.#moves.attempt(mover, start, move),
      unexpectedBy: asked.flatMap(({ id }) => {
        const why = move.target < 0 ? null : this.#unexpected(id, mover, start, move.target);
        return why ? [{ actor: id, why }] : [];
      }),
    }));
    const { ends, more } = course.ends(this.limit);
    const from = [BigInt(this.real.space.codes[start])];
    return {
      from: this.naming.state(start),
      concepts: conceptsIn(hypergame[start]),
      standstill: conceptsIn(standstill[start]),
      real: conceptsIn(real[start]),
      steps: [...first]
        .sort((a, b) => b.unexpectedBy.length - a.unexpectedBy.length)
        .slice(0, this.limit),
      stepCount: first.length,
      states: Number(course.states.count) - 1,
      ends: ends.map((end) => {
        const at = this.real.space.indexOf(Number(end.nearest));
        const stays = end.round === 1n;
        const hold = stays ? this.#grade(hypergame[at]) : null;
        return {
          ...courseEnd(this.real.states, end),
          hold,
          way: this.#shown(course.sequences.pathTo(at)!),
          ...(stays && hold === null ? { stuck: this.#stuckAt(at) } : {}),
        };
      }),
      ...(more > 0n ? { moreEnds: Number(more) } : {}),
      asIs: courseEnds(
        this.real.states,
        followed(this.real.states, this.standard, { from }),
        this.limit,
      ).ends,
      surprises: asked.map(({ id }) => this.#surprise(id, start, first, course)),
    };
  }

  #stuckAt(state: number): NonNullable<PerceivedEnd['stuck']> {
    return this.real.deciders.some(({ id }) => this.games.get(id)!.projection[state] < 0)
      ? 'not recognised'
      : 'in vain';
  }

  #along(starts: readonly number[]): ListedCourse {
    const movers = this.real.deciders.map((_, mover) => mover);
    return new ListedCourse(this.real, this.naming, this.#steps, starts, movers);
  }

  /** By which answers it is held in everybody's own game, by the firmest standard up to the one asked. */
  #grade(mask: number): CourseEnd['hold'] {
    const concepts = conceptsIn(mask);
    const standards = STANDARD_NAMES.slice(0, STANDARD_NAMES.indexOf(this.standard) + 1);
    const held = standards.map((one) => STANDARDS[one].concept as Concept);
    return holdOf(concepts.filter((concept) => held.includes(concept)))?.answers ?? null;
  }

  #surprise(
    actor: string,
    start: number,
    first: readonly CourseStep[],
    course: ListedCourse,
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

  #firstUnexpected(actor: string, course: ListedCourse): CourseSurprise['first'] {
    const why = ({ mover, from, to }: PathStep): Unexpected | null =>
      this.#unexpected(actor, this.real.deciders[mover].id, from, to);
    const path = course.sequences.pathWith((step) => why(step) !== null);
    return path && { steps: this.#shown(path), why: why(path[path.length - 1])! };
  }

  /** What others have reason to do in the actor's eyes, without having it in their own. */
  #inVain(actor: string, state: number): { step: Step; because: string }[] {
    const game = this.games.get(actor)!;
    const from = game.projection[state];
    if (from < 0) return [];
    return game.prepared!.deciders.flatMap(({ id }, mover) => {
      if (id === actor) return [];
      const done = new Set(
        this.#moves
          .best(id, state)
          .map(({ target }) => (target < 0 ? -1 : game.projection[target])),
      );
      return this.#moves
        .stepsIn(game, id, from)
        .filter((to) => !done.has(to))
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
    if (own[to] <= own[from])
      return { ...said, kind: 'thought no gain', because: reason(prepared, j, from, to) };
    const expected = this.#moves.stepsIn(game, mover, from);
    if (expected.includes(to)) return null;
    return {
      ...said,
      kind: expected.some((best) => own[best] > own[to]) ? 'thought second best' : 'thought undone',
    };
  }

  #stepsFrom(state: number): { readonly mover: string; readonly move: OwnMove }[] {
    return this.real.deciders.flatMap(({ id }) =>
      this.#moves.best(id, state).map((move) => ({ mover: id, move })),
    );
  }

  /** What actors would do and can do. */
  #ownSteps(): Steps {
    const { deciders, game, space } = this.real;
    return {
      movers: deciders.length,
      size: space.size,
      transitive: true,
      maxDegree: game.moves.maxDegree,
      successors: (mover, state, out) => {
        let count = 0;
        for (const { target } of this.#moves.best(deciders[mover].id, state))
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
