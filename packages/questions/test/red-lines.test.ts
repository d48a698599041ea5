import { situationOf } from '@standoff/situation';
import { expect, test } from 'vitest';
import { plausible } from '../src/plausible/solve.js';
import { scenarios } from '../src/scenarios/solve.js';
import { modelOf } from '../../situation/test/situations.js';

const situation = situationOf(
  modelOf(`situation "A border"
actor UK "The government" {
  option leave "Leave"  option checks "Checks" taken
  prefers { leave  red line not checks as "No checks" }
}
actor EU "The union" { option sign "Sign"  prefers { red line UK.checks if UK.leave  sign } }
scenario hard "A hard border" = UK.leave and UK.checks
scenario open "Left and open" = UK.leave and not UK.checks
scenario either "Left" = UK.leave`),
);

test('a scenario crosses the lines that hold in none of its states', () => {
  const crossed = scenarios(situation).scenarios.map(({ id, crosses = [] }) => [
    id,
    ...crosses.map(({ actor, line }) => `${actor}: ${line}`),
  ]);
  expect(crossed).toEqual([
    ['hard', 'UK: No checks'],
    ['open', 'EU: UK.checks if UK.leave'],
    ['either'],
  ]);
});

test('who stands beyond its own line is told', () => {
  const lines = plausible(situation).checks.filter(({ kind }) => kind === 'line');
  expect(lines.map(({ actor, fits }) => [actor, fits])).toEqual([
    ['UK', false],
    ['EU', true],
  ]);
});
