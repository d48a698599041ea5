import { windowWords, type Direction, type Option } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { labelled, together } from '../written.js';
import { printFlags, readFlags } from './flags.js';
import { grounded } from './grounds.js';
import { readWindow } from './window.js';

export function readOption(node: ast.Option, owner: string, context: Context): Option {
  const flags = readFlags(node, context);
  const has = (flag: string): boolean => flags.has(flag);
  const direction: Direction = has('irreversible')
    ? 'forward'
    : has('notresumable')
      ? 'back'
      : 'both';
  return {
    id: `${owner}.${node.name}`,
    name: node.name,
    label: node.label ?? node.name,
    owner,
    direction,
    initially: has('taken') ? 'taken' : has('unknown') ? 'unknown' : 'open',
    slow: has('slow'),
    agreement: null,
    ...readWindow(node, context),
    ...context.grounds(node),
  };
}

export function printOption(option: Option): string {
  const { name, label } = option;
  const words = together(
    `option ${name}`,
    labelled({ id: name, label }),
    ...printFlags(option),
    windowWords(option),
  );
  return grounded(words, option);
}
