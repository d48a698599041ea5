import { readFileSync } from 'node:fs';
import { analysePrepared } from '@standoff/questions';
import { prepare } from '@standoff/situation';
import { parseSituation } from '@standoff/language/parse';
import { expect, test } from 'vitest';
import { standing } from '../src/answers/standing.js';
import { conclusionsOf } from '../src/views/grounds/conclusions.js';

const situation = (name: string) =>
  prepare(
    parseSituation(readFileSync(new URL(`../../../cases/${name}`, import.meta.url), 'utf8')).model!,
  );

test('without a state in the address it is today’s where it would hold, though it be not listed', () => {
  const { statusQuo, equilibria } = standing(situation('korea-2018/korea.standoff'));
  expect(equilibria.some(({ name }) => name.decimal === statusQuo.name.decimal)).toBe(false);
  const { conclusions, chosen } = conclusionsOf({ statusQuo, equilibria }, null);
  expect(chosen).toBe(String(statusQuo.name.decimal));
  expect(conclusions.map(({ id }) => id)).toEqual([
    chosen,
    ...equilibria.map(({ name }) => String(name.decimal)),
  ]);
});

test('where today’s state would not hold it is the first that would', () => {
  const result = analysePrepared(situation('chicken/chicken.standoff'));
  expect(conclusionsOf(result, null).chosen).toBe(String(result.equilibria[0].name.decimal));
});

test('a state of the address is among them once', () => {
  const result = analysePrepared(situation('chicken/chicken.standoff'));
  for (const asked of ['0', '1', '7']) {
    const { conclusions, chosen } = conclusionsOf(result, asked);
    expect(chosen).toBe(asked);
    expect(conclusions.filter(({ id }) => id === asked)).toHaveLength(1);
  }
});
