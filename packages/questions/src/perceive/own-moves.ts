import { explain, type Steps } from '@standoff/engine';
import type { OptionId } from '@standoff/model';
import { reason } from '../explain/explanation.js';
import {
  codeOf,
  courseSteps,
  type Prepared,
  type Concept,
  type Standard,
  type Step,
} from '@standoff/situation';
import type { SeenGame } from './seen-game.js';

/** A change that an actor has reason to make by its own game. */
export interface Attempt {
  /** In true states; where it is not possible, `to` is what the actor would bring about. */
  readonly step: Step;
  /** Why it gains, in the words of its preferences. */
  readonly because: string;
  /** False: a constraint or a bar on moves that it does not know of stands in the way. */
  readonly possible: boolean;
}

/** A move in an actor's own game with the true state it leads to, -1: none. */
export interface OwnMove {
  /** State of the actor's own game. */
  readonly to: number;
  readonly target: number;
}

/** What actors have reason to do by their own games, carried over into the true states. */
export class OwnMoves {
  readonly #owned: ReadonlyMap<string, number>;
  readonly #slow: ReadonlySet<OptionId>;
  /** Of each game the steps that its own course is made of. */
  readonly #courses = new Map<SeenGame, Steps>();

  constructor(
    readonly real: Prepared,
    readonly games: ReadonlyMap<string, SeenGame>,
    readonly standard: Standard,
  ) {
    this.#owned = new Map(
      real.deciders.map(({ id, options }) => [id, codeOf(real.model, new Set(options))]),
    );
    this.#slow = new Set(real.model.options.filter(({ slow }) => slow).map(({ id }) => id));
  }

  /** What the actor would do by its own game: the best that nothing undoes there; none where it does not recognise the state. */
  best(actor: string, state: number): OwnMove[] {
    const game = this.games.get(actor)!;
    return this.stepsIn(game, actor, game.projection[state]).map((to) => ({
      to,
      target: this.#target(actor, game, state, to),
    }));
  }

  /** What an actor would do by a game, in states of that game. */
  stepsIn(game: SeenGame, actor: string, from: number): number[] {
    const mover = game.mover(actor);
    if (from < 0 || mover < 0) return [];
    const own = game.prepared!.game;
    const steps = this.#courses.get(game) ?? courseSteps(own, this.standard);
    this.#courses.set(game, steps);
    const reach = new Int32Array(own.moves.maxDegree);
    return Array.from(reach.subarray(0, steps.successors(mover, from, reach)));
  }

  /** The best improvement that nothing deters, where the actor is unstable in its own game. */
  departure(actor: string, state: number, concept: Concept): Attempt | null {
    const game = this.games.get(actor)!;
    const to = undeterred(game, actor, game.projection[state], concept);
    if (to === null) return null;
    return this.attempt(actor, state, { to, target: this.#target(actor, game, state, to) });
  }

  attempt(actor: string, state: number, { to, target }: OwnMove): Attempt {
    const game = this.games.get(actor)!;
    const code = target < 0 ? this.#code(actor, game, state, to) : this.real.space.codes[target];
    return {
      step: this.step(actor, this.#taken(this.real.space.codes[state]), this.#taken(code)),
      because: reason(game.prepared!, game.mover(actor), to, game.projection[state]),
      possible: target >= 0,
    };
  }

  /** A step between sets of options, in any of the games. */
  step(actor: string, from: readonly OptionId[], to: readonly OptionId[]): Step {
    const takes = to.filter((id) => !from.includes(id));
    const drops = from.filter((id) => !to.includes(id));
    const slow = [...takes, ...drops].filter((id) => this.#slow.has(id)).sort();
    return { actor, from, to, takes, drops, slow };
  }

  /** The true state that the actor's options as in `to` make of `state`, if it may move there. */
  #target(actor: string, game: SeenGame, state: number, to: number): number {
    const target = this.real.space.indexOf(this.#code(actor, game, state, to));
    if (target < 0 || game.prepared === this.real) return target;
    const mover = this.real.deciders.findIndex(({ id }) => id === actor);
    const reach = new Int32Array(this.real.game.moves.maxDegree);
    const count = this.real.game.moves.successors(mover, state, reach);
    return reach.subarray(0, count).includes(target) ? target : -1;
  }

  #code(actor: string, game: SeenGame, state: number, to: number): number {
    const owned = this.#owned.get(actor)!;
    const there = codeOf(this.real.model, new Set(game.taken(to)));
    return ((this.real.space.codes[state] & ~owned) | (there & owned)) >>> 0;
  }

  #taken(code: number): OptionId[] {
    return this.real.sortedOptions.filter(({ bit }) => (code & bit) !== 0).map(({ id }) => id);
  }
}

/** The best improvement of an actor in a game that the concept leaves undeterred; null: it is stable. */
export function undeterred(
  game: SeenGame,
  actor: string,
  state: number,
  concept: Concept,
): number | null {
  const mover = game.mover(actor);
  if (state < 0 || mover < 0) return null;
  const own = game.prepared!.game.ranks[mover];
  return explain(game.prepared!.game, mover, state, concept)
    .improvements.filter(({ sanction }) => sanction === null)
    .reduce<number | null>(
      (best, { to }) => (best === null || own[to] > own[best] ? to : best),
      null,
    );
}
