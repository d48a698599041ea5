import {
  FALSE,
  isTooMany,
  leadingTo,
  ruleOf,
  ShortestPaths,
  simultaneousAnswers,
  type SymbolicGame,
} from '@standoff/engine';
import type { Diagrams } from './diagrams.js';
import type { Concept } from './shown.js';
import type { Deterrence, DeterringAnswer, State, StateMove, StateSet } from './states.js';

/** What deciding what all improvements come to may take, in nodes. */
const NODES_FOR_ALL = 2 ** 21;
/** What looking for the shortest answer to one may take, in nodes. */
const NODES_FOR_SHORTEST = 2 ** 18;

/** What becomes of the improvements of one decision maker from one state, without listing the answers. */
export class DiagramDeterrence {
  readonly #actor: string;
  readonly #credible: boolean;
  readonly #escape: boolean;
  /** No better for the decision maker than where it starts and, where that counts, without escape. */
  readonly #sanctions: StateSet;

  constructor(
    readonly states: Diagrams,
    readonly mover: number,
    readonly from: State,
    readonly concept: Concept,
  ) {
    const { answers, escape } = ruleOf(concept);
    this.#actor = states.model.actors[mover].id;
    this.#credible = answers === 'credible';
    this.#escape = escape;
    const better = states.better(this.#actor, from);
    const level = states.all.minus(better);
    this.#sanctions = escape ? level.minus(states.leading(this.#actor, better, false)) : level;
  }

  of(improvements: readonly State[]): Deterrence[] {
    const { answers } = ruleOf(this.concept);
    if (answers === 'none' || improvements.length === 0)
      return improvements.map((to) => ({ to, deterred: false, answer: null, answers: 0 }));
    if (answers === 'simultaneous') return this.#atOnce(improvements);
    const deterred = this.#deterred(improvements);
    return improvements.map((to) => {
      const known = deterred && deterred.has(to);
      const answer = known === false ? null : this.#answerTo(to);
      return { to, deterred: answer !== null ? true : known, answer, answers: null };
    });
  }

  /** Of the improvements those that some answer deters, and maybe other states; null: takes too long. */
  #deterred(improvements: readonly State[]): StateSet | null {
    const { states, mover } = this;
    const until = improvements.map((to) => states.only(to)).reduce((all, set) => all.or(set));
    return this.#within(NODES_FOR_ALL, (game) =>
      states.set(
        leadingTo(
          game,
          this.states.edge(this.#sanctions),
          mover,
          this.#credible,
          states.edge(until),
        ),
      ),
    );
  }

  /** The first of the nearest sanctions, or one that is reached if that takes too long. */
  #answerTo(to: State): DeterringAnswer | null {
    const { states } = this;
    const shortest = this.#within(NODES_FOR_SHORTEST, (game) => this.#shortest(game, to));
    if (shortest !== null) return shortest;
    const reached = states.reached(this.#credible, { from: [to], without: this.#actor });
    const [end] = reached.nearest(this.#sanctions, 1);
    const way = end === undefined ? null : reached.wayTo(end);
    return way && this.#answer(way.moves, end);
  }

  #shortest(game: SymbolicGame, to: State): DeterringAnswer | null {
    const { model } = this.states;
    const others = game.movers.filter((mover) => mover !== this.mover);
    const paths = new ShortestPaths(game, [to], this.#credible, others);
    try {
      for (let length = 1; ; length++) {
        const layer = paths.layer(length);
        if (layer === null) return null;
        const [end] = game.first(game.bdd.and(layer, this.states.edge(this.#sanctions)), 1);
        const path = end === undefined ? null : paths.to(end);
        if (path === null) continue;
        const moves = path.map((step) => ({
          actor: model.actors[step.mover].id,
          from: step.from,
          to: step.to,
        }));
        return this.#answer(moves, end);
      }
    } finally {
      paths.release();
    }
  }

  #answer(moves: readonly StateMove[], to: State, simultaneous = false): DeterringAnswer {
    const { states } = this;
    const escapes = this.#escape ? states.moves(this.#actor, to) : [];
    const bestEscape = escapes.reduce<State | null>(
      (best, state) =>
        best === null || states.compare(this.#actor, state, best) > 0 ? state : best,
      null,
    );
    return { simultaneous, moves, to, bestEscape };
  }

  /** The same where the others change something at the same moment. */
  #atOnce(improvements: readonly State[]): Deterrence[] {
    const { states, mover, from } = this;
    const together = this.#within(NODES_FOR_ALL, (game) => {
      const start = states.edge(states.only(from));
      const answers = game.keeping(() => simultaneousAnswers(game, mover, start));
      return states.set(game.bdd.and(answers, this.states.edge(this.#sanctions)));
    });
    return improvements.map((to) => {
      if (together === null) return { to, deterred: null, answer: null, answers: null };
      const [end] = states.ask((game) => {
        const made = game.bdd.exists(game.state(to), game.othersThan(mover));
        const both = game.bdd.and(states.edge(together), made);
        return both === FALSE ? [] : game.first(both, 1);
      });
      const answer = end === undefined ? null : this.#answer(this.#choices(end), end, true);
      return { to, deterred: answer !== null, answer, answers: 0 };
    });
  }

  /** By each of the others that changes something, the change alone. */
  #choices(end: State): StateMove[] {
    const { from, mover } = this;
    const { model, large } = this.states;
    return large.model.owned.flatMap((owned, other): StateMove[] => {
      const bits = owned.reduce((all, option) => all | (1n << BigInt(option)), 0n);
      const to = (from & ~bits) | (end & bits);
      return other === mover || to === from ? [] : [{ actor: model.actors[other].id, from, to }];
    });
  }

  #within<T>(effort: number, run: (game: SymbolicGame) => T): T | null {
    const { game } = this.states;
    try {
      return game.bdd.nodes.withEffort(effort, () => run(game));
    } catch (error) {
      if (!isTooMany(error)) throw error;
      game.tidy();
      return null;
    }
  }
}
