import type { CoalitionMove } from '@standoff/analysis';
import { expect, test } from 'vitest';
import { heldBack, telling } from '../src/views/coalitions/telling.js';

const move = (members: string, ...stays: CoalitionMove['stays']): CoalitionMove =>
  ({ coalition: members.split('+'), stays }) as unknown as CoalitionMove;

test('what keeps a coalition from leaving', () => {
  expect(heldBack(move('A+B'))).toBe('free');
  expect(heldBack(move('A+B', 'CGMR', 'CSMR'))).toBe('at a price');
  expect(heldBack(move('A+B', 'CGMR', 'CSEQ'))).toBe('in their interest');
});

test('a larger coalition is told only where it can leave more freely than a part of it', () => {
  const pair = move('A+B', 'CGMR');
  const other = move('A+C', 'CGMR', 'CSEQ');
  const freer = move('A+B+C');
  const same = move('A+B+D', 'CGMR');
  expect(telling([pair, other, freer, same])).toEqual([freer, pair, other]);
});
