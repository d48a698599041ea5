import {
  ByRanking,
  reachable,
  restsOnOwnRanking,
  ruleOf,
  stabilityKernel,
  type Game,
  type Ranks,
  type Verdicts,
} from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import { judge } from './judge.js';
import type { Listing } from './listing.js';
import type { Naming } from './naming.js';
import type { Concept } from './shown.js';

/** What holds and what improvements lead to, under some rankings. */
export interface Outcome {
  /** By state, 1 where it is an equilibrium. */
  readonly holds: Uint8Array;
  /** Fewest improvements from the status quo; -1: not reached. */
  readonly distance: Int32Array;
  /** In the order of the model's scenarios. */
  readonly scenarios: readonly ScenarioOutcome[];
  readonly statusQuoHolds: boolean;
}

interface ScenarioOutcome {
  /** Whether some state of it is an equilibrium. */
  readonly holds: boolean;
  /** Whether improvements lead to some state of it. */
  readonly reached: boolean;
}

/** What is different between two outcomes, as far as it has a name. */
export interface Turned {
  /** Whether today's state begins or ceases to hold. */
  readonly statusQuo: 'begins to hold' | 'ceases to hold' | 'as before';
  /** Ids of scenarios that begin or cease to hold, or to be reached by improvements. */
  readonly begins: readonly string[];
  /** Ids of scenarios that cease to hold. */
  readonly ceases: readonly string[];
  /** Ids of scenarios that begin to be reached by improvements. */
  readonly opens: readonly string[];
  /** Ids of scenarios that cease to be reached by improvements. */
  readonly closes: readonly string[];
}

export function turnedBetween(model: ConflictModel, before: Outcome, after: Outcome): Turned {
  const turned = (how: 'holds' | 'reached', value: boolean): string[] =>
    model.scenarios.flatMap(({ id }, k) =>
      before.scenarios[k][how] !== value && after.scenarios[k][how] === value ? [id] : [],
    );
  return {
    statusQuo:
      before.statusQuoHolds === after.statusQuoHolds
        ? 'as before'
        : after.statusQuoHolds
          ? 'begins to hold'
          : 'ceases to hold',
    begins: turned('holds', true),
    ceases: turned('holds', false),
    opens: turned('reached', true),
    closes: turned('reached', false),
  };
}

/** States of outcomes kept, all outcomes together. */
const KEPT = 4_000_000;

/**
 * Outcomes of one situation under many rankings. Verdicts that depend on one ranking alone are kept
 * for as long as that ranking is.
 */
export class Outcomes {
  readonly #members: readonly (readonly number[])[];
  readonly #known: readonly WeakMap<Ranks, Verdicts>[];
  readonly #ids = new WeakMap<Ranks, number>();
  #nextId = 0;
  readonly #alike = new ByRanking<number>();
  readonly #recent = new Map<string, Outcome>();

  constructor(
    readonly prepared: Listing & { readonly naming: Naming },
    readonly concept: Concept,
  ) {
    const members = new Map<string, number[]>(prepared.model.scenarios.map(({ id }) => [id, []]));
    for (let s = 0; s < prepared.space.size; s++)
      for (const id of prepared.naming.scenariosOf(s)) members.get(id)!.push(s);
    this.#members = [...members.values()];
    this.#known = prepared.deciders.map(() => new WeakMap());
  }

  /** @param ranks in the order of the movers; the same rankings again give the same outcome again. */
  of(ranks: Game['ranks']): Outcome {
    const key = this.#keyOf(ranks);
    let outcome = this.#recent.get(key);
    if (!outcome) {
      outcome = this.#workedOut(
        key === this.#keyOf(this.prepared.game.ranks) ? this.prepared.game.ranks : ranks,
      );
      if (this.#recent.size >= KEPT / this.prepared.space.size) this.#recent.clear();
      this.#recent.set(key, outcome);
    }
    return outcome;
  }

  #keyOf(ranks: Game['ranks']): string {
    return ranks.map((own) => this.#idOf(own)).join();
  }

  /** The same for rankings that rank alike: many a change of a preference changes no ranking. */
  #idOf(ranks: Ranks): number {
    let id = this.#ids.get(ranks);
    if (id !== undefined) return id;
    id = this.#alike.get(ranks);
    if (id === undefined) {
      id = this.#nextId++;
      if (this.#nextId % Math.ceil(KEPT / ranks.length) === 0) this.#alike.clear();
      this.#alike.set(ranks, id);
    }
    this.#ids.set(ranks, id);
    return id;
  }

  #workedOut(ranks: Game['ranks']): Outcome {
    const { prepared } = this;
    // Of the rankings as they are the verdicts are kept for all that ask.
    const game = ranks === prepared.game.ranks ? prepared.game : { ...prepared.game, ranks };
    const holds = this.#equilibria(game);
    const { distance } = reachable(game, prepared.statusQuo, true);
    return {
      holds,
      distance,
      scenarios: this.#members.map((states) => ({
        holds: states.some((s) => holds[s] === 1),
        reached: states.some((s) => distance[s] >= 0),
      })),
      statusQuoHolds: holds[prepared.statusQuo[0]] === 1,
    };
  }

  #equilibria(game: Game): Uint8Array {
    const { concept } = this;
    const kernel = stabilityKernel(game);
    const verdicts = (mover: number): Verdicts =>
      game === this.prepared.game
        ? judge(game, [concept]).verdicts.get(concept)![mover]
        : kernel(mover, concept);
    const holds = new Uint8Array(this.prepared.space.size).fill(1);
    game.ranks.forEach((own, mover) => {
      const kept = restsOnOwnRanking(ruleOf(concept));
      let stable = kept ? this.#known[mover].get(own) : undefined;
      if (!stable) {
        stable = verdicts(mover);
        if (kept) this.#known[mover].set(own, stable);
      }
      for (let s = 0; s < holds.length; s++) holds[s] &= stable[s];
    });
    return holds;
  }
}
