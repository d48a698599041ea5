import type { AnnotationUse, ParagraphUse, SourceUse } from '@standoff/analysis';
import { counted, figure, listed } from '../english.js';
import { FIXED_SPACE, type Page } from '@standoff/document';

/** Elements or sources named in a list; the others are counted. */
const NAMED = 4;

/** Each source with the paragraphs that are used and, where its text is at hand, those that are not. */
export function sourceLines(page: Page, sources: readonly SourceUse[], caseName: string): void {
  for (const source of sources.filter(({ elements, text }) => elements > 0 || text !== null))
    sourceUseLines(page, source);
  const unused = sources.filter(({ elements, text }) => elements === 0 && text === null);
  if (unused.length > 0)
    page.line(`Nothing uses ${listed(unused.map(({ id }) => id))}.`, { indent: 2 });
  const without = sources.filter(({ text }) => text === null);
  const [first] = [...without].sort((a, b) => b.paragraphs.length - a.paragraphs.length);
  if (first !== undefined)
    page.line(
      `No text is at hand for ${someOf(without.map(({ id }) => id))}, so the paragraphs that nothing uses are not known. If you have it: standoff source add ${caseName} ${first.id} FILE`,
      { indent: 2, hang: 2 },
    );
}

function sourceUseLines(page: Page, { id, title, elements, whole, uses, text }: SourceUse): void {
  page.line(
    `${page.style.strong(id)} “${title}”: ${counted(elements, 'element')}${wholeText(whole.length, elements)}.`,
    { indent: 2, hang: 2 },
  );
  const line = (words: string): void => {
    page.line(words, { indent: 4, hang: 2 });
  };
  const at = (...places: readonly ParagraphUse['place'][]): ParagraphUse[] =>
    uses.filter((one) => places.includes(one.place) && one.elements.length > 0);
  const used = at('body', null);
  if (used.length > 0) line(`Elements by paragraph: ${countsText(used)}.`);
  if (text === null) return;
  const body = uses.filter(({ place }) => place === 'body').length;
  line(
    text.unused.length === 0
      ? `Every paragraph of the body is used (${figure(body)}).`
      : `Nothing uses ${rangesText(text.unused)} (${figure(text.unused.length)} of ${figure(body)}).`,
  );
  const outside = at('outside the body');
  if (outside.length > 0) line(`Title, byline, headings, links or notes: ${countsText(outside)}.`);
  for (const { paragraph, elements: citing } of at('not in the text'))
    line(page.style.warning(`P${figure(paragraph)} is not in the text: ${idsText(citing)}.`));
  for (const one of text.annotations) {
    const words = annotationText(one);
    line(one.state === 'found' && one.misplaced.length === 0 ? words : page.style.warning(words));
  }
}

function wholeText(whole: number, elements: number): string {
  if (whole === 0) return '';
  return `, ${whole === elements ? '' : `${figure(whole)} of them `}on the source as a whole`;
}

function annotationText({
  name,
  state,
  why,
  paragraphs,
  elements,
  misplaced,
}: AnnotationUse): string {
  const used = elements.length === 0 ? 'nothing uses it' : idsText(elements);
  switch (state) {
    case 'found':
      return `#${name} in ${paragraphs.length === 0 ? 'no paragraph' : rangesText(paragraphs)}: ${used}${misplaced.length > 0 ? `; named with another paragraph by ${idsText(misplaced)}` : ''}.`;
    case 'orphan':
      return `#${name} is an orphan, ${why ?? 'not found'}: ${used}.`;
    case 'unknown':
      return `#${name} is no annotation on this source: ${used}.`;
  }
}

/** "P1 ×2, P3 ×5": how many elements rest on each paragraph. */
export function countsText(uses: readonly ParagraphUse[]): string {
  return uses
    .map(({ paragraph, elements }) => `P${paragraph}${FIXED_SPACE}×${figure(elements.length)}`)
    .join(', ');
}

function idsText(elements: readonly { readonly of: string }[]): string {
  return someOf([...new Set(elements.map(({ of }) => of))]);
}

function someOf(ids: readonly string[]): string {
  if (ids.length <= NAMED + 1) return listed(ids);
  return `${ids.slice(0, NAMED).join(', ')} and ${figure(ids.length - NAMED)} more`;
}

/** "P2, P5-P7" */
export function rangesText(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last.to + 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? `P${from}` : `P${from}-P${to}`)).join(', ');
}
