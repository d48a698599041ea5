import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arcMoves,
  createGame,
  explainRelational,
  relationalKernel,
  RESPONSE_CONCEPTS,
  relationOfRanks,
  relationOfTable,
  relationOfWorlds,
  stability,
  strengthOfLevels,
  strengthOfScores,
  type Extension,
  type Game,
  type PreferenceRelation,
  type Reading,
  type ResponseConcept,
} from '../src/index.js';
import type { Definitions } from './oracle.js';
import { anyForm, definitionsOf, gameOf, type Recipe } from './random-game.js';

const EXTENSIONS: readonly Extension[] = ['a', 'b', 'c', 'd'];

const RUNS = Math.min(20_000, Number(process.env.STANDOFF_MODELS ?? 1500));

/** How x compares with y for i: a degree, less than 0 the other way, 0, or 'U'. */
type Compare = (i: number, x: number, y: number) => number | 'U';

/** Theory 4.1 to 4.6, read literally. Nothing is shared with the engine. */
class RelationalDefinitions {
  constructor(
    readonly definitions: Definitions,
    readonly compare: Compare,
    readonly reading: Reading,
  ) {}

  /** s1 ∈ I_i(s). */
  moves(i: number, s1: number, s: number): boolean {
    const c = this.compare(i, s1, s);
    if (c === 'U') return this.reading.extension === 'a' || this.reading.extension === 'c';
    return c > 0;
  }

  /** x ∈ D_i(s). */
  deters(i: number, x: number, s: number): boolean {
    const c = this.compare(i, s, x);
    if (c === 'U') return this.reading.extension === 'c' || this.reading.extension === 'd';
    return this.reading.level === 0 ? c >= 0 : c >= this.reading.level;
  }

  /** R_{N−i}(s1) or R_{N−i}^{+U}(s1), by pairs of state and last mover. */
  answers(i: number, s1: number, credible: boolean): Set<number> {
    const { model } = this.definitions;
    const seen = new Set<string>();
    const reached = new Set<number>();
    const go = (x: number, last: number): void => {
      for (let j = 0; j < model.n; j++) {
        if (j === i || j === last) continue;
        for (const y of model.moves[j][x]) {
          const c = this.compare(j, y, x);
          if (credible && !(c === 'U' || c > 0)) continue;
          if (seen.has(`${y} ${j}`)) continue;
          seen.add(`${y} ${j}`);
          reached.add(y);
          go(y, j);
        }
      }
    };
    go(s1, -1);
    return reached;
  }

  sanctions(i: number, s: number, s1: number, concept: ResponseConcept): number[] {
    if (concept === 'Nash') return [];
    const credible = concept === 'SEQ' || concept === 'SSEQ';
    const noEscape = concept === 'SMR' || concept === 'SSEQ';
    return [...this.answers(i, s1, credible)].filter(
      (s2) =>
        s2 !== s1 &&
        this.deters(i, s2, s) &&
        (!noEscape ||
          [...this.definitions.model.moves[i][s2]].every((s3) => this.deters(i, s3, s))),
    );
  }

  stable(i: number, s: number, concept: ResponseConcept): boolean {
    return [...this.definitions.model.moves[i][s]]
      .filter((s1) => this.moves(i, s1, s))
      .every((s1) => this.sanctions(i, s, s1, concept).length > 0);
  }
}

