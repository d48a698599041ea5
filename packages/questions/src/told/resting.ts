import type { GroundsCounted } from '@standoff/situation';
import { counted, figure, listed } from './english.js';

/** "Of 40 elements 12 rest on exact words, 20 on a passage, 5 on inference and 3 on the analyst’s own word" */
export function restingText({ count, words, passage, inference, own }: GroundsCounted): string {
  if (count === 0) return 'There is no element yet';
  const parts = (
    [
      [words, 'exact words'],
      [passage, 'a passage'],
      [inference, 'inference'],
      [own, 'the analyst’s own word'],
    ] as const
  ).filter(([some]) => some > 0);
  const [[only] = [0]] = parts;
  if (parts.length === 1 && only === count)
    return `${count === 1 ? 'The only element rests' : `All ${counted(count, 'element')} rest`} on ${parts[0][1]}`;
  return `Of ${counted(count, 'element')} ${listed(
    parts.map(
      ([some, on], k) => `${figure(some)} ${k > 0 ? '' : some === 1 ? 'rests ' : 'rest '}on ${on}`,
    ),
  )}`;
}
