import { Page, printBlocks, type TextOptions } from '@standoff/document';
import type { StakeholdersResult } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { titleLine } from '../title.js';
import { Words } from '../words.js';
import { tellStakeholders } from './stakeholders.js';

/** What a terminal is told of those who cannot move. */
export function stakeholdersText(
  model: ConflictModel,
  result: StakeholdersResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  titleLine(page, result.situation, 'what it means for those who cannot move');
  page.blank();
  printBlocks(page, tellStakeholders(new Words(model), result));
  return page.toString();
}