/** A random relation of each decision maker: a table with unknown pairs and degrees, worlds, or levels. */
function relationsFor(game: Game, salt: number): PreferenceRelation[] {
  const size = game.moves.size;
  const mixed = (a: number, b: number): number => {
    let z = Math.imul(a ^ (b << 9) ^ salt, 0x9e3779b1);
    z ^= z >>> 15;
    return Math.imul(z, 0x85ebca6b) >>> 7;
  };
  return game.ranks.map((ranks, i) => {
    switch (mixed(i, 77) % 4) {
      case 0: {
        const table = Array.from({ length: size }, () => new Array<number>(size).fill(0));
        for (let x = 0; x < size; x++)
          for (let y = 0; y < x; y++) {
            const pick = mixed(x + 31 * i, y) % 6;
            const value = pick === 0 ? NaN : pick === 1 ? 0 : (pick - 3) * (1 + (pick % 2)) || 1;
            table[x][y] = value;
            table[y][x] = Number.isNaN(value) ? NaN : 0 - value;
          }
        return relationOfTable(table);
      }
      case 1:
        return relationOfWorlds([
          relationOfRanks(ranks),
          strengthOfScores(
            Float64Array.from(ranks, (r, s) => r + (mixed(s, i) % 3)),
            [2, 4],
          ),
        ]);
      case 2:
        return strengthOfLevels(
          ranks,
          Array.from({ length: size }, (_, r) => 1 + (mixed(r, i) % 3)),
        );
      default:
        return relationOfRanks(ranks);
    }
  });
}

const small = anyForm.filter(
  ({ n, form }) => n <= 4 && ('arcs' in form ? form.size <= 8 : form.feasible.length <= 12),
);

function literal(
  recipe: Recipe,
  relations: readonly PreferenceRelation[],
  reading: Reading,
): RelationalDefinitions {
  return new RelationalDefinitions(
    definitionsOf(recipe),
    (i, x, y) => {
      const { classOf } = relations[i];
      const c = relations[i].compare(classOf[x], classOf[y]);
      return Number.isNaN(c) ? 'U' : c;
    },
    reading,
  );
}

