import { describe, expect, test } from 'vitest';
import {
  arcMoves,
  createGame,
  createModel,
  EngineError,
  enumerateStates,
  fromScores,
  optionMoves,
  prioritized,
  ranked,
  TruthTable,
  type Game,
  type GraphDescription,
  type ModelDescription,
  type OptionDescription,
} from '../src/index.js';

const arcs = ({ moves }: Game): number[][][] =>
  Array.from({ length: moves.movers }, (_, i) =>
    Array.from({ length: moves.size }, (_, s) => {
      const out = new Int32Array(moves.maxDegree);
      return Array.from(out.subarray(0, moves.successors(i, s, out)));
    }),
  );

const GRAPH: GraphDescription = {
  states: ['a', 'b', 'c'],
  decisionMakers: [
    {
      name: 'X',
      moves: [
        ['a', 'b'],
        ['c', 'b'],
        ['a', 'c'],
      ],
      ranking: ['c', ['a', 'b']],
    },
    { name: 'Y', moves: [['b', 'a']], ranking: [['a'], 'b', 'c'] },
  ],
};

const OPTIONS: OptionDescription = {
  decisionMakers: [
    {
      name: 'X',
      options: ['p', 'q'],
      oneWay: { q: 'back' },
      statements: [
        { kind: 'not', of: 'r' },
        { kind: 'xor', of: ['p', 'q'] },
      ],
    },
    { name: 'Y', options: ['r'], oneWay: { r: 'forward' }, weights: { p: 2, r: -0.5 } },
    { name: 'Z', options: [], ranking: [['none', 'p', 'q, r'], ['q', 'p, r'], 'r'] },
  ],
  constraints: [{ kind: 'count', min: 0, max: 1, of: ['p', 'q'] }],
};

test('states and arcs by name', () => {
  const { game, states, decisionMakers } = createModel(GRAPH);
  const same = createGame(
    arcMoves(3, [
      [[1, 2], [], [1]],
      [[], [0], []],
    ]),
    [ranked(Int32Array.of(1, 1, 0)), ranked(Int32Array.of(0, 1, 2))],
    null,
  );
  expect(states).toEqual(['a', 'b', 'c']);
  expect(decisionMakers).toEqual(['X', 'Y']);
  expect(arcs(game)).toEqual(arcs(same));
  expect(game.ranks).toEqual(same.ranks);
  expect(game).toMatchObject({ space: null, opponentsRule: 'legal sequences' });
  const once = createModel({ ...GRAPH, opponentsRule: 'each at most once' });
  expect(once.game.opponentsRule).toBe('each at most once');
});

test('options by name', () => {
  const { game, states } = createModel(OPTIONS);
  const p = { kind: 'option', option: 0 } as const;
  const q = { kind: 'option', option: 1 } as const;
  const r = { kind: 'option', option: 2 } as const;
  const space = enumerateStates(3, [{ kind: 'count', min: 0, max: 1, of: [p, q] }], 8);
  const truth = new TruthTable(space);
  expect(states).toEqual(['none', 'p', 'q', 'r', 'p, r', 'q, r']);
  expect(arcs(game)).toEqual(
    arcs(
      createGame(
        optionMoves(space, [[0, 1], [2], []], ['both', 'back', 'forward']),
        game.ranks,
        space,
      ),
    ),
  );
  expect(game.ranks).toEqual([
    prioritized(6, [truth.of({ kind: 'not', of: r }), truth.of({ kind: 'xor', of: [p, q] })]),
    fromScores(Float64Array.of(0, 2, 0, -0.5, 1.5, -0.5)),
    ranked(Int32Array.of(0, 0, 1, 2, 1, 0)),
  ]);
});

test('a description is JSON', () => {
  for (const description of [GRAPH, OPTIONS]) {
    const again = JSON.parse(JSON.stringify(description)) as ModelDescription;
    expect(createModel(again).game.ranks).toEqual(createModel(description).game.ranks);
  }
});

describe('what is wrong is named', () => {
  const graph = (change: Partial<GraphDescription['decisionMakers'][0]>): ModelDescription => ({
    ...GRAPH,
    decisionMakers: [{ ...GRAPH.decisionMakers[0], ...change }, GRAPH.decisionMakers[1]],
  });
  const options = (change: object): ModelDescription => ({
    ...OPTIONS,
    decisionMakers: [
      { name: 'X', options: ['p', 'q'], statements: [], ...change },
      ...OPTIONS.decisionMakers.slice(1),
    ],
  });
  test.each<[string, ModelDescription, string]>([
    ['a move from nowhere', graph({ moves: [['d', 'a']] }), 'a move of X names the state "d"'],
    ['a move to nowhere', graph({ moves: [['a', 'd']] }), 'a move of X names the state "d"'],
    ['a move to the same state', graph({ moves: [['a', 'a']] }), 'from state 0 leads to 0'],
    ['a state not ranked', graph({ ranking: ['a', 'b'] }), 'X does not rank the state "c"'],
    [
      'a state ranked twice',
      graph({ ranking: ['a', ['b', 'a'], 'c'] }),
      'ranks the state "a" twice',
    ],
    [
      'a state that is none',
      graph({ ranking: ['a', 'd'] }),
      'the ranking of X names the state "d"',
    ],
    ['two states', { ...GRAPH, states: ['a', 'a'] }, 'two states are called "a"'],
    ['two decision makers', graph({ name: 'Y' }), 'two decision makers are called "Y"'],
    ['two options', options({ options: ['p', 'r'] }), 'two options are called "r"'],
    ['an option with a comma', options({ options: ['p', 'q, s'] }), 'an option is called "q, s"'],
    ['two preferences', options({ weights: {} }), 'given as statements and as weights'],
    [
      'an unknown option',
      options({ statements: ['s'] }),
      'the preference of X names the option "s"',
    ],
    ['one-way options of others', options({ oneWay: { r: 'back' } }), '"r" is no option of X'],
    [
      'a direction that is none',
      options({ oneWay: { p: 'up' } }),
      'option 0 has the direction "up"',
    ],
    [
      'a constraint on nothing',
      { ...OPTIONS, constraints: ['s'] },
      'a constraint names the option "s"',
    ],
    [
      'a rule that is none',
      { ...GRAPH, opponentsRule: 'any' as 'legal sequences' },
      'there is no rule "any"',
    ],
  ])('%s', (_, description, message) => {
    expect(() => createModel(description)).toThrow(EngineError);
    expect(() => createModel(description)).toThrow(message);
  });

  test.each([NaN, Infinity, '3'])('the weight %s', (weight) => {
    const description = {
      decisionMakers: [{ name: 'X', options: ['p'], weights: { p: weight as number } }],
    };
    expect(() => createModel(description)).toThrow(EngineError);
    expect(() => createModel(description)).toThrow(
      `the preference of X gives "p" the weight ${weight}`,
    );
  });

  test('no form of preference', () => {
    const description = { decisionMakers: [{ name: 'X', options: ['p'] }] } as never;
    expect(() => createModel(description)).toThrow('the preference of X is given in no form');
  });
});
