// The numbers of theory.md, section by section. Where it counts states and decision makers from 1,
// so do the tests, through `numbered`.
import { describe, expect, test } from 'vitest';
import {
  arcMoves,
  createGame,
  enumerateStates,
  equilibria,
  explain,
  fromScores,
  optionMoves,
  prioritized,
  ranked,
  reachable,
  stabilityKernel,
  stateSpace,
  TruthTable,
  type Formula,
  type Game,
  type Moves,
  type OptionDirection,
  type Ranks,
  type StabilityConcept,
  type StateSpace,
} from '../src/index.js';
import { CONCEPTS, Definitions } from './oracle.js';
import { model } from './random-game.js';

const option = (k: number): Formula => ({ kind: 'option', option: k });
const not = (of: Formula): Formula => ({ kind: 'not', of });
const all = (...of: Formula[]): Formula => ({ kind: 'and', of });
const any = (...of: Formula[]): Formula => ({ kind: 'or', of });
const exactly = (k: number, ...of: Formula[]): Formula => ({ kind: 'count', min: k, max: k, of });

/** Decimals of the states of `m` options that satisfy the constraints. */
const decimals = (m: number, ...constraints: Formula[]): number[] =>
  Array.from(enumerateStates(m, constraints, 1000).codes);

/** All states of `m` options. */
const everyState = (m: number): StateSpace => enumerateStates(m, [], 2 ** m);

const reach = (moves: Moves, mover: number, state: number): number[] => {
  const out = new Int32Array(moves.maxDegree);
  return Array.from(out.subarray(0, moves.successors(mover, state, out)));
};

/** Ranks from lists like [9, 3, [5, 6], 1], best first, over states counted from 1. */
function ranking(order: readonly (number | readonly number[])[]): Ranks {
  const cells = order.flatMap((cell, k) => [cell].flat().map((s) => [s, k]));
  const cell = new Int32Array(cells.length);
  for (const [s, k] of cells) cell[s - 1] = k;
  return ranked(cell);
}

const states = (verdicts: ArrayLike<number>): number[] =>
  Array.from(verdicts).flatMap((v, s) => (v ? [s] : []));

/** Stable states of one decision maker; and the equilibria. */
function solve(game: Game) {
  const kernel = stabilityKernel(game);
  return {
    stable: (mover: number, concept: StabilityConcept) => states(kernel(mover, concept)),
    equilibria: (concept: StabilityConcept) =>
      states(
        equilibria(
          game.ranks.map((_, i) => kernel(i, concept)),
          game.moves.size,
        ),
      ),
  };
}

const numbered = (indices: readonly number[]): number[] => indices.map((s) => s + 1);

/** Two decision makers with an option each, all four states; ranks by state. */
function twoByTwo(a: readonly number[], b: readonly number[]): Game {
  const space = everyState(2);
  return createGame(
    optionMoves(space, [[0], [1]], ['both', 'both']),
    [fromScores(Float64Array.from(a)), fromScores(Float64Array.from(b))],
    space,
  );
}

