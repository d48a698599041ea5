import { ByRanking, type Ranks } from '@standoff/engine';
import {
  degreeOfStatement,
  type Actor,
  type Faction,
  type Preference,
  type PreferenceItem,
  type PreferenceStatement,
} from '@standoff/model';
import { AnalysisError } from './errors.js';
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

/** Whether it is open which faction prevails. */
export type WhichFactions = 'each' | 'prevailing';

/** Worlds listed at once; beyond these they are sampled. */
const MOST_WORLDS = 100_000;

/**
 * The worlds of one actor, made when they are asked for: faction after faction, and within one the
 * last question open changes fastest.
 */
export class ActorWorlds {
  readonly #factions: readonly FactionWorlds[];
  /** How likely each of them is to prevail. */
  readonly #shares: readonly number[];
  readonly count: bigint;

  /** @param which with each of its factions, or only with the one that the model assumes to prevail. */
  constructor(
    readonly prepared: Listing,
    readonly actor: Actor,
    which: WhichFactions = 'each',
  ) {
    const factions =
      which === 'each' && actor.factions.length > 0
        ? mayPrevail(actor).map(({ id }) => id)
        : [actor.prevails];
    this.#factions = factions.map((faction) => new FactionWorlds(prepared, actor, faction));
    this.#shares = sharesOf(
      this.#factions.map(({ faction }) => actor.factions.find(({ id }) => id === faction)),
    );
    this.count = this.#factions.reduce((sum, { count }) => sum + count, 0n);
  }

  /** Whether all of them can be held at once. */
  get listable(): boolean {
    return this.count <= BigInt(MOST_WORLDS) && this.bytes <= this.prepared.room;
  }

  /** That the rankings of all of them take, at most. */
  get bytes(): number {
    return Number(this.count) * 4 * this.prepared.space.size;
  }

  /** The world of a number, from 0 to `count` - 1. */
  at(index: bigint): ActorWorld {
    let rest = index;
    for (const [k, faction] of this.#factions.entries()) {
      if (rest < faction.count) return this.#weighted(faction.at(rest), k);
      rest -= faction.count;
    }
    throw new RangeError(`${this.actor.id} has ${this.count} worlds, no world ${index}`);
  }

  /** A world, each as likely as its weight. */
  sample(random: Random): ActorWorld {
    const even = this.#shares.every((share) => share === this.#shares[0]);
    const k = even ? random.below(this.#factions.length) : drawn(this.#shares, random.next());
    return this.#weighted(this.#factions[k].sample(random), k);
  }

  /**
   * All worlds, those with the same ranking made one, with their weights added up.
   *
   * @param apart what else keeps two worlds apart: what is the same text in both may be made one.
   * @throws AnalysisError 'too-many-worlds' where they are not listable.
   */
  distinct(apart: (world: ActorWorld) => string = () => ''): ActorWorld[] {
    if (this.count > BigInt(MOST_WORLDS))
      throw tooManyWorlds(this.actor.label, this.count, MOST_WORLDS);
    if (!this.listable) throw tooMuchMemory(this.actor.label, this.count);
    // Factions are told apart even where they want the same: they are asked about by name.
    return this.#factions.flatMap((own, faction) => {
      const known = new Map<string, ByRanking<ActorWorld>>();
      for (let k = 0n; k < own.count; k++) {
        const world = this.#weighted(own.at(k), faction);
        const key = apart(world);
        const alike = known.get(key) ?? new ByRanking<ActorWorld>();
        known.set(key, alike);
        const same = alike.get(world.ranks);
        alike.set(world.ranks, same ? { ...same, weight: same.weight + world.weight } : world);
      }
      return [...known.values()].flatMap((alike) => [...alike.values()]);
    });
  }

  #weighted(world: ActorWorld, faction: number): ActorWorld {
    return { ...world, weight: world.weight * this.#shares[faction] };
  }
}

/** The factions of an actor that may prevail: one with no chance at all is none of them. */
export function mayPrevail({ factions }: Actor): readonly Faction[] {
  const shares = sharesOf(factions);
  return factions.filter((_, k) => shares[k] > 0);
}

