import { firmMask } from '../states/firm.js';
import type { StateTable } from '../states/table.js';

/** Where something stands in an actor's ranking, from 0, worse than all other states, to 1, better than all. */
export interface RankMoved {
  readonly before: number;
  readonly after: number;
  readonly direction: 'up' | 'down';
}

/** What moved in the ranking of one actor. Of a scenario and of what would hold, its states on average. */
export interface RankingChange {
  readonly actor: string;
  readonly today: RankMoved | null;
  /** The states that would hold after the change. */
  readonly held: RankMoved | null;
  readonly scenarios: readonly (RankMoved & { readonly id: string })[];
}

/**
 * The actors that rank states otherwise than before, and what is placed otherwise in their rankings.
 * Null where the states are others than before: places among others say little.
 */
export function rankingChanges(before: StateTable, after: StateTable): RankingChange[] | null {
  if (before.size !== after.size || before.codes.some((code, s) => code !== after.codes[s]))
    return null;
  const held = new Uint8Array(after.size);
  const firm = firmMask(after.concepts);
  for (let s = 0; s < after.size; s++) held[s] = Number((after.equilibria[s] & firm) !== 0);
  return Object.entries(after.ranks).flatMap(([actor, ranks]): RankingChange[] => {
    const earlier = before.ranks[actor];
    if (earlier === undefined) return [];
    if (ranks.every((rank, s) => rank === earlier[s])) return [];
    const then = [earlier, placesOf(earlier)] as const;
    const now = [ranks, placesOf(ranks)] as const;
    const scenarios = after.scenarios.flatMap(({ id, has }) => {
      const own = before.scenarios.find((one) => one.id === id);
      if (!own || own.has.some((one, s) => one !== has[s])) return [];
      const standing = standingOf(then, now, has);
      return standing === null ? [] : [{ id, ...standing }];
    });
    const today = new Uint8Array(after.size);
    if (after.statusQuo.join() === before.statusQuo.join())
      for (const s of after.statusQuo) today[s] = 1;
    return [
      {
        actor,
        today: standingOf(then, now, today),
        held: standingOf(then, now, held),
        scenarios,
      },
    ];
  });
}

/** By rank: the share of states below, and of those beside it half, so that equal states share their places. */
type Places = Float64Array;

function placesOf(ranks: Int32Array): Places {
  const most = ranks.reduce((a, b) => Math.max(a, b), 0);
  const counts = new Float64Array(most + 1);
  for (const rank of ranks) counts[rank]++;
  const others = Math.max(1, ranks.length - 1);
  let below = 0;
  return counts.map((count) => {
    const place = (below + (count - 1) / 2) / others;
    below += count;
    return place;
  });
}

/** On average over the states of a set; null where it is empty or stands where it stood. */
function standingOf(
  [before, then]: readonly [Int32Array, Places],
  [after, now]: readonly [Int32Array, Places],
  has: Uint8Array,
): RankMoved | null {
  let count = 0;
  let a = 0;
  let b = 0;
  for (let s = 0; s < has.length; s++) {
    if (has[s] === 0) continue;
    count++;
    a += then[before[s]];
    b += now[after[s]];
  }
  // Sums of shares carry rounding errors, far below what one state would make.
  if (count === 0 || Math.abs(b - a) / count < 1e-9) return null;
  return { before: a / count, after: b / count, direction: b > a ? 'up' : 'down' };
}
