import { HOLDS, type AnswerKind } from '@standoff/engine';
import {
  STANDARDS,
  type CourseEnd,
  type CourseEnds,
  type Judging,
  type Standard,
} from '@standoff/situation';
import { inTerminal, note, quiet, type Block, type Content } from '@standoff/document';
import { ways } from './shares.js';
import { endsWords } from './end-words.js';
import { counted, figure, listed } from './english.js';
import { stateCalled } from './inlines.js';
import type { Words } from './words.js';

/** Ends of a course told in a sentence. */
const TOLD = 3;

/** "because nobody has a better move". */
export function heldWords(hold: AnswerKind): string {
  return HOLDS.find(({ answers }) => answers === hold)!.clause;
}

/** "in 4 variants, which differ in “Sign” (Ann), which no wish mentions"; empty where it is one state. */
export function variantWords(words: Words, { variants, differ }: CourseEnd): string {
  if (variants < 2) return '';
  const options = differ.map((id) => words.optionOf(id));
  const told = options.slice(0, TOLD);
  return `in ${counted(variants, 'variant')} that differ in ${listed(
    options.length > TOLD ? [...told, `${options.length - TOLD} more`] : told,
  )}, which no wish tells apart`;
}

/** "7 ways in 10"; empty where it is the only end, or where walks cannot be followed. */
export function pullWords({ pull }: CourseEnd): string {
  return pull === null || pull > 0.995 ? '' : ways(pull);
}

/** "it would end in “War” (9 ways in 10), else in “Peace”". */
export function courseEndWords(words: Words, ends: readonly CourseEnd[]): string {
  const told = ends
    .slice(0, TOLD)
    .map(({ nearest, round, pull }) => ({ state: nearest, round: round !== 0, pull: pull ?? 1 }));
  return `${endsWords(words, told)}${ends.length > TOLD ? `, or in ${counted(ends.length - TOLD, 'other outcome')}` : ''}`;
}

/** That by another standard it ends elsewhere, in a sentence. */
export function otherwiseWords(
  words: Words,
  { standard, ends }: { readonly standard: Standard; readonly ends: readonly CourseEnd[] },
): string {
  return `If ${STANDARDS[standard].reckons}, ${courseEndWords(words, ends)}.`;
}

/** The ends of a course in a row, each with how strongly it pulls and what holds it. */
export function tellEnds(words: Words, { ends, moreEnds, endsOpen }: CourseEnds): Content {
  if (ends.length === 0) return ['left open'];
  return [
    ...ends.flatMap((end, k) => [...(k > 0 ? ['; '] : []), ...tellEnd(words, end)]),
    moreEnds === undefined ? '' : `; ${figure(moreEnds)} more`,
    endsOpen ? '; and it may go round elsewhere' : '',
  ];
}

/** "“Open North” 5 ways in 10, firmly". */
export function tellEnd(words: Words, end: CourseEnd): Content {
  const { nearest, round, hold } = end;
  const said = [
    pullWords(end),
    round !== 0
      ? `one of ${counted(round, 'state')} in which it goes round`
      : hold === null
        ? ''
        : SHORT[hold],
    variantWords(words, end),
  ].filter(Boolean);
  return [
    stateCalled(words, nearest),
    ...(said.length === 0 ? [] : [quiet(` (${said.join('; ')})`)]),
  ];
}

/** How firmly an outcome holds, in a word or two. */
export const SHORT: Readonly<Record<AnswerKind, string>> = {
  none: 'firmly',
  credible: 'by answers',
  any: 'at any price',
  simultaneous: 'by chance',
};

/** By what it is judged, and what the course is; the same behind every answer about it. */
export function standardNote({ standard, insteadOf, atFirst }: Judging): Block {
  const { name, holds } = STANDARDS[standard];
  const reserve = 'All of this is what the model says, not a forecast.';
  const course =
    'along the course each who would move makes the best move that nothing so undoes, any of those equally good. Ways are counted by an even draw, no probabilities.';
  if (insteadOf === undefined)
    return note(`Judged by ${name}: a state holds where ${holds}; ${course} ${reserve}`);
  const instead = `Judged by ${name}, and not by ${STANDARDS[insteadOf].name}:`;
  return atFirst
    ? note(
        `${instead} there are so many states that finding what would be answered to every move takes minutes.`,
        inTerminal(' With --full it is done.'),
        ` A state holds where ${holds}; ${course} ${reserve}`,
      )
    : note(
        `${instead} the states are too many to be looked at one by one. A state holds where ${holds}; what was followed is every improvement, and how strongly it pulls to each end is left open. ${reserve}`,
      );
}
