// The numbers of theory.md, section by section. Where it counts states and decision makers from 1,
// so do the tests, through `numbered`.
import { describe, expect, test } from 'vitest';
import { arcMoves, createGame, reachable, type StabilityConcept } from '../src/index.js';
import { ELMIRA, ELMIRA_SPACE } from './elmira.js';
import { numbered, ranking, reach, solve, states } from './small-games.js';

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
