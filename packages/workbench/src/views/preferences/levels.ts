import type { ConflictModel } from '@standoff/model';
import { firmMask, type PreferenceLevels, type StateTable } from '@standoff/questions';

/** What stands in a level that the reader knows: today's state, those that would hold, scenarios. */
export interface Level {
  /** Indexes of its states: today's first, then those that would hold, then those with a name. */
  readonly states: readonly number[];
  readonly today: boolean;
  /** How many of them would hold without anybody acting against its interest, and how many at a price. */
  readonly firm: number;
  readonly priced: number;
  /** What the author calls states of it, in the order of the situation. */
  readonly named: readonly string[];
  /** Scenarios, by their place in the table, whose best state is here, and those whose worst is. */
  readonly begins: readonly number[];
  readonly ends: readonly number[];
}

/**
 * The levels of a preference, best first.
 * @param model of the same text
 */
export function levelsOf(
  table: StateTable,
  { levels, level }: PreferenceLevels,
  model: ConflictModel,
): Level[] {
  const firm = firmMask(table.concepts);
  const known = (s: number): number =>
    table.statusQuo.includes(s)
      ? 0
      : (table.equilibria[s] & firm) !== 0
        ? 1
        : table.label[s] >= 0
          ? 2
          : 3;
  const states: number[][] = Array.from({ length: levels }, () => []);
  for (let s = 0; s < table.size; s++) states[level[s]].push(s);
  const bits = new Map(model.options.map(({ id }, k) => [id, 2 ** k]));
  const named = new Map(
    model.states.map(({ label, taken }) => [
      taken.reduce((code, id) => code + (bits.get(id) ?? 0), 0),
      label,
    ]),
  );
  const spans = table.scenarios.map(({ has }) => spanOf(has, level));
  return states.map((own, k) => {
    const held = own.filter((s) => (table.equilibria[s] & firm) !== 0).length;
    return {
      states: own.sort((a, b) => known(a) - known(b) || a - b),
      today: own.some((s) => table.statusQuo.includes(s)),
      firm: held,
      priced: own.filter((s) => table.equilibria[s] !== 0).length - held,
      named: own.flatMap((s) => named.get(table.codes[s]) ?? []),
      begins: spans.flatMap((span, scenario) => (span?.best === k ? [scenario] : [])),
      ends: spans.flatMap((span, scenario) =>
        span !== null && span.worst === k && span.worst !== span.best ? [scenario] : [],
      ),
    };
  });
}

/** The best and the worst level in which a set has a state; null for an empty one. */
function spanOf(
  has: Uint8Array,
  level: Int32Array,
): { readonly best: number; readonly worst: number } | null {
  let best = Infinity;
  let worst = -1;
  for (let s = 0; s < has.length; s++) {
    if (has[s] === 0) continue;
    best = Math.min(best, level[s]);
    worst = Math.max(worst, level[s]);
  }
  return worst < 0 ? null : { best, worst };
}
