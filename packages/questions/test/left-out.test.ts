import { prepare, situationOf } from '@standoff/situation';
import { expect, test } from 'vitest';
import { leftOutWords } from '../src/briefing/left-out.js';
import { briefing } from '../src/briefing/solve.js';
import { evidence } from '../src/evidence/solve.js';
import { modelOf } from '../../situation/test/situations.js';

const text = `situation "A strike"
source s "The paper"
actor U "The union" {
  option strike "Strike" @s:P3
  option sue "Sue" @s:P9
  prefers { strike }
}
left out "Exams come in April only" @s:P2-P4 because "no date changes who can move"
left out "The judge is ill" @s:P9`;

test('a briefing and what rests on what tell what is left out, beside what it may touch', () => {
  const model = modelOf(text);
  const { leftOut } = briefing(situationOf(model));
  expect(leftOut!.map(({ text: said, touches }) => [said, touches])).toEqual([
    ['Exams come in April only', ['U.strike']],
    ['The judge is ill', []],
  ]);
  expect(leftOutWords(leftOut!)).toBe(
    ' Left out on purpose: 2 statements, of which 1 may touch this.',
  );
  expect(evidence(prepare(model)).leftOut).toMatchObject([
    { text: 'Exams come in April only', because: 'no date changes who can move' },
    { text: 'The judge is ill', because: null },
  ]);
});

test('nothing is said where nothing is left out', () => {
  const model = modelOf(text.replace(/left out.*/g, ''));
  expect(briefing(situationOf(model)).leftOut).toBeUndefined();
  expect(evidence(prepare(model)).leftOut).toBeUndefined();
});
