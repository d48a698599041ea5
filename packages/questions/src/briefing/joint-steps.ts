import { reachable } from '@standoff/engine';
import type { Prepared } from '@standoff/situation';
import type { JointPlan } from './answer.js';
import type { OutcomesOf } from './outcomes.js';

/** Members of the coalitions looked at. */
const SIZES = [2, 3];
/** States gone through at most, all coalitions together. */
const MOST = 20_000_000;
/** Told at most. */
const TOLD = 3;

interface JointSteps {
  readonly steps: readonly { readonly to: number; readonly plan: JointPlan }[];
  /** Whether all pairs and trios were looked at. */
  readonly complete: boolean;
}

interface Found {
  readonly members: readonly number[];
  readonly from: number;
  readonly to: number;
}

/**
 * What pairs and trios could do together from where the course stays: moves of
 * theirs alone, of each at least one, to a state that each of them likes better and that holds by the
 * standard. Of each
 * coalition the best for its least gaining member; of the coalitions the firmest outcome, then the
 * smallest, then the one that fewest others lose by.
 *
 * @param ends where they begin.
 * @param stays where the course leads anyway.
 */
export function jointSteps(
  prepared: Prepared,
  outcomes: OutcomesOf,
  ends: readonly number[],
  stays: ReadonlySet<number>,
): JointSteps {
  const { game, space, naming } = prepared;
  const own = prepared.deciders.map(({ options }) => maskOf(prepared, options));
  // A difference that has no name is none to come together for.
  const named = (state: number): string | number => naming.labelOf(state) ?? state;
  const gains = gainsIn(prepared);
  const found: Found[] = [];
  let looked = 0;
  let complete = true;
  // Pairs come before trios.
  for (const members of coalitions(game.moves.movers, SIZES))
    for (const from of ends) {
      looked += space.size;
      if (looked > MOST) {
        complete = false;
        break;
      }
      const { distance } = reachable(game, [from], false, members);
      let best: number | null = null;
      for (let to = 0; to < distance.length; to++) {
        if (distance[to] <= 0) continue;
        if (stays.has(to) || !members.every((m) => game.ranks[m][to] > game.ranks[m][from]))
          continue;
        if (outcomes.hold(to) === null || named(to) === named(from)) continue;
        if (!members.every((m) => own[m] & (space.codes[to] ^ space.codes[from]))) continue;
        if (best === null || gains(members, from, to, best) > 0) best = to;
      }
      if (best !== null) found.push({ members, from, to: best });
    }
  const least = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.from === one.from &&
          other.members.length < one.members.length &&
          other.members.every((m) => one.members.includes(m)),
      ),
  );
  const sorted = least.sort(
    (a, b) =>
      outcomes.firmness(a.to) - outcomes.firmness(b.to) ||
      a.members.length - b.members.length ||
      outcomes.surplus(b.to) - outcomes.surplus(a.to),
  );
  return {
    steps: sorted
      .slice(0, TOLD)
      .map((one) => ({ to: one.to, plan: inOrder(prepared, outcomes, one) })),
    complete,
  };
}

function coalitions(movers: number, sizes: readonly number[]): number[][] {
  const all: number[][] = [];
  const grow = (members: number[]): void => {
    if (sizes.includes(members.length)) all.push(members);
    if (members.length >= Math.max(...sizes)) return;
    for (let next = (members.at(-1) ?? -1) + 1; next < movers; next++) grow([...members, next]);
  };
  grow([]);
  return all.sort((a, b) => a.length - b.length);
}

/**
 * Compares what two states would be to a coalition that leaves a third; above 0: the first is better. By
 * the gain of the member that gains least, as a share of its ranks, then by fewer options changed.
 */
function gainsIn({
  game,
  space,
}: Prepared): (members: readonly number[], from: number, a: number, b: number) => number {
  const most = game.ranks.map((own) => own.reduce((top, rank) => Math.max(top, rank), 1));
  const least = (members: readonly number[], from: number, to: number): number =>
    Math.min(...members.map((m) => (game.ranks[m][to] - game.ranks[m][from]) / most[m]));
  const changed = (from: number, to: number): number => bits(space.codes[to] ^ space.codes[from]);
  return (members, from, a, b) =>
    least(members, from, a) - least(members, from, b) || changed(from, b) - changed(from, a);
}

function maskOf({ lowering }: Prepared, options: readonly string[]): number {
  return options.reduce((mask, id) => mask | (1 << lowering.option(id)!), 0);
}

function bits(word: number): number {
  let count = 0;
  for (let rest = word >>> 0; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Each does its part at once; in the order in which most follow of their own accord. */
function inOrder(
  prepared: Prepared,
  outcomes: OutcomesOf,
  { members, from, to }: Found,
): JointPlan {
  const tried = permutations(members).flatMap((order) => partsIn(prepared, order, from, to) ?? []);
  const [first, ...others] = tried;
  const best = others.reduce(
    (least, one) =>
      one.needCommitment.length < least.needCommitment.length ||
      (one.needCommitment.length === least.needCommitment.length &&
        one.exposed.length < least.exposed.length)
        ? one
        : least,
    first,
  );
  const { naming, deciders } = prepared;
  const ids = (some: readonly number[]): string[] => some.map((m) => deciders[m].id);
  const parts = best ?? {
    // Not part by part: they have to move by turns.
    order: members,
    steps: reachable(prepared.game, [from], false, members).pathTo(to)!,
    exposed: [],
    needCommitment: members,
  };
  return {
    ...outcomes.outcome(to),
    members: ids(parts.order),
    from: naming.state(from),
    steps: naming.steps(parts.steps),
    exposed: ids(parts.exposed),
    needCommitment: ids(parts.needCommitment),
  };
}

interface Parts {
  readonly order: readonly number[];
  readonly steps: readonly { mover: number; from: number; to: number }[];
  readonly exposed: readonly number[];
  readonly needCommitment: readonly number[];
}

/** Null: some part is no legal move at its turn. */
function partsIn(
  prepared: Prepared,
  order: readonly number[],
  from: number,
  to: number,
): Parts | null {
  const { game, space, deciders } = prepared;
  const out = new Int32Array(game.moves.maxDegree);
  const steps: { mover: number; from: number; to: number }[] = [];
  const exposed: number[] = [];
  const needCommitment: number[] = [];
  let at = from;
  for (const [k, mover] of order.entries()) {
    const own = maskOf(prepared, deciders[mover].options);
    const next = space.indexOf((space.codes[at] & ~own) | (space.codes[to] & own));
    if (next < 0 || next === at) return null;
    if (!out.subarray(0, game.moves.successors(mover, at, out)).includes(next)) return null;
    const ranks = game.ranks[mover];
    if (k > 0 && ranks[next] <= ranks[at]) needCommitment.push(mover);
    if (next !== to && ranks[next] < ranks[from]) exposed.push(mover);
    steps.push({ mover, from: at, to: next });
    at = next;
  }
  return at === to ? { order, steps, exposed, needCommitment } : null;
}

function permutations(members: readonly number[]): number[][] {
  if (members.length < 2) return [[...members]];
  return members.flatMap((first) =>
    permutations(members.filter((m) => m !== first)).map((rest) => [first, ...rest]),
  );
}
