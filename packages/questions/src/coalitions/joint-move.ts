import type { OptionId } from '@standoff/model';
import {
  unbroken,
  type Situation,
  type State,
  type StateMove,
  type StateShown,
  type Step,
} from '@standoff/situation';

/** What a coalition could do together, each member its part. */
export interface JointMove {
  /** Ids of the members, in the order in which they would best move. */
  readonly members: readonly string[];
  /** The state that they would leave. */
  readonly from: StateShown;
  /** What each does, in that order. */
  readonly steps: readonly Step[];
  /** Ids of the members that would be worse off until the next has moved. */
  readonly exposed: readonly string[];
  /** Ids of the members that would not do their part of their own accord once the others have done theirs. */
  readonly needCommitment: readonly string[];
  /** What each member contributes, in the same order. */
  readonly parts: readonly JointPart[];
}

/** What one member of a coalition contributes to what they do together. */
export interface JointPart {
  /** The id of the member. */
  readonly actor: string;
  /** The options that it takes up. */
  readonly takes: readonly OptionId[];
  /** The options that it gives up. */
  readonly drops: readonly OptionId[];
  /**
   * Whether it keeps its part once the others have moved: by itself, since nothing that undoes it is
   * better; because it cannot be undone; because the others would answer; or not.
   */
  readonly keeps: 'by itself' | 'cannot be undone' | 'by answers' | 'not';
  /** Where it does not: the commitment that would make it keep it; null: it keeps it. */
  readonly commitment: NeededCommitment | null;
}

/** A promise that would have to bind: to do its part where the others do theirs. */
export interface NeededCommitment {
  /** Ids of the members that would be worse off without its part, and so ask for it. */
  readonly askedBy: readonly string[];
  /** The id of a commitment of the model that says so already; null: there is none. */
  readonly said: string | null;
}

/** A coalition with where it begins and where it ends. */
export interface Joined {
  /** Places among the decision makers. */
  readonly members: readonly number[];
  readonly from: State;
  readonly to: State;
}

interface Order {
  readonly order: readonly number[];
  readonly steps: readonly StateMove[];
  readonly exposed: readonly number[];
  readonly needCommitment: readonly number[];
}

/**
 * Each does its part at once, in the order in which most follow of their own accord.
 *
 * @param byTurns their moves where they cannot be made part by part.
 * @param breaks whether the member would go on from the end to undo its part, with no answer that
 * keeps it from that; nobody would where that state holds.
 */
export function jointMove(
  situation: Situation,
  joined: Joined,
  byTurns: (one: Joined) => readonly StateMove[],
  breaks: (member: number) => boolean = () => false,
): JointMove {
  const { members, from, to } = joined;
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
  const { order, steps, exposed, needCommitment } = best ?? {
    order: members,
    steps: byTurns(joined),
    exposed: [],
    needCommitment: members,
  };
  return {
    members: ids(order),
    from: states.shown(from),
    steps: states.steps(steps),
    exposed: ids(exposed),
    needCommitment: ids(needCommitment),
    parts: order.map((member) =>
      partOf(situation, joined, member, needCommitment.includes(member) || breaks(member)),
    ),
  };
}

function partOf(
  situation: Situation,
  { members, from, to }: Joined,
  member: number,
  breaks: boolean,
): JointPart {
  const { deciders, states, lowering } = situation;
  const { id, options } = deciders[member];
  const own = maskOf(situation, options);
  const part = (to ^ from) & own;
  const isIn = (option: OptionId, state: State): boolean =>
    ((state >> BigInt(lowering.option(option)!)) & 1n) === 1n;
  const undoing = states.moves(id, to).filter((state) => (state ^ to) & part);
  const keeps = breaks
    ? 'not'
    : undoing.length === 0
      ? 'cannot be undone'
      : undoing.some((state) => states.compare(id, state, to) > 0)
        ? 'by answers'
        : 'by itself';
  const without = (to & ~own) | (from & own);
  return {
    actor: id,
    takes: options.filter((option) => isIn(option, to) && !isIn(option, from)),
    drops: options.filter((option) => !isIn(option, to) && isIn(option, from)),
    keeps,
    commitment:
      keeps === 'not'
        ? {
            askedBy: members
              .filter((other) => other !== member)
              .map((other) => deciders[other].id)
              .filter((other) => states.all.has(without) && states.compare(other, without, to) < 0),
            said: saying(situation, id, without, to),
          }
        : null,
  };
}

/** A commitment of the actor that is kept in one state and broken in the other. */
function saying(
  { model, states }: Situation,
  actor: string,
  broken: State,
  kept: State,
): string | null {
  if (!states.all.has(broken)) return null;
  const found = model.commitments.find((one) => {
    if (one.kind === 'demand' || one.by !== actor) return false;
    const without = states.where(unbroken(one));
    return without.has(kept) && !without.has(broken);
  });
  return found?.id ?? null;
}

/** Null: some part is no legal move at its turn. */
export function partsIn(
  situation: Situation,
  order: readonly number[],
  from: State,
  to: State,
): Order | null {
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
    // What is no loss at its turn and completes the whole needs no commitment either.
    const without = (to & ~own) | (from & own);
    const completes = states.all.has(without) && states.compare(id, to, without) > 0;
    if (k > 0 && !completes && states.compare(id, next, at) <= 0) needCommitment.push(mover);
    if (next !== to && states.compare(id, next, from) < 0) exposed.push(mover);
    steps.push({ actor: id, from: at, to: next });
    at = next;
  }
  return at === to ? { order, steps, exposed, needCommitment } : null;
}

/** A bit for each of the options. */
export function maskOf({ lowering }: Situation, options: readonly string[]): bigint {
  return options.reduce((mask, id) => mask | (1n << BigInt(lowering.option(id)!)), 0n);
}

/** Of more members than this only one order is tried, and its turns round. */
const ORDERED = 5;

function permutations(members: readonly number[]): number[][] {
  if (members.length < 2) return [[...members]];
  if (members.length > ORDERED)
    return members.map((_, k) => [...members.slice(k), ...members.slice(0, k)]);
  return members.flatMap((first) =>
    permutations(members.filter((m) => m !== first)).map((rest) => [first, ...rest]),
  );
}
