import type { Scenario } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { labelled, together } from '../written.js';
import { printExpression, TOP } from './print-expression.js';
import { grounded } from './grounds.js';

export function readScenario(node: ast.Scenario, context: Context): Scenario {
  return {
    id: node.name,
    label: node.label ?? node.name,
    holds: context.expressions.read(node.holds, null),
    ...(node.merged ? { merged: true as const } : {}),
    ...context.grounds(node),
  };
}

export function printScenario(scenario: Scenario): string {
  const holds = printExpression(scenario.holds, TOP);
  const words = together(`scenario ${scenario.id}`, labelled(scenario), `= ${holds}`);
  return grounded(scenario.merged ? `${words} as one state` : words, scenario);
}