describe('1 modelling', () => {
  test('1.1 somebody without options is stable everywhere', () => {
    const space = everyState(2);
    const ranks = [
      fromScores(Float64Array.of(0, 1, 2, 3)),
      fromScores(Float64Array.of(3, 1, 2, 0)),
    ];
    const moves = optionMoves(space, [[0, 1], []], ['both', 'both']);
    const { stable } = solve(createGame(moves, ranks, space));
    for (const concept of CONCEPTS) expect(stable(1, concept)).toEqual([0, 1, 2, 3]);
    for (const concept of CONCEPTS) expect(stable(0, concept)).toEqual([3]);
  });

  test('1.2 decimal numbering: the first option is the lowest bit', () => {
    const [y, n] = [option, (k: number) => not(option(k))];
    expect(decimals(3, y(0), n(1), n(2))).toEqual([1]);
    expect(decimals(3, n(0), y(1), n(2))).toEqual([2]);
    expect(decimals(3, n(0), n(1), y(2))).toEqual([4]);
    expect(decimals(3, y(0), n(1), y(2))).toEqual([5]);
    expect(decimals(3, y(0), y(1), y(2))).toEqual([7]);
    expect(decimals(3, y(0), n(2))).toEqual([1, 3]);
  });

  test('1.3 the four ways to remove states', () => {
    const [o1, o2, o3] = [0, 1, 2].map(option);
    expect(decimals(3, not(all(o1, o2)))).toEqual([0, 1, 2, 4, 5, 6]);
    expect(decimals(3, any(o1, o2))).toEqual([1, 2, 3, 5, 6, 7]);
    expect(decimals(3, any(not(o3), o1))).toEqual([0, 1, 2, 3, 5, 7]);
    expect(decimals(3, not(all(o1, not(o2), o3)))).toEqual([0, 1, 2, 3, 4, 6, 7]);
  });

  test('1.3 (a) no state at all is a space, and has no equilibria', () => {
    const space = enumerateStates(2, [all(option(0), not(option(0)))], 4);
    expect(space.size).toBe(0);
    const none = new Int32Array(0);
    const game = createGame(optionMoves(space, [[0], [1]], ['both', 'both']), [none, none], space);
    for (const concept of CONCEPTS) expect(solve(game).equilibria(concept)).toEqual([]);
  });

  test('1.5 several own options at once; only the end must be feasible', () => {
    // 0 → 3 although 1 and 2 are not feasible.
    const space = stateSpace(2, Uint32Array.of(0, 3));
    expect(reach(optionMoves(space, [[0, 1]], ['both', 'both']), 0, 0)).toEqual([1]);
  });

  test('1.6 a one-way option', () => {
    const moves = optionMoves(everyState(1), [[0]], ['forward']);
    expect(reach(moves, 0, 0)).toEqual([1]);
    expect(reach(moves, 0, 1)).toEqual([]);
    const back = optionMoves(everyState(1), [[0]], ['back']);
    expect(reach(back, 0, 0)).toEqual([]);
    expect(reach(back, 0, 1)).toEqual([0]);
  });

  test('1.8 and 6.4 with a common move a state can sanction itself', () => {
    const moves = arcMoves(2, [[[1]], [[], [0]]]);
    const game = createGame(moves, [Int32Array.of(1, 2), Int32Array.of(2, 1)], null);
    const { stable } = solve(game);
    expect(stable(0, 'Nash')).toEqual([1]);
    expect(stable(0, 'GMR')).toEqual([0, 1]);
    expect(stable(0, 'SEQ')).toEqual([0, 1]);
    // Back at 0 it can improve again.
    expect(stable(0, 'SMR')).toEqual([1]);
    expect(stable(0, 'SSEQ')).toEqual([1]);
  });
});

describe('2 preferences', () => {
  test('2.1 direct ranking', () => {
    // Best 2, then 0 and 3, then 1.
    expect(Array.from(ranked(Int32Array.of(1, 2, 0, 1)))).toEqual([2, 1, 3, 2]);
  });

  test('2.2 option weighting', () => {
    const weights = [2, -1];
    const scores = Float64Array.from(everyState(2).codes, (code) =>
      weights.reduce((sum, w, k) => sum + ((code >>> k) & 1) * w, 0),
    );
    expect(Array.from(scores)).toEqual([0, 2, -1, 1]);
    const ranks = fromScores(scores);
    expect([1, 3, 0, 2].map((s) => ranks[s])).toEqual([4, 3, 2, 1]);
  });

  test('2.3 prioritization: the Ministry of Elmira', () => {
    const table = new TruthTable(ELMIRA_SPACE);
    const statements = [
      option(2),
      not(option(3)),
      not(option(0)),
      { kind: 'xor', of: [option(0), option(4)] } as const,
    ];
    const ranks = prioritized(
      12,
      statements.map((statement) => table.of(statement)),
    );
    const scores = [6, 5, 14, 13, 2, 1, 7, 4, 15, 12, 3, 0];
    expect(ranks).toEqual(fromScores(Float64Array.from(scores)));
    const order = numbered(states(ranks.map(() => 1))).sort((a, b) => ranks[b - 1] - ranks[a - 1]);
    expect(order).toEqual([9, 3, 4, 10, 7, 1, 2, 8, 11, 5, 6, 12]);
  });
});

