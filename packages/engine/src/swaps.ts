import type { Ranks } from './ranks.js';

/**
 * All rankings one swap away: two neighbouring places in the other order, or a state in a place of
 * its own directly above or below those it was tied with. None occurs twice.
 */
export function* swapsFrom(ranks: Ranks): Generator<Ranks> {
  let places = 0;
  for (const rank of ranks) places = Math.max(places, rank);
  const tied = new Int32Array(places + 1);
  for (const rank of ranks) tied[rank]++;
  for (let lower = 1; lower < places; lower++)
    yield ranks.map((rank) => (rank === lower ? lower + 1 : rank === lower + 1 ? lower : rank));
  for (let s = 0; s < ranks.length; s++) {
    const own = ranks[s];
    if (tied[own] === 1) continue;
    // Of two tied states the one above is the other below: told once.
    if (tied[own] === 2 && ranks.indexOf(own) !== s) continue;
    yield ranks.map((rank, x) => (rank > own || x === s ? rank + 1 : rank));
    yield ranks.map((rank, x) => (rank > own || (rank === own && x !== s) ? rank + 1 : rank));
  }
}
