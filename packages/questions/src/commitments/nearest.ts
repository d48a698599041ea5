import type { Followed, Reached, State, States, StateSet } from '@standoff/situation';

/** Which state of a set is near: on the course first, then by any moves where these are searched through. */
export class Nearest {
  #moves: Reached | null = null;

  constructor(
    readonly states: States,
    readonly course: Followed,
    /** Whether what any moves lead to is searched through: of many states that takes long. */
    readonly searched: boolean,
  ) {}

  /** Null: the set is empty. */
  in(set: StateSet): State | null {
    const { course } = this;
    if (set.isEmpty) return null;
    return (
      course.nearest(set, 1).at(0) ?? this.#reached()?.nearest(set, 1).at(0) ?? set.first(1)[0]
    );
  }

  /** By what today leads to the state, if by anything; null: not known. */
  reach(state: State): 'course' | 'moves' | 'not' | null {
    if (this.course.states.has(state)) return 'course';
    const moves = this.#reached();
    if (moves === null) return null;
    return moves.states.has(state) ? 'moves' : moves.complete ? 'not' : null;
  }

  /** Searched through only where the course does not lead there. */
  #reached(): Reached | null {
    return this.searched ? (this.#moves ??= this.states.reached(false)) : null;
  }
}
