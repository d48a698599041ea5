import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inProportion, type CutList } from '../src/in-proportion.js';

/** What a JSON Pointer leads to. */
function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((inner, name) => (inner as Record<string, unknown>)[name], value);
}

const { tree } = fc.letrec<{ tree: unknown; list: unknown[]; object: Record<string, unknown> }>(
  (tie) => ({
    tree: fc.oneof({ maxDepth: 3 }, fc.string(), fc.integer(), tie('list'), tie('object')),
    list: fc.array(tie('tree'), { maxLength: 12 }),
    object: fc.dictionary(fc.string(), tie('tree'), { maxKeys: 4 }),
  }),
);

it('cuts lists behind their first items, and says which by how many', () => {
  fc.assert(
    fc.property(tree, fc.integer({ min: 20, max: 2000 }), (content, room) => {
      const answer: { readonly content: unknown } = { content };
      const { cut = [], ...rest } = inProportion(answer, room);
      if (JSON.stringify(answer).length <= room) expect(rest).toEqual(answer);
      for (const { list, more } of cut) {
        const whole = at(answer, list) as unknown[];
        expect((at(rest, list) as unknown[]).length + more).toBe(whole.length);
        expect(more).toBeGreaterThan(0);
      }
    }),
  );
});

it('cuts the longest list, and leaves whole what is short', () => {
  const item = { taken: ['A.a', 'B.b'], text: 'x'.repeat(200) };
  const answer: { readonly cut?: CutList[] } & Record<string, unknown> = {
    options: Array.from({ length: 20 }, (_, k) => ({ id: `o${k}` })),
    states: Array.from({ length: 1000 }, () => item),
  };
  const { cut, options, states } = inProportion(answer, 20_000);
  expect(options).toEqual(answer['options']);
  expect(cut).toEqual([{ list: '/states', more: 1000 - (states as []).length }]);
  expect(JSON.stringify({ cut, options, states }).length).toBeGreaterThan(14_000);
});
