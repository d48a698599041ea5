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

it('shows the beginning of a line that no such answer has room for', () => {
  const long = `first words ${'and others '.repeat(400)}`;
  const cut = linesWithin(`head\n${long}`, 100, how).split('\n');
  expect(cut).toEqual(['head', expect.stringMatching(/^first words .*…$/), expect.any(String)]);
  expect(tokensIn(cut.join('\n'))).toBeLessThanOrEqual(100);
  expect(tokensIn(cut.join('\n'))).toBeGreaterThan(85);
});

it('gives as much of a list as there is room for', () => {
  const value = { list: Array.from({ length: 20_000 }, (_, k) => `word ${k}`) };
  for (const room of [100, 800, 5000, 50_000]) {
    const short = jsonWithin(value, room, how);
    expect(tokensIn(short)).toBeLessThanOrEqual(room);
    expect([room, tokensIn(short) > room * 0.95]).toEqual([room, true]);
    const { list, cut } = JSON.parse(short) as { list: string[]; cut: Record<string, number> };
    expect(list.length + cut['/list']).toBe(value.list.length);
  }
});

it('keeps what is refused, and why, where the words are long', () => {
  const refusal = { refused: 'ill-written', why: 'w'.repeat(9000), do: 'd'.repeat(9000), at: 'x' };
  const short = jsonWithin(refusal, 780, how);
  expect(tokensIn(short)).toBeLessThanOrEqual(780);
  expect(JSON.parse(short)).toMatchObject({
    refused: 'ill-written',
    why: expect.stringMatching(/^w{300}…$/) as string,
    do: expect.stringMatching(/^d{300}…$/) as string,
    cut: { '/why': '8700 letters', '/do': '8700 letters' },
  });
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
