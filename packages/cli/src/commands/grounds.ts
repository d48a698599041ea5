import { findState, type Concept } from '@standoff/situation';
import { grounds, TELLINGS, toldText, type GroundsResult } from '@standoff/questions';
import { question } from '../question.js';

interface GroundsFlags {
  readonly state: string;
  readonly concept?: Concept;
  readonly pairs?: true;
}

/** `standoff grounds`. */
export const groundsOf = question<GroundsFlags, GroundsResult>(
  (prepared, { state, concept, pairs }, watch) =>
    grounds(prepared, findState(prepared, state), {
      ...(concept === undefined ? {} : { concept }),
      pairs: pairs === true,
      watch,
    }),
  toldText(TELLINGS.grounds),
);
