import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arcMoves,
  COALITION_CONCEPTS,
  coalitionKernel,
  coalitionOf,
  coalitionsUpTo,
  coalitionVerdicts,
  createGame,
  credibleImprovements,
  enumerateStates,
  equilibriumJumps,
  explainCoalition,
  fromScores,
  mergeStates,
  optionMoves,
  partitionVerdicts,
  stability,
  type CoalitionRules,
  type Game,
} from '../src/index.js';
import { CoalitionDefinitions } from './coalition-oracle.js';
import { ELMIRA } from './elmira.js';
import { option } from './formulas.js';
import { anyForm, definitionsOf, gameOf, type Recipe } from './random-game.js';
import { numbered, ranking, states } from './small-games.js';

const RUNS = Math.min(20_000, Number(process.env.STANDOFF_MODELS ?? 1500));

/** The rules that a model allows. */
function rulesFor(recipe: Recipe, n: number): CoalitionRules[] {
  const optionForm = !('arcs' in recipe.form) && recipe.form.disallowed === null;
  const halves = [
    Array.from({ length: n }, (_, j) => j).filter((j) => j % 2 === 0),
    Array.from({ length: n }, (_, j) => j).filter((j) => j % 2 === 1),
  ];
  const published = { moves: 'legal sequences', improvement: 'every member' } as const;
  return [
    { ...published, outsiders: 'singly' },
    { ...published, outsiders: 'coalitions' },
    { ...published, improvement: 'Pareto', outsiders: 'singly' },
    { ...published, outsiders: halves },
    ...(optionForm ? [{ ...published, moves: 'at once', outsiders: 'coalitions' } as const] : []),
  ];
}

function oracleOf(recipe: Recipe, rules: CoalitionRules): CoalitionDefinitions {
  const { form } = recipe;
  return new CoalitionDefinitions(definitionsOf(recipe), 'arcs' in form ? null : form, rules);
}

/** Small enough to be read literally. */
const small = anyForm.filter(
  ({ n, form }) => n <= 4 && ('arcs' in form ? form.size <= 8 : form.feasible.length <= 12),
);

