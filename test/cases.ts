import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the cases of the project. */
export const CASES = new URL('../cases/', import.meta.url);

/** Where something of them lies: "korea-2018". */
export function casePath(name: string): string {
  return fileURLToPath(new URL(name, CASES));
}

/** The text of one of their files: "korea-2018/korea.standoff". */
export function caseText(name: string): string {
  return readFileSync(new URL(name, CASES), 'utf8');
}
