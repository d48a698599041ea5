import type { Tool } from './tool.js';
import { addText } from './tools/add-text.js';
import { apply } from './tools/apply.js';
import { ask } from './tools/ask.js';
import { compare } from './tools/compare.js';
import { leftOut } from './tools/left-out.js';
import { propose } from './tools/propose.js';
import { render } from './tools/render.js';
import { text } from './tools/text.js';
import { verdict } from './tools/verdict.js';
import { whatIf } from './tools/what-if.js';
import { why } from './tools/why.js';

/** Every tool, in the order of the work. */
export const TOOLS: readonly Tool[] = [
  addText,
  text,
  propose,
  apply,
  leftOut,
  verdict,
  why,
  whatIf,
  ask,
  compare,
  render,
];
