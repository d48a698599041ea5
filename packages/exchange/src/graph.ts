import { ModelFault, type Actor } from '@standoff/model';
import type { Concept, Prepared } from '@standoff/situation';
import { labelsOf } from './listed.js';

/** More than any program draws. */
const MOST_MOVES = 200_000;

/** A state as a node of the graph. */
interface GraphState {
  /** From 1, in the order of the decimals. */
  readonly number: number;
  readonly column: string;
  readonly decimal: number;
  readonly label: string | null;
  readonly taken: readonly string[];
  readonly isNow: boolean;
  /** By decision maker; larger is better. */
  readonly ranks: readonly number[];
  /** The concepts under which it would hold. */
  readonly holds: readonly Concept[];
}

interface GraphMove {
  readonly mover: number;
  /** Numbers of states. */
  readonly from: number;
  readonly to: number;
  /** Whether its mover likes better where it leads. */
  readonly improves: boolean;
}

export interface Graph {
  readonly deciders: readonly Actor[];
  readonly states: readonly GraphState[];
  readonly moves: readonly GraphMove[];
}

/** @throws ModelFault where there are more moves than can be drawn */
export function graphOf(prepared: Prepared): Graph {
  const { model, space, deciders, game, statusQuo, equilibria } = prepared;
  const labels = labelsOf(prepared);
  const now = new Set(statusQuo);
  const states = Array.from({ length: space.size }, (_, s): GraphState => ({
    number: s + 1,
    column: model.options.map((_, k) => ((space.codes[s] >>> k) & 1 ? 'Y' : 'N')).join(''),
    decimal: space.codes[s],
    label: labels.get(s) ?? null,
    taken: model.options.filter((_, k) => (space.codes[s] >>> k) & 1).map(({ label }) => label),
    isNow: now.has(s),
    ranks: game.ranks.map((own) => own[s]),
    holds: equilibria.conceptsAt(s),
  }));
  const moves: GraphMove[] = [];
  const reach = new Int32Array(game.moves.maxDegree);
  for (const { number } of states)
    deciders.forEach((_, mover) => {
      const count = game.moves.successors(mover, number - 1, reach);
      if (moves.length + count > MOST_MOVES)
        throw new ModelFault('', `at most ${MOST_MOVES} moves to draw`, 'more');
      const own = game.ranks[mover];
      for (const to of reach.subarray(0, count))
        moves.push({ mover, from: number, to: to + 1, improves: own[to] > own[number - 1] });
    });
  return { deciders, states, moves };
}
