import type { AstNode } from 'langium';
import { rangeOfProperty } from './positions.js';
import type { Reporter } from './reporter.js';

/** More digits after the point are refused, as numbers beyond the largest are. */
const MOST_DIGITS = 300;

/** A decimal of the text. */
export interface Decimal {
  /** The nearest there is. */
  readonly number: number;
  /** As written, where the number is another: "9007199254740993", "0.1000000000000000000001". */
  readonly exact: string | null;
}

/** The decimal that a property of a node holds; says where there is no number for it. */
export function readDecimal(
  node: AstNode,
  property: string,
  written: string,
  reporter: Reporter,
): Decimal {
  const number = Number(written);
  const [whole = '', fraction = ''] = written.replace(/^[+-]/, '').split('.');
  const tooLong = fraction.length > MOST_DIGITS;
  if (!Number.isFinite(number) || tooLong) {
    const shown = written.length > 24 ? `${written.slice(0, 20)}…` : written;
    reporter.say(
      'number-out-of-range',
      rangeOfProperty(node, property),
      tooLong
        ? `${shown} has ${fraction.length} digits after the point`
        : `${shown} has ${whole.length} digits, which is beyond the largest number`,
      {
        hint: tooLong
          ? `write at most ${MOST_DIGITS} digits after the point`
          : 'write a smaller number: of weights only how they compare matters',
      },
    );
    return { number, exact: null };
  }
  const decimal = plainDecimal(written);
  return { number, exact: decimal === String(number) ? null : decimal };
}

/** Without needless zeros and signs: of "+02.50" "2.5". */
export function plainDecimal(written: string): string {
  const [whole = '', fraction = ''] = written.replace(/^[+-]/, '').split('.');
  const digits = fraction.replace(/0+$/, '');
  const decimal = `${whole.replace(/^0+(?=\d)/, '')}${digits && `.${digits}`}`;
  return written.startsWith('-') && /[1-9]/.test(decimal) ? `-${decimal}` : decimal;
}

export const ZERO: Decimal = { number: 0, exact: null };

/** To the last digit, without an exponent. */
export function writtenOf({ number, exact }: Decimal): string {
  return exact ?? String(number);
}

/** Whether one decimal is above another, to the last digit. */
export function isAbove(a: Decimal, b: Decimal): boolean {
  if (a.number !== b.number) return a.number > b.number;
  const [first, second] = [a, b].map((decimal) => writtenOf(decimal).split('.'));
  const digits = Math.max(first?.[1]?.length ?? 0, second?.[1]?.length ?? 0);
  const scaled = ([whole = '', fraction = '']: readonly string[] = []): bigint =>
    BigInt(whole + fraction.padEnd(digits, '0'));
  return scaled(first) > scaled(second);
}

/** A number to the last digit, without an exponent: of 1e-7 "0.0000001". */
export function inFull(number: number): string {
  return shifted(number, 0);
}

/** A share of one in percent, to the last digit: of 0.123 "12.3". */
export function percentOf(share: number): string {
  return shifted(share, 2);
}

/** The decimal that a number is written as, its point so many places further on. */
function shifted(number: number, places: number): string {
  const [mantissa = '', exponent = '0'] = String(Math.abs(number)).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const point = whole.length + Number(exponent) + places;
  const digits = `${'0'.repeat(Math.max(0, 1 - point))}${whole}${fraction}`;
  const at = Math.max(1, point);
  const before = digits
    .slice(0, at)
    .padEnd(at, '0')
    .replace(/^0+(?=[0-9])/, '');
  const behind = digits.slice(at).replace(/0+$/, '');
  return `${number < 0 ? '-' : ''}${before}${behind && `.${behind}`}`;
}
