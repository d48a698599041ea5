import {
  element,
  FIXED_SPACE,
  heading,
  item,
  list,
  paragraph,
  quiet,
  verdict,
  type Block,
  type ListItem,
  inTerminal,
} from '@standoff/document';
import type { SentencesCounted } from './sentence-uses.js';
import type { AnnotationUse, ParagraphUse, SourceUse } from './source-coverage.js';
import { counted, figure, listed } from '../told/english.js';

/** Elements or sources named in a list; the others are counted. */
const NAMED = 4;

/** Each source with the paragraphs that are used and, where its text is at hand, those that are not. */
export function tellSources(sources: readonly SourceUse[]): Block[] {
  if (sources.length === 0) return [];
  const unused = sources.filter(({ elements, text }) => elements === 0 && text === null);
  const without = sources.filter(({ text }) => text === null);
  const [first] = [...without].sort((a, b) => b.paragraphs.length - a.paragraphs.length);
  return [
    heading('The sources'),
    ...list(sources.filter(({ elements, text }) => elements > 0 || text !== null).map(tellSource)),
    ...(unused.length > 0
      ? [paragraph(`Nothing uses ${listed(unused.map(({ id }) => id))}.`)]
      : []),
    ...(first !== undefined
      ? [
          paragraph(
            `No text is at hand for ${someOf(without.map(({ id }) => id))}, so the paragraphs that nothing uses are not known.`,
            inTerminal(` If you have it: “standoff source add CASE ${first.id} FILE”`),
          ),
        ]
      : []),
  ];
}

function tellSource({ id, title, elements, whole, uses, text }: SourceUse): ListItem {
  const at = (...places: readonly ParagraphUse['place'][]): ParagraphUse[] =>
    uses.filter((one) => places.includes(one.place) && one.elements.length > 0);
  const used = at('body', null);
  return item(
    [
      element(id, `“${title}”`),
      quiet(` ${id}`),
      `: ${counted(elements, 'element')}${wholeText(whole.length, elements)}.`,
    ],
    [
      ...(used.length > 0 ? [paragraph(`Elements by paragraph: ${countsText(used)}.`)] : []),
      ...(text === null ? [] : tellText(uses, text, at)),
    ],
  );
}

/** Of a source whose text is at hand: what is not used, and what cites places that are not there. */
function tellText(
  uses: readonly ParagraphUse[],
  { unused, sentences, annotations }: NonNullable<SourceUse['text']>,
  at: (...places: readonly ParagraphUse['place'][]) => ParagraphUse[],
): Block[] {
  const body = uses.filter(({ place }) => place === 'body').length;
  const outside = at('outside the body');
  return [
    paragraph(
      unused.length === 0
        ? `Every paragraph of the body is used (${figure(body)}).`
        : `Nothing uses ${rangesText(unused)} (${figure(unused.length)} of ${figure(body)}).`,
    ),
    paragraph(sentencesText(sentences)),
    ...(outside.length > 0
      ? [paragraph(`Title, byline, headings, links or notes: ${countsText(outside)}.`)]
      : []),
    ...at('not in the text').map(({ paragraph: number, elements }) =>
      paragraph(verdict('partly', `P${figure(number)} is not in the text: ${idsText(elements)}.`)),
    ),
    ...annotations
      .filter((one) => !isIdle(one))
      .map((one) => {
        const words = annotationText(one);
        const fine = one.state === 'found' && one.misplaced.length === 0;
        return paragraph(fine ? words : verdict('partly', words));
      }),
    ...idleText(annotations.filter(isIdle)),
  ];
}

/** Whether it is where it should be and nothing rests on it: there is no more to say of it. */
function isIdle({ state, elements }: AnnotationUse): boolean {
  return state === 'found' && elements.length === 0;
}

/** What is marked and used by nothing: a reader of a text may mark thousands before a model is made. */
function idleText(idle: readonly AnnotationUse[]): Block[] {
  if (idle.length === 0) return [];
  const names = idle.map(({ name, paragraphs }) => `#${name} in ${placeText(paragraphs)}`);
  return [paragraph(`Marked, and used by nothing: ${someOf(names)}.`)];
}

/** "Of 40 sentences 12 are used by their words, 20 with their paragraph, 3 left out; open: P4.2, P7.1." */
export function sentencesText({
  count,
  words,
  paragraph: whole,
  leftOut,
  open,
}: SentencesCounted): string {
  const verb = (n: number): string => `${figure(n)} ${n === 1 ? 'is' : 'are'}`;
  const parts = [
    ...(words > 0 ? [`${verb(words)} used by ${words === 1 ? 'its' : 'their'} words`] : []),
    ...(whole > 0 ? [`${verb(whole)} used with ${whole === 1 ? 'its' : 'their'} paragraph`] : []),
    ...(leftOut > 0 ? [`${verb(leftOut)} left out`] : []),
    open.length > 0 ? `${verb(open.length)} open (${someOf(open)})` : 'none is open',
  ];
  return `Of ${counted(count, 'sentence')} ${listed(parts)}.`;
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
      return `#${name} in ${placeText(paragraphs)}: ${used}${misplaced.length > 0 ? `; named with another paragraph by ${idsText(misplaced)}` : ''}.`;
    case 'orphan':
      return `#${name} is an orphan, ${why ?? 'not found'}: ${used}.`;
    case 'unknown':
      return `#${name} is no annotation on this source: ${used}.`;
  }
}

function placeText(paragraphs: readonly number[]): string {
  return paragraphs.length === 0 ? 'no paragraph' : rangesText(paragraphs);
}

/** "P1 ×2, P3 ×5": how many elements rest on each paragraph. */
function countsText(uses: readonly ParagraphUse[]): string {
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
function rangesText(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last.to + 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? `P${from}` : `P${from}-P${to}`)).join(', ');
}
