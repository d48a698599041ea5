import type { OptionId, Proposition } from '@standoff/model';

/** An option, by its number, and whether it is taken. */
export interface Literal {
  /** The number of the option, from 0. */
  readonly option: number;
  /** Whether it is taken. */
  readonly taken: boolean;
}

/** What a row of Y, N and dashes says: holds in a state where every one of these does; always, where there are none. */
export type Pattern = readonly Literal[];

/** The pattern as a proposition; null where it always holds. */
export function conjunction(pattern: Pattern, ids: readonly OptionId[]): Proposition | null {
  const args = pattern.map(({ option, taken }): Proposition => {
    const one: Proposition = { op: 'option', id: ids[option] };
    return taken ? one : { op: 'not', arg: one };
  });
  return args.length > 1 ? { op: 'and', args } : (args[0] ?? null);
}

/** That one of the patterns holds; null where one of them always does. */
export function disjunction(
  patterns: readonly Pattern[],
  ids: readonly OptionId[],
): Proposition | null {
  const args = patterns.map((pattern) => conjunction(pattern, ids));
  if (args.includes(null)) return null;
  return args.length > 1 ? { op: 'or', args: args as Proposition[] } : args[0];
}

/**
 * Patterns that hold in all the states `on` and in none of `off`, each as short as it can be: of every
 * state not yet met the options are left out one by one where no state of `off` is met for it, first
 * those not taken, the last of them first. The states that stand in neither list may be met.
 * @param on codes of states, and `off`; none stands in both
 */
export function cover(
  on: readonly number[],
  off: readonly number[],
  options: readonly number[],
): Pattern[] {
  return shortest(on, Uint32Array.from(off), options, false);
}

/** The same of patterns no two of which hold in one state of `on`, as a place of a ranking has them. */
export function partition(
  on: readonly number[],
  off: readonly number[],
  options: readonly number[],
): Pattern[] {
  return shortest(on, Uint32Array.from(off), options, true);
}

function shortest(
  on: readonly number[],
  off: Uint32Array,
  options: readonly number[],
  apart: boolean,
): Pattern[] {
  const patterns: { readonly mask: number; readonly value: number }[] = [];
  const whole = options.reduce((mask, option) => mask | (1 << option), 0);
  let open = Uint32Array.from(on);
  const met: number[] = [];
  while (open.length > 0) {
    const [code] = open;
    let mask = whole;
    const leaving = [0, 1].flatMap((bit) =>
      options.filter((option) => ((code >>> option) & 1) === bit).reverse(),
    );
    for (const option of leaving) {
      const shorter = mask & ~(1 << option);
      if (!meets(off, code, shorter) && !(apart && meets(met, code, shorter))) mask = shorter;
    }
    patterns.push({ mask, value: code & mask });
    if (apart) for (const other of open) if (((other ^ code) & mask) === 0) met.push(other);
    open = open.filter((other) => ((other ^ code) & mask) !== 0);
  }
  return patterns.map(({ mask, value }) =>
    options
      .filter((option) => (mask >>> option) & 1)
      .map((option) => ({ option, taken: ((value >>> option) & 1) === 1 })),
  );
}

/** Whether one of the codes is the same as `code` in the bits of the mask. */
function meets(codes: ArrayLike<number>, code: number, mask: number): boolean {
  for (let k = 0; k < codes.length; k++) if (((codes[k] ^ code) & mask) === 0) return true;
  return false;
}
