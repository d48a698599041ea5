import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suggest } from '../src/aid/suggest.js';
import { readText } from '../src/reading/read-text.js';
import type { CarriedFinding, Suggestion } from '../src/suggestion.js';
import { twoReaders, type TwiceMarked } from './agreement.js';
import { unmark } from './marked.js';
import { score, SPEECH_ACTS, total, type Finding, type Gold, type Score } from './score.js';

const folder = import.meta.dirname;
const root = path.resolve(folder, '../../..');

/** Somebody else's text: beside the checkout on some machines, never inside it. */
export const ARTICLE = ['../shared/seed/article.txt', '../../shared/seed/article.txt']
  .map((file) => path.resolve(root, file))
  .find((file) => existsSync(file));

/** A folder of texts that are measured together. */
export type MeasuredSet =
  | 'building'
  | 'measured'
  | 'apart'
  | 'acts/seen'
  | 'acts/apart'
  | 'article';

/** The reading aid's figures on one set; null for the article where it is not at hand. */
export async function measure(set: MeasuredSet): Promise<Score | null> {
  if (set === 'article' && ARTICLE === undefined) return null;
  return total(await Promise.all(textsOf(set).map(({ gold, bytes }) => scored(gold, bytes))));
}

/** How many lines the aid proposes in a set, and how many findings more these carry. */
export async function proposed(set: MeasuredSet): Promise<{ lines: number; carried: number }> {
  const found = await Promise.all(
    textsOf(set).map(async ({ gold, bytes }) => suggestedIn(gold, bytes)),
  );
  const all = found.flat();
  return {
    lines: all.length,
    carried: all.reduce((sum, { carries = [] }) => sum + carries.length, 0),
  };
}

function textsOf(set: MeasuredSet): readonly { readonly gold: Gold; readonly bytes: Uint8Array }[] {
  return readdirSync(path.join(folder, set))
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const file = path.join(folder, set, name);
      return {
        gold: JSON.parse(readFileSync(file, 'utf8')) as Gold,
        bytes: readFileSync(set === 'article' ? ARTICLE! : file.replace(/\.json$/u, '.txt')),
      };
    });
}

async function suggestedIn(gold: Gold, bytes: Uint8Array): Promise<readonly Suggestion[]> {
  return suggest(await readText(bytes, { name: gold.text }), { source: 'text' });
}

/** The same by a second reader’s marks, where there are any in the set. Of some texts these are speech acts only. */
export async function measureBySecond(set: TwiceMarked['set']): Promise<Score> {
  const texts = twoReaders().filter((text) => text.set === set);
  const scores = await Promise.all(
    texts.map(({ name, second }) => {
      const file = path.join(folder, set, name.replace('.marked.txt', ''));
      const gold = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as Gold;
      const { annotations } = unmark(second);
      return scored({ ...gold, annotations }, readFileSync(`${file}.txt`));
    }),
  );
  return total(scores);
}

async function scored(gold: Gold, bytes: Uint8Array): Promise<Score> {
  const findings = findingsOf(await suggestedIn(gold, bytes));
  return score(
    gold,
    findings.filter(({ kind }) => isMarked(gold, kind)),
  );
}

/** Some texts were read for speech acts alone, and the older ones not for options. */
function isMarked({ annotations }: Gold, kind: string): boolean {
  const isRead = (one: string): boolean => annotations.some((each) => each.kind === one);
  return (
    SPEECH_ACTS.some((act) => act === kind) || (kind === 'option' ? isRead(kind) : isRead('actor'))
  );
}

/** Suggestions as the score takes them: each mention of an actor is a finding, and so is what a line carries. */
export function findingsOf(suggestions: readonly Suggestion[]): Finding[] {
  return suggestions.flatMap(({ id, also = [], carries = [], by, ...own }) => [
    ...[own.passage, ...also].map((passage) => ({
      ...findingOf({ ...own, passage }),
      ...(own.kind === 'actor' ? { referent: id } : {}),
      ...(by === undefined ? {} : { by }),
    })),
    ...carries.map(findingOf),
  ]);
}

function findingOf({ kind, passage, date, strength }: CarriedFinding): Finding {
  return {
    kind,
    start: passage.start,
    end: passage.end,
    ...(date === undefined ? {} : { date }),
    ...(strength === undefined ? {} : { strength }),
  };
}
