import { applyEdits } from '@standoff/language';
import { parseSituation } from '@standoff/language/parse';
import { readText } from '@standoff/evidence/read';
import { NO_ANNOTATIONS, textVersion, withAnchor } from '@standoff/evidence/records';
import { describe, expect, test } from 'vitest';
import { blankDraft } from '../src/forms/draft-of.js';
import { editOf, statementKind, type MakingDraft } from '../src/source/makings.js';
import { keptAs, marked, withStatement } from '../src/source/marking.js';
import { openFrom } from '../src/source/use-sentences.js';

const SITUATION = `situation "The bridge"

source gazette "Two towns"

actor North "Northbank" {
  option toll "Charge a toll"
}
`;

const words = 'Two towns\n\nNorthbank can charge a toll. It will.\n\nSouthbank can not.\n';
const read = await readText(new TextEncoder().encode(words), { format: 'text' });
const text = { ...read, version: textVersion(read.text) };
const statement = { kind: 'can', by: null, strength: null } as const;

function mark(quote: string, annotations = NO_ANNOTATIONS, keep: 'quote' | 'digest' = 'quote') {
  const start = text.text.indexOf(quote);
  expect(start).toBeGreaterThanOrEqual(0);
  const range = { start, end: start + quote.length };
  return marked(text, annotations, { source: 'gazette', range, statement, keep });
}

function markedRight(...given: Parameters<typeof mark>) {
  const result = mark(...given);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

describe('words that are marked', () => {
  test('are a statement with the next name, without the space around them', () => {
    const first = markedRight(' charge a ');
    expect(first).toMatchObject({ known: false, reference: '@gazette:P1#s1' });
    expect(first.annotation.words.exact).toBe('charge a');
    const file = withStatement(NO_ANNOTATIONS, first.annotation);
    expect(markedRight('charge a', file)).toMatchObject({
      known: true,
      reference: '@gazette:P1#s1',
    });
    expect(markedRight('It will.', file).reference).toBe('@gazette:P1#s2');
  });

  test('are kept as those that were marked last', () => {
    const digest = markedRight('It will.', NO_ANNOTATIONS, 'digest').annotation;
    expect(digest.words.exact).not.toContain('will');
    expect(keptAs(NO_ANNOTATIONS, 'gazette')).toBe('quote');
    expect(keptAs(withStatement(NO_ANNOTATIONS, digest), 'gazette')).toBe('digest');
    expect(keptAs(withStatement(NO_ANNOTATIONS, digest), 'other')).toBe('quote');
  });

  test('are refused over the end of a paragraph, or where there are none', () => {
    expect(mark('It will.\n\nSouthbank')).toMatch(/runs over the end of a paragraph/);
    expect(mark(' ')).toMatch(/no words/);
  });

  test('take no name that other words have been given meanwhile', () => {
    const [one, other] = [markedRight('It will.').annotation, markedRight('can not').annotation];
    const file = withAnchor(NO_ANNOTATIONS, one);
    expect(withStatement(file, one)).toBe(file);
    expect(() => withStatement(file, other)).toThrow(/meanwhile/);
  });
});

const DRAFT: MakingDraft = {
  making: 'actor',
  label: '',
  name: '',
  actor: 'North',
  today: 'open',
  wants: '',
  more: null,
  inferred: false,
  because: '',
};

describe('what is made of a passage', () => {
  const { model } = parseSituation(SITUATION);
  const made = (part: Partial<MakingDraft>): string => {
    const result = editOf({ ...DRAFT, ...part }, '@gazette:P1#s1', model!)(SITUATION);
    if (!result.ok) return result.refusal.message;
    const after = applyEdits(SITUATION, result.edits);
    expect(parseSituation(after).model).not.toBeNull();
    return after
      .split('\n')
      .filter((line) => !SITUATION.split('\n').includes(line))
      .join(' ')
      .trim();
  };

  test.each([
    [
      { making: 'actor', label: 'The "other" town', name: 'other' },
      /^actor other "The \\"other\\" town"\s+@gazette:P1#s1$/,
    ],
    [
      { making: 'option', label: 'Close', name: 'close', today: 'taken' },
      /^option close "Close"\s+taken\s+@gazette:P1#s1$/,
    ],
    [
      { making: 'wish', wants: 'not North.toll', label: 'Peace' },
      /not North\.toll\s+as "Peace"\s+@gazette:P1#s1/,
    ],
    [
      { making: 'wish', wants: 'North.toll', inferred: true, because: 'it says so' },
      /North\.toll\s+inferred from @gazette:P1#s1\s+because "it says so"/,
    ],
    [
      { making: 'left out', label: 'It will.', because: 'no date' },
      /^left out "It will\."\s+@gazette:P1#s1\s+because "no date"$/,
    ],
  ] as const)('%j', (part, line) => {
    expect(made(part)).toMatch(line);
  });

  test('a promise, an event and a claim have their own fields', () => {
    const commitment = blankDraft(model!, 'commitment');
    if (commitment.kind !== 'commitment') throw new Error('no commitment');
    const threat = { ...commitment, is: 'threat', content: 'North.toll' } as const;
    expect(made({ making: 'commitment', more: threat })).toMatch(/^threat North\.toll\s+@gazette/);
    expect(statementKind({ ...DRAFT, making: 'commitment', more: threat })).toBe('threatens');
    const event = blankDraft(model!, 'event');
    expect(made({ making: 'event', label: 'A vote', more: event })).toBe('it needs a date');
    const claim = blankDraft(model!, 'claim');
    expect(made({ making: 'claim', label: 'It pays', name: 'pays', more: claim })).toMatch(
      /^claim pays "It pays"\s+stated\s+@gazette/,
    );
  });

  test.each([
    [{ making: 'actor' }, 'it needs a label'],
    [{ making: 'actor', label: '…' }, 'it needs a name'],
    [{ making: 'wish' }, 'it is not said what is wished'],
    [{ making: 'option', label: 'x', name: 'x', actor: '' }, 'it is not said which actor’s it is'],
    [{ making: 'left out', label: 'x' }, 'it is not said why it is left out'],
    [{ making: 'actor', label: 'x', name: 'x', inferred: true }, 'it is not said why you infer it'],
  ] as const)('%j is not whole', (part, why) => {
    expect(made(part)).toBe(why);
  });

  test('what would leave an error in the situation is refused', () => {
    expect(made({ making: 'actor', label: 'Again', name: 'North' })).toMatch(/North/);
  });
});

test('open sentences are gone through in both directions, round the ends', () => {
  const block = text.paragraphs[0];
  const open = [5, 20, 40].map((start, k) => ({
    start,
    end: start + 3,
    paragraph: k,
    sentence: 1,
    block,
  }));
  expect(openFrom(open, null, 1)?.start).toBe(5);
  expect(openFrom(open, 5, 1)?.start).toBe(20);
  expect(openFrom(open, 40, 1)?.start).toBe(5);
  expect(openFrom(open, 5, -1)?.start).toBe(40);
  expect(openFrom(open, null, -1)?.start).toBe(40);
  expect(openFrom([], 5, 1)).toBeNull();
});
