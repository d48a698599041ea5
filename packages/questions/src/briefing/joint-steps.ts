import { reachable } from '@standoff/engine';
import type { Prepared, Situation, State, StateMove } from '@standoff/situation';
import type { JointPlan } from './answer.js';
import type { OutcomesOf } from './outcomes.js';

/** Members of the coalitions looked at. */
const SIZES = [2, 3];
/** States gone through at most, all coalitions together. */
const MOST = 20_000_000;
/** Told at most. */
const TOLD = 3;

export interface JointSteps {
  readonly plans: readonly { readonly to: State; readonly plan: JointPlan }[];
  /** Whether all pairs and trios were looked at. */
  readonly complete: boolean;
}

export interface Found {
  readonly members: readonly number[];
  readonly from: State;
  readonly to: State;
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
  ends: readonly State[],
  stays: ReadonlySet<State>,
): JointSteps {
  const { game, space, naming } = prepared;
  const own = prepared.deciders.map(({ options }) => Number(maskOf(prepared, options)));
  // A difference that has no name is none to come together for.
  const named = (state: number): string | number => naming.labelOf(state) ?? state;
  const gains = gainsIn(prepared);
  const code = (state: number): State => BigInt(space.codes[state]);
  const place = (state: State): number => space.indexOf(Number(state));
  const starts = ends.map(place);
  const others = new Set([...stays].map(place));
  const found: Found[] = [];
  let looked = 0;
  let complete = true;
  // Pairs come before trios.
  for (const members of coalitions(game.moves.movers))
    for (const from of starts) {
      looked += space.size;
      if (looked > MOST) {
        complete = false;
        break;
      }
      const { distance } = reachable(game, [from], false, members);
      let best: number | null = null;
      for (let to = 0; to < distance.length; to++) {
        if (distance[to] <= 0) continue;
        if (others.has(to) || !members.every((m) => game.ranks[m][to] > game.ranks[m][from]))
          continue;
        if (outcomes.hold(code(to)) === null || named(to) === named(from)) continue;
        if (!members.every((m) => own[m] & (space.codes[to] ^ space.codes[from]))) continue;
        if (best === null || gains(members, from, to, best) > 0) best = to;
      }
      if (best !== null) found.push({ members, from: code(from), to: code(best) });
    }
  return {
    complete,
    plans: bestPlans(found, outcomes, ({ members, from, to }) => {
      const [start, end] = [from, to].map(place);
      // Not part by part: they have to move by turns.
      return reachable(game, [start], false, members)
        .pathTo(end)!
        .map((step) => ({
          actor: prepared.deciders[step.mover].id,
          from: code(step.from),
          to: code(step.to),
        }));
    }),
  };
}

/** Of what coalitions could do, none of which a part of them could do, the few best. */
export function bestPlans(
  found: readonly Found[],
  outcomes: OutcomesOf,
  byTurns: (one: Found) => readonly StateMove[],
): JointSteps['plans'] {
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
  return sorted
    .slice(0, TOLD)
    .map((one) => ({ to: one.to, plan: inOrder(outcomes, one, byTurns) }));
}

export function coalitions(movers: number, sizes = SIZES): number[][] {
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

export function maskOf({ lowering }: Situation, options: readonly string[]): bigint {
  return options.reduce((mask, id) => mask | (1n << BigInt(lowering.option(id)!)), 0n);
}

function bits(word: number): number {
  let count = 0;
  for (let rest = word >>> 0; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Each does its part at once; in the order in which most follow of their own accord. */
function inOrder(
  outcomes: OutcomesOf,
  found: Found,
  byTurns: (one: Found) => readonly StateMove[],
): JointPlan {
  const { members, from, to } = found;
  const { situation } = outcomes;
  const tried = permutations(members).flatMap((order) => partsIn(situation, order, from, to) ?? []);
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
  const { deciders, states } = situation;
  const ids = (some: readonly number[]): string[] => some.map((m) => deciders[m].id);
  const parts = best ?? {
    order: members,
    steps: byTurns(found),
    exposed: [],
    needCommitment: members,
  };
  return {
    ...outcomes.outcome(to),
    members: ids(parts.order),
    from: states.shown(from),
    steps: states.steps(parts.steps),
    exposed: ids(parts.exposed),
    needCommitment: ids(parts.needCommitment),
  };
}

interface Parts {
  readonly order: readonly number[];
  readonly steps: readonly StateMove[];
  readonly exposed: readonly number[];
  readonly needCommitment: readonly number[];
}

/** Null: some part is no legal move at its turn. */
export function partsIn(
  situation: Situation,
  order: readonly number[],
  from: State,
  to: State,
): Parts | null {
  const { states, deciders } = situation;
  const steps: StateMove[] = [];
  const exposed: number[] = [];
  const needCommitment: number[] = [];
  let at = from;
  for (const [k, mover] of order.entries()) {
    const { id, options } = deciders[mover];
    const own = maskOf(situation, options);
    const next = (at & ~own) | (to & own);
    if (next === at || !states.moves(id, at).includes(next)) return null;
    if (k > 0 && states.compare(id, next, at) <= 0) needCommitment.push(mover);
    if (next !== to && states.compare(id, next, from) < 0) exposed.push(mover);
    steps.push({ actor: id, from: at, to: next });
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
