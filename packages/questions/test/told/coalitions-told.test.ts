import type { CoalitionMove } from '../../src/coalitions/answer.js';
import { expect, test } from 'vitest';
import { telling } from '../../src/coalitions/tell.js';

const move = (members: string, ...stays: CoalitionMove['stays']): CoalitionMove =>
  ({ coalition: members.split('+'), stays }) as unknown as CoalitionMove;

test('a larger coalition is told only where it can leave more freely than a part of it', () => {
  const pair = move('A+B', 'CGMR');
  const other = move('A+C', 'CGMR', 'CSEQ');
  const freer = move('A+B+C');
  const same = move('A+B+D', 'CGMR');
  expect(telling([pair, other, freer, same])).toEqual([freer, pair, other]);
});
