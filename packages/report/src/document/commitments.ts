import type { Section } from '@standoff/document';
import type { AgreementsResult, CommitmentsResult } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { tellAgreements } from '../questions/agreements.js';
import { tellCommitments } from '../questions/commitments.js';
import type { Words } from '../words.js';

/** Whose promises, threats and assurances can be believed; and what the agreements would be worth. */
export function commitmentsSection(
  words: Words,
  model: ConflictModel,
  commitments: CommitmentsResult | undefined,
  agreements: AgreementsResult | null,
): Section {
  const given = commitments?.commitments ?? [];
  const made = agreements?.agreements ?? [];
  return {
    id: 'commitments',
    title: 'Whose word can be believed',
    blocks: [
      ...(given.length > 0 ? tellCommitments(words, model, { commitments: given }) : []),
      ...(made.length > 0 ? tellAgreements(words, model, { agreements: made }) : []),
    ],
  };
}
