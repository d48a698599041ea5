import { isSet, TruthTable } from '@standoff/engine';
import type { ConflictModel, Diagnostic, Scenario } from '@standoff/model';
import type { Lowering } from '../lowering.js';
import { ranksOf } from '../preference.js';
import { problem } from '../problem.js';

/**
 * States that are said to be one and cannot be: somebody tells them apart, or a state is in two such sets.
 * @param truth over all states, told apart
 */
export function mergedProblems(
  model: ConflictModel,
  lowering: Lowering,
  truth: TruthTable,
): Diagnostic[] {
  const sets = model.scenarios
    .filter(({ merged }) => merged)
    .map((scenario) => {
      const bits = truth.of(lowering.formula(scenario.holds));
      const states = Array.from(truth.space.codes.keys()).filter((s) => isSet(bits, s));
      return { scenario, bits, states };
    });
  if (sets.length === 0) return [];
  const found: Diagnostic[] = [];
  sets.forEach(({ scenario, states }, k) => {
    const other = sets.slice(0, k).find(({ bits }) => states.some((s) => isSet(bits, s)));
    if (other !== undefined)
      found.push(
        problem(
          'merged-twice',
          'error',
          scenario.at,
          `some states are one by ${scenario.label} and one by ${other.scenario.label} too`,
          { hint: 'say it once: one scenario for all states that are one' },
        ),
      );
  });
  for (const actor of model.actors) {
    const factions = actor.factions.length === 0 ? [null] : actor.factions.map(({ id }) => id);
    const apart = factions
      .map((faction) => ranksOf(actor, faction, lowering, truth))
      .flatMap((ranks) =>
        sets.filter(({ states }) => states.some((s) => ranks[s] !== ranks[states[0]])),
      );
    for (const { scenario } of new Set(apart))
      found.push(toldApart(actor.label, actor.id, scenario));
  }
  return found;
}

function toldApart(label: string, id: string, scenario: Scenario): Diagnostic {
  return problem(
    'merged-apart',
    'error',
    scenario.at,
    `${label} does not find all states of “${scenario.label}” equally good, and they are to be one`,
    {
      why: 'a state that is several has one place in each ranking',
      hint: `let what ${id} wants say the same of all of them (\`unless ${scenario.id}\`), or leave out \`as one state\``,
    },
  );
}
