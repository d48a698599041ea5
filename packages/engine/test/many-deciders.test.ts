import { expect, test } from 'vitest';
import { arcMoves, createGame, reachable, stability } from '../src/index.js';

test('hundreds of decision makers: who labelled a state is not mixed up', () => {
  // A ring of 300 states; decision maker i moves from i to the next. The first would leave 0 for 1 and
  // ends, if all the others go on, in 299, which is worse.
  const n = 300;
  const arcs = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, s) => (s === i && s < n - 1 ? [s + 1] : [])),
  );
  const ranks = arcs.map((_, i) =>
    Int32Array.from({ length: n }, (__, s) =>
      i > 0 ? s + 1 : s === n - 1 ? 1 : s === 0 ? 2 : s + 2,
    ),
  );
  const game = createGame(arcMoves(n, arcs), ranks.map(dense), null);
  expect(reachable(game, [0], false).distance[n - 1]).toBe(n - 1);
  for (const concept of ['GMR', 'SMR', 'SEQ'] as const)
    expect(stability(game, 0, concept)[0]).toBe(1);
  expect(stability(game, 0, 'Nash')[0]).toBe(0);
});

function dense(ranks: Int32Array): Int32Array {
  const places = [...new Set(ranks)].sort((a, b) => a - b);
  return ranks.map((rank) => places.indexOf(rank) + 1);
}
