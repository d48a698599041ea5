import type { ConflictModel } from '@standoff/model';
import type { Lever } from '@standoff/questions';
import { hasWords } from '../ask/has-words.js';

type Move = Extract<Lever, { kind: 'change' }>['moves'][number];

/** Whether a lever can be written into the text of the situation. */
export function isWritable(model: ConflictModel, lever: Lever): boolean {
  switch (lever.kind) {
    case 'factions':
      return true;
    case 'change':
      return lever.moves.every(({ kind }) => WRITABLE.has(kind));
    case 'answer':
      return hasWords(model, lever.question);
    default:
      return false;
  }
}

const WRITABLE: ReadonlySet<Move['kind']> = new Set([
  'statement',
  'binding',
  'irreversible',
  'ruled out',
  'fixed',
]);
