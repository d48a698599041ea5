import { prepare, type Concept } from '@standoff/situation';
import { expect, it } from 'vitest';
import { read, written } from './formats.js';

/** Elmira in nine states, as arcs and rankings are published. */
const ELMIRA = {
  title: 'Elmira',
  statusQuo: { state: 1 },
  decisionMakers: [{ name: 'Ministry' }, { name: 'Uniroyal' }, { name: 'Council' }],
  states: Array.from({ length: 9 }, (_, k) => ({ n: k + 1 })),
  moves: {
    Ministry: { 1: [2], 3: [4], 5: [6], 7: [8] },
    Uniroyal: { 1: [3, 9], 2: [4, 9], 3: [9], 4: [9], 5: [7, 9], 6: [8, 9], 7: [9], 8: [9] },
    Council: { 1: [5], 5: [1], 2: [6], 6: [2], 3: [7], 7: [3], 4: [8], 8: [4] },
  },
  preferences: {
    Ministry: { ranking: [[7], [3], [4], [8], [5], [1], [2], [6], [9]] },
    Uniroyal: { ranking: [1, 4, 8, 5, 9, 3, 7, 2, 6] },
    Council: { ranking: [[7], [3], [5], [1], [8], [6], [4], [2], [9]] },
  },
};

it('reads states, moves and rankings, gives their equilibria, and writes them again', async () => {
  const { model, notes } = await read('json', JSON.stringify(ELMIRA));
  expect(notes).toEqual([]);
  const { equilibria, naming, statusQuo } = prepare(model);
  const holding = (concept: Concept): number[] =>
    Array.from({ length: 9 }, (_, s) => s + 1).filter((n) =>
      equilibria.conceptsAt(n - 1).includes(concept),
    );
  expect(statusQuo.map((s) => naming.name(s).label)).toEqual(['s1']);
  for (const concept of ['Nash', 'SEQ', 'SSEQ'] as const)
    expect(holding(concept)).toEqual([5, 8, 9]);
  for (const concept of ['GMR', 'SMR'] as const) expect(holding(concept)).toEqual([1, 4, 5, 8, 9]);
  const { text } = await written('graph', model);
  const again = (await read('graph', text)).model;
  expect((await written('graph', again)).text).toBe(text);
});

it('is written in forms of options with whoever moves along the graph, and all say what that leaves out', async () => {
  const { model } = await read('json', JSON.stringify(ELMIRA));
  const { text, notes } = await written('gmcr', model);
  const { decisionMakers } = JSON.parse(text) as {
    decisionMakers: { name: string; options: unknown[]; preferenceRanking: unknown[] }[];
  };
  expect(decisionMakers).toMatchObject([
    { name: 'Ministry', options: [], preferenceRanking: [7, 3, 4, 8, 5, 1, 2, 6, 9] },
    { name: 'Uniroyal', options: [], preferenceRanking: [1, 4, 8, 5, 9, 3, 7, 2, 6] },
    { name: 'Council', options: [], preferenceRanking: [7, 3, 5, 1, 8, 6, 4, 2, 9] },
  ]);
  expect(notes.map(({ place }) => place)).toContain('moves given');
  // A graph shows the moves; a game of strategies has none without options.
  expect((await written('dot', model)).notes).toEqual([]);
  await expect(written('nfg', model)).rejects.toThrow('they move along a graph');
});

it('takes preferences between pairs of states that sum up to a ranking', async () => {
  const file = (prefers: readonly (readonly string[])[]): string =>
    JSON.stringify({
      states: ['a', 'b', 'c', 'd'],
      decisionMakers: [{ name: 'A', moves: [['a', 'b']], prefers }],
    });
  const over = (...pairs: readonly string[]) => pairs.map((pair) => [...pair]);
  // All 256 orders of four states with ties, as pairs, come back as they are.
  for (let code = 0; code < 256; code++) {
    const worth = [0, 1, 2, 3].map((k) => (code >> (2 * k)) & 3);
    const pairs = worth.flatMap((x, s) =>
      worth.flatMap((y, t) => (x > y ? [['abcd'[s], 'abcd'[t]]] : [])),
    );
    const { ranks } = prepare((await read('graph', file(pairs))).model).game;
    const levels = [...new Set(worth)].sort();
    expect([...ranks[0]]).toEqual(worth.map((x) => levels.indexOf(x) + 1));
  }
  for (const [pairs, fault] of [
    [over('ab', 'bc', 'ca'), /better than ., that than ., and that than/],
    [over('ab', 'bc', 'ad', 'bd', 'cd'), /a is better than b and that than c, but a not than c/],
    [over('ab'), /a is better than b, and c neither worse than the one nor better than the other/],
    [over('ab', 'ba'), /a is said to be better than b/],
    [over('aa'), /two different states/],
    [[['a']], /the better and the worse of two states/],
  ] as const)
    await expect(read('graph', file(pairs))).rejects.toThrow(fault);
});

it('takes states that say their options for options', async () => {
  const { model } = await read(
    'json',
    JSON.stringify({
      decisionMakers: [
        { name: 'Syria', options: [{ name: 'Release', direction: 'both' }], ranking: [2, 1] },
      ],
      states: [
        { n: 1, yn: 'N' },
        { n: 2, yn: 'Y', label: 'The water flows' },
      ],
    }),
  );
  expect(model.options.map(({ label }) => label)).toEqual(['Release']);
  expect(prepare(model).game.ranks.map((own) => [...own])).toEqual([[1, 2]]);
});

it.each([
  ['{"decisionMakers": [], "states": []}', /expected from 2 to 2000 states/],
  ['{"decisionMakers": [], "states": ["a", "a"]}', /states\[1\]: expected each state once/],
  [
    '{"decisionMakers": [{"name": "A", "moves": [["a"]]}], "states": ["a", "b"]}',
    /moves\[0\]: .*two states/,
  ],
  [
    '{"decisionMakers": [{"name": "A", "moves": [["a", "c"]]}], "states": ["a", "b"]}',
    /moves\[0\]\[1\]: expected a state of the file/,
  ],
  [
    '{"decisionMakers": [{"name": "A", "moves": [["a", "a"]]}], "states": ["a", "b"]}',
    /expected a move to another state/,
  ],
  [
    '{"decisionMakers": [{"name": "A", "moves": [], "ranking": ["a"]}], "states": ["a", "b"]}',
    /ranking of all states, b among them/,
  ],
  [
    '{"decisionMakers": [{"name": "A"}], "states": ["a", "b"]}',
    /expected moves, or states that say their options/,
  ],
  ['{"decisionMakers": [{"name": "A"}], "states": ["a", "b"], "moves": {"A": [1]}}', /moves/],
  ['{"decisionMakers": [{"name": "A"}], "states": ["a", null]}', /states\[1\]: expected an object/],
])('says what is wrong with %s', async (file, words) => {
  await expect(read('graph', file)).rejects.toThrow(words);
});
