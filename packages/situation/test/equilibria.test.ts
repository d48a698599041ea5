import { CONCEPTS } from '@standoff/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Equilibria } from '../src/equilibria.js';
import type { Reach } from '../src/shown.js';

const size = 40;

const far = ({ improvements, moves }: Reach): number => (improvements ? 0 : moves ? 1 : 2);

const column = fc.array(fc.constantFrom(0, 1, 1, 1), { minLength: size, maxLength: size });
const judgement = fc.record({
  lists: fc.array(fc.array(column, { minLength: 2, maxLength: 2 }), { minLength: 6, maxLength: 6 }),
  reach: fc.array(
    fc.constantFrom<Reach>(
      { improvements: true, moves: true },
      { improvements: false, moves: true },
      { improvements: false, moves: false },
    ),
    { minLength: size, maxLength: size },
  ),
  limit: fc.integer({ min: 1, max: size }),
});

test('all equilibria are counted, and the first of them listed', () => {
  fc.assert(
    fc.property(judgement, ({ lists, reach, limit }) => {
      const equilibria = new Equilibria(
        {
          concepts: CONCEPTS,
          verdicts: new Map(
            CONCEPTS.map((concept, c) => [concept, lists[c].map((l) => Uint8Array.from(l))]),
          ),
        },
        size,
      );
      const conceptsAt = (s: number): string[] =>
        CONCEPTS.filter((_, c) => lists[c].every((stable) => stable[s] === 1));
      const all = Array.from({ length: size }, (_, s) => s).filter((s) => conceptsAt(s).length > 0);
      for (let s = 0; s < size; s++) expect(equilibria.conceptsAt(s)).toEqual(conceptsAt(s));
      const tally = equilibria.tally((s) => reach[s]);
      expect(tally.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      for (const { concepts, reachable, count } of tally)
        expect(count).toBe(
          all.filter(
            (s) => conceptsAt(s).join() === concepts.join() && far(reach[s]) === far(reachable),
          ).length,
        );
      const changes = (s: number): number => s % 3;
      const order = (a: number, b: number): number =>
        conceptsAt(b).length - conceptsAt(a).length ||
        far(reach[a]) - far(reach[b]) ||
        changes(a) - changes(b) ||
        a - b;
      expect(equilibria.first(limit, (s) => reach[s], changes)).toEqual(
        [...all].sort(order).slice(0, limit),
      );
    }),
  );
});
