import { commitments, type CommitmentsResult } from '@standoff/analysis';
import { TELLINGS, toldText } from '@standoff/report';
import { question } from '../question.js';

/** `standoff commitments`. */
export const commitmentsOf = question<{ commitment?: string }, CommitmentsResult>(
  (prepared, { commitment }) => commitments(prepared, commitment),
  toldText(TELLINGS.commitments),
);
