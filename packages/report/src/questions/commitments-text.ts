import { Page, printBlocks, type TextOptions } from '@standoff/document';
import type { CommitmentsResult } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { titleLine } from '../title.js';
import { Words } from '../words.js';
import { tellCommitments } from './commitments.js';

/** What a terminal is told of commitments. */
export function commitmentsText(
  model: ConflictModel,
  result: CommitmentsResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  titleLine(page, result.situation, 'whose word can be believed');
  printBlocks(page, tellCommitments(new Words(model), model, result));
  return page.toString();
}
