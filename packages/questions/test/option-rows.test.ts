import { parseSituation } from '@standoff/language/parse';
import { expect, test } from 'vitest';
import { optionRows } from '../src/told/option-rows.js';

const { model } = parseSituation(`situation "S"
actor A "Ann" {
  option wait "Wait"
  choice way "How the goods cross" one of {truck "In a truck" taken, boat "By boat"}
}
actor B "Bob" { option sign "Sign" }
agreement t1 "One treaty" between A, B
agreement t2 "Another treaty" between A, B
choice regime "The treaty" at most one of {t1, t2}
chance rain "It rains"
`);

test('a choice is one row, in tables and of each party, where its first member stands', () => {
  expect(
    optionRows(model!).map(({ owner, label, members, choice }) => [
      owner,
      label,
      choice,
      members.map((one) => one.label).join(' | '),
    ]),
  ).toEqual([
    ['A', 'Wait', false, 'Wait'],
    ['A', 'How the goods cross', true, 'In a truck | By boat'],
    ['A', 'The treaty', true, 'One treaty | Another treaty'],
    ['B', 'Sign', false, 'Sign'],
    ['B', 'The treaty', true, 'One treaty | Another treaty'],
    ['chance', 'It rains', false, 'It rains'],
  ]);
});
