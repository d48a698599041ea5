import { CONCEPTS } from '@standoff/engine';
import { AnalysisError, prepare, type Concept, type Prepared } from '@standoff/situation';
import { expect, test } from 'vitest';
import { explain } from '../src/explain/solve.js';
import { states } from '../src/states/solve.js';
import { stateTable } from '../src/states/table.js';
import { randomText } from '../../situation/test/random-situation.js';
import { modelOf } from '../../situation/test/situations.js';

/** Null: the status quo breaks a constraint. */
function prepared(seed: number): Prepared | null {
  const model = modelOf(randomText(seed, { forms: ['prefers', 'weighs', 'ranks'] }));
  try {
    return prepare(model);
  } catch (error) {
    if (error instanceof AnalysisError) return null;
    throw error;
  }
}

const concepts = (mask: number): Concept[] => CONCEPTS.filter((_, c) => (mask >>> c) & 1);
const steps = (distance: number): number | null => (distance < 0 ? null : distance);

test('random models: what states says one by one, the table says in columns, and explain of each', () => {
  let looked = 0;
  for (let seed = 0; seed < 40; seed++) {
    const situation = prepared(seed);
    if (situation === null) continue;
    const table = stateTable(situation);
    const told = states(situation).states;
    expect(told).toHaveLength(table.size);
    told.forEach((one, s) => {
      looked++;
      const { name, statusQuo, scenarios, reachable } = one;
      expect(name.decimal).toBe(table.codes[s]);
      expect(name.label).toBe(table.label[s] < 0 ? null : table.labels[table.label[s]]);
      expect(statusQuo).toBe(table.statusQuo.includes(s));
      expect(one.concepts).toEqual(concepts(table.equilibria[s]));
      expect(scenarios).toEqual(table.scenarios.flatMap(({ id, has }) => (has[s] ? [id] : [])));
      expect(one.ranks).toEqual(
        Object.fromEntries(Object.entries(table.ranks).map(([actor, own]) => [actor, own[s]])),
      );
      expect(one.stable).toEqual(
        Object.fromEntries(
          Object.entries(table.stable).map(([actor, own]) => [actor, concepts(own[s])]),
        ),
      );
      expect(one.steps).toEqual({
        improvements: steps(table.improvements[s]),
        moves: steps(table.moves[s]),
      });
      expect(reachable).toEqual({
        improvements: one.steps!.improvements !== null,
        moves: one.steps!.moves !== null,
      });
      if (s % 7 > 0) return;
      const why = explain(situation, { state: BigInt(table.codes[s]) });
      expect({ scenarios: why.scenarios, reachable: why.reachable }).toEqual({
        scenarios,
        reachable,
      });
      for (const { actor, concept, stable } of why.explanations)
        expect(stable).toBe(one.stable![actor].includes(concept));
    });
  }
  expect(looked).toBeGreaterThan(200);
});
