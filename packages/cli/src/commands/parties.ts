import {
  agreements,
  stakeholders,
  TELLINGS,
  toldText,
  type AgreementsResult,
  type StakeholdersResult,
} from '@standoff/questions';
import { question } from '../question.js';

/** `standoff agreements`. */
export const agreementsOf = question<object, AgreementsResult>(
  agreements,
  toldText(TELLINGS.agreements),
);

/** `standoff stakeholders`. */
export const stakeholdersOf = question<{ all?: true; limit?: number }, StakeholdersResult>(
  (prepared, { all, limit }) =>
    stakeholders(prepared, { all: all === true, ...(limit === undefined ? {} : { limit }) }),
  toldText(TELLINGS.stakeholders),
);
