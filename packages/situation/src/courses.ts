import { nearestOf, reachable, type Game, type LegalSequences } from '@standoff/engine';
import type { Naming } from './naming.js';
import type { Path, Reach } from './shown.js';

/** Farther than any path is long. */
const FAR = 2 ** 30;

/** Where all may move, worked out once for the same starts for as long as the game is. */
const coursesOf = new WeakMap<Game, Map<string, Courses>>();

/** What can be reached from some states, by improvements and by any legal moves. */
export class Courses {
  readonly #known: Courses | undefined;
  #improvements: LegalSequences | null = null;
  #moves: LegalSequences | null = null;

  /** @param movers who may move; all decision makers when left out. */
  constructor(
    readonly game: Game,
    readonly starts: readonly number[],
    readonly movers?: readonly number[],
  ) {
    if (movers !== undefined) return;
    const all = coursesOf.get(game) ?? new Map<string, Courses>();
    this.#known = all.get(starts.join());
    if (this.#known === undefined) coursesOf.set(game, all.set(starts.join(), this));
  }

  /** Each is searched through when it is asked for: of many states that takes seconds. */
  get improvements(): LegalSequences {
    return (this.#improvements ??= this.#known?.improvements ?? this.#reached(true));
  }

  get moves(): LegalSequences {
    return (this.#moves ??= this.#known?.moves ?? this.#reached(false));
  }

  #reached(improving: boolean): LegalSequences {
    return reachable(this.game, this.starts, improving, this.movers);
  }

  reach(state: number): Reach {
    return {
      improvements: this.improvements.distance[state] >= 0,
      moves: this.moves.distance[state] >= 0,
    };
  }

  /** A number that grows from states near by improvements to those near by moves, then to the others. */
  farness(state: number): number {
    const improving = this.improvements.distance[state];
    if (improving >= 0) return improving;
    const any = this.moves.distance[state];
    return any >= 0 ? FAR + any : 2 * FAR;
  }

  /** The nearest of the states by improvements, if one can be reached so, else by any moves. */
  nearest(states: readonly number[]): number | null {
    return nearestOf(this.improvements, states) ?? nearestOf(this.moves, states);
  }

  /** A shortest path, by improvements if there is one. */
  pathTo(naming: Naming, state: number): Path | null {
    const improving = this.improvements.pathTo(state);
    if (improving) return { by: 'improvements', steps: naming.steps(improving) };
    const any = this.moves.pathTo(state);
    return any && { by: 'moves', steps: naming.steps(any) };
  }
}
