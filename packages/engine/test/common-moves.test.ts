import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonMoves, explain, reachable, stabilityKernel, isResponse } from '../src/index.js';
import { CONCEPTS } from './oracle.js';
import { definitionsOf, gameOf, MODELS, type Recipe } from './random-game.js';

/**
 * Random graphs on few states in which most arcs belong to several decision makers: who moved last
 * is then not told by where a move leads, and the others can undo a move (theory 1.8, 3.1, 6.4).
 */
const shared: fc.Arbitrary<Recipe> = fc
  .record({ n: fc.integer({ min: 2, max: 4 }), size: fc.integer({ min: 2, max: 6 }) })
  .chain(({ n, size }) =>
    fc
      .record({
        arcs: fc.array(
          fc.tuple(
            fc.subarray(
              Array.from({ length: n }, (_, i) => i),
              { minLength: 1 },
            ),
            fc.nat(size - 1),
            fc.nat(size - 1),
          ),
          { minLength: size, maxLength: 3 * size },
        ),
        scores: fc.array(fc.array(fc.nat(size), { minLength: size, maxLength: size }), {
          minLength: n,
          maxLength: n,
        }),
      })
      .map(({ arcs, scores }) => ({
        n,
        form: {
          size,
          arcs: arcs.flatMap(([who, from, to]) =>
            from === to ? [] : who.map((i) => [i, from, to] as const),
          ),
        },
        scores,
      })),
  );

test('verdicts, reasons and distances where moves are shared are those of the definitions', () => {
  const seen = { common: 0, undone: 0, lastMover: 0 };
  fc.assert(
    fc.property(shared, (recipe) => {
      const game = gameOf(recipe);
      const definitions = definitionsOf(recipe);
      const { size, movers } = game.moves;
      const states = Array.from({ length: size }, (_, s) => s);
      const who = Array.from({ length: movers }, (_, i) => i);

      const expected = states.flatMap((from) =>
        states.flatMap((to) => {
          const able = who.filter((i) => definitions.R(i, from).has(to));
          return able.length > 1 ? [{ from, to, movers: able }] : [];
        }),
      );
      expect(commonMoves(game.moves)).toEqual(expected);
      seen.common += expected.length;

      const kernel = stabilityKernel(game);
      for (const i of who) {
        for (const concept of CONCEPTS.filter(isResponse)) {
          const verdicts = kernel(i, concept);
          for (const s of states) {
            const where = `${concept} of ${i} at ${s}`;
            const stable = definitions.stable(i, s, concept);
            expect(verdicts[s] === 1, where).toBe(stable);
            expect(explain(game, i, s, concept).stable, where).toBe(stable);
          }
        }
        const others = definitions.othersThan(i);
        for (const s of states)
          for (const s1 of definitions.improvements(i, s)) {
            const joint = definitions.jointMoves(others, s1, false);
            if (joint.has(s)) seen.undone++;
            if ([...joint.values()].some((last) => last.size > 1)) seen.lastMover++;
          }
      }
      for (const improving of [false, true])
        for (const s of states)
          expect(Array.from(reachable(game, [s], improving).distance)).toEqual(
            definitions.distances([s], who, improving),
          );
    }),
    { numRuns: Math.ceil(MODELS / 6) },
  );
  // What is to be tested occurs: shared arcs, moves that others undo, ends with two last movers.
  for (const [kind, count] of Object.entries(seen)) expect(count, kind).toBeGreaterThan(MODELS / 6);
}, 600_000);
