import type { NodeKind } from '@standoff/document';
import type { Situation, Standard, State, StateName, Step } from '@standoff/situation';
import { OutcomesOf } from '../briefing/outcomes.js';

/** All states and the moves between them, to be drawn where they are few. */
export interface AllMoves {
  readonly states: readonly {
    readonly name: StateName;
    /** The options taken, by id. */
    readonly taken: readonly string[];
    /** How many moves it takes from today; the last, where no moves lead there. */
    readonly layer: number;
    readonly kind: NodeKind;
  }[];
  /** Each improvement; of moves back and forth that are none, one. */
  readonly moves: readonly {
    /** Decimals of states. */
    readonly from: string;
    readonly to: string;
    readonly step: Step;
    readonly better: boolean;
  }[];
}

/** More states than these nobody reads. */
export const MOST_DRAWN = 16;

/** The states of a situation that has at most `MOST_DRAWN`. */
export function allMoves(situation: Situation, standard: Standard): AllMoves {
  const { states, deciders } = situation;
  const outcomes = new OutcomesOf(situation, standard);
  const all = states.all.first(MOST_DRAWN);
  const layers = layersFrom(situation, states.now);
  const last = Math.max(...layers.values()) + 1;
  const moves = all.flatMap((from) =>
    deciders.flatMap(({ id }) =>
      states.moves(id, from).flatMap((to) => {
        const gain = states.compare(id, to, from);
        const back = states.moves(id, to).includes(from);
        // The way back is the improvement, or says the same.
        if (back && (gain < 0 || (gain === 0 && to < from))) return [];
        const [step] = states.steps([{ actor: id, from, to }]);
        return [{ from: String(from), to: String(to), step, better: gain > 0 }];
      }),
    ),
  );
  return {
    states: all.map((state) => {
      const hold = outcomes.hold(state);
      const { name, taken } = states.shown(state);
      return {
        name,
        taken,
        layer: layers.get(state) ?? last,
        kind: states.now.includes(state)
          ? 'today'
          : hold === null
            ? 'passing'
            : hold === 'none'
              ? 'end'
              : 'holds',
      };
    }),
    moves,
  };
}

/** In how many moves of anybody a state is reached. */
function layersFrom({ states, deciders }: Situation, now: readonly State[]): Map<State, number> {
  const layers = new Map(now.map((state) => [state, 0]));
  for (const [from, layer] of layers)
    for (const { id } of deciders)
      for (const to of states.moves(id, from)) if (!layers.has(to)) layers.set(to, layer + 1);
  return layers;
}
