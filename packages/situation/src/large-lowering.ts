import type { Formula, LargeModel, LargePreference } from '@standoff/engine';
import type { Actor, ConflictModel, OptionId } from '@standoff/model';
import type { Lowering } from './lowering.js';
import { integerWeights, preferenceIn, statementsIn } from './preference.js';

/**
 * The model for the engine's symbolic questions. Its decision makers are the model's actors, in
 * order, those without options included: they are asked for their preference only.
 */
export function largeModelOf(model: ConflictModel, lowering: Lowering): LargeModel {
  return {
    optionCount: model.options.length,
    constraints: model.constraints.map(({ must }) => lowering.formula(must)),
    owned: model.actors.map(({ options }) => options.map((id) => lowering.option(id)!)),
    directions: model.options.map(({ direction }) => direction),
    disallowed: model.disallowed.map(({ actor, from, to }) => ({
      mover: model.actors.findIndex(({ id }) => id === actor),
      from: lowering.formula(from),
      to: lowering.formula(to),
    })),
    preferences: model.actors.map((actor) => preferenceOf(actor, lowering)),
  };
}

/** The state in which these options are taken. */
export function largeCodeOf(model: ConflictModel, taken: ReadonlySet<OptionId>): bigint {
  return model.options.reduce(
    (code, { id }, k) => (taken.has(id) ? code | (1n << BigInt(k)) : code),
    0n,
  );
}

function preferenceOf(actor: Actor, lowering: Lowering): LargePreference {
  const preference = preferenceIn(actor, actor.prevails);
  switch (preference.form) {
    case 'none':
    case 'statements':
      return {
        form: 'statements',
        statements: statementsIn(preference, actor.prevails).map(({ wants }) =>
          lowering.wish(wants),
        ),
      };
    case 'weights': {
      const { weights } = integerWeights(preference);
      return {
        form: 'weights',
        weights: preference.weights.map(({ of }, k) => ({
          of: lowering.wish(of),
          weight: weights[k],
        })),
      };
    }
    case 'ranking':
      return {
        form: 'statements',
        statements: rankingStatements(cellsIn(actor, actor.prevails, lowering)),
      };
  }
}

/** What stands in each cell of an actor's ranking, best first; null: all states in no other. */
export function cellsIn(
  actor: Actor,
  faction: string | null,
  lowering: Lowering,
): (Formula[] | null)[] {
  const preference = preferenceIn(actor, faction);
  if (preference.form !== 'ranking') return [];
  return preference.cells.map(({ any, others }) =>
    others ? null : any.map((item) => lowering.wish(item)),
  );
}

/** "In the best cell", "in one of the best two", …: the first of them to tell two states apart decides. */
function rankingStatements(cells: readonly (Formula[] | null)[]): Formula[] {
  const others = cells.indexOf(null);
  const some = (part: readonly (Formula[] | null)[]): Formula => ({
    kind: 'or',
    of: part.flatMap((cell) => cell ?? []),
  });
  return cells
    .slice(0, -1)
    .map((_, k) =>
      others < 0 || k < others
        ? some(cells.slice(0, k + 1))
        : { kind: 'not', of: some(cells.slice(k + 1)) },
    );
}
