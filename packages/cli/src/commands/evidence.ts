import { evidence, TELLINGS, toldText, type EvidenceResult } from '@standoff/questions';
import type { Concept } from '@standoff/situation';
import { question } from '../question.js';
import { textsAtHand } from '../texts-at-hand.js';

/** `standoff evidence`. */
export const evidenceOf = question<{ readonly concept?: Concept }, EvidenceResult>(
  async (prepared, { concept }, watch, situation, io) =>
    evidence(prepared, {
      ...(concept === undefined ? {} : { concept }),
      texts: await textsAtHand(io, situation),
      watch,
    }),
  toldText(TELLINGS.evidence),
);