test(`every verdict on coalitions of ${RUNS} random models`, () => {
  const seen = { verdicts: 0, unstable: 0, sanctioned: 0, open: 0 };
  fc.assert(
    fc.property(small, fc.nat(), (recipe, salt) => {
      const game = gameOf(recipe);
      const all = rulesFor(recipe, recipe.n);
      const rules = all[salt % all.length];
      const oracle = oracleOf(recipe, rules);
      const kernel = coalitionKernel(game, rules);
      const coalitions =
        typeof rules.outsiders === 'string' ? coalitionsUpTo(recipe.n) : rules.outsiders;
      const found: string[] = [];
      for (const H of coalitions)
        for (const concept of COALITION_CONCEPTS) {
          const verdicts = kernel(H, concept);
          verdicts.forEach((verdict, s) => {
            const stable = oracle.stable(H, s, concept);
            if ((verdict === 1) !== stable)
              found.push(`${JSON.stringify(rules)} ${concept} of ${H} at ${s}: ${stable}`);
            seen.verdicts++;
            if (!stable) seen.unstable++;
            if (concept !== 'CNash' && stable && oracle.improvements(H, s).length > 0)
              seen.sanctioned++;
            if (concept === 'CSMR' && !stable && oracle.stable(H, s, 'CGMR')) seen.open++;
          });
        }
      expect(found.slice(0, 5)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  expect(seen.unstable / seen.verdicts).toBeGreaterThan(0.02);
  expect(seen.sanctioned / seen.verdicts).toBeGreaterThan(0.02);
  // Sanctions from which coalitions escape.
  expect(seen.open).toBeGreaterThan(10);
});

test('every explanation stands, step by step', () => {
  let sanctions = 0;
  fc.assert(
    fc.property(small, fc.nat(2 ** 16), (recipe, salt) => {
      const game = gameOf(recipe);
      const all = rulesFor(recipe, recipe.n).filter(
        ({ outsiders }) => typeof outsiders === 'string',
      );
      const rules = all[salt % all.length];
      const oracle = oracleOf(recipe, rules);
      const coalitions = coalitionsUpTo(recipe.n);
      const H = coalitions[(salt >>> 3) % coalitions.length];
      const s = (salt >>> 7) % game.moves.size;
      const concept = COALITION_CONCEPTS[(salt >>> 12) % 4];
      const why = explainCoalition(game, H, s, concept, rules, 1000);
      expect(why.stable).toBe(oracle.stable(H, s, concept));
      expect(why.improvements.map(({ to }) => to).sort((a, b) => a - b)).toEqual(
        oracle.improvements(H, s).sort((a, b) => a - b),
      );
      const single = (j: number, from: number, to: number): boolean =>
        oracle.definitions.R(j, from).has(to);
      for (const { path, to, sanction } of why.improvements) {
        const legal = (
          steps: typeof path,
          start: number,
          end: number,
          inside: readonly number[] | null,
        ): void => {
          let at = start;
          let last = '';
          for (const { by, from, to: next } of steps) {
            expect(from).toBe(at);
            expect(by.join()).not.toBe(last);
            if (by.length === 1) expect(single(by[0], from, next)).toBe(true);
            else expect(oracle.reach(by, from).has(next)).toBe(true);
            for (const member of by) expect(H.includes(member)).toBe(inside !== null);
            if (inside === null && concept === 'CSEQ')
              expect(oracle.gains(by, next, from)).toBe(true);
            at = next;
            last = by.join();
          }
          expect(at).toBe(end);
        };
        legal(path, s, to, H);
        if (!sanction) {
          if (concept !== 'CNash')
            expect(
              [...oracle.answers(H, to, concept === 'CSEQ')].every(
                (s2) =>
                  oracle.gains(H, s2, s) ||
                  (concept === 'CSMR' &&
                    [...oracle.reach(H, s2)].some((s3) => oracle.gains(H, s3, s))),
              ),
            ).toBe(true);
          continue;
        }
        sanctions++;
        legal(sanction.path, to, sanction.to, null);
        expect(oracle.gains(H, sanction.to, s)).toBe(false);
        expect(sanction.deterred.length).toBeGreaterThan(0);
        for (const member of sanction.deterred)
          expect(oracle.definitions.noBetter(member, sanction.to, s)).toBe(true);
        if (concept === 'CSMR')
          for (const s3 of oracle.reach(H, sanction.to)) expect(oracle.gains(H, s3, s)).toBe(false);
      }
      // The one that unsettles stands first.
      if (!why.stable) expect(why.improvements[0].sanction).toBeNull();
    }),
    { numRuns: RUNS },
  );
  expect(sanctions).toBeGreaterThan(8);
});

describe('theorems', () => {
  const check = (property: (recipe: Recipe, game: Game) => void): void => {
    fc.assert(
      fc.property(small, (recipe) => {
        property(recipe, gameOf(recipe));
      }),
      { numRuns: 300 },
    );
  };

  test('a coalition of one is a decision maker', () => {
    check(({ n }, game) => {
      const kernel = coalitionKernel(game);
      for (let i = 0; i < n; i++)
        for (const concept of ['Nash', 'GMR', 'SMR', 'SEQ'] as const)
          expect(kernel([i], `C${concept}`)).toEqual(stability(game, i, concept));
    });
  });

  test('of all together, nobody is left to answer: all concepts are CNash', () => {
    check(({ n }, game) => {
      const kernel = coalitionKernel(game);
      const all = Array.from({ length: n }, (_, i) => i);
      for (const concept of COALITION_CONCEPTS)
        expect(kernel(all, concept)).toEqual(kernel(all, 'CNash'));
    });
  });

  test('CNash ⇒ CSEQ ⇒ CGMR, CNash ⇒ CSMR ⇒ CGMR', () => {
    check(({ n }, game) => {
      const kernel = coalitionKernel(game);
      for (const H of coalitionsUpTo(n)) {
        const [nash, gmr, smr, seq] = COALITION_CONCEPTS.map((concept) => kernel(H, concept));
        nash.forEach((stable, s) => {
          expect(stable <= seq[s] && seq[s] <= gmr[s]).toBe(true);
          expect(stable <= smr[s] && smr[s] <= gmr[s]).toBe(true);
        });
      }
    });
  });

  test('who is called by which number does not matter', () => {
    check((recipe, game) => {
      const { n } = recipe;
      const turned = (i: number): number => (i + 1) % n;
      const lists = Array.from({ length: n }, (_, i) =>
        Array.from({ length: game.moves.size }, (_, s) => {
          const reach = new Int32Array(game.moves.maxDegree);
          const mover = (i + n - 1) % n;
          return Array.from(reach.subarray(0, game.moves.successors(mover, s, reach)));
        }),
      );
      const ranks = game.ranks.map((_, i) => game.ranks[(i + n - 1) % n]);
      const other = createGame(arcMoves(game.moves.size, lists), ranks, null);
      for (const H of coalitionsUpTo(n))
        for (const concept of COALITION_CONCEPTS)
          expect(coalitionKernel(other)(H.map(turned), concept)).toEqual(
            coalitionKernel(game)(H, concept),
          );
    });
  });
});

describe('published numbers', () => {
  test('5.2 prisoner’s dilemma', () => {
    const space = enumerateStates(2, [], 4);
    const game = createGame(
      optionMoves(space, [[0], [1]], ['both', 'both']),
      [
        [1, 0, 3, 2],
        [1, 3, 0, 2],
      ].map((own) => fromScores(Float64Array.from(own))),
      space,
    );
    const both = explainCoalition(game, [0, 1], 0, 'CNash');
    expect(both.improvements.map(({ to }) => to)).toEqual([3]);
    for (const s of [1, 2, 3]) expect(explainCoalition(game, [0, 1], s, 'CNash').count).toBe(0);
    const { all } = coalitionVerdicts(game, COALITION_CONCEPTS);
    for (const concept of COALITION_CONCEPTS) expect(all.get(concept)![0]).toBe(0);
    expect(coalitionKernel(game)([0, 1], 'CNash')[3]).toBe(1);
    expect(coalitionKernel(game)([0], 'CNash')[3]).toBe(0);
  });

  test('5.2 Elmira, 12 states: improvements of coalitions', () => {
    const improvements = (H: readonly number[]): Record<number, number[]> =>
      Object.fromEntries(
        Array.from({ length: 12 }, (_, s) => {
          const { improvements: found } = explainCoalition(ELMIRA, H, s, 'CNash', {}, 99);
          return [s + 1, numbered(found.map(({ to }) => to)).sort((a, b) => a - b)] as const;
        }).filter(([, to]) => to.length > 0),
      );
    expect(improvements([0, 1])).toEqual({ 2: [4], 7: [10], 8: [10] });
    expect(improvements([0, 2])).toEqual({ 1: [7], 3: [9] });
    expect(improvements([1, 2])).toEqual({ 2: [4, 10], 8: [10] });
    expect(improvements([0, 1, 2])).toEqual({ 2: [4, 10], 8: [10] });
  });

  test('5.2 Elmira: stable for every coalition', () => {
    const { all, coalitions } = coalitionVerdicts(ELMIRA, COALITION_CONCEPTS);
    expect(coalitions).toHaveLength(7);
    const stable = (concept: (typeof COALITION_CONCEPTS)[number]): number[] =>
      numbered(states(all.get(concept)!));
    expect(stable('CNash')).toEqual([5, 6, 10, 11, 12]);
    expect(stable('CGMR')).toEqual([1, 4, 5, 6, 10, 11, 12]);
    expect(stable('CSMR')).toEqual([1, 4, 5, 6, 10, 11, 12]);
    expect(stable('CSEQ')).toEqual([5, 6, 10, 11, 12]);
  });

  test('5.3 Elmira: the Ministry and Uniroyal jump from 7 to 10, in nine states from s5 to s8', () => {
    const jumps = (game: Game, equilibria: readonly number[]): string[] =>
      equilibriumJumps(game, equilibria, coalitionsUpTo(3)).map(
        ({ coalition, from, to }) => `${coalition.join()}: ${from + 1} → ${to + 1}`,
      );
    expect(jumps(ELMIRA, [4, 5, 6, 9, 10, 11])).toEqual(['0,1: 7 → 10']);
    const merged = mergeStates(
      ELMIRA,
      [0, 1, 2, 3, 8, 8, 4, 5, 6, 7, 8, 8],
      [
        ranking([7, 3, 4, 8, 5, 1, 2, 6, 9]),
        ranking([1, 4, 8, 5, 9, 3, 7, 2, 6]),
        ranking([7, 3, 5, 1, 8, 6, 4, 2, 9]),
      ],
    );
    expect(jumps(merged.game, [4, 7, 8])).toEqual(['0,1: 5 → 8']);
  });

  test('5.4 an improvement is credible if no part of the coalition leaves it again', () => {
    // In the prisoner’s dilemma joint silence is left by either alone.
    const pd = enumerateStates(2, [], 4);
    const game = createGame(
      optionMoves(pd, [[0], [1]], ['both', 'both']),
      [
        [1, 0, 3, 2],
        [1, 3, 0, 2],
      ].map((own) => fromScores(Float64Array.from(own))),
      pd,
    );
    expect(credibleImprovements(game, [0, 1], 0)).toEqual([]);
    expect(credibleImprovements(game, [0], 3)).toEqual([2]);
    // Nobody alone improves on 10.
    expect(numbered(credibleImprovements(ELMIRA, [0, 1], 6))).toEqual([10]);
  });

  test('5.5 a fixed partition', () => {
    const { coalitions, all } = partitionVerdicts(ELMIRA, [[1, 0], [2]], ['CNash', 'CSEQ']);
    expect(coalitions).toEqual([[0, 1], [2]]);
    const kernel = coalitionKernel(ELMIRA, { outsiders: [[0, 1], [2]] });
    const both = (concept: 'CNash' | 'CSEQ'): number[] =>
      states(kernel([0, 1], concept)).filter((s) => kernel([2], concept)[s] === 1);
    for (const concept of ['CNash', 'CSEQ'] as const)
      expect(states(all.get(concept)!)).toEqual(both(concept));
    // The jump from 7 is open to the block, so 7 is left; 10 stays.
    expect(numbered(states(all.get('CNash')!))).toEqual(expect.arrayContaining([10]));
    expect(numbered(states(all.get('CNash')!))).not.toContain(7);
  });

  test('moves at once go where no sequence of feasible states does', () => {
    // Only nothing or both options: neither can go first.
    const ends = enumerateStates(2, [{ kind: 'iff', of: [option(0), option(1)] }], 4);
    const game = createGame(
      optionMoves(ends, [[0], [1]], ['both', 'both']),
      [
        [0, 1],
        [0, 1],
      ].map((own) => fromScores(Float64Array.from(own))),
      ends,
    );
    expect(coalitionKernel(game)([0, 1], 'CNash')[0]).toBe(1);
    expect(coalitionKernel(game, { moves: 'at once' })([0, 1], 'CNash')[0]).toBe(0);
  });
});

describe('what is refused', () => {
  const game = createGame(
    arcMoves(2, [
      [[1], []],
      [[], [0]],
      [[], []],
    ]),
    [
      [1, 2],
      [2, 1],
      [1, 1],
    ].map((own) => Int32Array.from(own)),
    null,
  );
  test.each([
    ['no member', () => coalitionOf(game.moves, []), /empty/],
    ['one twice', () => coalitionOf(game.moves, [1, 1]), /1 is in the coalition twice/],
    ['one that is not there', () => coalitionOf(game.moves, [3]), /3; it must be .* 0 to 2/],
    ['a partition without one', () => partitionVerdicts(game, [[0], [1]], []), /2 is in no block/],
    [
      'a partition with one twice',
      () =>
        partitionVerdicts(
          game,
          [
            [0, 1],
            [1, 2],
          ],
          [],
        ),
      /1 is in the blocks 0 and 1/,
    ],
    ['an empty block', () => partitionVerdicts(game, [[0, 1, 2], []], []), /block 1 .* empty/],
    [
      'at once without options',
      () => coalitionKernel(game, { moves: 'at once' }),
      /given by options/,
    ],
    [
      'a concept that is none',
      () => coalitionKernel(game)([0], 'CSIM' as 'CSEQ'),
      /no concept "CSIM"/,
    ],
    [
      'a coalition that is no block',
      () => coalitionKernel(game, { outsiders: [[0, 1], [2]] })([0], 'CSEQ'),
      /no block/,
    ],
    [
      'once each',
      () => coalitionKernel({ ...game, opponentsRule: 'each at most once' }),
      /legal sequences/,
    ],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(expect.objectContaining({ name: 'EngineError' }));
    expect(call).toThrow(message);
  });

  test('too many coalitions: the number needed and the number allowed', () => {
    expect(() => coalitionsUpTo(20)).toThrow(
      expect.objectContaining({
        code: 'too-many-coalitions',
        limit: { needed: 1048575, allowed: 4095 },
      }),
    );
    expect(coalitionsUpTo(20, 2)).toHaveLength(210);
  });

  test('work that is stopped', () => {
    expect(() =>
      coalitionVerdicts(game, ['CNash'], 3, {}, () => {
        throw new Error('stop');
      }),
    ).toThrow('stop');
  });
});
