import { reachable } from '@standoff/engine';
import type { Prepared, State, StateMove } from '@standoff/situation';
import { coalitionsOf, isPartIn, JointEnds } from '../coalitions/joint-ends.js';
import { jointMove, type Joined } from '../coalitions/joint-move.js';
import type { JointPlan } from './answer.js';
import type { OutcomesOf } from './outcomes.js';

/** Members of the coalitions looked at, at most. */
export const MEMBERS = 3;
/** States gone through at most, all coalitions together. */
const MOST = 20_000_000;
/** Told at most. */
const TOLD = 3;

export interface JointSteps {
  readonly plans: readonly { readonly to: State; readonly plan: JointPlan }[];
  /** Whether all pairs and trios were looked at. */
  readonly complete: boolean;
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
  const joint = new JointEnds(prepared);
  // A difference that has no name is none to come together for.
  const named = (state: number): string | number => naming.labelOf(state) ?? state;
  const code = (state: number): State => BigInt(space.codes[state]);
  const place = (state: State): number => space.indexOf(Number(state));
  const starts = ends.map(place);
  const others = new Set([...stays].map(place));
  const found: Joined[] = [];
  let looked = 0;
  let complete = true;
  // Pairs come before trios.
  for (const members of coalitionsOf(game.moves.movers, MEMBERS))
    for (const from of starts) {
      looked += space.size;
      if (looked > MOST) {
        complete = false;
        break;
      }
      const ends = joint
        .from(members, from)
        .filter(
          (to) => !others.has(to) && outcomes.hold(code(to)) !== null && named(to) !== named(from),
        );
      const best = joint.best(members, from, ends);
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
  found: readonly Joined[],
  outcomes: OutcomesOf,
  byTurns: (one: Joined) => readonly StateMove[],
): JointSteps['plans'] {
  const alone = found.filter(({ members, from }) => !isPartIn(found, members, from));
  const sorted = alone.sort(
    (a, b) =>
      outcomes.firmness(a.to) - outcomes.firmness(b.to) ||
      a.members.length - b.members.length ||
      outcomes.surplus(b.to) - outcomes.surplus(a.to),
  );
  return sorted.slice(0, TOLD).map((one) => ({
    to: one.to,
    plan: { ...outcomes.outcome(one.to), ...jointMove(outcomes.situation, one, byTurns) },
  }));
}
