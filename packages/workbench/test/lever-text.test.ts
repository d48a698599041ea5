// What a lever of the first screen writes into the text, to be tried and kept.
import { applyEdits } from '@standoff/language';
import { parseSituation } from '@standoff/language/parse';
import { answerLevers, briefing, Words, type Lever } from '@standoff/questions';
import { prepare } from '@standoff/situation';
import { expect, test } from 'vitest';
import { leverEdits } from '../src/views/overview/lever-text.js';
import { isWritable } from '../src/views/overview/writable.js';

const text = `situation "The pass"

actor North "North" {
  option open "Open the pass"
  option tax "Tax the traders"
  prefers {
    tax
    perhaps open
  }
}

actor South "South" {
  option trade "Send traders"
  prefers { trade iff North.open and not North.tax }
}

promise free "A free pass": not North.tax when North.open by North to South
`;

const model = parseSituation(text).model!;

/** The text with a lever, which can be read. */
function written(lever: Lever): string {
  expect(isWritable(model, lever)).toBe(true);
  const result = leverEdits(text, model, lever);
  expect(result).toMatchObject({ ok: true });
  return applyEdits(text, result.ok ? result.edits : []);
}

test('a promise made binding rules out what would break it', () => {
  const binding: Lever = {
    kind: 'change',
    id: 'change',
    name: 'A free pass',
    told: [],
    moves: [
      {
        kind: 'binding',
        cost: 2,
        commitment: 'free',
        label: 'A free pass',
        by: 'North',
        evidence: [],
      },
    ],
  };
  const after = written(binding);
  expect(after).toContain('always (not North.tax) if (North.open)');
  const { space } = prepare(parseSituation(after).model!);
  // Of eight states the two in which the pass is open and taxed.
  expect(space.size).toBe(6);
});

test('each answer to what is worth finding out can be tried', () => {
  const levers = answerLevers(new Words(model), model, briefing(prepare(model)));
  expect(levers.map(({ name }) => name)).toEqual(['If the answer is: Yes', 'If the answer is: No']);
  const [yes, no] = levers.map(written);
  expect(yes).toBe(text.replace('perhaps open', 'open'));
  expect(no).toBe(text.replace('    perhaps open\n', ''));
});

test('the order of two of three in no order has no words in the text', () => {
  const three = parseSituation(
    text.replace('perhaps open', 'in no order { open  not South.trade  not open if South.trade }'),
  ).model!;
  const levers = answerLevers(new Words(three), three, briefing(prepare(three)));
  expect(levers.length).toBeGreaterThan(0);
  for (const lever of levers) expect(isWritable(three, lever)).toBe(false);
});
