import { optionNumbers } from '@standoff/engine';
import type { ConflictModel, OptionId } from '@standoff/model';
import { largeModelOf } from './large-lowering.js';
import type { Lowering } from './lowering.js';

/**
 * The options that no ranking of any actor depends on, whichever faction prevails: no wish mentions them,
 * neither by themselves nor by a scenario, an agreement or a state that needs them.
 */
export function unrankedOptions(model: ConflictModel, lowering: Lowering): OptionId[] {
  const ranked = new Set<number>();
  for (const asked of prevailingEach(model))
    for (const preference of largeModelOf(asked, lowering).preferences) {
      const formulas =
        preference.form === 'statements'
          ? preference.statements
          : preference.weights.map(({ of }) => of);
      for (const formula of formulas)
        for (const option of optionNumbers(formula)) ranked.add(option);
    }
  return model.options.flatMap(({ id }, k) => (ranked.has(k) ? [] : [id]));
}

/**
 * The numbers of the options that make no difference whatever they are: no ranking depends on them, and neither
 * does a rule, a scenario or a name.
 */
export function idleOptions(model: ConflictModel, lowering: Lowering): number[] {
  if (model.states.length > 0) return [];
  const unranked = new Set(unrankedOptions(model, lowering));
  const { constraints, disallowed } = largeModelOf(model, lowering);
  const rules = [...constraints, ...disallowed.flatMap(({ from, to }) => [from, to])];
  const named = model.scenarios.map(({ holds }) => lowering.formula(holds));
  const used = new Set([...rules, ...named].flatMap((one) => [...optionNumbers(one)]));
  return model.options.flatMap(({ id }, k) => (unranked.has(id) && !used.has(k) ? [k] : []));
}

/** The model as it is, and with each faction of each actor prevailing. */
function prevailingEach(model: ConflictModel): ConflictModel[] {
  const others = model.actors.flatMap(({ id, factions }) =>
    factions.map((faction) => ({
      ...model,
      actors: model.actors.map((actor) =>
        actor.id === id ? { ...actor, prevails: faction.id } : actor,
      ),
    })),
  );
  return [model, ...others];
}
