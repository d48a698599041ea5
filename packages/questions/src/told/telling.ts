import { Page, printBlocks, type Block, type Section, type TextOptions } from '@standoff/document';
import type { SituationShown } from '@standoff/situation';
import type { ConflictModel } from '@standoff/model';
import { dateInWords } from './english.js';
import { Words } from './words.js';

/** How the answer to a question is told, wherever it is shown. */
export interface Telling<Answer> {
  /** Heading of the section or card it stands in. */
  readonly title: string;
  readonly tell: (words: Words, answer: Answer, model: ConflictModel) => Block[];
}

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

/** The same as a section of a report. */
export function toldSection<Answer>(
  id: string,
  { title, tell }: Telling<Answer>,
  words: Words,
  model: ConflictModel,
  answer: Answer,
): Section {
  return { id, title, blocks: tell(words, answer, model) };
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
