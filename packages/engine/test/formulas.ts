import type { Formula } from '../src/index.js';

/** Whether the option of this number is taken. */
export const option = (k: number): Formula => ({ kind: 'option', option: k });
export const not = (of: Formula): Formula => ({ kind: 'not', of });
export const all = (...of: Formula[]): Formula => ({ kind: 'and', of });
export const any = (...of: Formula[]): Formula => ({ kind: 'or', of });
export const exactly = (k: number, ...of: Formula[]): Formula => ({
  kind: 'count',
  min: k,
  max: k,
  of,
});
