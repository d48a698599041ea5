import { ByRanking, isUsedUp, type Allowance, type Ranks } from '@standoff/engine';
import type { Actor, Positive } from '@standoff/model';
import {
  changeableStatements,
  statementsInForce,
  withStatementMoved,
  withStatements,
  type StatementEdit,
} from './preference-edits.js';
import { preferenceIn, ranksOf } from './preference.js';
import type { Listing } from './listing.js';

/** What changes of a preference cost; null: they are not considered. */
export interface PreferenceCosts {
  /** To put a statement before or after its neighbour. */
  readonly place: Positive | null;
  /** To take a statement out of the list. */
  readonly leftOut: Positive | null;
  /** To turn a statement into its opposite. */
  readonly reversed: Positive | null;
  /** Where a preference is no list of statements: to exchange two neighbouring places of its ranking. */
  readonly swap: Positive | null;
}

/** Another preference that a decision maker could have: a changed list of statements. */
export interface Variant {
  readonly ranks: Ranks;
  /** The actor with it, and what was done one after the other. */
  readonly edited: Actor;
  readonly edits: readonly { readonly statement: string; readonly edit: StatementEdit }[];
}

/** Whether a preference changes by what is done to its statements; otherwise by swaps in its ranking. */
export function hasStatements(actor: Actor): boolean {
  return (
    preferenceIn(actor, actor.prevails).form === 'statements' && statementsInForce(actor).length > 0
  );
}

/**
 * The lists of statements that a decision maker could have, by what it costs to get there from the one
 * it has. Those that rank all states alike count as one, the cheapest.
 */
export class PreferenceVariants {
  /** By cost: whatever can be written, and of that what ranks states as nothing cheaper does. */
  readonly #written: Variant[][] = [];
  readonly #different: Variant[][] = [];
  readonly #seen = new Set<string>();
  readonly #rankings = new ByRanking<true>();

  constructor(
    readonly prepared: Listing,
    readonly mover: number,
    readonly costs: PreferenceCosts,
    readonly allowance: Allowance,
  ) {
    const edited = prepared.deciders[mover];
    const own: Variant = { ranks: prepared.game.ranks[mover], edited, edits: [] };
    this.#written.push([own]);
    this.#different.push([]);
    this.#seen.add(keyOf(own));
    this.#isNew(own.ranks);
  }

  /** Those of exactly this cost, from 1 on; null: they take more than is allowed. */
  at(cost: number): readonly Variant[] | null {
    while (this.#different.length <= cost) {
      // Asked again, it would all be written again.
      if (isUsedUp(this.allowance)) return null;
      const written = this.#byStatements(this.#different.length);
      if (written === null) return null;
      this.#written.push(written);
      this.#different.push(written.filter(({ ranks }) => this.#isNew(ranks)));
    }
    return this.#different[cost];
  }

  /** How many there are of at most this cost, as far as they were worked out. */
  upTo(cost: number): number {
    let count = 0;
    for (let c = 1; c <= cost; c++) count += this.at(c)?.length ?? 0;
    return count;
  }

  #byStatements(cost: number): Variant[] | null {
    const found: Variant[] = [];
    const from = (price: number | null): readonly Variant[] =>
      price === null || price > cost ? [] : this.#written[cost - price];
    const add = (before: Variant, statement: string, edit: StatementEdit, edited: Actor | null) => {
      if (edited === null || isUsedUp(this.allowance)) return;
      const edits = [...before.edits, { statement, edit }];
      const key = keyOf({ edited, edits });
      if (this.#seen.has(key)) return;
      this.#seen.add(key);
      const { lowering, truth } = this.prepared;
      const ranks = ranksOf(edited, edited.prevails, lowering, truth);
      found.push({ ranks, edited, edits });
      const statements = statementsInForce(edited).length;
      this.allowance.steps -= ranks.length * (statements + 1);
      this.allowance.bytes -= ranks.byteLength + key.length + BYTES_OF_STATEMENT * (statements + 8);
    };
    const { place, leftOut, reversed } = this.costs;
    for (const before of from(place))
      for (const { id } of changeableStatements(before.edited)) {
        add(before, id, 'one place up', withStatementMoved(before.edited, id, 'up'));
        add(before, id, 'one place down', withStatementMoved(before.edited, id, 'down'));
      }
    for (const [price, how] of [
      [leftOut, 'left out'],
      [reversed, 'reversed'],
    ] as const)
      for (const before of from(price))
        for (const { id } of changeableStatements(before.edited))
          add(before, id, how, withStatements(before.edited, new Set([id]), how));
    return isUsedUp(this.allowance) ? null : found;
  }

  #isNew(ranks: Ranks): boolean {
    if (this.#rankings.get(ranks)) return false;
    this.#rankings.set(ranks, true);
    return true;
  }
}

/** A place in a list; a list takes about as much as eight more, beside its ranks and its key. */
const BYTES_OF_STATEMENT = 48;

/** The statements in force in their order, with those that are now reversed marked. */
function keyOf({ edited, edits }: Pick<Variant, 'edited' | 'edits'>): string {
  const turned = new Set<string>();
  for (const { statement, edit } of edits)
    if (edit === 'reversed' && !turned.delete(statement)) turned.add(statement);
  return statementsInForce(edited)
    .map(({ id }) => (turned.has(id) ? `-${id}` : id))
    .join();
}
