import { note, Page, printBlocks, type TextOptions } from '@standoff/document';
import type { PlausibilityResult } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { titleLine } from '../title.js';
import { Words } from '../words.js';
import { tellPlausible } from './plausible.js';

/** What a terminal is told of what does not fit. */
export function plausibilityText(
  model: ConflictModel,
  result: PlausibilityResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  titleLine(page, result.situation, 'where the model does not fit what is observed');
  printBlocks(page, [
    ...tellPlausible(new Words(model), result),
    note(`“standoff replay ${options.caseName ?? 'CASE'}” tells the events one by one.`),
  ]);
  return page.toString();
}
