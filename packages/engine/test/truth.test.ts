import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countSet, isSet, stateSpace, TruthTable } from '../src/index.js';
import { formula, truth } from './random-formula.js';

const codes = Array.from({ length: 128 }, (_, code) => code);

test('for all states at once what holds in each', () => {
  fc.assert(
    fc.property(
      fc.subarray(codes),
      fc.array(formula(7), { minLength: 1 }),
      (feasible, formulas) => {
        const table = new TruthTable(stateSpace(7, Uint32Array.from(feasible)));
        for (const f of formulas) {
          const bits = table.of(f);
          const expected = feasible.map((code) => truth(f, code));
          expect(feasible.map((_, s) => isSet(bits, s))).toEqual(expected);
          // Nothing is set beyond the last state.
          expect(countSet(bits)).toBe(expected.filter(Boolean).length);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('columns that were handed out can be changed without harm', () => {
  const table = new TruthTable(stateSpace(1, Uint32Array.of(0, 1)));
  table.of({ kind: 'option', option: 0 }).fill(0);
  expect(Array.from(table.of({ kind: 'option', option: 0 }))).toEqual([2]);
});

test('bits are counted', () => {
  fc.assert(
    fc.property(fc.uint32Array(), (bits) => {
      const ones = Array.from(bits, (word) => word.toString(2).replaceAll('0', '').length);
      expect(countSet(bits)).toBe(ones.reduce((sum, k) => sum + k, 0));
    }),
  );
  expect(countSet(Uint32Array.of(0xffffffff, 0xffffffff))).toBe(64);
});
