import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds, optionsOf, partialTruth, type Formula } from '../src/index.js';
import { formula, truth } from './random-formula.js';

const OPTIONS = 5;
const CODES = Array.from({ length: 2 ** OPTIONS }, (_, code) => code);

test('holds: the definition, in every state', () => {
  fc.assert(
    fc.property(formula(OPTIONS), (f) => {
      for (const code of CODES) expect(holds(f, code)).toBe(truth(f, code));
    }),
    { numRuns: 1000 },
  );
});

test('partial truth is what all completions agree on', () => {
  let decided = 0;
  fc.assert(
    fc.property(formula(OPTIONS), fc.nat(31), fc.nat(31), (f, known, code) => {
      const partial = partialTruth(f, known, code);
      if (partial === -1) return;
      decided++;
      for (const other of CODES)
        if ((other & known) === (code & known)) expect(truth(f, other)).toBe(partial === 1);
    }),
    { numRuns: 2000 },
  );
  expect(decided).toBeGreaterThan(500);
});

test('partial truth sees what is settled early', () => {
  const [a, b, c] = [0, 1, 2].map((option): Formula => ({ kind: 'option', option }));
  // Only option 0 is known.
  expect(partialTruth({ kind: 'or', of: [b, a] }, 1, 1)).toBe(1);
  expect(partialTruth({ kind: 'or', of: [b, a] }, 1, 0)).toBe(-1);
  expect(partialTruth({ kind: 'and', of: [b, a] }, 1, 0)).toBe(0);
  expect(partialTruth({ kind: 'and', of: [b, a] }, 1, 1)).toBe(-1);
  expect(partialTruth({ kind: 'xor', of: [a, b] }, 1, 1)).toBe(-1);
  expect(partialTruth({ kind: 'not', of: a }, 1, 1)).toBe(0);
  expect(partialTruth({ kind: 'count', min: 0, max: 0, of: [a, b, c] }, 1, 1)).toBe(0);
  expect(partialTruth({ kind: 'count', min: 3, max: 3, of: [a, b, c] }, 1, 0)).toBe(0);
  expect(partialTruth({ kind: 'count', min: 1, max: 3, of: [a, b, c] }, 1, 1)).toBe(1);
  expect(partialTruth({ kind: 'count', min: 1, max: 2, of: [a, b, c] }, 1, 1)).toBe(-1);
});

test('options mentioned', () => {
  const f: Formula = {
    kind: 'count',
    min: 1,
    max: 1,
    of: [
      { kind: 'not', of: { kind: 'option', option: 3 } },
      {
        kind: 'xor',
        of: [
          { kind: 'option', option: 29 },
          { kind: 'constant', value: true },
        ],
      },
    ],
  };
  expect(optionsOf(f)).toBe((1 << 3) | (1 << 29));
});
