import { swapsFrom, type Ranks } from '@standoff/engine';
import type { Actor } from '@standoff/model';
import {
  statementsInForce,
  withStatementMoved,
  withStatements,
  type StatementEdit,
} from './preference-edits.js';
import { preferenceIn, ranksOf } from './preference.js';
import type { Prepared } from './prepare.js';

/** What changes of a preference cost; null: they are not considered. */
export interface PreferenceCosts {
  /** To put a statement before or after its neighbour. */
  readonly place: number | null;
  readonly leftOut: number | null;
  readonly reversed: number | null;
  /** Where a preference is no list of statements: to exchange two neighbouring places of its ranking. */
  readonly swap: number | null;
}

/** Another preference that a decision maker could have. */
export interface Variant {
  readonly ranks: Ranks;
  /** Where it is a list of statements: the actor with it, and what was done one after the other. */
  readonly edited: Actor | null;
  readonly edits: readonly { readonly statement: string; readonly edit: StatementEdit }[];
}

/**
 * The preferences that a decision maker could have, by what it costs to get there from the one it
 * has. Lists of statements that rank all states alike count as one, the cheapest.
 */
export class PreferenceVariants {
  /** By cost: whatever can be written, and of that what ranks states as nothing cheaper does. */
  readonly #written: Variant[][] = [];
  readonly #different: Variant[][] = [];
  readonly #seen = new Set<string>();
  readonly #rankings = new Map<number, Ranks[]>();
  readonly #statements: boolean;

  constructor(
    readonly prepared: Prepared,
    readonly mover: number,
    readonly costs: PreferenceCosts,
  ) {
    const actor = prepared.deciders[mover];
    const own: Variant = { ranks: prepared.game.ranks[mover], edited: actor, edits: [] };
    this.#statements =
      preferenceIn(actor, actor.prevails).form === 'statements' &&
      statementsInForce(actor).length > 0;
    this.#written.push([own]);
    this.#different.push([]);
    this.#seen.add(this.#statements ? keyOf(own) : own.ranks.join());
    this.#isNew(own.ranks);
  }

  /** Those of exactly this cost, from 1 on. */
  at(cost: number): readonly Variant[] {
    while (this.#different.length <= cost) this.#workOut(this.#different.length);
    return this.#different[cost];
  }

  #workOut(cost: number): void {
    const written = this.#statements ? this.#byStatements(cost) : this.#bySwaps(cost);
    this.#written.push(written);
    this.#different.push(written.filter(({ ranks }) => this.#isNew(ranks)));
  }

  #byStatements(cost: number): Variant[] {
    const found: Variant[] = [];
    const from = (price: number | null): readonly Variant[] =>
      price === null || price > cost ? [] : this.#written[cost - price];
    const add = (before: Variant, statement: string, edit: StatementEdit, edited: Actor | null) => {
      if (edited === null) return;
      const edits = [...before.edits, { statement, edit }];
      const key = keyOf({ edited, edits });
      if (this.#seen.has(key)) return;
      this.#seen.add(key);
      const { lowering, truth } = this.prepared;
      found.push({ ranks: ranksOf(edited, edited.prevails, lowering, truth), edited, edits });
    };
    const { place, leftOut, reversed } = this.costs;
    for (const before of from(place))
      for (const { id } of statementsInForce(before.edited!)) {
        add(before, id, 'one place up', withStatementMoved(before.edited!, id, 'up'));
        add(before, id, 'one place down', withStatementMoved(before.edited!, id, 'down'));
      }
    for (const [price, how] of [
      [leftOut, 'left out'],
      [reversed, 'reversed'],
    ] as const)
      for (const before of from(price))
        for (const { id } of statementsInForce(before.edited!))
          add(before, id, how, withStatements(before.edited!, new Set([id]), how));
    return found;
  }

  #bySwaps(cost: number): Variant[] {
    const { swap } = this.costs;
    if (swap === null || swap > cost) return [];
    const found: Variant[] = [];
    for (const { ranks } of this.#written[cost - swap])
      for (const swapped of swapsFrom(ranks)) {
        const key = swapped.join();
        if (this.#seen.has(key)) continue;
        this.#seen.add(key);
        found.push({ ranks: swapped, edited: null, edits: [] });
      }
    return found;
  }

  #isNew(ranks: Ranks): boolean {
    let hash = 0;
    for (let s = 0; s < ranks.length; s++) hash = (Math.imul(hash, 31) + ranks[s]) | 0;
    const alike = this.#rankings.get(hash);
    if (!alike) this.#rankings.set(hash, [ranks]);
    else if (alike.some((other) => other.every((rank, s) => rank === ranks[s]))) return false;
    else alike.push(ranks);
    return true;
  }
}

/** The statements in force in their order, with those that are now reversed marked. */
function keyOf({ edited, edits }: Pick<Variant, 'edited' | 'edits'>): string {
  const turned = new Set<string>();
  for (const { statement, edit } of edits)
    if (edit === 'reversed' && !turned.delete(statement)) turned.add(statement);
  return statementsInForce(edited!)
    .map(({ id }) => (turned.has(id) ? `-${id}` : id))
    .join();
}
