import type { ExchangeNote } from './format.js';
import type { OutlineOption } from './outline.js';
import type { Pattern } from './pattern.js';

/** So many options, unknown, make 4096 status quos. */
const MOST_UNKNOWN = 12;

/**
 * Where things stand, for a file that does not say it: nothing is taken where that can be; else the
 * options are unknown that the broken rules are about and those that other rules tie to these, which would
 * otherwise settle them; or, where these are too many, nothing is known to
 * be taken and `check` says which rule is broken.
 */
export function withoutStatusQuo(
  options: readonly Omit<OutlineOption, 'initially'>[],
  never: readonly Pattern[],
): { readonly options: OutlineOption[]; readonly note: ExchangeNote } {
  const about = tiedTo(unknownOptions(never), never);
  const said = {
    place: null,
    message:
      about.size === 0
        ? 'The file does not say where things stand: nothing is taken; write `taken` where an option is'
        : 'The file does not say where things stand, and nothing taken is ruled out: options are `unknown`; write `taken` or `open` in its place',
  };
  return {
    options: options.map((option, k) => ({
      ...option,
      initially: about.has(k) ? 'unknown' : 'open',
    })),
    note: said,
  };
}

/** The options that have to be unknown so that some state is feasible. */
function unknownOptions(never: readonly Pattern[]): ReadonlySet<number> {
  const about = new Set<number>();
  const holdsNow = (pattern: Pattern, taken: ReadonlySet<number>): boolean =>
    pattern.every((literal) => taken.has(literal.option) === literal.taken);
  const broken = (taken: ReadonlySet<number>): Pattern[] =>
    never.filter((pattern) => holdsNow(pattern, taken));
  for (;;) {
    const numbers = [...about];
    const sets = Array.from(
      { length: 2 ** numbers.length },
      (_, choice) => new Set(numbers.filter((_, k) => (choice >> k) & 1)),
    );
    const rules = sets.map(broken);
    if (rules.some((list) => list.length === 0)) return about;
    const further = rules
      .flat(2)
      .map(({ option }) => option)
      .filter((one) => !about.has(one));
    for (const option of further) about.add(option);
    if (further.length === 0 || about.size > MOST_UNKNOWN) return new Set();
  }
}

/** These options and those that rules tie to them, one by one; these alone, where they are too many. */
function tiedTo(about: ReadonlySet<number>, never: readonly Pattern[]): ReadonlySet<number> {
  const tied = new Set(about);
  for (let before = -1; before < tied.size;) {
    before = tied.size;
    for (const rule of never)
      if (rule.some(({ option }) => tied.has(option)))
        for (const { option } of rule) tied.add(option);
  }
  return tied.size > MOST_UNKNOWN ? about : tied;
}
