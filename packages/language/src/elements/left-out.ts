import type { LeftOut } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { quoted } from '../written.js';
import { grounded } from './grounds.js';

export function readLeftOut(node: ast.LeftOut, context: Context): LeftOut {
  return { text: node.text, ...context.grounds(node) };
}

export function printLeftOut(one: LeftOut): string {
  return grounded(`left out ${quoted(one.text)}`, one);
}
