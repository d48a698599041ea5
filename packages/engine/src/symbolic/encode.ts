import type { Formula } from '../formula.js';
import { FALSE, TRUE, type Bdd, type Edge } from './bdd.js';
import type { IntegerWeight, LargePreference } from './large-model.js';

/** The formula's function. @param variableOf the variable of an option. */
export function encode(bdd: Bdd, formula: Formula, variableOf: (option: number) => number): Edge {
  const part = (f: Formula): Edge => encode(bdd, f, variableOf);
  switch (formula.kind) {
    case 'constant':
      return formula.value ? TRUE : FALSE;
    case 'option':
      return bdd.variable(variableOf(formula.option));
    case 'not':
      return bdd.not(part(formula.of));
    case 'and':
      return formula.of.reduce((all, f) => bdd.and(all, part(f)), TRUE);
    case 'or':
      return formula.of.reduce((any, f) => bdd.or(any, part(f)), FALSE);
    case 'xor':
      return formula.of.reduce((sum, f) => bdd.xor(sum, part(f)), FALSE);
    case 'iff':
      return formula.of.reduce((same, f) => bdd.not(bdd.xor(same, part(f))), TRUE);
    case 'count':
      return encodeCount(bdd, formula.min, formula.max, formula.of.map(part));
  }
}

/** Where at least `min` and at most `max` of the parts hold. */
function encodeCount(bdd: Bdd, min: number, max: number, parts: readonly Edge[]): Edge {
  if (min > parts.length || max < 0 || max < min) return FALSE;
  // atLeast[k]: at least k of the parts seen so far hold.
  const atLeast: Edge[] = [TRUE, ...parts.map(() => FALSE), FALSE];
  for (const part of parts)
    for (let k = parts.length; k > 0; k--)
      atLeast[k] = bdd.or(atLeast[k], bdd.and(atLeast[k - 1], part));
  return bdd.minus(atLeast[Math.max(min, 0)], atLeast[Math.min(max, parts.length) + 1]);
}

/** A preference as statements, most important first: of two states the better is the one in which
 *  the first statement that tells them apart holds. */
export function encodePreference(
  bdd: Bdd,
  preference: LargePreference,
  variableOf: (option: number) => number,
): Edge[] {
  return preference.form === 'statements'
    ? preference.statements.map((statement) => encode(bdd, statement, variableOf))
    : encodeSum(bdd, preference.weights, variableOf);
}

/**
 * The binary digits of the sum of the weights, the highest first: they order the states as the sum
 * does. A negative weight counts as its amount where the formula fails, which only shifts the sum.
 */
function encodeSum(
  bdd: Bdd,
  weights: readonly IntegerWeight[],
  variableOf: (option: number) => number,
): Edge[] {
  const unit = weights.reduce((divisor, { weight }) => gcd(divisor, weight), 0n);
  /** The digits so far, the lowest first. */
  let digits: Edge[] = [];
  for (const { of, weight } of weights) {
    if (weight === 0n) continue;
    const holds = encode(bdd, of, variableOf);
    const gate = weight > 0n ? holds : bdd.not(holds);
    let rest = (weight > 0n ? weight : -weight) / unit;
    let carry: Edge = FALSE;
    const sum: Edge[] = [];
    for (let k = 0; k < digits.length || rest > 0n; k++) {
      const digit = digits[k] ?? FALSE;
      const added = rest % 2n === 1n ? gate : FALSE;
      rest /= 2n;
      const odd = bdd.xor(digit, added);
      sum.push(bdd.xor(odd, carry));
      carry = bdd.ite(odd, carry, digit);
    }
    digits = [...sum, carry];
  }
  return digits.reverse().filter((digit) => digit !== FALSE);
}

/** The greatest common divisor, from 0 up. */
function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}
