import { takenIn, type Prepared } from '@standoff/situation';
import type { Evidence, OptionId } from '@standoff/model';
import { sayer } from './comparison.js';

/** A change of a decision maker's own options that is no move, and what rules it out. */
export interface RuledOut {
  readonly takes: readonly OptionId[];
  readonly drops: readonly OptionId[];
  readonly by: readonly Reason[];
}

type Reason =
  /** The option cannot be given up once taken, or not taken up again once given up. */
  | { readonly kind: 'direction'; readonly option: OptionId; readonly change: 'drop' | 'take' }
  | {
      readonly kind: 'constraint' | 'transition';
      readonly id: string;
      readonly text: string;
      readonly evidence: readonly Evidence[];
    };

/** With more options of its own than these, the changes of a decision maker are too many to list. */
const MOST_OPTIONS = 12;

/**
 * Every change of the decision maker's own options that it cannot make from a state, those of the
 * fewest options first. Null: it has too many options for all changes to be looked at.
 */
export function ruledOut(prepared: Prepared, mover: number, state: number): RuledOut[] | null {
  const { model, space, deciders } = prepared;
  const own = model.options.flatMap(({ owner }, k) => (owner === deciders[mover].id ? [k] : []));
  if (own.length > MOST_OPTIONS) return null;
  const code = space.codes[state];
  const found: RuledOut[] = [];
  for (let change = 1; change < 1 << own.length; change++) {
    const changed = own.filter((_, k) => ((change >>> k) & 1) === 1);
    const to = changed.reduce((bits, k) => (bits ^ (1 << k)) >>> 0, code);
    const by = reasons(prepared, mover, code, to);
    if (by.length === 0) continue;
    const ids = changed.map((k) => model.options[k].id);
    const taken = new Set(takenIn(prepared, state));
    found.push({
      takes: ids.filter((id) => !taken.has(id)),
      drops: ids.filter((id) => taken.has(id)),
      by,
    });
  }
  const size = ({ takes, drops }: RuledOut): number => takes.length + drops.length;
  return found.sort((a, b) => size(a) - size(b));
}

/** Why there is no move between two sets of options that differ in the mover's own: empty, there is. */
function reasons({ model, lowering, deciders }: Prepared, mover: number, from: number, to: number) {
  const by: Reason[] = [];
  model.options.forEach(({ id, direction }, k) => {
    const [was, is] = [(from >>> k) & 1, (to >>> k) & 1];
    if (was === is) return;
    if (direction === 'forward' && was === 1)
      by.push({ kind: 'direction', option: id, change: 'drop' });
    if (direction === 'back' && was === 0)
      by.push({ kind: 'direction', option: id, change: 'take' });
  });
  for (const { id, text, evidence, must } of model.constraints)
    if (!lowering.holds(must, to)) by.push({ kind: 'constraint', id, text, evidence });
  for (const { id, actor, from: before, to: after, evidence } of model.disallowed)
    if (actor === deciders[mover].id && lowering.holds(before, from) && lowering.holds(after, to)) {
      const say = sayer(model);
      const text = `from ${say(before)} to ${say(after)}`;
      by.push({ kind: 'transition', id, text, evidence });
    }
  return by;
}
