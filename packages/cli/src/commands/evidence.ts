import { evidence, type Concept, type EvidenceResult } from '@standoff/analysis';
import { evidenceText } from '@standoff/report';
import { question } from '../question.js';

/** `standoff evidence`. */
export const evidenceOf = question<{ readonly concept?: Concept }, EvidenceResult>(
  (prepared, { concept }, watch) =>
    evidence(prepared, { ...(concept === undefined ? {} : { concept }), watch }),
  evidenceText,
);
