// The numbers of theory.md, section by section. Where it counts states and decision makers from 1,
// so do the tests, through `numbered`.
import { describe, expect, test } from 'vitest';
import {
  arcMoves,
  createGame,
  enumerateStates,
  explain,
  fromScores,
  optionMoves,
  prioritized,
  ranked,
  reachable,
  stateSpace,
  TruthTable,
  type Formula,
  type Game,
  type StabilityConcept,
} from '../src/index.js';
import { CONCEPTS, Definitions } from './oracle.js';
import { model } from './random-game.js';
import { ELMIRA_SPACE } from './elmira.js';
import { all, any, not, option } from './formulas.js';
import { everyState, numbered, reach, scored, solve, states } from './small-games.js';

/** Decimals of the states of `m` options that satisfy the constraints. */
const decimals = (m: number, ...constraints: Formula[]): number[] =>
  Array.from(enumerateStates(m, constraints, 1000).codes);

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
    const { stable } = solve(scored(A, B));
    const concepts: StabilityConcept[] = ['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ'];
    expect(concepts.map((concept) => (stable(0, concept).includes(s) ? 1 : 0))).toEqual(expected);
  });
});
