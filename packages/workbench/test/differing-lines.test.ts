import { diffLines } from 'diff';
import { expect, test } from 'vitest';
import { differingLines } from '../src/document/differing-lines.js';

test('what differs is shown with three equal lines around it', () => {
  const lines = Array.from({ length: 30 }, (_, k) => `line ${k}`);
  const after = lines.with(10, 'another').toSpliced(12, 1);
  const shown = differingLines(diffLines(`${lines.join('\n')}\n`, `${after.join('\n')}\n`));
  expect(shown.map(({ is, text }) => `${is}: ${text}`)).toEqual([
    'left: … 7 equal lines …',
    'equal: line 7',
    'equal: line 8',
    'equal: line 9',
    'removed: line 10',
    'added: another',
    'equal: line 11',
    'removed: line 12',
    'equal: line 13',
    'equal: line 14',
    'equal: line 15',
    'left: … 14 equal lines …',
  ]);
});

test('of equal texts all is left out', () => {
  expect(differingLines(diffLines('a\nb\nc\n', 'a\nb\nc\n'))).toEqual([
    { is: 'left', text: '… 3 equal lines …' },
  ]);
});
