import { findState, outlook } from '@standoff/analysis';
import { TELLINGS, toldText } from '@standoff/report';
import { question } from '../question.js';

/** `standoff outlook`. */
export const outlookOf = question<{ to?: string; limit?: number }, ReturnType<typeof outlook>>(
  (prepared, { to, limit }) =>
    outlook(prepared, {
      ...(to === undefined ? {} : { to: findState(prepared, to) }),
      ...(limit === undefined ? {} : { limit }),
    }),
  toldText(TELLINGS.outlook),
);
