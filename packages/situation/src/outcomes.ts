import {
  ByRanking,
  changedBetween,
  LegalSequences,
  reachable,
  restsOnOwnRanking,
  ruleOf,
  stabilityKernel,
  type Game,
  type Ranks,
  type Verdicts,
} from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import { courseSteps } from './course-steps.js';
import { judge } from './judge.js';
import { drawnByChance } from './likelihood.js';
import type { Listing } from './listing.js';
import type { Naming } from './naming.js';
import type { Concept } from './shown.js';
import type { Standard } from './standard.js';
import { walked } from './walks.js';

/** What holds and what the course or improvements lead to, under some rankings. */
export interface Outcome {
  /** By state, 1 where it is an equilibrium. */
  readonly holds: Uint8Array;
  /** Fewest steps from the status quo; -1: not reached. */
  readonly distance: Int32Array;
  /** Where the course ends; none where improvements were followed, which come to no end of their own. */
  readonly ends: readonly OutcomeEnd[];
  /** In the order of the model's scenarios. */
  readonly scenarios: readonly ScenarioOutcome[];
  readonly statusQuoHolds: boolean;
}

/** States in which walks along the course end, one or those in which they go round. */
export interface OutcomeEnd {
  /** Ascending. */
  readonly states: readonly number[];
  readonly share: number;
}

export interface ScenarioOutcome {
  /** Whether some state of it is an equilibrium. */
  readonly holds: boolean;
  /** Whether the course, or improvements, lead to some state of it. */
  readonly reached: boolean;
  /** The share of walks along the course that end in it; 0 where improvements were followed. */
  readonly pull: number;
}

/** What is different between two outcomes, as far as it has a name. */
export interface Turned {
  /** Whether today's state begins or ceases to hold. */
  readonly statusQuo: 'begins to hold' | 'ceases to hold' | 'as before';
  /** Ids of scenarios that begin or cease to hold, or to be reached. */
  readonly begins: readonly string[];
  /** Ids of scenarios that cease to hold. */
  readonly ceases: readonly string[];
  /** Ids of scenarios that begin to be reached. */
  readonly opens: readonly string[];
  /** Ids of scenarios that cease to be reached. */
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
    /** The course by this standard is followed; null: all improvements. */
    readonly standard: Standard | null,
  ) {
    this.#members = prepared.model.scenarios.map(({ id }) => prepared.naming.statesOf(id));
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
    const { distance, ends } = this.#followed(game);
    return {
      holds,
      distance,
      ends,
      scenarios: this.#members.map((states) => ({
        holds: states.some((s) => holds[s] === 1),
        reached: states.some((s) => distance[s] >= 0),
        pull: pulledInto(ends, states),
      })),
      statusQuoHolds: holds[prepared.statusQuo[0]] === 1,
    };
  }

  #followed(game: Game): Pick<Outcome, 'distance' | 'ends'> {
    const { prepared, standard } = this;
    const { statusQuo } = prepared;
    if (standard === null) return { distance: reachable(game, statusQuo, true).distance, ends: [] };
    const steps = courseSteps(game, standard);
    const movers = game.ranks.map((_, mover) => mover);
    const { distance } = new LegalSequences(
      { ...steps, transitive: true },
      statusQuo,
      movers,
      changedBetween(game),
    );
    const ends = walked(steps, statusQuo, drawnByChance(prepared)).map(({ states, share }) => ({
      states,
      share,
    }));
    return { distance, ends };
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

/** The share of walks that end in states of the list, ascending, going round in it alone included. */
function pulledInto(ends: readonly OutcomeEnd[], list: readonly number[]): number {
  return ends.reduce(
    (sum, { states, share }) => sum + (states.every((s) => has(list, s)) ? share : 0),
    0,
  );
}

/** Whether the ascending list has the number. */
function has(list: readonly number[], number: number): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle] < number) low = middle + 1;
    else high = middle;
  }
  return list[low] === number;
}
