import type { Option } from '@standoff/model';
import { labelled, together } from '../written.js';
import { printFlags } from './flags.js';
import { grounded } from './grounds.js';

export function printOption(option: Option): string {
  const { name, label } = option;
  const words = together(`option ${name}`, labelled({ id: name, label }), ...printFlags(option));
  return grounded(words, option);
}
