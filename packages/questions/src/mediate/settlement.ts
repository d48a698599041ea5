import { USUAL_CONCEPT } from '@standoff/engine';
import type { Prepared, StateShown } from '@standoff/situation';
import { startsOf } from '../coalitions/joint-ends.js';
import type { ScenarioAnswer, WeighedScenario } from '../scenarios/answer.js';
import { scenariosWeighed } from '../scenarios/solve.js';
import type { MediateResult } from './answer.js';
import { MEDIATION_COSTS, type MediationCosts } from './moves.js';
import { mediate } from './mediation.js';

/** What changes may cost that are sought along the way, and how much is looked at for them. */
const MOST_COST = 2;
const MOST_STEPS = 2e7;

/**
 * What would bring about the scenario that `settlement` finds; undefined: it finds none, or one that needs no more.
 * @param needsNoMore told its id
 */
export function settling(
  prepared: Prepared,
  costs: Partial<MediationCosts> = {},
  needsNoMore: (scenario: string) => boolean = () => false,
): MediateResult | undefined {
  const wished = settlement(prepared, scenariosWeighed(prepared));
  return wished === null || needsNoMore(wished.id)
    ? undefined
    : mediate(
        prepared,
        { op: 'scenario', id: wished.id },
        {
          text: wished.id,
          picked: true,
          most: MOST_COST,
          beyond: 0,
          limit: 3,
          steps: MOST_STEPS,
          costs: { ...MEDIATION_COSTS, ...costs },
        },
      );
}

/**
 * The scenario that most would gain by and that improvements do not lead to: of those better for more
 * actors than they are worse for, where they would hold best, the one with the largest surplus. None by
 * which a decision maker is worse off than today and ends in the lowest third of its own ranking: what some gain
 * at the price of others, a pact for a war, is no settlement. Ours: nothing in a situation says what is
 * wished.
 */
export function settlement<One extends WeighedScenario>(
  prepared: Prepared,
  all: readonly One[],
): One | null {
  return mostWelcome(
    prepared,
    all.filter((one) => one.states !== 0 && !one.holdsNow && !one.reachable.improvements),
    prepared.statusQuo[0],
    ({ against }) =>
      Object.values(against).reduce((sum, { firmest, everywhere }) => {
        const fares = firmest ?? everywhere;
        return sum + (fares === 'better' ? 1 : fares === 'worse' ? -1 : 0);
      }, 0),
  );
}

/**
 * Where none is better than today for most, the same against where the course ends, the nearest end first:
 * of scenarios that would hold and that it does not end in.
 */
export function settlementFromEnd(
  prepared: Prepared,
  all: readonly ScenarioAnswer[],
): { readonly scenario: ScenarioAnswer; readonly end: StateShown } | null {
  const { ranks, naming, space } = prepared;
  const [, ...ends] = startsOf(prepared, USUAL_CONCEPT);
  for (const end of ends) {
    const scenario = mostWelcome(
      prepared,
      all.filter(({ firmest, pull }) => firmest !== null && pull === 0),
      end,
      ({ firmest }) => {
        const there = space.indexOf(Number(firmest!.state.name.decimal));
        return [...ranks.values()].reduce((sum, own) => sum + Math.sign(own[there] - own[end]), 0);
      },
    );
    if (scenario !== null) return { scenario, end: naming.state(end) };
  }
  return null;
}

/** The one of the largest surplus of winners over losers, if there is one by which nobody is pushed down. */
function mostWelcome<One extends WeighedScenario>(
  { game, space }: Prepared,
  all: readonly One[],
  from: number,
  surplus: (one: One) => number,
): One | null {
  const pushesDown = ({ firmest }: One): boolean => {
    if (firmest === null) return false;
    const state = space.indexOf(Number(firmest.state.name.decimal));
    return game.ranks.some((own) => {
      const best = own.reduce((most, rank) => Math.max(most, rank));
      const worst = own.reduce((least, rank) => Math.min(least, rank));
      return own[state] < own[from] && own[state] - worst < (best - worst) / 3;
    });
  };
  return all
    .filter((one) => surplus(one) > 0 && !pushesDown(one))
    .reduce<One | null>(
      (best, one) => (best === null || surplus(one) > surplus(best) ? one : best),
      null,
    );
}
