import { scenarios } from '@standoff/analysis';
import { TELLINGS, toldText } from '@standoff/report';
import { question } from '../question.js';

/** `standoff scenarios`. */
export const scenariosOf = question<{ scenario?: string }, ReturnType<typeof scenarios>>(
  (prepared, { scenario }) => scenarios(prepared, scenario),
  toldText(TELLINGS.scenarios),
);
