import type { ConflictModel, Constraint, Grounded, OptionLiteral, PartialDate } from './model.js';
import type { Proposition } from './proposition.js';

/** What follows by itself where something holds: nobody's move. */
export interface Consequence extends Grounded {
  /** "consequence-1", … in the order written. */
  readonly id: string;
  /** What brings it about. */
  readonly when: Proposition;
  /** What is taken, or no longer taken, after it. */
  readonly then: readonly OptionLiteral[];
  /** In the author’s words, on one line. */
  readonly text: string;
}

/** What is so from a day on, unless something else is: nobody's move. */
export interface Deadline extends Grounded {
  /** "deadline-1", … in the order written. */
  readonly id: string;
  /** The day. */
  readonly by: PartialDate;
  /** What keeps it from happening; null: nothing does. */
  readonly unless: Proposition | null;
  /** What is taken, or no longer taken, from the day on. */
  readonly then: readonly OptionLiteral[];
  /** In the author’s words, on one line. */
  readonly text: string;
}

/** The model with the rule that its consequences come to: what follows, has followed in every feasible state. */
export function withConsequences(model: ConflictModel): ConflictModel {
  const { consequences = [] } = model;
  return consequences.length === 0
    ? model
    : { ...model, constraints: [...model.constraints, ...consequences.map(settledRule)] };
}

function settledRule({ id, when, then, text, ...grounds }: Consequence): Constraint {
  const { evidence, because, restsOn, at } = grounds;
  const effects = then.map(({ option, taken }): Proposition => {
    const is: Proposition = { op: 'option', id: option };
    return taken ? is : { op: 'not', arg: is };
  });
  return {
    id: `settled-${id}`,
    kind: 'requires',
    must: {
      op: 'implies',
      antecedent: when,
      consequent: effects.length === 1 ? effects[0] : { op: 'and', args: effects },
      written: 'requires',
    },
    text,
    consequenceOf: id,
    evidence,
    because,
    restsOn,
    at,
  };
}
