import type { Section } from '@standoff/document';
import type { StakeholdersResult } from '@standoff/analysis';
import { tellStakeholders } from '../questions/stakeholders.js';
import type { Words } from '../words.js';

/** What each scenario and outcome means for those who cannot move. */
export function stakeholdersSection(words: Words, result: StakeholdersResult): Section {
  return {
    id: 'stakeholders',
    title: 'What it means for those who cannot move',
    blocks: tellStakeholders(words, result),
  };
}
