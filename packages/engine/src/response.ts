import type { Game } from './game.js';

/**
 * For every state x the least `key` over x and all end states of legal sequences of the others
 * from x (theory 3.1: any number of moves, nobody twice in a row); with `improving`, of sequences
 * in which each step is an improvement for its mover.
 *
 * States are visited in ascending key, and from each the search runs backwards through what is
 * not labelled yet, so that every node is labelled once, with the least key it can reach. A node
 * is a state where moves are transitive; otherwise a state and who moved last to reach it.
 * Cost: O(nodes x arcs of the others per state).
 */
export function lowestReachable(
  game: Game,
  focal: number,
  key: Int32Array,
  improving: boolean,
): Int32Array {
  const { moves, ranks } = game;
  const { size, movers } = moves;
  const others = Array.from({ length: movers }, (_, j) => j).filter((j) => j !== focal);
  // Without transitivity, node (x, l) = x * layers + l: at x, l moved last; l = movers: nobody did.
  const layers = moves.transitive ? 1 : movers + 1;
  const label = new Int32Array(size * layers);
  const labelled = new Uint8Array(size * layers);
  const stack = new Int32Array(size * layers);
  const sources = new Int32Array(moves.maxDegree);

  for (const start of ascending(key)) {
    const least = key[start];
    let top = 0;
    for (let layer = 0; layer < layers; layer++) {
      const node = start * layers + layer;
      if (labelled[node]) continue;
      labelled[node] = 1;
      label[node] = least;
      stack[top++] = node;
    }
    while (top > 0) {
      const node = stack[--top];
      const y = layers === 1 ? node : Math.floor(node / layers);
      const last = layers === 1 ? -1 : node - y * layers;
      for (const j of others) {
        // Node (y, last) is entered only by a move of `last`; what was before it is anyone else's.
        if (layers > 1 && last !== j) continue;
        const count = moves.predecessors(j, y, sources);
        for (let k = 0; k < count; k++) {
          const x = sources[k];
          if (improving && ranks[j][y] <= ranks[j][x]) continue;
          for (let layer = 0; layer < layers; layer++) {
            if (layers > 1 && layer === j) continue;
            const before = x * layers + layer;
            if (labelled[before]) continue;
            labelled[before] = 1;
            label[before] = least;
            stack[top++] = before;
          }
        }
      }
    }
  }
  if (layers === 1) return label;
  return Int32Array.from({ length: size }, (_, x) => label[x * layers + movers]);
}

/** State indexes by ascending key; a counting sort, since keys are dense ranks. */
function ascending(key: Int32Array): Int32Array {
  let largest = 0;
  for (const k of key) if (k > largest) largest = k;
  const place = new Int32Array(largest + 2);
  for (const k of key) place[k + 1]++;
  for (let k = 1; k < place.length; k++) place[k] += place[k - 1];
  const order = new Int32Array(key.length);
  for (let s = 0; s < key.length; s++) order[place[key[s]]++] = s;
  return order;
}
