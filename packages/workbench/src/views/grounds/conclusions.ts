import { CONCEPTS, holdOf } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import type { StateTable } from '@standoff/questions';
import { selectStates } from '../states/select.js';

/** A state that can be asked about: what rests on what that it would hold. */
export interface Conclusion {
  /** Its decimal. */
  readonly id: string;
  readonly label: string;
}

/** So many equilibria can be chosen. */
const LISTED = 60;

/**
 * Today's state and the equilibria, and which of them is asked about: the one of the address,
 * added where it is none of them; without one today's state where it holds, else the first equilibrium.
 */
export function conclusionsOf(
  table: StateTable,
  model: ConflictModel,
  asked: string | null,
): { readonly conclusions: readonly Conclusion[]; readonly chosen: string } {
  const { codes, equilibria, label, labels, statusQuo } = table;
  const [now] = statusQuo;
  const today = String(codes[now]);
  const others = [
    ...selectStates(table, model, {
      words: '',
      equilibrium: 'any',
      reached: 'all',
      scenario: null,
      matching: null,
    }).slice(0, LISTED),
  ].filter((s) => s !== now);
  const conclusions = [
    { id: today, label: `Today’s state #${today}` },
    ...others.map((s) => {
      const hold = holdOf(CONCEPTS.filter((_, c) => (equilibria[s] >>> c) & 1))!;
      const name = label[s] < 0 ? 'State' : `“${labels[label[s]]}”`;
      return { id: String(codes[s]), label: `${name} #${codes[s]} · ${hold.title.toLowerCase()}` };
    }),
  ];
  const known = asked !== null && conclusions.some(({ id }) => id === asked);
  const chosen =
    asked ?? (equilibria[now] !== 0 || others.length === 0 ? today : conclusions[1].id);
  return {
    conclusions:
      asked === null || known ? conclusions : [...conclusions, { id: asked, label: `#${asked}` }],
    chosen,
  };
}
