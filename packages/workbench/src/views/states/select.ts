import type { Concept } from '@standoff/situation';
import type { ConflictModel } from '@standoff/model';
import type { StateTable } from '@standoff/questions';

/** Which states are shown; all conditions must hold. */
export interface StateFilter {
  /** Words that the name of the state, the number or a taken option has. */
  readonly words: string;
  /** Ids of concepts, "any" for any of them, or "all" states. */
  readonly equilibrium: Concept | 'any' | 'all';
  readonly reached: 'all' | 'improvements' | 'moves';
  /** Id of a scenario; null: any. */
  readonly scenario: string | null;
  /** Where an expression holds; null: none is asked for. */
  readonly matching: Uint8Array | null;
}

/** The indexes of the states that a filter leaves: those held under most concepts first, then near ones. */
export function selectStates(
  table: StateTable,
  model: ConflictModel,
  filter: StateFilter,
): Int32Array {
  const { size, equilibria, improvements, moves, concepts } = table;
  const { equilibrium, reached, matching } = filter;
  const mask =
    equilibrium === 'all'
      ? null
      : equilibrium === 'any'
        ? 2 ** concepts.length - 1
        : 1 << concepts.indexOf(equilibrium);
  const distance = reached === 'improvements' ? improvements : reached === 'moves' ? moves : null;
  const within = table.scenarios.find(({ id }) => id === filter.scenario)?.has ?? null;
  const has = wordsFilter(table, model, filter.words);
  const kept: number[] = [];
  for (let s = 0; s < size; s++) {
    if (mask !== null && (equilibria[s] & mask) === 0) continue;
    if (distance !== null && distance[s] < 0) continue;
    if (within !== null && within[s] === 0) continue;
    if (matching !== null && matching[s] === 0) continue;
    if (has(s)) kept.push(s);
  }
  const near = (s: number): number =>
    improvements[s] >= 0 ? improvements[s] : moves[s] >= 0 ? 1000 + moves[s] : 1e6;
  const today = new Set(table.statusQuo);
  return Int32Array.from(kept).sort(
    (a, b) =>
      Number(today.has(b)) - Number(today.has(a)) ||
      held(equilibria[b]) - held(equilibria[a]) ||
      near(a) - near(b) ||
      a - b,
  );
}

function wordsFilter(
  { codes, label, labels }: StateTable,
  { options }: ConflictModel,
  words: string,
): (state: number) => boolean {
  const wanted = words.toLowerCase().trim();
  if (wanted === '') return () => true;
  const number = /^#?(\d+)$/.exec(wanted);
  if (number) return (s) => String(codes[s]).startsWith(number[1]);
  const named = labels.map((one) => one.toLowerCase().includes(wanted));
  let taken = 0;
  options.forEach((option, k) => {
    if (`${option.id} ${option.label}`.toLowerCase().includes(wanted)) taken |= 1 << k;
  });
  return (s) => (label[s] >= 0 && named[label[s]]) || (codes[s] & taken) !== 0;
}

function held(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
