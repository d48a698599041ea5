import { commitments, TELLINGS, toldText, type CommitmentsResult } from '@standoff/questions';
import { question } from '../question.js';

/** `standoff commitments`. */
export const commitmentsOf = question<{ commitment?: string }, CommitmentsResult>(
  (prepared, { commitment }) => commitments(prepared, commitment),
  toldText(TELLINGS.commitments),
);
