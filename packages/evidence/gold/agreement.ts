/** How far two markings of the speech acts of a text agree, a sentence and a kind at a time. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sentencesOf } from '../src/sentences.js';
import { unmark } from './marked.js';
import { SPEECH_ACTS } from './score.js';

/** The markings of one text: "28 threat" is a threat that begins in its 28th sentence. */
export interface TwoMarkings {
  readonly sentences: number;
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/** A text with the marks of two readers in it. */
export interface TwiceMarked {
  readonly name: string;
  /** The folder of the first marking, against which the reading aid is measured. */
  readonly set: 'apart' | 'measured';
  readonly first: string;
  readonly second: string;
}

const folder = import.meta.dirname;

/** What one reader marked twice, by text: as it was before the guide decided where the two differ. */
export function oneReaderTwice(): TwoMarkings[] {
  const kept = JSON.parse(readFileSync(path.join(folder, 'agreement.json'), 'utf8')) as {
    'one reader twice': Record<string, TwoMarkings>;
  };
  return Object.values(kept['one reader twice']);
}

/** The texts that a second reader marked too: those in `second/`. */
export function twoReaders(): TwiceMarked[] {
  const names = readdirSync(path.join(folder, 'second')).filter((name) => name.endsWith('.txt'));
  return names.map((name) => {
    const set = existsSync(path.join(folder, 'apart', name)) ? 'apart' : 'measured';
    const read = (by: string): string => readFileSync(path.join(folder, by, name), 'utf8');
    return { name, set, first: read(set), second: read('second') };
  });
}

/** Two markings of one text, taken from its marks. The head is not counted, as it is not annotated. */
export function markings({ first, second }: Pick<TwiceMarked, 'first' | 'second'>): TwoMarkings {
  const [one, other] = [unmark(first), unmark(second)];
  if (one.text !== other.text || one.start !== other.start) {
    throw new Error('These are two texts, not two markings of one.');
  }
  const starts = [...one.text.matchAll(/.+/gu)]
    .flatMap(({ 0: paragraph, index }) => sentencesOf(paragraph).map(({ start }) => index + start))
    .filter((start) => start >= one.start);
  const acts = ({ annotations }: typeof one): string[] => {
    const marks = annotations
      .filter(({ kind }) => SPEECH_ACTS.some((act) => act === kind))
      .map(({ kind, start }) => `${starts.filter((begin) => begin <= start).length} ${kind}`);
    return [...new Set(marks)];
  };
  return { sentences: starts.length, first: acts(one), second: acts(other) };
}

/** How many marks each marking has, and how many both have. */
export function counts(
  texts: readonly TwoMarkings[],
  kinds: readonly string[] = SPEECH_ACTS,
): { readonly first: number; readonly second: number; readonly both: number } {
  const among = (mark: string): boolean => kinds.includes(mark.split(' ')[1]);
  const sum = (marks: (text: TwoMarkings) => readonly string[]): number =>
    texts.reduce((so, text) => so + marks(text).filter(among).length, 0);
  return {
    first: sum(({ first }) => first),
    second: sum(({ second }) => second),
    both: sum(({ first, second }) => first.filter((mark) => second.includes(mark))),
  };
}

/** Cohen’s kappa over every sentence and kind of all texts. */
export function kappa(
  texts: readonly TwoMarkings[],
  kinds: readonly string[] = SPEECH_ACTS,
): number {
  const { first, second, both } = counts(texts, kinds);
  const cells = texts.reduce((so, { sentences }) => so + sentences * kinds.length, 0);
  const agreed = (cells - first - second + 2 * both) / cells;
  const byChance = (first * second + (cells - first) * (cells - second)) / cells ** 2;
  return (agreed - byChance) / (1 - byChance);
}

/** The figures of several pairs of markings as a Markdown table, a line each. */
export function agreementTable(
  lines: readonly (readonly [
    what: string,
    texts: readonly TwoMarkings[],
    kinds?: readonly string[],
  ])[],
): string {
  return [
    '| | texts | first | second | both | positive agreement | kappa |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...lines.map(([what, texts, kinds]) => {
      const { first, second, both } = counts(texts, kinds);
      const positive = `${Math.round((200 * both) / (first + second))} %`;
      const cells = [what, texts.length, first, second, both, positive];
      return `| ${cells.join(' | ')} | ${kappa(texts, kinds).toFixed(2)} |`;
    }),
  ].join('\n');
}