describe('3.1 joint moves', () => {
  /** The ends of legal sequences of H, the start itself left out. */
  const joint = (game: Game, H: readonly number[], s: number): number[] =>
    states(reachable(game, [s], false, H).distance.map((k) => (k > 0 ? 1 : 0)));

  const definitions = (arcs: number[][][], size: number): Definitions =>
    new Definitions(
      model(
        arcs.length,
        arcs.map((lists) => Array.from({ length: size }, (_, s) => new Set(lists[s]))),
        arcs.map(() => []),
        null,
      ),
    );

  test('A: the order of moves, more than once each', () => {
    const arcs = [[[1]], [[], [2], [], [4]], [[], [], [3]]];
    const ranks = [[1, 2, 3, 3, 0].map((r) => r + 1), [1, 1, 1, 1, 1], [1, 1, 1, 1, 1]];
    const game = createGame(
      arcMoves(5, arcs),
      ranks.map((own) => Int32Array.from(own)),
      null,
    );
    expect(joint(game, [1, 2], 1)).toEqual([2, 3, 4]);
    const omega = definitions(arcs, 5).jointMoves([1, 2], 1, false);
    expect([...omega.keys()].sort()).toEqual([2, 3, 4]);
    expect([...omega.get(4)!]).toEqual([1]);
    expect(solve(game).stable(0, 'GMR')).toContain(0);
    // Each at most once would end at 3, which is better than 0.
    expect(explain(game, 0, 0, 'GMR').improvements[0].sanction).toMatchObject({ to: 4 });
  });

  test('B: nobody moves twice in a row', () => {
    const arcs = [[[1]], [[], [2], [4]], []];
    // 4 would deter decision maker 0, but is not a response.
    const game = createGame(
      arcMoves(5, arcs),
      [Int32Array.of(2, 3, 3, 3, 1), new Int32Array(5).fill(1), new Int32Array(5).fill(1)],
      null,
    );
    expect(game.moves.transitive).toBe(false);
    expect(joint(game, [1, 2], 1)).toEqual([2]);
    expect([...definitions(arcs, 5).jointMoves([1, 2], 1, false).keys()]).toEqual([2]);
    expect(reachable(game, [1], false).distance[4]).toBe(-1);
    expect(solve(game).stable(0, 'GMR')).not.toContain(0);
  });

  test('C: loops lead back to the start', () => {
    const flips = [1, 2, 4].map((bit) => Array.from({ length: 8 }, (_, s) => [s ^ bit]));
    const omega = definitions(flips, 8).jointMoves([1, 2], 0, false);
    expect([...omega.keys()].sort()).toEqual([0, 2, 4, 6]);
    const space = everyState(3);
    const moves = optionMoves(space, [[0], [1], [2]], ['both', 'both', 'both']);
    const game = createGame(
      moves,
      [1, 2, 3].map(() => new Int32Array(8).fill(1)),
      space,
    );
    expect(joint(game, [1, 2], 0)).toEqual([2, 4, 6]);
  });
});

describe('3.8 separations', () => {
  test.each([
    { A: [0, 1, 2, 3], B: [0, 1, 2, 3], s: 2, expected: [0, 1, 1, 0, 0] },
    { A: [0, 1, 2, 3], B: [0, 2, 3, 1], s: 2, expected: [0, 1, 1, 1, 1] },
    { A: [0, 2, 3, 1], B: [0, 1, 2, 3], s: 3, expected: [0, 1, 0, 0, 0] },
    { A: [0, 2, 3, 1], B: [1, 2, 0, 3], s: 3, expected: [0, 1, 0, 1, 0] },
  ])('A $A, B $B at $s', ({ A, B, s, expected }) => {
    const { stable } = solve(twoByTwo(A, B));
    const concepts: StabilityConcept[] = ['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ'];
    expect(concepts.map((concept) => (stable(0, concept).includes(s) ? 1 : 0))).toEqual(expected);
  });
});

/** Scores by state from the states best first. */
const scoresOf = (order: readonly number[]): number[] =>
  order.map((_, s) => order.length - order.indexOf(s));

const DILEMMA = { A: scoresOf([2, 3, 0, 1]), B: scoresOf([1, 3, 0, 2]) };
const CHICKEN = { A: scoresOf([2, 3, 1, 0]), B: scoresOf([1, 3, 2, 0]) };

