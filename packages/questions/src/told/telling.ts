import { Page, printBlocks, type Block, type TextOptions } from '@standoff/document';
import type { SituationShown } from '@standoff/situation';
import { dateInWords } from './english.js';

/** What a terminal is told: the situation and its date, what is asked of it, and the answer. */
export function toldText(
  { title, asOf }: Pick<SituationShown, 'title' | 'asOf'>,
  asked: string,
  blocks: readonly Block[],
  options: TextOptions = {},
): string {
  const page = new Page(options);
  titleLine(page, { title, asOf }, asked);
  page.blank();
  printBlocks(page, blocks);
  return page.toString();
}

/** The situation and its date, and what is asked of it. */
export function titleLine(
  page: Page,
  { title, asOf }: Pick<SituationShown, 'title' | 'asOf'>,
  asked = '',
): void {
  const rest = [asOf === null ? '' : dateInWords(asOf), asked].filter(Boolean).join(' · ');
  page.line(page.style.strong(title) + (rest === '' ? '' : page.style.quiet(` · ${rest}`)));
}
