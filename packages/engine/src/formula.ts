import { EngineError } from './errors.js';

/** A Boolean formula over option numbers (0 is the first option and the lowest bit of a state code). */
export type Formula =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'option'; readonly option: number }
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'and' | 'or' | 'xor' | 'iff'; readonly of: readonly Formula[] }
  /** True where at least `min` and at most `max` of the parts are. */
  | {
      readonly kind: 'count';
      readonly min: number;
      readonly max: number;
      readonly of: readonly Formula[];
    };

/**
 * Whether the formula holds in the state with this code.
 * @throws EngineError 'bad-argument' for an option that a code has no bit for.
 */
export function holds(formula: Formula, code: number): boolean {
  expectOptions(formula, 32);
  return partialTruth(formula, -1, code) === 1;
}

/**
 * Three-valued truth when only the options in the bit set `known` are decided, as `code` says:
 * 1 true, 0 false, -1 open. Open may be answered although every completion agrees; never the reverse.
 */
export function partialTruth(formula: Formula, known: number, code: number): -1 | 0 | 1 {
  switch (formula.kind) {
    case 'constant':
      return formula.value ? 1 : 0;
    case 'option': {
      const bit = 1 << formula.option;
      return (known & bit) === 0 ? -1 : (code & bit) === 0 ? 0 : 1;
    }
    case 'not': {
      const truth = partialTruth(formula.of, known, code);
      return truth === -1 ? -1 : truth === 0 ? 1 : 0;
    }
    case 'and':
    case 'or': {
      const decisive = formula.kind === 'or' ? 1 : 0;
      let open = false;
      for (const part of formula.of) {
        const truth = partialTruth(part, known, code);
        if (truth === decisive) return decisive;
        if (truth === -1) open = true;
      }
      return open ? -1 : decisive === 1 ? 0 : 1;
    }
    case 'xor':
    case 'iff': {
      // Both chains associate, so only the parity of the false (iff) or true (xor) parts counts.
      const counted = formula.kind === 'xor' ? 1 : 0;
      let parity = 0;
      for (const part of formula.of) {
        const truth = partialTruth(part, known, code);
        if (truth === -1) return -1;
        if (truth === counted) parity ^= 1;
      }
      return formula.kind === 'xor' ? (parity as 0 | 1) : parity === 0 ? 1 : 0;
    }
    case 'count': {
      let yes = 0;
      let open = 0;
      for (const part of formula.of) {
        const truth = partialTruth(part, known, code);
        if (truth === 1) yes++;
        else if (truth === -1) open++;
      }
      if (yes > formula.max || yes + open < formula.min) return 0;
      return yes >= formula.min && yes + open <= formula.max ? 1 : -1;
    }
  }
}

/** The options a formula mentions, as a bit set. */
export function optionsOf(formula: Formula): number {
  switch (formula.kind) {
    case 'constant':
      return 0;
    case 'option':
      return 1 << formula.option;
    case 'not':
      return optionsOf(formula.of);
    default:
      return formula.of.reduce((bits, part) => bits | optionsOf(part), 0);
  }
}

/**
 * @throws EngineError 'bad-argument' unless all options of the formula are among the first so many.
 *   Beyond 32 an option would silently be taken for another one.
 */
export function expectOptions(formula: Formula, optionCount: number): void {
  switch (formula.kind) {
    case 'constant':
      return;
    case 'option': {
      const { option } = formula;
      if (Number.isInteger(option) && option >= 0 && option < optionCount) return;
      throw new EngineError(
        'bad-argument',
        `a formula names option ${option}; there are ${optionCount}, counted from 0`,
      );
    }
    case 'not':
      expectOptions(formula.of, optionCount);
      return;
    default:
      for (const part of formula.of) expectOptions(part, optionCount);
  }
}
