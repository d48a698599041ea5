import { CONCEPTS } from '@standoff/engine';
import {
  conceptsFor,
  findState,
  improvementsFrom,
  kindOf,
  type Concept,
  type Path,
  type Prepared,
  type Reach,
  type StabilityKind,
  type StateShown,
  type Step,
} from '@standoff/situation';

/** A state and how it is held: what the panel shows of it before anybody asks about one verdict. */
export interface WhyHere {
  readonly state: StateShown;
  /** The concepts under which it is an equilibrium. */
  readonly concepts: readonly Concept[];
  readonly scenarios: readonly string[];
  readonly reachable: Reach;
  readonly path: Path | null;
  /** By decision maker. */
  readonly stable: Readonly<Record<string, readonly Concept[]>>;
  readonly kinds: Readonly<Record<string, StabilityKind>>;
  /** Best improvement of each decision maker that has one. */
  readonly best: readonly Step[];
  /** For every actor: against the status quo. */
  readonly against: Readonly<Record<string, 'better' | 'worse' | 'same'>>;
}

/** @throws AnalysisError 'unknown-state' */
export function whyHere(prepared: Prepared, decimal: number): WhyHere {
  const { deciders, ranks, statusQuo } = prepared;
  const state = findState(prepared, `#${decimal}`);
  const { judged } = prepared;
  const { naming } = prepared;
  const { courses } = prepared;
  const stable = deciders.map((_, mover) => conceptsFor(judged, mover, state));
  const best = new Map<number, Step>();
  for (const { mover, to } of improvementsFrom(prepared, state))
    if (!best.has(mover)) best.set(mover, naming.step(mover, state, to));
  return {
    state: naming.state(state),
    concepts: CONCEPTS.filter((concept) => stable.every((own) => own.includes(concept))),
    scenarios: naming.scenariosOf(state),
    reachable: courses.reach(state),
    path: courses.pathTo(naming, state),
    stable: Object.fromEntries(deciders.map(({ id }, mover) => [id, stable[mover]])),
    kinds: Object.fromEntries(
      deciders.map(({ id }, mover) => [id, kindOf(prepared, judged, mover, state)]),
    ),
    best: [...best.values()],
    against: Object.fromEntries(
      [...ranks].map(([actor, own]) => {
        const change = Math.sign(own[state] - own[statusQuo[0]]);
        return [actor, change > 0 ? 'better' : change < 0 ? 'worse' : 'same'];
      }),
    ),
  };
}
