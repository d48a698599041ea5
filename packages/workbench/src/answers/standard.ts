import { QUESTIONS } from '@standoff/questions';
import { STANDARD_NAMES, USUAL_STANDARD, type Standard } from '@standoff/situation';
import { useRoutePart } from '../routes.js';
import type { AskedName } from './lanes.js';

/** By what the page judges, as the address says it. */
export function useStandard(): Standard {
  const standard = useRoutePart('standard');
  return STANDARD_NAMES.find((one) => one === standard) ?? USUAL_STANDARD;
}

/**
 * What is asked of a question, by the standard of the page where that is not the usual one. Where another
 * is asked for, beside that of the page, it is asked by that one.
 */
export function byStandard<P>(question: AskedName, params: P, standard: Standard): P {
  const judged =
    question === 'courseGraph' ||
    question === 'allMoves' ||
    question === 'briefingOf' ||
    question === 'firstOfBriefing' ||
    question === 'restOfBriefing' ||
    (question in QUESTIONS && 'standard' in QUESTIONS[question as keyof typeof QUESTIONS].takes);
  return judged && params !== null && standard !== USUAL_STANDARD
    ? { standard, ...params }
    : params;
}
