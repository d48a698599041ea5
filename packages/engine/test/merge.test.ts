import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arcMoves,
  commonMoves,
  createGame,
  EngineError,
  indifferent,
  mergeStates,
  stabilityKernel,
  type Game,
  type Merged,
  type StabilityConcept,
  isResponse,
} from '../src/index.js';
import { ELMIRA, ELMIRA_SPACE } from './elmira.js';
import { CONCEPTS, Definitions } from './oracle.js';
import { anyForm, definitionsOf, gameOf, model, MODELS } from './random-game.js';
import { numbered, ranking, reach, solve } from './small-games.js';

/** The equilibria, counted from 1. */
const held = (game: Game, concept: StabilityConcept): number[] =>
  numbered(solve(game).equilibria(concept));

describe('theory 1.4 and 11.3: Elmira, from 12 states to 9', () => {
  const published = [0, 1, 2, 3, 8, 8, 4, 5, 6, 7, 8, 8];
  const merged = mergeStates(ELMIRA, published);

  test('states, patterns and the way back to the old ones', () => {
    expect(ELMIRA_SPACE.size).toBe(12);
    expect(merged.game.moves.size).toBe(9);
    expect(merged.members[8]).toEqual([4, 5, 10, 11]);
    expect(merged.patterns).toEqual([
      'NYNNN',
      'YYNNN',
      'NNYNN',
      'YNYNN',
      'NYNNY',
      'YYNNY',
      'NNYNY',
      'YNYNY',
      '-NNY-',
    ]);
  });

  test('the equilibria of the literature', () => {
    for (const concept of ['Nash', 'SEQ', 'SSEQ'] as const)
      expect(held(merged.game, concept)).toEqual([5, 8, 9]);
    for (const concept of ['GMR', 'SMR'] as const)
      expect(held(merged.game, concept)).toEqual([1, 4, 5, 8, 9]);
  });

  test('nothing odd comes of it: no shared move, no broken chain, no way back', () => {
    expect(merged.effects).toEqual({ common: [], intransitive: [], reversible: [] });
  });

  test('the published rankings of the nine states', () => {
    const ranks = [
      ranking([7, 3, 4, 8, 5, 1, 2, 6, 9]),
      ranking([1, 4, 8, 5, 9, 3, 7, 2, 6]),
      ranking([7, 3, 5, 1, 8, 6, 4, 2, 9]),
    ];
    const { game } = mergeStates(ELMIRA, published, ranks);
    expect(held(game, 'SEQ')).toEqual([5, 8, 9]);
    expect(held(game, 'GMR')).toEqual([1, 4, 5, 8, 9]);
  });

  test('whoever tells members apart is named, with the states', () => {
    const apart = (): Merged => mergeStates(ELMIRA, [0, 0, 1, 2, 8, 8, 3, 4, 5, 6, 7, 7]);
    expect(apart).toThrow(EngineError);
    expect(apart).toThrow(/states 0 and 1 cannot become one: decision maker 0/);
  });
});

/** The definition of 1.4, read literally. */
function literalArcs(definitions: Definitions, newState: readonly number[], size: number) {
  return definitions.model.moves.map((lists) =>
    Array.from({ length: size }, (_, from) => {
      const reached = new Set<number>();
      lists.forEach((list, s) => {
        if (newState[s] === from)
          for (const s1 of list) if (newState[s1] !== from) reached.add(newState[s1]);
      });
      return reached;
    }),
  );
}

