import { type CheapestChanges, type Changes, type Given, type Ranks } from '@standoff/engine';
import { oneByOne, resultsIn, type Cut, type Stretches } from '../cut.js';
import type { MediateResult } from './answer.js';
import type { Levers } from './levers.js';
import { NOTHING, type Found, type LookedAt, type PlanSearch } from './search.js';

/** What came of a state of the goal. A ranking that a list of statements gives is told by its place alone. */
export interface LookedThrough extends LookedAt {
  readonly changes: readonly SentChanges[];
}

interface SentChanges extends Omit<Changes, 'rankings'> {
  readonly rankings: readonly (SentGiven | null)[];
}

interface SentGiven extends Omit<Given, 'ranks'> {
  readonly ranks: Ranks | null;
}

/**
 * Of most goals a few states take many times as much as the others: each may use so many times what would be left for
 * it if all took the same.
 */
const SHARES = 8;

/**
 * The search for changes cut by the states of the goal, cost by cost. Each state has steps of its own, the same for all,
 * and all the memory there is, so that what comes of it does not depend on the others.
 */
export class MediationByCost {
  /** Of the costs gone through here. */
  #models = 0;
  readonly #asked: Set<string>[];
  #watch: () => void = () => undefined;
  readonly #searches: ReturnType<PlanSearch['searches']>;

  constructor(
    readonly levers: Levers,
    readonly search: PlanSearch,
    readonly asked: {
      /** For all states, at each cost. */
      readonly steps: number;
      readonly impossible: boolean;
    },
    readonly answerOf: (found: Found) => MediateResult,
  ) {
    this.#asked = levers.variants.map(() => new Set());
    this.#searches = search.searches(() => this.#watch());
  }

  /** The states of the goal, and those that joint steps lead to, for the changes of a cost. */
  at(cost: number): Cut<Stretches<LookedThrough>, MediateResult> {
    if (this.asked.impossible)
      return { ...oneByOne<LookedThrough>(0, none), answer: () => this.answerOf(NOTHING) };
    const { wished, joint } = this.search;
    const beside = this.search.jointCost(cost);
    const alone = wished.states;
    const together = beside === null ? [] : joint!.states;
    const count = alone.length + together.length;
    const steps = this.asked.steps * Math.min(1, SHARES / count);
    let found: Found | null = null;
    const { most } = this.search.bounds;
    return {
      ...oneByOne(count, (index, watch = () => undefined) => {
        this.#watch = () => watch(0);
        return index < alone.length
          ? this.#looked(alone[index], cost, steps, 'alone')
          : this.#looked(together[index - alone.length], beside!, steps, 'together');
      }),
      within: [cost / (most + 1), (cost + 1) / (most + 1)],
      further: (part) => {
        this.levers.write(cost);
        const results = resultsIn(part);
        const ends = results.map(({ result }) => result.exhausted);
        const exhausted =
          ends.find((by) => by === 'memory') ?? ends.find((by) => by !== null) ?? null;
        for (const { result } of results) this.#count(result);
        const of = (some: typeof results): Changes[] =>
          some.flatMap(({ result }) => result.changes.map((one) => this.#arrived(one)));
        const at = {
          alone: of(results.filter(({ index }) => index < alone.length)),
          together: of(results.filter(({ index }) => index >= alone.length)),
        };
        if (this.search.take(cost, at, exhausted)) return this.at(cost + 1);
        const asked = this.#asked.map((keys) => [...keys]);
        found = this.search.foundUpTo(cost, { models: this.#models, asked, exhausted });
        return null;
      },
      answer: () => this.answerOf(found!),
    };
  }

  #looked(state: number, cost: number, steps: number, which: 'alone' | 'together'): LookedThrough {
    this.levers.write(cost);
    const search = this.#searches[which]!;
    search.anew({ steps, bytes: this.levers.prepared.room });
    const changes = search.of(state, cost);
    return {
      models: search.looked,
      // Rankings count that were tried for changes by themselves.
      asked: which === 'alone' ? search.asked : [],
      exhausted: this.#exhausted(search),
      changes: changes.map((one) => ({
        ...one,
        rankings: one.rankings.map(
          (given) => given && { ...given, ranks: given.index === null ? given.ranks : null },
        ),
      })),
    };
  }

  #exhausted({ exhausted, allowance }: CheapestChanges): LookedAt['exhausted'] {
    if (!exhausted) return null;
    const { allowance: forLists } = this.levers;
    return allowance.bytes < 0 || forLists.bytes < 0 ? 'memory' : 'steps';
  }

  #arrived({ rankings, ...changes }: SentChanges): Changes {
    return {
      ...changes,
      rankings: rankings.map((given, mover) => {
        if (given === null) return null;
        const { cost, index, ranks } = given;
        const written =
          index === null ? ranks! : this.levers.variants[mover]!.at(cost)![index].ranks;
        return { ...given, ranks: written };
      }),
    };
  }

  #count({ models, asked }: LookedAt): void {
    this.#models += models;
    asked.forEach((keys, mover) => keys.forEach((key) => this.#asked[mover].add(key)));
  }
}

function none(): never {
  throw new Error('there is nothing to go through');
}