test(`every verdict of ${RUNS} random models, under a random reading`, () => {
  const seen = { verdicts: 0, unstable: 0, unknown: 0, differs: 0 };
  fc.assert(
    fc.property(small, fc.nat(2 ** 20), (recipe, salt) => {
      const game = gameOf(recipe);
      const relations = relationsFor(game, salt);
      const reading: Reading = { extension: EXTENSIONS[salt % 4], level: (salt >>> 2) % 3 };
      const oracle = literal(recipe, relations, reading);
      const kernel = relationalKernel(game, relations, reading);
      const found: string[] = [];
      for (const concept of RESPONSE_CONCEPTS)
        for (let i = 0; i < recipe.n; i++)
          kernel(i, concept).forEach((verdict, s) => {
            const stable = oracle.stable(i, s, concept);
            if ((verdict === 1) !== stable)
              found.push(`${JSON.stringify(reading)} ${concept} of ${i} at ${s}: ${stable}`);
            seen.verdicts++;
            if (!stable) seen.unstable++;
          });
      for (const { classOf, compare } of relations)
        for (const a of classOf)
          for (const b of classOf) if (Number.isNaN(compare(a, b))) seen.unknown++;
      expect(found.slice(0, 5)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  expect(seen.unstable / seen.verdicts).toBeGreaterThan(0.1);
  expect(seen.unknown).toBeGreaterThan(1000);
});

test('every explanation stands, step by step', () => {
  let sanctions = 0;
  fc.assert(
    fc.property(small, fc.nat(2 ** 20), (recipe, salt) => {
      const game = gameOf(recipe);
      const relations = relationsFor(game, salt);
      const reading: Reading = { extension: EXTENSIONS[salt % 4], level: (salt >>> 2) % 3 };
      const oracle = literal(recipe, relations, reading);
      const concept = RESPONSE_CONCEPTS[(salt >>> 4) % 5];
      const i = (salt >>> 7) % recipe.n;
      const s = (salt >>> 10) % game.moves.size;
      const why = explainRelational(game, relations, reading, i, s, concept);
      const { model } = oracle.definitions;
      expect(why.stable).toBe(oracle.stable(i, s, concept));
      expect(why.improvements.map(({ to }) => to)).toEqual(
        [...model.moves[i][s]].filter((s1) => oracle.moves(i, s1, s)).sort((a, b) => a - b),
      );
      for (const { to, degree, sanction } of why.improvements) {
        const compared = oracle.compare(i, to, s);
        expect(degree).toBe(compared === 'U' ? null : compared);
        if (!sanction) {
          expect(oracle.sanctions(i, s, to, concept)).toEqual([]);
          continue;
        }
        sanctions++;
        let at = to;
        let last = -1;
        for (const { by, from, to: next } of sanction.path) {
          expect(from).toBe(at);
          expect(by).toHaveLength(1);
          expect(by[0]).not.toBe(last);
          expect(by[0]).not.toBe(i);
          expect(model.moves[by[0]][from].has(next)).toBe(true);
          if (concept === 'SEQ' || concept === 'SSEQ') {
            const c = oracle.compare(by[0], next, from);
            expect(c === 'U' || c > 0).toBe(true);
          }
          at = next;
          last = by[0];
        }
        expect(at).toBe(sanction.to);
        expect(oracle.sanctions(i, s, to, concept)).toContain(sanction.to);
        const loss = oracle.compare(i, s, sanction.to);
        expect(sanction.loss).toBe(loss === 'U' ? null : loss + 0);
      }
    }),
    { numRuns: RUNS },
  );
  expect(sanctions).toBeGreaterThan(8);
});

describe('theorems', () => {
  const verdicts = (
    game: Game,
    relations: readonly PreferenceRelation[],
    reading: Reading,
    i: number,
    concept: ResponseConcept,
  ): Uint8Array => Uint8Array.from(relationalKernel(game, relations, reading)(i, concept));
  const implies = (a: Uint8Array, b: Uint8Array): boolean => a.every((v, s) => v <= b[s]);

  test('nothing unknown: all extensions are the ordinary concepts', () => {
    fc.assert(
      fc.property(small, (recipe) => {
        const game = gameOf(recipe);
        const relations = game.ranks.map(relationOfRanks);
        for (const concept of RESPONSE_CONCEPTS)
          for (let i = 0; i < recipe.n; i++)
            for (const extension of EXTENSIONS)
              expect(verdicts(game, relations, { extension, level: 0 }, i, concept)).toEqual(
                Uint8Array.from(stability(game, i, concept)),
              );
      }),
      { numRuns: 150 },
    );
  });

  test('a ⇒ b ⇒ d, a ⇒ c ⇒ d; stronger ⇒ weaker; Nash_a = Nash_c, Nash_b = Nash_d', () => {
    fc.assert(
      fc.property(small, fc.nat(2 ** 20), (recipe, salt) => {
        const game = gameOf(recipe);
        const relations = relationsFor(game, salt);
        for (const concept of RESPONSE_CONCEPTS) {
          const i = salt % recipe.n;
          const of = (extension: Extension, level = 0): Uint8Array =>
            verdicts(game, relations, { extension, level }, i, concept);
          const [a, b, c, d] = EXTENSIONS.map((extension) => of(extension));
          expect(implies(a, b) && implies(b, d) && implies(a, c) && implies(c, d)).toBe(true);
          if (concept === 'Nash') expect([a, b]).toEqual([c, d]);
          for (const extension of EXTENSIONS) {
            expect(implies(of(extension, 2), of(extension, 1))).toBe(true);
            expect(implies(of(extension, 1), of(extension, 0))).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('who is called by which number does not matter', () => {
    fc.assert(
      fc.property(small, fc.nat(2 ** 20), (recipe, salt) => {
        const game = gameOf(recipe);
        const { n } = recipe;
        const relations = relationsFor(game, salt);
        const reach = new Int32Array(game.moves.maxDegree);
        const before = (i: number): number => (i + n - 1) % n;
        const turned = createGame(
          arcMoves(
            game.moves.size,
            Array.from({ length: n }, (_, i) =>
              Array.from({ length: game.moves.size }, (__, s) =>
                Array.from(reach.subarray(0, game.moves.successors(before(i), s, reach))),
              ),
            ),
          ),
          game.ranks.map((_, i) => game.ranks[before(i)]),
          null,
        );
        const reading: Reading = { extension: EXTENSIONS[salt % 4], level: 0 };
        for (const concept of RESPONSE_CONCEPTS)
          expect(
            verdicts(
              turned,
              relations.map((_, i) => relations[before(i)]),
              reading,
              1 % n,
              concept,
            ),
          ).toEqual(verdicts(game, relations, reading, 0, concept));
      }),
      { numRuns: 200 },
    );
  });
});