/** How likely each of some factions is; those of which it is not said share evenly what is left. */
function sharesOf(factions: readonly (Faction | undefined)[]): number[] {
  if (factions.length === 1) return [1];
  const said = factions.flatMap((one) => one?.probability ?? []);
  const rest = 1 - said.reduce((sum, share) => sum + share, 0);
  // What adding up figures leaves by rounding is no share.
  const left = rest < 1e-9 ? 0 : rest;
  return factions.map((one) => one?.probability ?? left / (factions.length - said.length));
}

/** The part of the whole into which a number from 0 to 1 falls. */
function drawn(shares: readonly number[], number: number): number {
  let rest = number;
  return Math.max(
    0,
    shares.findIndex((share) => (rest -= share) < 0),
  );
}

/** That an actor, or all together, have more worlds than can be listed. */
function tooManyWorlds(whose: string, count: bigint, most: number): AnalysisError {
  return new AnalysisError(
    'too-many-worlds',
    `what is open about ${whose} can be settled in ${count} ways; at most ${most} are gone through one by one`,
    'ask for a sample of them, or settle some of what is "perhaps" or "in no order"',
  );
}

function tooMuchMemory(whose: string, count: bigint): AnalysisError {
  return new AnalysisError(
    'too-many-worlds',
    `what is open about ${whose} can be settled in ${count} ways, and their rankings of all states take more memory than is allowed`,
    'allow more with --memory, or settle some of what is "perhaps" or "in no order"',
  );
}

/** A question that is open about the statements of one faction. */
type Open =
  | { readonly kind: 'perhaps'; readonly id: string; readonly probability: number }
  /** Each place of the order holds a wish, which may have been written twice. */
  | { readonly kind: 'order'; readonly places: readonly (readonly string[])[] };

class FactionWorlds {
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
    const statements = (item.item === 'statement' ? [item] : item.statements).filter((statement) =>
      counts(statement, faction),
    );
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

/** One world of the whole situation: one for each decision maker. */
export interface World {
  readonly weight: number;
  /** In the order of the movers. */
  readonly actors: readonly ActorWorld[];
}

/**
 * The worlds of a situation: every combination of those of its decision makers. What is open about
 * stakeholders changes no outcome and is left out.
 */
export class Worlds {
  readonly actors: readonly ActorWorlds[];
  /** How many combinations there are, those with equal rankings counted as often as they occur. */
  readonly count: bigint;

  constructor(
    readonly prepared: Listing,
    which: WhichFactions = 'each',
  ) {
    this.actors = prepared.deciders.map((actor) => new ActorWorlds(prepared, actor, which));
    this.count = this.actors.reduce((product, { count }) => product * count, 1n);
  }

  /** Whether all of them can be gone through one by one. */
  get listable(): boolean {
    return (
      this.count <= BigInt(MOST_WORLDS) &&
      this.actors.reduce((sum, { bytes }) => sum + bytes, 0) <= this.prepared.room
    );
  }

  /** The worlds in which each decision maker's rankings differ, as far as they are few enough. */
  distinct(): DistinctWorlds {
    return new DistinctWorlds(this.actors.map((actor) => actor.distinct()));
  }

  sample(random: Random): World {
    const actors = this.actors.map((actor) => actor.sample(random));
    return { weight: 1, actors };
  }
}

/** Every combination of different rankings, by number: the last decision maker's changes fastest. */
export class DistinctWorlds {
  readonly count: number;

  constructor(readonly actors: readonly (readonly ActorWorld[])[]) {
    this.count = actors.reduce((product, { length }) => product * length, 1);
  }

  /** For each decision maker which of its rankings the world of a number has. */
  picks(index: number): number[] {
    const picks = this.actors.map(() => 0);
    let rest = index;
    for (let k = this.actors.length - 1; k >= 0; k--) {
      picks[k] = rest % this.actors[k].length;
      rest = Math.floor(rest / this.actors[k].length);
    }
    return picks;
  }

  at(index: number): World {
    const actors = this.picks(index).map((pick, k) => this.actors[k][pick]);
    return { weight: actors.reduce((product, { weight }) => product * weight, 1), actors };
  }
}
