import {
  mediate,
  MEDIATION_COSTS,
  TELLINGS,
  toldText,
  type MediateResult,
  type MediationCosts,
} from '@standoff/questions';
import type { ResponseConcept } from '@standoff/engine';
import { usage } from '../failure.js';
import { question } from '../question.js';
import { conditionOf } from '../state-selection.js';

interface MediateFlags {
  readonly goal?: string;
  readonly concept?: ResponseConcept;
  readonly reach: 'improvements' | 'moves' | 'none';
  readonly costs?: Partial<MediationCosts>;
  readonly most: number;
  readonly beyond: number;
  readonly limit: number;
}

/** `standoff mediate`. */
export const mediateOf = question<MediateFlags, MediateResult>(
  (prepared, { goal, concept, reach, costs, most, beyond, limit }, watch, situation) => {
    const ids = prepared.model.scenarios.map(({ id }) => id);
    if (goal === undefined)
      throw usage(
        'no-goal',
        'mediation needs a goal: --goal and a condition, such as the name of a scenario',
        ids.length > 0 ? `there are ${ids.join(', ')}` : null,
      );
    return mediate(prepared, conditionOf(situation, { where: goal })!, {
      text: goal.trim(),
      ...(concept === undefined ? {} : { concept }),
      reach: reach === 'none' ? null : reach,
      costs: { ...MEDIATION_COSTS, ...costs },
      most,
      beyond,
      limit,
      watch,
    });
  },
  toldText(TELLINGS.mediate),
);
