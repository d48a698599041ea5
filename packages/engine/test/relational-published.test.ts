import { describe, expect, test } from 'vitest';
import {
  createGame,
  enumerateStates,
  experimentalFuzzyRelation,
  experimentalProbabilisticRelation,
  explainRelational,
  fromScores,
  optionMoves,
  relationalKernel,
  RESPONSE_CONCEPTS,
  relationOfRanks,
  relationOfTable,
  relationOfWorlds,
  stability,
  strengthOfLevels,
  strengthOfScores,
  strengthOfStatements,
  type Extension,
  type PreferenceRelation,
  type ResponseConcept,
} from '../src/index.js';
import { states } from './small-games.js';

const EXTENSIONS: readonly Extension[] = ['a', 'b', 'c', 'd'];

describe('published numbers', () => {
  const space = enumerateStates(2, [], 4);
  const moves = optionMoves(space, [[0], [1]], ['both', 'both']);
  // A: 2 ≻ 3 ≻ 0 ≻ 1. B: 1 ≻ 3 ≻ 0 ≻ 2.
  const ranks = [
    [1, 0, 3, 2],
    [1, 3, 0, 2],
  ].map((own) => fromScores(Float64Array.from(own)));
  const game = createGame(moves, ranks, space);

  /** A ranking with some pairs unknown. */
  const unsure = (
    mover: number,
    ...pairs: readonly (readonly [number, number])[]
  ): PreferenceRelation => {
    const base = relationOfRanks(ranks[mover]);
    const table = Array.from({ length: 4 }, (_, x) =>
      Array.from({ length: 4 }, (__, y) =>
        pairs.some(([p, q]) => (p === x && q === y) || (p === y && q === x))
          ? NaN
          : base.compare(base.classOf[x], base.classOf[y]),
      ),
    );
    return relationOfTable(table);
  };
  const stable = (
    relations: readonly PreferenceRelation[],
    extension: Extension,
    mover: number,
    concept: ResponseConcept,
    level = 0,
  ): number[] => states(relationalKernel(game, relations, { extension, level })(mover, concept));

  test.each([
    [
      0,
      [[0, 3]],
      {
        Nash: [
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 2],
        ],
        GMR: [
          [0, 2],
          [0, 2],
          [0, 2, 3],
          [0, 2, 3],
        ],
      },
    ],
    [
      0,
      [[2, 3]],
      {
        Nash: [[0], [0, 2, 3], [0], [0, 2, 3]],
        GMR: [
          [0, 2, 3],
          [0, 2, 3],
          [0, 2, 3],
          [0, 2, 3],
        ],
      },
    ],
    [
      0,
      [
        [0, 3],
        [2, 3],
      ],
      {
        Nash: [[0], [0, 2, 3], [0], [0, 2, 3]],
        GMR: [
          [0, 2],
          [0, 2, 3],
          [0, 2, 3],
          [0, 2, 3],
        ],
      },
    ],
    [
      1,
      [[0, 2]],
      {
        Nash: [[1], [0, 1, 2], [1], [0, 1, 2]],
        GMR: [
          [1, 3],
          [0, 1, 2, 3],
          [1, 3],
          [0, 1, 2, 3],
        ],
      },
    ],
  ] as const)('4.1 prisoner’s dilemma, %i unsure of %j', (mover, pairs, expected) => {
    const relations = [relationOfRanks(ranks[0]), relationOfRanks(ranks[1])];
    relations[mover] = unsure(mover, ...(pairs as unknown as [number, number][]));
    EXTENSIONS.forEach((extension, k) => {
      expect(stable(relations, extension, mover, 'Nash')).toEqual(expected.Nash[k]);
      for (const concept of ['GMR', 'SMR', 'SEQ'] as const)
        expect(stable(relations, extension, mover, concept)).toEqual(expected.GMR[k]);
      if (mover === 0) expect(stable(relations, extension, 1, 'GMR')).toEqual([0, 1, 3]);
    });
  });

  test('4.3 prisoner’s dilemma: strong and weak sanctions', () => {
    const strength = (a: number[], b: number[]): PreferenceRelation[] =>
      [a, b].map((scores) => strengthOfScores(Float64Array.from(scores), [4]));
    const mild = strength([5, 0, 10, 6], [5, 10, 0, 6]);
    for (const concept of ['GMR', 'SMR', 'SEQ'] as const) {
      expect(stable(mild, 'b', 0, concept)).toContain(3);
      expect(stable(mild, 'b', 0, concept, 2)).not.toContain(3);
    }
    const harsh = strength([1, 0, 10, 6], [1, 10, 0, 6]);
    for (const concept of ['GMR', 'SMR'] as const)
      expect(stable(harsh, 'b', 0, concept, 2)).toContain(3);
    const { improvements } = explainRelational(
      game,
      harsh,
      { extension: 'b', level: 2 },
      0,
      3,
      'SMR',
    );
    expect(improvements).toMatchObject([{ to: 2, degree: 2, sanction: { to: 0, loss: 2 } }]);
  });

  test('2.8 fuzzy preference: the threshold decides, and the crisp limit is the ranking', () => {
    const rho = [
      [0.5, 1, 0, 0.2],
      [0, 0.5, 0, 0],
      [1, 1, 0.5, 0.7],
      [0.8, 1, 0.3, 0.5],
    ];
    // α(2,3) = 0.4.
    expect(experimentalFuzzyRelation(rho, 0.3).compare(2, 3)).toBe(1);
    expect(experimentalFuzzyRelation(rho, 0.5).compare(2, 3)).toBe(0);
    const crisp = ranks.map((own) =>
      Array.from(own, (x) => Array.from(own, (y) => (x > y ? 1 : x < y ? 0 : 0.5))),
    );
    for (const gamma of [0.1, 1])
      for (const concept of RESPONSE_CONCEPTS)
        expect(
          stable(
            crisp.map((rho) => experimentalFuzzyRelation(rho, gamma)),
            'b',
            0,
            concept,
          ),
        ).toEqual(states(stability(game, 0, concept)));
  });

  test('2.10 probabilities: sure preferences are the ranking, even ones are indifference', () => {
    const sure = ranks.map((own) =>
      Array.from(own, (x) => Array.from(own, (y) => (x > y ? 1 : 0))),
    );
    for (const concept of RESPONSE_CONCEPTS)
      expect(
        stable(
          sure.map((p) => experimentalProbabilisticRelation(p, 0.2)),
          'b',
          1,
          concept,
        ),
      ).toEqual(states(stability(game, 1, concept)));
    const even = ranks.map((own) =>
      Array.from(own, (_, x) => Array.from(own, (__, y) => (x === y ? 0 : 0.5))),
    );
    expect(
      stable(
        even.map((p) => experimentalProbabilisticRelation(p, 0.3)),
        'b',
        0,
        'Nash',
      ),
    ).toEqual([0, 1, 2, 3]);
  });

  test('2.5, 2.6 relations are made as they are meant', () => {
    const [a, b] = [fromScores(Float64Array.of(0, 1, 2)), fromScores(Float64Array.of(1, 1, 0))];
    const both = relationOfWorlds([relationOfRanks(a), relationOfRanks(b)]);
    const compare = (x: number, y: number): number =>
      both.compare(both.classOf[x], both.classOf[y]);
    expect([compare(1, 0), compare(2, 0), compare(0, 0)]).toEqual([NaN, NaN, 0]);
    // Where worlds agree, the least of their degrees is sure.
    const sure = relationOfWorlds([strengthOfLevels(a, [3, 2]), strengthOfLevels(a, [1, 3])]);
    expect(sure.compare(sure.classOf[1], sure.classOf[0])).toBe(1);
    expect(sure.compare(sure.classOf[1], sure.classOf[2])).toBe(-2);
    const levels = strengthOfLevels(a, [1, 3]);
    expect([levels.compare(1, 0), levels.compare(2, 1), levels.compare(0, 2)]).toEqual([1, 3, -3]);
    const scores = strengthOfScores(Float64Array.of(0, 3, 10), [4, 9]);
    expect([scores.compare(1, 0), scores.compare(2, 1), scores.compare(0, 2)]).toEqual([1, 2, -3]);
    // Thresholds are met by the decimals as they are written, and by integers that no number holds.
    const tenths = strengthOfScores(Float64Array.of(0.1, 0.4), [0.3]);
    expect([tenths.compare(1, 0), tenths.compare(0, 1)]).toEqual([2, -2]);
    const large = 10n ** 30n;
    const exact = strengthOfScores([0n, large - 1n, large], [large]);
    expect([exact.compare(1, 0), exact.compare(2, 0), exact.compare(2, 1)]).toEqual([1, 2, 1]);
    // First statement: states 1, 2 (strong); second: states 2, 3 (of degree 1).
    const first = Uint32Array.of(0b0110);
    const second = Uint32Array.of(0b1100);
    const stated = strengthOfStatements(4, [first, second], [2, 1]);
    const of = (x: number, y: number): number =>
      stated.compare(stated.classOf[x], stated.classOf[y]);
    expect([of(1, 0), of(2, 1), of(3, 2), of(3, 0)]).toEqual([2, 1, -2, 1]);
  });

  test.each([
    ['not square', () => relationOfTable([[0, 1]]), /row 0 .* 2 of 1/],
    ['not equal with itself', () => relationOfTable([[1]]), /state 0 compares with itself as 1/],
    [
      'not reciprocal',
      () =>
        relationOfTable([
          [0, 1],
          [1, 0],
        ]),
      /0 compares with 1 as 1, and 1 with 0 as 1/,
    ],
    [
      'unknown one way',
      () =>
        relationOfTable([
          [0, NaN],
          [0, 0],
        ]),
      /both NaN/,
    ],
    ['no world', () => relationOfWorlds([]), /no world/],
    [
      'thresholds that descend',
      () => strengthOfScores(Float64Array.of(1), [3, 2]),
      /3, 2; they must/,
    ],
    [
      'a score that is none',
      () => strengthOfScores(Float64Array.of(1, NaN), []),
      /the score of state 1 is NaN/,
    ],
    ['too few degrees', () => strengthOfLevels(ranks[0], [1]), /1 degrees for 4 places/],
    [
      'fuzzy degrees that do not add up',
      () =>
        experimentalFuzzyRelation(
          [
            [0.5, 0.6],
            [0.6, 0.5],
          ],
          0.2,
        ),
      /add up to 1/,
    ],
    [
      'probabilities above 1',
      () =>
        experimentalProbabilisticRelation(
          [
            [0, 0.6],
            [0.6, 0],
          ],
          0.2,
        ),
      /together at most 1/,
    ],
    [
      'relations of other states',
      () =>
        relationalKernel(game, [relationOfTable([[0]]), relationOfTable([[0]])], {
          extension: 'a',
          level: 0,
        }),
      /compares 1 states of 4/,
    ],
    [
      'an extension that is none',
      () => relationalKernel(game, ranks.map(relationOfRanks), { extension: 'e' as 'a', level: 0 }),
      /no extension "e"/,
    ],
    [
      'a level below 0',
      () => relationalKernel(game, ranks.map(relationOfRanks), { extension: 'a', level: -1 }),
      /level of strength is -1/,
    ],
  ])('refuses what is %s', (_, call, message) => {
    expect(call).toThrow(expect.objectContaining({ name: 'EngineError', code: 'bad-argument' }));
    expect(call).toThrow(message);
  });
});
