import type { Stretch } from '../sentences.js';
import { TITLES } from './actor-words.js';

/** A word for an office that is held in a body. */
const OFFICE = new RegExp(
  `(?<![\\p{L}-])(?:${[...TITLES, 'chief', 'boss', 'founder', 'rector', 'dean', 'organi[sz]er', 'steward', 'lawyer', 'counsel', 'trustee', 'coordinator', 'treasurer', 'member'].join('|')})(?![\\p{L}-])`,
  'iu',
);

/** Letters before and behind a person in which the office is looked for. */
const REACH = 90;

/**
 * Where the words stand beside a person that say which office in which body: "Ferrol’s chief executive,
 * Anders Quist", "Anders Quist, chief executive of Ferrol", "Ana Ruiz of the dockers’ union".
 */
export function* officesBeside(
  text: string,
  sentence: Stretch,
  start: number,
  end: number,
): Iterable<{ readonly from: number; readonly to: number }> {
  const first = Math.max(sentence.start, start - REACH);
  const before = text.slice(first, start);
  // The office with its body stands directly before: no other clause, no verb of saying between.
  const [head] =
    /(?:^|[,;:–—"“”(] |\b(?:and|but|that|while|when|as) )?([^,;:–—"“”()]*),? $/u.exec(before) ?? [];
  if (head !== undefined && OFFICE.test(head) && !SAID.test(head))
    yield { from: start - head.length, to: start };
  const after = text.slice(end, Math.min(sentence.end, end + REACH));
  const [behind] =
    /^(?:, (?:(?!who\b|which\b)[^,;:–—"“”()])+|,? of (?:the )?\p{Lu}[\p{L}’'-]*(?: (?:(?:of|and|for) )?\p{Lu}[\p{L}’'-]*)*)/u.exec(
      after,
    ) ?? [];
  if (behind !== undefined && (OFFICE.test(behind) || behind.startsWith(' of ')))
    yield { from: end + (behind.startsWith(',') ? 2 : 1), to: end + behind.length };
}

const SAID = /\b(?:said|says|told|met|meets|urged|asked|accused|called|and)\b/u;
