import type { Proposition } from '@standoff/model';
import { AnalysisError, type Prepared } from '@standoff/situation';
import { oneByOne, resultsIn, type Cut, type Stretches } from '../cut.js';
import type { Condition } from '../question.js';
import { scenarios } from '../scenarios/solve.js';
import type { MediateResult } from './answer.js';
import { MEDIATION_COSTS, type MediationCosts } from './moves.js';
import { settlement, settlementFromEnd } from './settlement.js';
import { mediate, mediationByCost, type MediateOptions } from './solve.js';

/** What a door gives for it. */
interface GivenOptions extends Omit<MediateOptions, 'text' | 'picked' | 'reach' | 'costs'> {
  readonly goal?: Condition;
  readonly reach?: 'improvements' | 'moves' | 'none';
  readonly costs?: Partial<MediationCosts>;
}

/**
 * What would have to change, as a door asks it. Without a goal for the scenario that most would gain by. However long
 * it takes it is cut by the states of the goal, a stage for each cost. Otherwise it is one piece: a state of the goal may
 * use what those before it left of the steps that are allowed.
 * @throws AnalysisError as `mediate`; 'no-goal' where none is given and there is no such scenario.
 */
export function mediation(
  prepared: Prepared,
  options: GivenOptions,
  stage = 0,
): Cut<unknown, MediateResult> {
  const { goal, given } = meant(prepared, options);
  if (options.full) return ofItsOwn(mediationByCost(prepared, goal, given, stage));
  return ofItsOwn({
    ...oneByOne(1, (_, watch) => mediate(prepared, goal, { ...given, ...(watch && { watch }) })),
    answer: (part: Stretches<MediateResult>) => resultsIn(part)[0].result,
  });
}

/** Of whatever parts: one is handed back to what made it, and to nothing else. */
function ofItsOwn<Part>(cut: Cut<Part, MediateResult>): Cut<unknown, MediateResult> {
  return cut as unknown as Cut<unknown, MediateResult>;
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
