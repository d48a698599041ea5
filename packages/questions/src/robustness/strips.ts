import { stripsSvg, type Figure, type StripRow } from '@standoff/document';
import type { Share } from '@standoff/situation';
import { shareWords } from '../told/worlds-words.js';
import type { RobustnessResult } from './solve.js';

/** In which part of the worlds today's state and each scenario holds; none where there is one world. */
export function worldsFigure({ open, rules, statusQuo, scenarios }: RobustnessResult): Figure[] {
  if (open.length === 0 && rules === undefined) return [];
  const rows: StripRow[] = [
    { label: 'Things as they are today', share: part(statusQuo), also: null },
    ...scenarios.map(({ label, holds, reached }) => ({
      label,
      share: part(holds),
      also: part(reached),
    })),
  ];
  const title = 'In which part of the worlds';
  return [
    {
      block: 'figure',
      id: 'figure-worlds',
      title,
      caption: ['From no world, at the left, to all of them, at the right.'],
      draw: (width) =>
        stripsSvg(
          { strip: 'would hold', line: 'improvements lead there', rows },
          { id: 'worlds', title, description: 'The table below says the same.', width },
        ),
      words: [],
    },
  ];
}

function part(of: Share): StripRow['share'] {
  const { share, low, high } = of;
  return { share, low: low ?? share, high: high ?? share, words: shareWords(of) };
}
