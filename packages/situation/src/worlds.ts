import type { Listing } from './listing.js';
import type { Random } from './random.js';
import type { ActorWorld } from './faction-worlds.js';
import { ActorWorlds, type WhichFactions, MOST_WORLDS } from './actor-worlds.js';

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
