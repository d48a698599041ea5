import type { Scenario } from '@standoff/model';
import { labelled, together } from '../written.js';
import { printExpression, TOP } from './expression.js';
import { grounded } from './grounds.js';

export function printScenario(scenario: Scenario): string {
  const holds = printExpression(scenario.holds, TOP);
  return grounded(together(`scenario ${scenario.id}`, labelled(scenario), `= ${holds}`), scenario);
}
