import { scenarios, TELLINGS, toldText } from '@standoff/questions';
import { question } from '../question.js';

/** `standoff scenarios`. */
export const scenariosOf = question<{ scenario?: string }, ReturnType<typeof scenarios>>(
  (prepared, { scenario }) => scenarios(prepared, scenario),
  toldText(TELLINGS.scenarios),
);
