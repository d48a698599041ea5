import type { KnownReach } from './shown.js';
import type { Reached, State, States, StateSet, Way } from './states.js';

/** By improvements, each better for the one who makes it, or by any moves. */
export type By = 'improvements' | 'moves';

/** What sequences from the status quo, or from some other states, lead to. */
export class Ways {
  readonly improvements: Reached;
  readonly moves: Reached;

  constructor(states: States, from?: readonly State[]) {
    this.improvements = states.reached(true, from && { from });
    this.moves = states.reached(false, from && { from });
  }

  /** Whether they lead to a state of the set. */
  reach(set: StateSet): KnownReach {
    const reaches = ({ states, complete }: Reached): boolean | null =>
      !states.and(set).isEmpty || (complete ? false : null);
    return { improvements: reaches(this.improvements), moves: reaches(this.moves) };
  }

  /** At most so many states of the set: near ones first, by improvements, then by moves, then the others. */
  nearest(set: StateSet, limit: number): State[] {
    const found: State[] = [];
    let rest = set;
    for (const reached of [this.improvements, this.moves]) {
      if (found.length < limit) found.push(...reached.nearest(rest, limit - found.length));
      rest = rest.minus(reached.states);
    }
    return found.length < limit ? [...found, ...rest.first(limit - found.length)] : found;
  }

  /** To the nearest state of the set, by improvements if there is a way, else by moves; null: none. */
  to(set: StateSet): (Way & { readonly by: By; readonly state: State }) | null {
    for (const by of ['improvements', 'moves'] as const) {
      const [state] = this[by].nearest(set, 1);
      if (state !== undefined) return { by, state, ...this[by].wayTo(state)! };
    }
    return null;
  }
}
