import { findState } from '@standoff/situation';
import { outlook, TELLINGS, toldText } from '@standoff/questions';
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
