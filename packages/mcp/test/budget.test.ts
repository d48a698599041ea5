import { expect, it } from 'vitest';
import { jsonWithin, linesWithin, tokensIn } from '../src/budget.js';

const how = (whole: number): string => `more: ${whole}`;

it('cuts behind a whole line and says how to get the rest', () => {
  const text = Array.from({ length: 100 }, (_, k) => `line ${k} of a hundred lines`).join('\n');
  expect(linesWithin(text, 10_000, how)).toBe(text);
  const cut = linesWithin(text, 100, how);
  expect(tokensIn(cut)).toBeLessThanOrEqual(100);
  const lines = cut.split('\n');
  expect(lines[0]).toBe('line 0 of a hundred lines');
  expect(lines.at(-1)).toMatch(/^\[cut here: more: \d+\]$/);
  expect(lines.at(-2)).toMatch(/lines$/);
});

it('cuts a value at its longest lists, then at its last fields, and names what is missing', () => {
  const value = {
    first: ['a', 'b'],
    list: Array.from({ length: 500 }, (_, k) => `word ${k}`),
    last: 'x'.repeat(100),
  };
  const whole = JSON.parse(jsonWithin(value, 100_000, how)) as object;
  expect(whole).toEqual(value);
  const short = jsonWithin(value, 120, how);
  expect(tokensIn(short)).toBeLessThanOrEqual(120);
  const read = JSON.parse(short) as { first: string[]; cut: Record<string, unknown> };
  expect(read.first).toEqual(['a', 'b']);
  expect(read.cut['/list']).toBeGreaterThan(480);
  const tiny = JSON.parse(jsonWithin(value, 30, how)) as object;
  expect(tiny).toHaveProperty('toSeeAll');
});

it('counts letters of other scripts as more than those of English', () => {
  expect(tokensIn('the harbour is closed')).toBeLessThan(8);
  expect(tokensIn('항구가 닫혔다')).toBeGreaterThanOrEqual(8);
  expect(tokensIn('🚢🚢')).toBe(6);
});
