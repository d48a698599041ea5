import { ByRanking } from '@standoff/engine';
import type { Actor, Faction } from '@standoff/model';
import { AnalysisError } from './errors.js';
import type { Listing } from './listing.js';
import type { Random } from './random.js';
import { FactionWorlds, type ActorWorld } from './faction-worlds.js';

/** Whether it is open which faction prevails. */
export type WhichFactions = 'each' | 'prevailing';

/** Worlds listed at once; beyond these they are sampled. */
export const MOST_WORLDS = 100_000;

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
