import { CHANCE, type Option } from '@standoff/model';
import type { Context } from '../context.js';
import { percentOf } from '../decimals.js';
import type * as ast from '../generated/ast.js';
import { labelled, together } from '../written.js';
import { readProbability } from './doubt.js';
import { grounded } from './grounds.js';

/** An option that is nobody's: whether it is taken is not known, and nobody can change it. */
export function readChance(node: ast.Chance, context: Context): Option {
  return {
    id: `${CHANCE}.${node.name}`,
    name: node.name,
    label: node.label ?? node.name,
    owner: CHANCE,
    direction: 'both',
    initially: 'unknown',
    slow: false,
    agreement: null,
    chance: { probability: readProbability(node, context.reporter) },
    ...context.grounds(node),
  };
}

export function printChance(option: Option): string {
  const { name, label, chance } = option;
  const probability = chance?.probability ?? null;
  const words = together(
    `chance ${name}`,
    labelled({ id: name, label }),
    probability === null ? '' : `${percentOf(probability)} %`,
  );
  return grounded(words, option);
}
