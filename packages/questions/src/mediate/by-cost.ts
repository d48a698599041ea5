import type { Changes, Given, Ranks } from '@standoff/engine';
import { oneByOne, resultsIn, type Cut, type Stretches } from '../cut.js';
import type { MediateResult } from './answer.js';
import type { Levers } from './levers.js';
import { lookedAtBy, NOTHING, type Found, type LookedAt, type PlanSearch } from './search.js';

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
 * The search for changes cut by the states of the goal, cost by cost. Each state has all the memory there is for itself,
 * so that what comes of it does not depend on the others.
 */
export class MediationByCost {
  /** Of the costs gone through here. */
  #models = 0;
  readonly #asked: Set<string>[];

  constructor(
    readonly levers: Levers,
    readonly search: PlanSearch,
    readonly impossible: boolean,
    readonly answerOf: (found: Found) => MediateResult,
  ) {
    this.#asked = levers.variants.map(() => new Set());
  }

  /** The states of the goal, and those that joint steps lead to, for the changes of a cost. */
  at(cost: number): Cut<Stretches<LookedThrough>, MediateResult> {
    if (this.impossible)
      return { ...oneByOne<LookedThrough>(0, none), answer: () => this.answerOf(NOTHING) };
    const { wished, joint } = this.search;
    const beside = this.search.jointCost(cost);
    const alone = wished.states;
    const together = beside === null ? [] : joint!.states;
    let found: Found | null = null;
    return {
      ...oneByOne(alone.length + together.length, (index) =>
        index < alone.length
          ? this.#looked(alone[index], cost, 'alone')
          : this.#looked(together[index - alone.length], beside!, 'together'),
      ),
      further: (part) => {
        const results = resultsIn(part);
        const exhausted = results.some(({ result }) => result.exhausted);
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

  #looked(state: number, cost: number, which: 'alone' | 'together'): LookedThrough {
    // In one order wherever it is done: they share the memory that they may take.
    for (let price = 1; price <= cost; price++)
      for (const written of this.levers.variants) written?.at(price);
    const bytes = this.levers.prepared.room;
    const searches = this.search.searches({ steps: Infinity, bytes }, () => undefined);
    const changes = searches[which]!.of(state, cost);
    return {
      ...lookedAtBy(searches.alone, searches.together),
      changes: changes.map((one) => ({
        ...one,
        rankings: one.rankings.map(
          (given) => given && { ...given, ranks: given.index === null ? given.ranks : null },
        ),
      })),
    };
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
