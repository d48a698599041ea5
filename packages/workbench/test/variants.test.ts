import { expect, test } from 'vitest';
import type { CaseFile, CaseFiles, CaseStore, Conflict, Saved } from '../src/case-store.js';
import { CaseVariants } from '../src/variants/case-variants.js';
import {
  NO_VARIANTS,
  offeredName,
  printVariants,
  readVariants,
  renamed,
  withoutVariant,
  withVariant,
  type Variant,
} from '../src/variants/variants.js';

const one: Variant = {
  id: '0123abcd',
  name: 'Both give way',
  note: 'as the second report has it',
  kept: '2026-01-02T03:04:05.000Z',
  madeFrom: 'a'.repeat(64),
  text: 'situation "x"\n',
};
const other: Variant = { ...one, id: '0123abce', name: 'Variant 1' };

test('what is kept is read back, with what other programs have put beside it', () => {
  const file = withVariant(withVariant(NO_VARIANTS, one), other);
  expect(readVariants(printVariants(file)).variants).toEqual([one, other]);
  const more = JSON.stringify({
    schema: 'standoff/variants/1',
    by: 'somebody',
    variants: [{ ...one, colour: 'red' }],
  });
  const changed = renamed(readVariants(more), one.id, { name: 'New', note: '' });
  expect(JSON.parse(printVariants(changed))).toEqual({
    schema: 'standoff/variants/1',
    by: 'somebody',
    variants: [{ ...one, colour: 'red', name: 'New', note: '' }],
  });
});

test('one that was removed goes back to its place; what changes nothing gives the same file', () => {
  const file = withVariant(withVariant(NO_VARIANTS, one), other);
  const without = withoutVariant(file, one.id);
  expect(without.variants).toEqual([other]);
  expect(withVariant(without, one, 0).variants).toEqual([one, other]);
  expect(withVariant(file, one)).toBe(file);
  expect(withoutVariant(without, one.id)).toBe(without);
  expect(renamed(without, one.id, { name: 'x', note: '' })).toBe(without);
});

test.each([
  ['{', /variants\.json is not JSON/],
  ['[]', /no JSON object/],
  ['{}', /no list “variants”/],
  ['{"schema":1,"variants":[]}', /of the form “1”/],
  ['{"schema":"standoff/variants/2"}', /of the form “standoff\/variants\/2”/],
  ['{"schema":"standoff/variants/1"}', /no list “variants”/],
  [withItem(7), /variant 1 that is no object/],
  [withItem({ ...one, text: 3 }), /variant 1 whose “text” is no text/],
  [withItem({ ...one, name: ' ' }), /variant 1 without a name/],
  [withItem({ ...one, id: 'x' }), /variant 1 whose “id” is not/],
  [withItem({ ...one, kept: 'yesterday' }), /variant 1 whose “kept” is no time/],
  [withItem(one, one), /variant 2 whose “id” another one has already/],
])('%s is refused as a whole', (text, message) => {
  expect(() => readVariants(text)).toThrow(message);
});

test('the name that is offered is what was done last, or a number, and no other variant has it', () => {
  expect(offeredName([], 'moved NK.3')).toBe('Moved NK.3');
  expect(offeredName([], null)).toBe('Variant 1');
  expect(offeredName([{ ...one, name: 'Moved NK.3' }], 'moved NK.3')).toBe('Variant 2');
  expect(offeredName([one, { ...other, name: 'Variant 3' }], null)).toBe('Variant 4');
});

test('two pages keep variants of one case: neither loses what the other kept', async () => {
  const { store, file } = memory();
  const [here, there] = [new CaseVariants(store, none, 'a'), new CaseVariants(store, none, 'a')];
  const at = new Date('2026-01-02T03:04:05Z');
  const kept = await here.keep('b', { name: 'B', note: '', at });
  await there.keep('c', { name: 'C', note: '', at });
  const names = () => readVariants(file()!.text).variants.map(({ name }) => name);
  expect(names()).toEqual(['B', 'C']);
  await here.remove(kept!.id);
  expect(names()).toEqual(['C']);
  expect(here.state.getState().variants.map(({ name }) => name)).toEqual(['C']);
  const next = await there.keep('d', { name: 'D', note: '', at });
  const [c] = readVariants(file()!.text).variants;
  expect(c.madeFrom).toBe(kept!.madeFrom);
  expect(next!.madeFrom).not.toBe(c.madeFrom);
});

test('a file that cannot be used is told and left as it is', async () => {
  const broken = { text: '{"schema":"standoff/variants/9"}', version: 'v' };
  const { store, file } = memory(broken);
  const variants = new CaseVariants(store, { ...none, 'variants.json': broken }, 'a');
  expect(variants.state.getState().broken).toMatch(/move it away to begin anew/);
  expect(await variants.keep('b', { name: 'B', note: '', at: new Date(0) })).toBeNull();
  expect(variants.state.getState().problem).toMatch(/^Not stored: variants\.json/);
  expect(file()).toEqual(broken);
});

const none: CaseFiles = { situation: { text: 'a', version: 'a' } };

function withItem(...variants: readonly unknown[]): string {
  return JSON.stringify({ schema: 'standoff/variants/1', variants });
}

/** A store of one file that refuses what is not based on it. */
function memory(stored: CaseFile | null = null): { store: CaseStore; file: () => CaseFile | null } {
  let file = stored;
  let count = 0;
  const store = {
    save(_: string, text: string, basedOn: string | null): Promise<Saved | Conflict> {
      if ((file?.version ?? null) !== basedOn)
        return Promise.resolve({ saved: false, present: file });
      file = { text, version: `v${count++}` };
      return Promise.resolve({ saved: true, version: file.version });
    },
    watch: () => () => undefined,
  } as unknown as CaseStore;
  return { store, file: () => file };
}
