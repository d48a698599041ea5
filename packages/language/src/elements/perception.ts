import type { ConflictModel, Perception } from '@standoff/model';
import { together } from '../written.js';
import { printConstraint } from './constraint.js';
import { nameOf, reachOf } from './expression.js';
import { grounded } from './grounds.js';
import { printPreference } from './preference.js';

export function printPerception(perception: Perception, model: ConflictModel): string {
  const { actor, of, preference, unawareOf, constraints } = perception;
  const reach = reachOf(of, model);
  const parts = [
    printPreference(preference, reach),
    unawareOf.length === 0
      ? ''
      : `unaware of ${unawareOf.map((option) => nameOf(option)).join(', ')}`,
    ...constraints.map((constraint) => printConstraint(constraint, reach)),
  ].filter((part) => part !== '');
  return together(
    grounded(`${actor} perceives ${of}`, perception),
    parts.length === 0 ? '{ }' : `{\n${parts.join('\n')}\n}`,
  );
}
