import { readFileSync } from 'node:fs';
import { analysePrepared, stateTable } from '@standoff/questions';
import { prepare } from '@standoff/situation';
import { parseSituation } from '@standoff/language/parse';
import { expect, test } from 'vitest';
import { conclusionsOf, type Conclusion } from '../src/views/grounds/conclusions.js';

const situation = (name: string) =>
  prepare(
    parseSituation(readFileSync(new URL(`../../../cases/${name}`, import.meta.url), 'utf8')).model!,
  );

const korea = situation('korea-2018/korea.standoff');
const chicken = situation('chicken/chicken.standoff');
const conclusions = (prepared: typeof korea, asked: string | null) =>
  conclusionsOf(stateTable(prepared), prepared.model, asked);
const ids = (list: readonly Conclusion[]): string[] => list.map(({ id }) => id);

test('without a state in the address it is today’s where it would hold, and the equilibria are those of the analysis', () => {
  const { statusQuo, equilibria } = analysePrepared(korea);
  const today = String(statusQuo.name.decimal);
  const { conclusions: all, chosen } = conclusions(korea, null);
  expect(chosen).toBe(today);
  expect(all).toHaveLength(60);
  expect(all[0].id).toBe(today);
  const held = new Set(equilibria.map(({ name }) => String(name.decimal)));
  for (const { id } of all) expect(held).toContain(id);
});

test('where today’s state would not hold it is the first that would', () => {
  const { statusQuo, equilibria } = analysePrepared(chicken);
  const { conclusions: all, chosen } = conclusions(chicken, null);
  const others = equilibria.map(({ name }) => String(name.decimal));
  expect(ids(all)[0]).toBe(String(statusQuo.name.decimal));
  expect(ids(all).slice(1).sort()).toEqual(others.sort());
  expect(chosen).toBe(all[1].id);
});

test('a state of the address is among them once', () => {
  for (const asked of ['0', '1', '7']) {
    const { conclusions: all, chosen } = conclusions(chicken, asked);
    expect(chosen).toBe(asked);
    expect(ids(all).filter((id) => id === asked)).toHaveLength(1);
  }
});
