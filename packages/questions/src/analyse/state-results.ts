import type { Reachability } from '@standoff/engine';
import {
  Courses,
  Equilibria,
  improvementsFrom,
  conceptsFor,
  kindOf,
  Naming,
  takenIn,
  type Judged,
  type Prepared,
  type Concept,
  type StabilityKind,
} from '@standoff/situation';
import type { EquilibriumResult, StateResult, StatusQuoResult } from './answer.js';

export function equilibriumResult(
  prepared: Prepared,
  judged: Judged,
  held: Equilibria,
  courses: Courses,
  naming: Naming,
  state: number,
): EquilibriumResult {
  const now = prepared.statusQuo[0];
  return {
    taken: takenIn(prepared, state),
    concepts: held.conceptsAt(state),
    reachable: courses.reach(state),
    scenarios: naming.scenariosOf(state),
    name: naming.name(state),
    path: courses.pathTo(naming, state),
    kinds: kindsAt(prepared, judged, state),
    against: Object.fromEntries(
      [...prepared.ranks].map(([actor, ranks]) => [
        actor,
        ranks[state] > ranks[now] ? 'better' : ranks[state] < ranks[now] ? 'worse' : 'same',
      ]),
    ),
  };
}

export function statusQuoResult(
  prepared: Prepared,
  judged: Judged,
  courses: Courses,
  naming: Naming,
  state: number,
): StatusQuoResult {
  const { game, statusQuo } = prepared;
  // The courses start from all states that the status quo may be, this one from itself.
  const from = statusQuo.length === 1 ? courses : new Courses(game, [state]);
  const beyond = ({ distance }: Reachability): number => distance.filter((d) => d > 0).length;
  return {
    taken: takenIn(prepared, state),
    stability: stabilityAt(prepared, judged, state),
    kinds: kindsAt(prepared, judged, state),
    scenarios: naming.scenariosOf(state),
    name: naming.name(state),
    reaches: {
      improvements: beyond(from.improvements),
      moves: beyond(from.moves),
    },
    improvements: improvementsFrom(prepared, state).map(({ mover, to }) =>
      naming.step(mover, state, to),
    ),
  };
}

export function stateResult(
  prepared: Prepared,
  judged: Judged,
  naming: Naming,
  state: number,
): StateResult {
  return {
    taken: takenIn(prepared, state),
    rank: Object.fromEntries([...prepared.ranks].map(([actor, ranks]) => [actor, ranks[state]])),
    stability: stabilityAt(prepared, judged, state),
    scenarios: naming.scenariosOf(state),
    name: naming.name(state),
  };
}

function stabilityAt(prepared: Prepared, judged: Judged, state: number): Record<string, Concept[]> {
  return Object.fromEntries(
    prepared.model.actors.map(({ id }) => {
      const mover = prepared.deciders.findIndex((decider) => decider.id === id);
      // A stakeholder has no move, so it is stable everywhere.
      return [id, mover < 0 ? [...judged.concepts] : conceptsFor(judged, mover, state)];
    }),
  );
}

function kindsAt(prepared: Prepared, judged: Judged, state: number): Record<string, StabilityKind> {
  return Object.fromEntries(
    prepared.deciders.map(({ id }, mover) => [id, kindOf(prepared, judged, mover, state)]),
  );
}
