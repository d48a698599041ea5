import { takenIn, type Prepared } from '@standoff/situation';
import type { Evidence, OptionId, Proposition } from '@standoff/model';

/** A change of a decision maker's own options that is no move, and what rules it out. */
export interface RuledOut {
  /** Options that it would take up. */
  readonly takes: readonly OptionId[];
  /** Options that it would give up. */
  readonly drops: readonly OptionId[];
  /** Each of them is enough. */
  readonly by: readonly RuledOutBy[];
}

export type RuledOutBy =
  | {
      /** The option cannot be given up once taken, or not taken up again once given up. */
      readonly kind: 'direction';
      /** Which option. */
      readonly option: OptionId;
      /** What cannot be done with it. */
      readonly change: 'drop' | 'take';
    }
  | {
      /** The state that it would lead to is not feasible. */
      readonly kind: 'constraint';
      /** The id of the constraint. */
      readonly id: string;
      /** What has to hold in every state. */
      readonly must: Proposition;
      /** What it rests on. */
      readonly evidence: readonly Evidence[];
    }
  | {
      /** It is said that the actor cannot move from such states to such states. */
      readonly kind: 'transition';
      /** The id of what says so. */
      readonly id: string;
      /** What holds before. */
      readonly from: Proposition;
      /** What holds after. */
      readonly to: Proposition;
      /** What it rests on. */
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
function reasons(
  { model, lowering, deciders }: Prepared,
  mover: number,
  from: number,
  to: number,
): RuledOutBy[] {
  const by: RuledOutBy[] = [];
  model.options.forEach(({ id, direction }, k) => {
    const [was, is] = [(from >>> k) & 1, (to >>> k) & 1];
    if (was === is) return;
    if (direction === 'forward' && was === 1)
      by.push({ kind: 'direction', option: id, change: 'drop' });
    if (direction === 'back' && was === 0)
      by.push({ kind: 'direction', option: id, change: 'take' });
  });
  for (const { id, evidence, must } of model.constraints)
    if (!lowering.holds(must, to)) by.push({ kind: 'constraint', id, must, evidence });
  for (const { id, actor, from: before, to: after, evidence } of model.disallowed)
    if (actor === deciders[mover].id && lowering.holds(before, from) && lowering.holds(after, to))
      by.push({ kind: 'transition', id, from: before, to: after, evidence });
  return by;
}