test('arcs, effects and verdicts of random merges, by the definitions', () => {
  const seen = { merged: 0, common: 0, intransitive: 0, reversible: 0 };
  fc.assert(
    fc.property(
      anyForm,
      fc.array(fc.nat(5), { minLength: 128, maxLength: 128 }),
      (recipe, draw) => {
        const game = gameOf(recipe);
        const definitions = definitionsOf(recipe);
        const { size, movers } = game.moves;
        if (size === 0) return;
        // Any map, its numbers made dense.
        const raw = draw.slice(0, size).map((d, s) => (d < 3 ? d : s + 3));
        const used = [...new Set(raw)].sort((a, b) => a - b);
        const newState = raw.map((r) => used.indexOf(r));
        const k = used.length;
        const ranks = Array.from({ length: movers }, (_, i) => {
          const scores = Array.from({ length: k }, (_, s) => (draw[s] * (i + 3) + s) % 4);
          const levels = [...new Set(scores)].sort((a, b) => a - b);
          return Int32Array.from(scores, (score) => levels.indexOf(score) + 1);
        });
        const merged = mergeStates(game, newState, ranks);
        const arcs = literalArcs(definitions, newState, k);
        arcs.forEach((lists, i) =>
          lists.forEach((list, s) =>
            expect(reach(merged.game.moves, i, s)).toEqual([...list].sort((a, b) => a - b)),
          ),
        );
        expect(merged.members.flat().sort((a, b) => a - b)).toEqual(raw.map((_, s) => s));
        merged.members.forEach((states, to) => states.forEach((s) => expect(newState[s]).toBe(to)));
        seen.merged += k < size ? 1 : 0;

        const old = definitions.model.moves;
        const pairs = raw.flatMap((_, s) => raw.map((_, s1) => [s, s1] as const));
        const joins = (s: number, s1: number, a: number, b: number): boolean =>
          newState[s] === a && newState[s1] === b;
        const { effects } = merged;
        for (let a = 0; a < k; a++)
          for (let b = 0; b < k; b++) {
            const who = arcs.flatMap((lists, i) => (lists[a].has(b) ? [i] : []));
            const isNew = who.some((i) =>
              who.some(
                (j) =>
                  i !== j &&
                  !pairs.some(
                    ([s, s1]) => joins(s, s1, a, b) && old[i][s].has(s1) && old[j][s].has(s1),
                  ),
              ),
            );
            const told = effects.common.find(({ from, to }) => from === a && to === b);
            expect(told?.movers ?? [], `common ${a} ${b}`).toEqual(isNew ? who : []);
            if (isNew) seen.common++;
            if (a < b)
              arcs.forEach((lists, i) => {
                const back =
                  lists[a].has(b) &&
                  lists[b].has(a) &&
                  !pairs.some(
                    ([s, s1]) => joins(s, s1, a, b) && old[i][s].has(s1) && old[i][s1].has(s),
                  );
                expect(
                  effects.reversible.some((r) => r.mover === i && r.a === a && r.b === b),
                  `way back ${a} ${b}`,
                ).toBe(back);
                if (back) seen.reversible++;
              });
          }
        // A broken chain is named for exactly those merged states that have one.
        arcs.forEach((lists, i) => {
          for (let via = 0; via < k; via++) {
            const examples = lists.flatMap((list, from) =>
              list.has(via)
                ? [...lists[via]]
                    .filter(
                      (to) =>
                        to !== from &&
                        !list.has(to) &&
                        !pairs.some(
                          ([s, s1]) =>
                            joins(s, s1, from, via) &&
                            old[i][s].has(s1) &&
                            [...old[i][s1]].some((s2) => newState[s2] === to),
                        ),
                    )
                    .map((to) => `${from} ${to}`)
                : [],
            );
            const told = effects.intransitive.filter((t) => t.mover === i && t.via === via);
            expect(told.length, `chain of ${i} via ${via}`).toBe(examples.length > 0 ? 1 : 0);
            for (const { from, to } of told) expect(examples).toContain(`${from} ${to}`);
            seen.intransitive += told.length;
          }
        });

        const after = new Definitions(
          model(
            movers,
            arcs,
            ranks.map((own) => Array.from(own)),
            null,
          ),
        );
        const kernel = stabilityKernel(merged.game);
        for (const concept of CONCEPTS.filter(isResponse))
          for (let i = 0; i < movers; i++)
            expect(Array.from(kernel(i, concept)), `${concept} of ${i}`).toEqual(
              Array.from({ length: k }, (_, s) => (after.stable(i, s, concept) ? 1 : 0)),
            );
      },
    ),
    { numRuns: Math.ceil(MODELS / 15) },
  );
  for (const [kind, count] of Object.entries(seen)) expect(count, kind).toBeGreaterThan(20);
}, 600_000);

describe('the three side effects, smallest', () => {
  const game = (size: number, arcs: number[][][]): Game =>
    createGame(
      arcMoves(size, arcs),
      arcs.map(() => indifferent(size)),
      null,
    );

  test('a common move: each came from another member', () => {
    const { effects } = mergeStates(game(3, [[[2]], [[], [2]]]), [0, 0, 1]);
    expect(effects.common).toEqual([{ from: 0, to: 1, movers: [0, 1] }]);
  });

  test('a broken chain: in at one member, out from another', () => {
    const { effects } = mergeStates(game(4, [[[1], [], [3]]]), [0, 1, 1, 2]);
    expect(effects.intransitive).toEqual([{ mover: 0, from: 0, via: 1, to: 2 }]);
  });

  test('a way back that no member had', () => {
    const { effects } = mergeStates(game(3, [[[1], [], [0]]]), [0, 1, 1]);
    expect(effects.reversible).toEqual([{ mover: 0, a: 0, b: 1 }]);
  });
});

test('moves that were shared before are told by commonMoves, and not blamed on the merge', () => {
  const moves = arcMoves(3, [[[1, 2]], [[1]], [[1], [2]]]);
  expect(commonMoves(moves)).toEqual([{ from: 0, to: 1, movers: [0, 1, 2] }]);
  const game = createGame(
    moves,
    [0, 1, 2].map(() => indifferent(3)),
    null,
  );
  expect(mergeStates(game, [0, 1, 2]).effects.common).toEqual([]);
  expect(mergeStates(game, [0, 1, 2]).patterns).toBeNull();
});

describe('refusals', () => {
  const game = createGame(arcMoves(2, [[[1]]]), [indifferent(2)], null);
  test.each([
    ['too few', [0], 'new numbers for 1 states, but the model has 2'],
    ['no whole number', [0, 0.5], 'the new number of state 1 is 0.5'],
    ['negative', [0, -1], 'the new number of state 1 is -1'],
    ['too large', [0, 2], 'the new number of state 1 is 2'],
    ['not each number used', [1, 1], 'no state becomes the new state 0'],
  ])('%s', (_, newState, message) => {
    expect(() => mergeStates(game, newState)).toThrow(EngineError);
    expect(() => mergeStates(game, newState)).toThrow(message);
  });

  test('new ranks that do not fit', () => {
    expect(() => mergeStates(game, [0, 0], [indifferent(2)])).toThrow('ranks 2 states of 1');
  });
});