describe('11 fixtures', () => {
  test('11.1 prisoner’s dilemma', () => {
    const game = twoByTwo(DILEMMA.A, DILEMMA.B);
    const { stable, equilibria } = solve(game);
    expect([stable(0, 'Nash'), stable(1, 'Nash'), equilibria('Nash')]).toEqual([
      [0, 2],
      [0, 1],
      [0],
    ]);
    for (const concept of ['GMR', 'SMR', 'SEQ', 'SSEQ', 'SIM'] as const) {
      expect(stable(0, concept)).toEqual([0, 2, 3]);
      expect(stable(1, concept)).toEqual([0, 1, 3]);
      expect(equilibria(concept)).toEqual([0, 3]);
    }
    // 3.7: A improves 3 → 2 while B improves 3 → 1: together 0.
    expect(explain(game, 0, 3, 'SIM').improvements).toEqual([
      {
        to: 2,
        responses: 0,
        sanction: {
          kind: 'simultaneous',
          change: { choices: [{ mover: 1, to: 1 }], to: 0 },
          to: 0,
          bestEscape: null,
        },
      },
    ]);
  });

  test('6.5 prisoner’s dilemma, the matrix of moves and the diagonals', () => {
    const game = twoByTwo(DILEMMA.A, DILEMMA.B);
    expect([0, 1, 2, 3].map((s) => reach(game.moves, 0, s))).toEqual([[1], [0], [3], [2]]);
    expect([0, 1, 2, 3].map((s) => reach(game.moves, 1, s))).toEqual([[2], [3], [0], [1]]);
    const { stable } = solve(game);
    const unstable = (concept: StabilityConcept): number[] =>
      [0, 1, 2, 3].map((s) => (stable(0, concept).includes(s) ? 0 : 1));
    expect(unstable('Nash')).toEqual([0, 1, 0, 1]);
    for (const concept of ['GMR', 'SMR', 'SEQ'] as const)
      expect(unstable(concept)).toEqual([0, 1, 0, 0]);
  });

  test('11.2 chicken', () => {
    const { stable, equilibria } = solve(twoByTwo(CHICKEN.A, CHICKEN.B));
    for (const [concepts, expected] of [
      [
        ['Nash', 'SEQ', 'SSEQ'],
        [1, 2],
      ],
      [
        ['GMR', 'SMR', 'SIM'],
        [1, 2, 3],
      ],
    ] as const)
      for (const concept of concepts)
        expect([stable(0, concept), stable(1, concept), equilibria(concept)], concept).toEqual([
          expected,
          expected,
          expected,
        ]);
  });

  test('11.2 mixed', () => {
    const first = solve(twoByTwo(DILEMMA.A, CHICKEN.B));
    expect((['Nash', 'GMR', 'SMR', 'SEQ'] as const).map(first.equilibria)).toEqual([
      [2],
      [2, 3],
      [2, 3],
      [2],
    ]);
    const second = solve(twoByTwo(CHICKEN.A, DILEMMA.B));
    expect((['Nash', 'GMR', 'SMR', 'SEQ'] as const).map(second.equilibria)).toEqual([
      [1],
      [1, 3],
      [1, 3],
      [1],
    ]);
  });

  test('11.4 matching pennies', () => {
    const game = twoByTwo([1, 0, 0, 1], [0, 1, 1, 0]);
    const { stable, equilibria } = solve(game);
    expect([stable(0, 'Nash'), stable(1, 'Nash'), equilibria('Nash')]).toEqual([
      [0, 3],
      [1, 2],
      [],
    ]);
    for (const concept of ['GMR', 'SEQ'] as const)
      expect(equilibria(concept)).toEqual([0, 1, 2, 3]);
    for (const concept of ['SMR', 'SSEQ'] as const) expect(equilibria(concept)).toEqual([]);
    // The improvements go round: 0 → 2 → 3 → 1 → 0 by B, A, B, A.
    const cycle = reachable(game, [0], true);
    expect(Array.from(cycle.distance)).toEqual([0, 3, 1, 2]);
    expect(cycle.pathTo(1)).toEqual([
      { mover: 1, from: 0, to: 2 },
      { mover: 0, from: 2, to: 3 },
      { mover: 1, from: 3, to: 1 },
    ]);
  });
});

// Options Modify (Ministry), Delay, Accept, Abandon (Uniroyal), Insist (Local Government).
const ELMIRA_SPACE = enumerateStates(5, [exactly(1, option(1), option(2), option(3))], 32);
const ELMIRA_DIRECTIONS: OptionDirection[] = ['forward', 'back', 'both', 'forward', 'both'];
const ELMIRA = createGame(
  optionMoves(ELMIRA_SPACE, [[0], [1, 2, 3], [4]], ELMIRA_DIRECTIONS),
  [
    ranking([9, 3, 4, 10, 7, 1, 2, 8, [5, 6, 11, 12]]),
    ranking([1, 4, 10, 7, [5, 6, 11, 12], 2, 3, 9, 8]),
    ranking([9, 3, 7, 1, 10, 8, 4, 2, [5, 6, 11, 12]]),
  ],
  ELMIRA_SPACE,
);
const [MINISTRY, UNIROYAL, LOCAL] = [0, 1, 2];

