import { PlannedWorlds, WALKS_SEED, Worlds, type Prepared } from '@standoff/situation';
import type { PullOverWorlds } from './answer.js';
import { brief } from './other-courses.js';
import type { OutcomesOf } from './outcomes.js';
import { pullOf, type End } from '../pulled.js';

/** Worlds gone through one by one, and drawn where there are more. */
const MOST = 256;
const DRAWN = 100;
/** States of all courses together that are looked at for it. */
const LOOKED_AT = 2_000_000;

/**
 * Where the course ends over the ways to settle what is open about wishes, as the model assumes factions to
 * prevail: each world counts as much as it is likely. Null: nothing is open.
 */
export function overWorlds(
  outcomes: OutcomesOf,
  prepared: Prepared,
): PullOverWorlds | 'too many states' | null {
  const worlds = new Worlds(prepared, 'prevailing');
  if (worlds.count === 1n) return null;
  const all = worlds.count <= BigInt(MOST) && worlds.listable;
  const planned = new PlannedWorlds(
    worlds,
    all
      ? { method: 'all', worlds: Number(worlds.count) }
      : { method: 'sample', worlds: DRAWN, seed: WALKS_SEED },
  );
  if (planned.count * prepared.space.size > LOOKED_AT) return 'too many states';
  const ends: End[] = [];
  let weights = 0;
  for (let k = 0; k < planned.count; k++) {
    const { weight, actors } = planned.at(k);
    const { states } = prepared.withRanks(actors.map(({ ranks }) => ranks));
    weights += weight;
    for (const end of pullOf(states.course(outcomes.standard), states.now))
      ends.push({ ...end, share: end.share * weight });
  }
  const shares = ends.map((end) => ({ ...end, share: end.share / weights }));
  return {
    count: worlds.count.toString(),
    looked: planned.count,
    seed: all ? null : WALKS_SEED,
    ends: brief(outcomes, shares),
  };
}
