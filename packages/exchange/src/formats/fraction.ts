/** A number to the last digit; the lower part is above 0. */
export interface Fraction {
  readonly upper: bigint;
  readonly lower: bigint;
}

/** More digits than that are no payoff that anybody wrote. */
const MOST_DIGITS = 300;

/** "3", "-1/2", "0.25" or "1e-3"; null: it is none of these. */
export function fractionOf(text: string): Fraction | null {
  const found = /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4})|\/(\d+))?$/.exec(text);
  if (found === null) return null;
  const [, sign, whole, decimals = '', exponent = '0', lower = '1'] = found;
  const power = Number(exponent) - decimals.length;
  if (text.length > MOST_DIGITS || Math.abs(power) > MOST_DIGITS || BigInt(lower) === 0n)
    return null;
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${decimals}` || '0');
  return {
    upper: digits * 10n ** BigInt(Math.max(power, 0)),
    lower: BigInt(lower) * 10n ** BigInt(Math.max(-power, 0)),
  };
}

/** Less than 0 where the first is less, 0 where both are alike. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.upper * b.lower, b.upper * a.lower];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Both together. */
export function sum(a: Fraction, b: Fraction): Fraction {
  return { upper: a.upper * b.lower + b.upper * a.lower, lower: a.lower * b.lower };
}
