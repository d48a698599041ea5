import { UNANSWERED } from '@standoff/engine';
import type { Proposition } from '@standoff/model';
import type { State, StateSet } from '@standoff/situation';
import { coalitionsOf } from '../coalitions/joint-ends.js';
import { maskOf, partsIn, type Joined } from '../coalitions/joint-move.js';
import { bestPlans, MEMBERS, type JointSteps } from './joint-steps.js';
import type { OutcomesOf } from './outcomes.js';

/** Of what one coalition could do so much is looked at. */
const MOST = 64;
/** So many states are looked through for each coalition, one by one. */
const MOST_NEAR = 2n ** 13n;

type Reaching = (members: readonly number[]) => State[];

/** What the members could bring about in which each of them is better off. */
function reachedBy(
  members: readonly number[],
  rest: StateSet,
  still: readonly StateSet[],
  better: readonly StateSet[],
): State[] {
  const gained = members.map((mover) => better[mover]).reduce((a, b) => a.and(b));
  return still
    .filter((_, mover) => !members.includes(mover))
    .reduce((set, one) => (set.isEmpty ? set : set.and(one)), gained.and(rest))
    .first(MOST);
}

/**
 * The same for small coalitions, from all states that differ in the options of few deciders at once: with
 * twenty of these there are more than a thousand coalitions. Null: these states are too many.
 */
function nearIn(
  all: StateSet,
  still: readonly StateSet[],
  better: readonly StateSet[],
): Reaching | null {
  const none = all.minus(all);
  // By how many deciders have something else.
  let differing = [all, ...Array.from({ length: MEMBERS }, () => none)];
  for (const same of still)
    differing = differing.map((set, k) =>
      k === 0 ? set.and(same) : set.and(same).or(differing[k - 1].minus(same)),
    );
  const near = differing.reduce((a, b) => a.or(b));
  if (near.count > MOST_NEAR) return null;
  const states = near.first(Number(MOST_NEAR)).map((state) => ({
    state,
    changed: [...still.keys()].filter((mover) => !still[mover].has(state)),
    gaining: new Set([...better.keys()].filter((mover) => better[mover].has(state))),
  }));
  return (members) =>
    states
      .filter(
        ({ changed, gaining }) =>
          changed.every((mover) => members.includes(mover)) &&
          members.every((mover) => gaining.has(mover)),
      )
      .slice(0, MOST)
      .map(({ state }) => state);
}

/**
 * The same where the states are too many to be listed: only to states that nobody has a better move from,
 * which are known as a set, and only what members can do part by part. Beside pairs and trios, the parties
 * of each agreement.
 */
export function jointStepsInSets(
  outcomes: OutcomesOf,
  ends: readonly State[],
  stays: ReadonlySet<State>,
): JointSteps {
  const { situation } = outcomes;
  const { states, deciders, model } = situation;
  const all = [...coalitionsOf(deciders.length, MEMBERS)];
  for (const { parties } of model.agreements) {
    const members = deciders.flatMap(({ id }, mover) => (parties.includes(id) ? [mover] : []));
    if (members.length > 3) all.push(members);
  }
  const firm = states.holding(UNANSWERED)!;
  const owned = new Set(deciders.flatMap(({ options }) => options));
  const nobodys = model.options.flatMap(({ id }) => (owned.has(id) ? [] : [id]));
  const found: Joined[] = [];
  for (const from of ends) {
    const asThere = (options: readonly string[]): StateSet =>
      states.where(same(options, situation, from));
    const better = deciders.map(({ id }) => firm.and(states.better(id, from)));
    const still = deciders.map(({ options }) => asThere(options));
    const rest = asThere(nobodys);
    const near = nearIn(firm.and(rest), still, better);
    for (const members of all) {
      const reached =
        near !== null && members.length <= MEMBERS
          ? near(members)
          : reachedBy(members, rest, still, better);
      const to = bestOf(
        outcomes,
        members,
        from,
        reached.filter((state) => !stays.has(state)),
      );
      if (to !== null) found.push({ members, from, to });
    }
  }
  // What cannot be done part by part is not among them.
  return { complete: true, plans: bestPlans(found, outcomes, () => []) };
}

/** That these options are as they are in the state. */
function same(
  options: readonly string[],
  { lowering }: OutcomesOf['situation'],
  state: State,
): Proposition {
  return {
    op: 'and',
    args: options.map((id): Proposition => {
      const taken = (state >> BigInt(lowering.option(id)!)) & 1n;
      return taken ? { op: 'option', id } : { op: 'not', arg: { op: 'option', id } };
    }),
  };
}

/** Of what they could do the first that none of the rest is better than for more members than it is worse. */
function bestOf(
  outcomes: OutcomesOf,
  members: readonly number[],
  from: State,
  found: readonly State[],
): State | null {
  const { situation } = outcomes;
  const { states, deciders } = situation;
  return found
    .filter((to) => {
      const named = outcomes.labelOf(to);
      return (
        (named === null || named !== outcomes.labelOf(from)) &&
        members.every((m) => (to ^ from) & maskOf(situation, deciders[m].options)) &&
        partsIn(situation, members, from, to) !== null
      );
    })
    .reduce<State | null>((best, to) => {
      if (best === null) return to;
      const gain = members.reduce(
        (sum, m) => sum + Math.sign(states.compare(deciders[m].id, to, best)),
        0,
      );
      return gain > 0 ? to : best;
    }, null);
}
