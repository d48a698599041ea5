import type { Proposition } from '@standoff/model';
import { AnalysisError, type Prepared } from '@standoff/situation';
import type { Cut, Stretches } from '../cut.js';
import type { Condition } from '../question.js';
import { scenarios } from '../scenarios/solve.js';
import type { MediateResult } from './answer.js';
import type { LookedThrough } from './by-cost.js';
import { MEDIATION_COSTS, type MediationCosts } from './moves.js';
import { settlement, settlementFromEnd } from './settlement.js';
import { mediationByCost, type MediateOptions } from './mediation.js';

/** What a door gives for it. */
interface GivenOptions extends Omit<MediateOptions, 'text' | 'picked' | 'reach' | 'costs'> {
  readonly goal?: Condition;
  readonly reach?: 'improvements' | 'moves' | 'none';
  readonly costs?: Partial<MediationCosts>;
}

/**
 * What would have to change, as a door asks it. Without a goal for the scenario that most would gain by.
 * @throws AnalysisError as `mediate`; 'no-goal' where none is given and there is no such scenario.
 */
export function mediation(
  prepared: Prepared,
  options: GivenOptions,
  stage = 0,
): Cut<Stretches<LookedThrough>, MediateResult> {
  const { goal, given } = meant(prepared, options);
  return mediationByCost(prepared, goal, given, stage);
}

function meant(
  prepared: Prepared,
  { goal, reach, costs, ...options }: GivenOptions,
): { readonly goal: Proposition; readonly given: MediateOptions } {
  const given = {
    ...options,
    ...(reach === undefined ? {} : { reach: reach === 'none' ? null : reach }),
    costs: { ...MEDIATION_COSTS, ...costs },
  };
  if (goal !== undefined) return { goal: goal.condition, given: { ...given, text: goal.text } };
  const all = scenarios(prepared).scenarios;
  const picked = settlement(prepared, all);
  const fromEnd = picked === null ? settlementFromEnd(prepared, all) : null;
  const id = picked?.id ?? fromEnd?.scenario.id;
  if (id !== undefined)
    return {
      goal: { op: 'scenario', id },
      given: { ...given, text: id, picked: true, ...(fromEnd && { betterThan: fromEnd.end }) },
    };
  const ids = prepared.model.scenarios.map(({ id }) => id);
  throw new AnalysisError(
    'no-goal',
    'mediation needs a goal, and none is picked, since no scenario that the course does not lead to is better for more than it is worse for, neither against today nor against where the course ends',
    ids.length > 0
      ? `give one (--goal), a condition such as the name of a scenario: there are ${ids.join(', ')}`
      : 'give one (--goal), a condition over options',
  );
}
