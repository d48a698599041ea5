import type { Extreme } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { grounded } from './grounds.js';

export function readExtreme(node: ast.Extreme, context: Context): Extreme {
  context.names.expect('Actor', node.actor, node, 'actor');
  context.names.expect('Scenario', node.scenario, node, 'scenario');
  return {
    kind: node.kind,
    actor: node.actor,
    scenario: node.scenario,
    ...context.grounds(node),
  };
}

export function printExtreme(extreme: Extreme): string {
  const { kind, actor, scenario } = extreme;
  return grounded(`${kind} for ${actor} is ${scenario}`, extreme);
}
