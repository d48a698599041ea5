import type { ConflictModel, Direction, Option, Proposition } from '@standoff/model';

/** What stands in the way of one change of an option, as `cannot move` has it. */
export function changeBarred(id: string, to: boolean): { from: Proposition; to: Proposition } {
  const taken: Proposition = { op: 'option', id };
  const open: Proposition = { op: 'not', arg: taken };
  return to ? { from: open, to: taken } : { from: taken, to: open };
}

/**
 * The model in which an option that `cannot move` keeps from being taken up, or given up, is one that can
 * be changed one way only, as forms with a direction for each option have it.
 */
export function withDirections(model: ConflictModel): ConflictModel {
  const told = new Set<number>();
  const ruleOn = ({ id, owner }: Option, taken: boolean): number => {
    const { from, to } = changeBarred(id, taken);
    return model.disallowed.findIndex(
      (rule) => rule.actor === owner && same(rule.from, from) && same(rule.to, to),
    );
  };
  const options = model.options.map((option): Option => {
    const [up, down] = [ruleOn(option, true), ruleOn(option, false)];
    // One that can be changed neither way has no direction.
    if (option.direction !== 'both' || up < 0 === down < 0) return option;
    told.add(Math.max(up, down));
    const direction: Direction = up < 0 ? 'forward' : 'back';
    return { ...option, direction };
  });
  return { ...model, options, disallowed: model.disallowed.filter((_, k) => !told.has(k)) };
}

const same = (a: Proposition, b: Proposition): boolean => JSON.stringify(a) === JSON.stringify(b);
