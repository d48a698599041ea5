import { FALSE, isBetter, type Edge, type LargeStates } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import { largeExtreme, type LargeNames } from '@standoff/situation';
import type {
  LargeAnalysisResult,
  LargeEquilibrium,
  LargePathResult,
  LargeScenario,
  LargeStateName,
} from './answer.js';
import type { LargeOutlook } from './outlook.js';

/** With the decimal in digits, however small. */
export function nameOf(naming: LargeNames, code: bigint): LargeStateName {
  return { ...naming.name(code), decimal: code.toString() };
}

/** What is asked, for whatever tells of it. */
export interface Asked {
  readonly model: ConflictModel;
  readonly states: LargeStates;
  readonly outlook: LargeOutlook;
  readonly naming: LargeNames;
}

/** A Nash equilibrium, and how one gets there. */
export function equilibriumResult(
  { model, states, outlook, naming }: Asked,
  code: bigint,
): LargeEquilibrium {
  const [now] = outlook.starts;
  const compared = model.actors.map(({ id }, mover) => {
    const there = states.standing(mover, states.values(code));
    const here = states.standing(mover, states.values(now));
    const verdict = isBetter(there, here) ? 'better' : isBetter(here, there) ? 'worse' : 'same';
    return [id, verdict] as const;
  });
  return {
    taken: naming.taken(code),
    reachable: outlook.reachOf(code),
    scenarios: naming.scenariosOf(code),
    name: nameOf(naming, code),
    path: pathResult(outlook, naming, code),
    against: Object.fromEntries(compared),
  };
}

/** What all equilibria have in common. */
export function commonOptions(
  outlook: LargeOutlook,
  naming: LargeNames,
): LargeAnalysisResult['common'] {
  const { nash, improvements } = outlook;
  if (nash === null) return null;
  return outlook.ask((game) => {
    const reached = improvements ? game.bdd.and(nash, improvements.all) : FALSE;
    const set = reached === FALSE ? nash : reached;
    if (set === FALSE) return null;
    const { always, never } = game.fixedOptions(set);
    return {
      of: reached === FALSE ? 'all' : 'reached by improvements',
      taken: naming.taken(always),
      notTaken: naming.taken(never),
    };
  });
}

function pathResult(
  outlook: LargeOutlook,
  naming: LargeNames,
  code: bigint | null,
): LargePathResult | null {
  const found = code === null ? null : outlook.pathTo(code);
  return (
    found && {
      by: found.by,
      shortest: found.shortest,
      steps: found.path.map(({ mover, from, to }) =>
        naming.step({ actor: naming.states.model.actors[mover].id, from, to }),
      ),
    }
  );
}

/** A scenario: how many of its states hold, and how one gets there. */
export function scenarioResult(
  { model, states, outlook, naming }: Asked,
  id: string,
  set: Edge | null,
  holds: (code: bigint) => boolean,
): LargeScenario {
  const { label, evidence } = model.scenarios.find((scenario) => scenario.id === id)!;
  const { game, nash } = outlook;
  const held =
    set !== null && nash !== null ? outlook.ask((own) => own.keep(own.bdd.and(set, nash))) : null;
  const known = new Set(outlook.met);
  const holdsAndLasts = (code: bigint): boolean => known.has(code) && holds(code);
  const target = outlook.nearestReached(held, holdsAndLasts) ?? outlook.nearestReached(set, holds);
  return {
    id,
    label,
    evidence,
    states: game && set !== null ? game.count(set).toString() : null,
    nash: outlook.countNash(set, holds),
    nashReachable: outlook.reachAny(held, holdsAndLasts),
    reachable: outlook.reachAny(set, holds),
    path: pathResult(outlook, naming, target),
    holdsNow: holds(outlook.starts[0]),
    extremes: model.extremes
      .filter(({ scenario }) => scenario === id)
      .map(({ kind, actor }) => ({
        kind,
        actor,
        holds: outlook.ask((own) => {
          const mover = model.actors.findIndex((other) => other.id === actor);
          return set === null ? null : largeExtreme(own, states, kind, mover, set);
        }),
      })),
  };
}
