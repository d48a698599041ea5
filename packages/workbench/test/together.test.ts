import { expect, test } from 'vitest';
import { NO_ANSWER, renewed, type Answer } from '../src/answers/answer.js';
import { pairedLast } from '../src/answers/together.js';

const answer = (result: string, version: number): Answer<string> => ({
  ...NO_ANSWER,
  key: 'levels',
  state: 'current',
  result,
  version,
});

test('answers to a text that says the same as before are a pair of that text, and the same pair', () => {
  const before = [answer('table', 1), answer('levels', 1)] as const;
  const first = pairedLast(null, ...before);
  expect(first).toEqual({ version: 1, pair: ['table', 'levels'] });
  const [a, b] = before.map((one) => renewed({ ...one, state: 'stale' }, 1, 2) as Answer<string>);
  const second = pairedLast(first, a, b);
  expect(second?.version).toBe(2);
  expect(second?.pair).toBe(first?.pair);
});

test('as long as one of two answers is newer than the other, the last pair stays', () => {
  const first = pairedLast(null, answer('table', 1), answer('levels', 1));
  expect(pairedLast(first, answer('other table', 2), answer('levels', 1))).toBe(first);
  expect(pairedLast(first, answer('other table', 2), answer('levels', 2))).toEqual({
    version: 2,
    pair: ['other table', 'levels'],
  });
});
