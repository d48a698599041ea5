import fc from 'fast-check';
import type { Formula } from '../src/index.js';

const made = new Map<number, fc.Arbitrary<Formula>>();

/**
 * Formulas over options 0..optionCount−1, of every kind, with empty and one-part connectives. Made once for
 * each number: to make the generator takes longer than to draw from it.
 */
export function formula(optionCount: number): fc.Arbitrary<Formula> {
  const known = made.get(optionCount) ?? formulaOf(optionCount);
  made.set(optionCount, known);
  return known;
}

function formulaOf(optionCount: number): fc.Arbitrary<Formula> {
  return fc.letrec<{ formula: Formula; parts: Formula[] }>((tie) => ({
    parts: fc.array(tie('formula'), { maxLength: 4 }),
    formula: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.record({ kind: fc.constant('option' as const), option: fc.nat(optionCount - 1) }),
      fc.record({ kind: fc.constant('constant' as const), value: fc.boolean() }),
      fc.record({ kind: fc.constant('not' as const), of: tie('formula') }),
      fc.record({ kind: fc.constantFrom('and', 'or', 'xor', 'iff'), of: tie('parts') }),
      fc.record({
        kind: fc.constant('count' as const),
        min: fc.integer({ min: -1, max: 5 }),
        max: fc.integer({ min: -1, max: 5 }),
        of: tie('parts'),
      }),
    ),
  })).formula;
}

/** Truth by definition, with nothing partial about it. */
export function truth(formula: Formula, code: number): boolean {
  switch (formula.kind) {
    case 'constant':
      return formula.value;
    case 'option':
      return Math.floor(code / 2 ** formula.option) % 2 === 1;
    case 'not':
      return !truth(formula.of, code);
    case 'and':
      return formula.of.every((part) => truth(part, code));
    case 'or':
      return formula.of.some((part) => truth(part, code));
    case 'xor':
      return formula.of.reduce((sum, part) => sum !== truth(part, code), false);
    case 'iff':
      return formula.of.reduce((same, part) => same === truth(part, code), true);
    case 'count': {
      const holding = formula.of.filter((part) => truth(part, code)).length;
      return formula.min <= holding && holding <= formula.max;
    }
  }
}
