import {
  item,
  list,
  Page,
  printBlocks,
  quiet,
  type Block,
  type TextOptions,
} from '@standoff/document';
import type { Carried } from './answer.js';
import { figure } from '../told/english.js';

/** What the model says that no analysis of this version uses. Empty where there is nothing. */
export function carriedText(carried: readonly Carried[], options: TextOptions = {}): string {
  if (carried.length === 0) return '';
  const page = new Page(options);
  page.line('Carried along, not used by standoff analyse unless it is asked to:');
  printBlocks(page, tellCarried(carried), 2);
  return page.toString();
}

/** What stands over them where more was answered. */
export const CARRIED = 'In the model, but not used in this answer';

/** An item for each idea carried. */
export function tellCarried(carried: readonly Carried[]): Block[] {
  return list(
    carried.map(({ idea, count, note }) => item([idea, quiet(` (${figure(count)})`), `: ${note}`])),
  );
}
