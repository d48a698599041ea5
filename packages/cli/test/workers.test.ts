import { analyse } from '@standoff/questions';
import { parseSituation } from '@standoff/language/parse';
import { expect, it } from 'vitest';
import { left, remaining } from '../src/progress.js';
import { crowd } from './crowd.js';
import { call } from './in-process.js';

it('worker threads give what one thread gives', async () => {
  // 65 536 states and five decision makers: enough for threads to be started.
  const text = crowd(16);
  const { stdout, stderr, status } = await call(
    ['analyse', '-', '--json', '--concepts', 'Nash,SEQ,SMR', '--limit', '7'],
    { input: text },
  );
  expect([status, stderr]).toEqual([0, '']);
  const here = analyse(parseSituation(text).model!, { concepts: ['Nash', 'SMR', 'SEQ'], limit: 7 });
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(here)));
  expect(here.equilibria).toHaveLength(7);
  expect(here.tally.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(7);
});

it('tells how long it still takes once that can be told', () => {
  expect(left(remaining(1000, 0.5))).toBe('');
  expect(left(remaining(5000, 0.01))).toBe('');
  expect(left(remaining(5000, 0.5))).toBe(', about 5 s left');
  expect(left(remaining(60_000, 0.1))).toBe(', about 9 min left');
  expect(left(remaining(60_000, 1))).toBe('');
});

it('lists no more equilibria than asked for, and counts them all', async () => {
  const input = 'situation "S" actor A { option a option b option c }';
  const of = async (
    ...more: string[]
  ): Promise<{ equilibria: unknown[]; tally: { count: number }[] }> =>
    JSON.parse((await call(['analyse', '-', '--json', ...more], { input })).stdout) as never;
  expect((await of()).equilibria).toHaveLength(8);
  const { equilibria, tally } = await of('--limit', '3');
  expect(equilibria).toHaveLength(3);
  expect(tally.reduce((sum, { count }) => sum + count, 0)).toBe(8);
  for (const bad of ['0', '-1', 'x', '1.5'])
    expect((await call(['analyse', '-', '--limit', bad], { input })).status).toBe(2);
});

it('an unknown command is sent to the list of commands', async () => {
  const { stderr, status } = await call(['frobnicate']);
  expect(status).toBe(2);
  expect(stderr).toContain("unknown command 'frobnicate'");
  expect(stderr).toContain('see: standoff --help');
});

it.each([
  [['analyse', '-', '--extension', 'e'], /Choose from a, b, c, d, or write all/],
  [['analyse', '-', '--coalitions', 'A+X'], /no decision maker called X/],
  [['analyse', '-', '--coalitions', 'A+A'], /A stands in the partition twice/],
  [['analyse', '--coalitions', './here'], /Write the case before --coalitions/],
  [['coalitions', '-', '--size', '0'], /whole number from 1/],
  [['coalitions', '-', '--size', '2', '--partition', 'A+B'], /cannot be used with/],
  [['explain', '-', '--extension', 'a', '--concept', 'SIM'], /defined for Nash, GMR/],
  [['explain', '-', '--extension', 'a', '--slack'], /--slack counts swaps/],
] as const)('%j is refused with a word on what to do', async (args, message) => {
  const input = 'situation "S" actor A { option a } actor B { option b }';
  const { stderr, stdout, status } = await call(args, { input });
  expect(stdout).toBe('');
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
});
