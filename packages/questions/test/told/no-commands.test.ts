import { readFileSync } from 'node:fs';
import type { Block } from '@standoff/document';
import { parseSituation } from '@standoff/language/parse';
import { situationOf, type Situation } from '@standoff/situation';
import { expect, it } from 'vitest';
import { THOROUGH } from '../../../../test/thorough.js';
import {
  answerTo,
  QUESTION_NAMES,
  questionNamed,
  takesOthers,
  Words,
  type QuestionName,
} from '../../src/index.js';

/** The words of blocks that every reader sees: hints for who types commands are left out. */
function words(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (Array.isArray(part)) return part.flatMap(words);
  if (part === null || typeof part !== 'object') return [];
  if ('inline' in part && part.inline === 'terminal') return [];
  return Object.values(part).flatMap(words);
}

/** A case, read once: what one question has worked out the next one takes. */
function once(file: string): () => Situation {
  let made: Situation | undefined;
  return () => {
    const at = new URL(`../../../../cases/${file}.standoff`, import.meta.url);
    return (made ??= situationOf(parseSituation(readFileSync(at, 'utf8')).model!));
  };
}

const korea = once('korea-2018/korea');
const border = once('border/border');
const misperception = once('euphrates-1975-misperception/euphrates-1975-misperception');

/** What takes longest of the Korean case: of a smaller one, which has something to be asked about too. */
const SMALLER: Readonly<Partial<Record<QuestionName, () => Situation>>> = THOROUGH
  ? {}
  : {
      briefing: border,
      coalitions: border,
      evidence: border,
      grounds: border,
      mediate: border,
      perceive: misperception,
      sensitivity: border,
      states: border,
    };

it.each(QUESTION_NAMES.filter((name) => !takesOthers(questionNamed(name).takes)))(
  '%s names no option of the command where none is typed',
  async (name) => {
    const question = questionNamed(name);
    const situation = (SMALLER[name] ?? korea)();
    const { model } = situation;
    expect(question.applies(model)).toBe(true);
    const answer = await answerTo(question, situation);
    const tell = await question.tell();
    const blocks: readonly Block[] = tell(new Words(model), answer, model, []);
    expect(words(blocks).filter((one) => /(?<![\w-])--[a-z]/.test(one))).toEqual([]);
  },
);
