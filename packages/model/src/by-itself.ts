import type { Consequence, ConflictModel, Constraint } from './model.js';
import type { Proposition } from './proposition.js';

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
