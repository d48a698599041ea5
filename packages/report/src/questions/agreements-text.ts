import { Page, printBlocks, type TextOptions } from '@standoff/document';
import type { AgreementsResult } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { titleLine } from '../title.js';
import { Words } from '../words.js';
import { tellAgreements } from './agreements.js';

/** What a terminal is told of agreements. */
export function agreementsText(
  model: ConflictModel,
  result: AgreementsResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  titleLine(page, result.situation, 'what its agreements would be worth');
  printBlocks(page, tellAgreements(new Words(model), model, result));
  return page.toString();
}
