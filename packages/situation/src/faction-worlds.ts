import type { Ranks } from '@standoff/engine';
import {
  statementsOfItem,
  degreeOfStatement,
  type Actor,
  type Preference,
  type PreferenceItem,
  type PreferenceStatement,
} from '@standoff/model';
import { counts, preferenceIn, ranksOf } from './preference.js';
import type { Listing } from './listing.js';
import type { Random } from './random.js';

/**
 * One way in which what is open about an actor may be settled: which faction prevails, which
 * `perhaps` statements it has, in which order it has those that stand in no order.
 */
export interface ActorWorld {
  readonly actor: string;
  /** Null where the actor has no factions. */
  readonly faction: string | null;
  readonly choices: readonly Choice[];
  /** The share of the actor's worlds that this one stands for; they add up to 1. */
  readonly weight: number;
  readonly ranks: Ranks;
}

export type Choice =
  | { readonly kind: 'perhaps'; readonly statement: string; readonly present: boolean }
  /** The ids of the statements, most important first. */
  | { readonly kind: 'order'; readonly statements: readonly string[] };

/** A question that is open about the statements of one faction. */
type Open =
  | { readonly kind: 'perhaps'; readonly id: string; readonly probability: number }
  /** Each place of the order holds a wish, which may have been written twice. */
  | { readonly kind: 'order'; readonly places: readonly (readonly string[])[] };

export class FactionWorlds {
  readonly #open: readonly Open[];
  readonly #ranks = new Map<string, Ranks>();
  readonly count: bigint;

  constructor(
    readonly prepared: Listing,
    readonly actor: Actor,
    readonly faction: string | null,
  ) {
    this.#open = openQuestions(preferenceIn(actor, faction), faction);
    this.count = this.#open.reduce((product, open) => product * answers(open), 1n);
  }

  at(index: bigint): ActorWorld {
    let rest = index;
    const picks = this.#open.map(() => 0n);
    for (let k = this.#open.length - 1; k >= 0; k--) {
      const many = answers(this.#open[k]);
      picks[k] = rest % many;
      rest /= many;
    }
    return this.#world(picks);
  }

  sample(random: Random): ActorWorld {
    return this.#world(
      this.#open.map((open) =>
        open.kind === 'perhaps'
          ? BigInt(random.next() >= open.probability)
          : drawOrder(open.places.length, random),
      ),
    );
  }

  /** @param picks the number of the answer to each open question; 0 stands for "as written". */
  #world(picks: readonly bigint[]): ActorWorld {
    let weight = 1;
    const choices = this.#open.map((open, k): Choice => {
      if (open.kind === 'perhaps') {
        const present = picks[k] === 0n;
        weight *= present ? open.probability : 1 - open.probability;
        return { kind: 'perhaps', statement: open.id, present };
      }
      weight /= Number(answers(open));
      return { kind: 'order', statements: permutation(open.places, picks[k]).flat() };
    });
    const key = picks.join();
    let ranks = this.#ranks.get(key);
    if (!ranks) {
      const { lowering, truth } = this.prepared;
      ranks = ranksOf(settled(this.actor, this.faction, choices), this.faction, lowering, truth);
      if (this.#ranks.size < Math.min(KEPT, KEPT_STATES / ranks.length))
        this.#ranks.set(key, ranks);
    }
    return { actor: this.actor.id, faction: this.faction, choices, weight, ranks };
  }
}

/** Rankings kept for each faction, and states of them. */
const KEPT = 256;

const KEPT_STATES = 4_000_000;

/** Whether nobody knows if the actor has this wish: "perhaps 100 %" leaves nothing open. */
export function isOpen({ perhaps }: PreferenceStatement): boolean {
  const probability = perhaps === null ? 1 : (perhaps.probability ?? 0.5);
  return probability > 0 && probability < 1;
}

function openQuestions(preference: Preference, faction: string | null): Open[] {
  if (preference.form !== 'statements') return [];
  return preference.items.flatMap((item): Open[] => {
    const statements = statementsOfItem(item).filter((statement) => counts(statement, faction));
    const perhaps = statements.filter(isOpen).map(({ id, perhaps: doubt }): Open => ({
      kind: 'perhaps',
      id,
      probability: doubt?.probability ?? 0.5,
    }));
    const places = item.item === 'unordered' ? wishesIn(statements) : [];
    return places.length > 1 ? [...perhaps, { kind: 'order', places }] : perhaps;
  });
}

/** The statements by what they wish, and in which degree: the same said twice is one wish. */
function wishesIn(statements: readonly PreferenceStatement[]): string[][] {
  const wishes = new Map<string, string[]>();
  for (const statement of statements) {
    const key = JSON.stringify([statement.wants, degreeOfStatement(statement)]);
    wishes.set(key, [...(wishes.get(key) ?? []), statement.id]);
  }
  return [...wishes.values()];
}

function answers(open: Open): bigint {
  return open.kind === 'perhaps' ? 2n : factorial(open.places.length);
}

function factorial(n: number): bigint {
  let product = 1n;
  for (let k = 2n; k <= n; k++) product *= k;
  return product;
}

/** The permutation of a number: 0 is as given, the others follow in lexicographic order of places. */
function permutation<T>(items: readonly T[], index: bigint): T[] {
  const left = [...items];
  let block = factorial(items.length);
  let rest = index;
  return items.map(() => {
    block /= BigInt(left.length);
    const [item] = left.splice(Number(rest / block), 1);
    rest %= block;
    return item;
  });
}

/** Orders of so many have numbers that one random number can be. */
const ONE_DRAW = 12;

/** The number of an order, each as likely as any other. */
function drawOrder(length: number, random: Random): bigint {
  if (length <= ONE_DRAW) return BigInt(random.below(Number(factorial(length))));
  let number = 0n;
  for (let left = length; left > 1; left--)
    number = number * BigInt(left) + BigInt(random.below(left));
  return number;
}

/** The actor with its open questions answered; what else it says stays. */
export function settled(actor: Actor, faction: string | null, choices: readonly Choice[]): Actor {
  const { preference } = actor;
  if (preference.form !== 'statements') return actor;
  const absent = new Set(
    choices.flatMap((c) => (c.kind === 'perhaps' && !c.present ? [c.statement] : [])),
  );
  const orders = choices.flatMap((c) => (c.kind === 'order' ? [c.statements] : []));
  const isPresent = (statement: PreferenceStatement): boolean =>
    !absent.has(statement.id) && counts(statement, faction);
  const items = preference.items.flatMap((item): PreferenceItem[] => {
    if (item.item === 'statement') return isPresent(item) ? [item] : [];
    const order = orders.find((ids) => ids.some((id) => item.statements.some((s) => s.id === id)));
    const place = (id: string): number => order?.indexOf(id) ?? 0;
    return item.statements
      .filter(isPresent)
      .sort((a, b) => place(a.id) - place(b.id))
      .map((statement) => ({ ...statement, item: 'statement' }));
  });
  return { ...actor, preference: { form: 'statements', items } };
}
