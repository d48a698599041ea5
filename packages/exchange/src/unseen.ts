import { holds } from '@standoff/engine';
import type { Actor } from '@standoff/model';
import type { Prepared } from '@standoff/situation';
import { cover, type Pattern } from './pattern.js';

/**
 * The moves of a decision maker that are ruled out, as GMCR+ can say it: all those to and from some
 * states, and no others. Null where it is otherwise.
 */
export function unseenBy(prepared: Prepared, { id, options }: Actor): Pattern[] | null {
  const { model, space, lowering } = prepared;
  const codes = [...space.codes];
  const rules = model.disallowed
    .filter(({ actor }) => actor === id)
    .map(({ from, to }) => {
      const formulas = [lowering.formula(from), lowering.formula(to)];
      return formulas.map((formula) => codes.map((code) => holds(formula, code)));
    });
  if (rules.length === 0) return [];
  const own = options.map((option) => lowering.option(option)!);
  const mask = own.reduce((bits, k) => bits | (1 << k), 0);
  const possible = (from: number, to: number): boolean =>
    own.every((k) => {
      const [before, after] = [(from >>> k) & 1, (to >>> k) & 1];
      const { direction } = model.options[k];
      return (
        before === after || direction === 'both' || (direction === 'forward') === (after === 1)
      );
    });
  const groups = new Map<number, number[]>();
  codes.forEach((code, s) => {
    const group = groups.get(code & ~mask);
    if (group) group.push(s);
    else groups.set(code & ~mask, [s]);
  });
  const moves = [...groups.values()].flatMap((group) =>
    group.flatMap((s) =>
      group
        .filter((t) => t !== s && possible(codes[s], codes[t]))
        .map((t) => ({ s, t, barred: rules.some(([from, to]) => from[s] && to[t]) })),
    ),
  );
  const free = new Set(moves.filter(({ barred }) => !barred).flatMap(({ s, t }) => [s, t]));
  if (moves.some(({ s, t, barred }) => barred && free.has(s) && free.has(t))) return null;
  const hidden = new Set(
    moves.flatMap(({ s, t, barred }) => (barred ? [s, t] : [])).filter((s) => !free.has(s)),
  );
  return cover(
    [...hidden].map((s) => codes[s]),
    codes.filter((_, s) => !hidden.has(s)),
    [...model.options.keys()],
  );
}
