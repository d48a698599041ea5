import { arcMoves, type Moves, type OptionForm } from './moves.js';
import type { StateSpace } from './space.js';

/**
 * Moves after which more happens by itself: a decision maker changes any of its own options, each in a
 * permitted direction, and the move ends where that comes to rest. Ours. Two of them need not be one, so
 * that sequences are searched in general (theory 3.1).
 *
 * @param end the code of the state where a code comes to rest.
 */
export function settledMoves(
  space: StateSpace,
  { owned, directions }: OptionForm,
  end: (code: number) => number,
): Moves {
  const only = (direction: string): number =>
    directions.reduce((bits, one, k) => (one === direction ? bits | (1 << k) : bits), 0);
  const [forward, back] = [only('forward'), only('back')];
  const arcs = owned.map((options) => {
    const changes = Array.from({ length: 2 ** options.length - 1 }, (_, n) =>
      options.reduce((bits, option, k) => (((n + 1) >> k) & 1 ? bits | (1 << option) : bits), 0),
    );
    return Array.from(space.codes, (code, state) => {
      const ends = new Set<number>();
      for (const change of changes) {
        if ((code & change & forward) !== 0 || (~code & change & back) !== 0) continue;
        const to = space.indexOf(end((code ^ change) >>> 0));
        if (to >= 0 && to !== state) ends.add(to);
      }
      return [...ends];
    });
  });
  return arcMoves(space.size, arcs);
}