describe('11.3 Elmira, 12 states', () => {
  test('states', () => {
    expect(Array.from(ELMIRA_SPACE.codes)).toEqual([2, 3, 4, 5, 8, 9, 18, 19, 20, 21, 24, 25]);
  });

  test('moves', () => {
    const moves = (mover: number) =>
      Object.fromEntries(
        ELMIRA.ranks[0]
          .map((_, s) => s)
          .reduce<[number, number[]][]>((list, s) => {
            const targets = numbered(reach(ELMIRA.moves, mover, s));
            return targets.length > 0 ? [...list, [s + 1, targets]] : list;
          }, []),
      );
    expect(moves(MINISTRY)).toEqual({ 1: [2], 3: [4], 5: [6], 7: [8], 9: [10], 11: [12] });
    expect(moves(UNIROYAL)).toEqual({
      1: [3, 5],
      2: [4, 6],
      3: [5],
      4: [6],
      7: [9, 11],
      8: [10, 12],
      9: [11],
      10: [12],
    });
    expect(moves(LOCAL)).toEqual(
      Object.fromEntries(Array.from({ length: 12 }, (_, k) => [k + 1, [((k + 6) % 12) + 1]])),
    );
  });

  test('stability', () => {
    const solved = solve(ELMIRA);
    const equilibria = (concept: StabilityConcept) => numbered(solved.equilibria(concept));
    const stable = (mover: number, concept: StabilityConcept) =>
      numbered(solved.stable(mover, concept));
    for (const concept of ['Nash', 'SEQ', 'SSEQ'] as const)
      expect(equilibria(concept)).toEqual([5, 6, 7, 10, 11, 12]);
    for (const concept of ['GMR', 'SMR'] as const)
      expect(equilibria(concept)).toEqual([1, 4, 5, 6, 7, 10, 11, 12]);
    const twelve = Array.from({ length: 12 }, (_, k) => k + 1);
    for (const concept of ['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ'] as const) {
      expect(stable(UNIROYAL, concept)).toEqual([1, 4, 5, 6, 7, 10, 11, 12]);
      expect(stable(MINISTRY, concept)).toEqual(twelve);
    }
    expect(stable(LOCAL, 'Nash')).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    expect(stable(LOCAL, 'SEQ')).toEqual([2, 3, 5, 6, 7, 8, 9, 10, 11, 12]);
    for (const concept of ['GMR', 'SMR'] as const) expect(stable(LOCAL, concept)).toEqual(twelve);
  });

  test('7.1 evolution from state 1', () => {
    const improving = reachable(ELMIRA, [0], true);
    expect(states(improving.distance.map((k) => (k >= 0 ? 1 : 0)))).toEqual([0, 6]);
    expect(improving.pathTo(6)).toEqual([{ mover: LOCAL, from: 0, to: 6 }]);
    const all = reachable(ELMIRA, [0], false);
    const first = states(all.distance.map((k) => (k === 1 ? 1 : 0)));
    expect(numbered(first)).toEqual([2, 3, 5, 7]);
    expect(first.map((s) => all.pathTo(s)![0].mover)).toEqual([
      MINISTRY,
      UNIROYAL,
      UNIROYAL,
      LOCAL,
    ]);
    expect(all.distance.every((k) => k >= 0 && k <= 3)).toBe(true);
    expect(Math.max(...all.distance)).toBe(3);
  });
});

describe('11.3 Elmira coalesced, 9 states', () => {
  // From the 12 states to s1..s9 (theory 1.4: an arc wherever some member has one).
  const merged = [1, 2, 3, 4, 9, 9, 5, 6, 7, 8, 9, 9];
  const arcs = [0, 1, 2].map((mover) => {
    const lists: number[][] = Array.from({ length: 9 }, () => []);
    merged.forEach((from, s) => {
      for (const to of reach(ELMIRA.moves, mover, s))
        if (merged[to] !== from) lists[from - 1].push(merged[to] - 1);
    });
    return lists;
  });
  const game = createGame(
    arcMoves(9, arcs),
    [
      ranking([7, 3, 4, 8, 5, 1, 2, 6, 9]),
      ranking([1, 4, 8, 5, 9, 3, 7, 2, 6]),
      ranking([7, 3, 5, 1, 8, 6, 4, 2, 9]),
    ],
    null,
  );

  test('equilibria', () => {
    const solved = solve(game);
    for (const concept of ['Nash', 'SEQ'] as const)
      expect(numbered(solved.equilibria(concept))).toEqual([5, 8, 9]);
    for (const concept of ['GMR', 'SMR'] as const)
      expect(numbered(solved.equilibria(concept))).toEqual([1, 4, 5, 8, 9]);
  });

  test('evolution from s1 ends in s5', () => {
    const improving = reachable(game, [0], true);
    expect(numbered(states(improving.distance.map((k) => (k >= 0 ? 1 : 0))))).toEqual([1, 5]);
  });
});
