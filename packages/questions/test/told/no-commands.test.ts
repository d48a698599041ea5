import { readFileSync } from 'node:fs';
import type { Block } from '@standoff/document';
import { parseSituation } from '@standoff/language/parse';
import { situationOf } from '@standoff/situation';
import { expect, it } from 'vitest';
import { answerTo, QUESTION_NAMES, questionNamed, Words } from '../../src/index.js';

/** The words of blocks that every reader sees: hints for who types commands are left out. */
function words(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (Array.isArray(part)) return part.flatMap(words);
  if (part === null || typeof part !== 'object') return [];
  if ('inline' in part && part.inline === 'terminal') return [];
  return Object.values(part).flatMap(words);
}

const file = new URL('../../../../cases/korea-2018/korea.standoff', import.meta.url);
const model = parseSituation(readFileSync(file, 'utf8')).model!;
// What one question has worked out the next one takes.
const situation = situationOf(model);

it.each(QUESTION_NAMES.filter((name) => name !== 'compare'))(
  '%s names no option of the command where none is typed',
  async (name) => {
    const question = questionNamed(name);
    const answer = await answerTo(question, situation);
    const tell = await question.tell();
    const blocks: readonly Block[] = tell(new Words(model), answer, model, []);
    expect(words(blocks).filter((one) => /(?<![\w-])--[a-z]/.test(one))).toEqual([]);
  },
);
