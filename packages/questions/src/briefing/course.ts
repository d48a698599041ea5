import type { Steps } from '@standoff/engine';
import type { Random } from '@standoff/situation';

/** More states than this are not drawn on. */
const MOST = 200_000;
/** Walks drawn where a course leads to more, and steps of each. */
const WALKS = 200;
const LONGEST = 500;

export interface Arc {
  readonly mover: number;
  /** A state. */
  readonly to: number;
}

export interface CourseStep extends Arc {
  readonly from: number;
}

/** All states that a course leads to, with its steps; what it leads to and by which way is asked of it. */
export class CourseGraph {
  readonly #arcs = new Map<number, readonly Arc[]>();
  readonly #before = new Map<number, number[]>();

  private constructor(readonly start: number) {}

  /** Null: it leads to more states than are drawn on. */
  static from(steps: Steps, start: number, most = MOST): CourseGraph | null {
    const graph = new CourseGraph(start);
    const out = new Int32Array(steps.maxDegree);
    const queue = [start];
    graph.#before.set(start, []);
    for (const state of queue) {
      if (queue.length > most) return null;
      const arcs = arcsFrom(steps, state, out);
      graph.#arcs.set(state, arcs);
      for (const { to } of arcs) {
        const known = graph.#before.get(to);
        if (known) known.push(state);
        else {
          graph.#before.set(to, [state]);
          queue.push(to);
        }
      }
    }
    return graph;
  }

  from(state: number): readonly Arc[] {
    return this.#arcs.get(state) ?? [];
  }

  /** The states from which the course may come to one of these. */
  leadingTo(states: readonly number[]): Set<number> {
    const found = new Set(states.filter((s) => this.#before.has(s)));
    for (const state of found) for (const before of this.#before.get(state)!) found.add(before);
    return found;
  }

  /** A shortest way along the course from one state to one of these; null: it does not lead there. */
  way(from: number, states: ReadonlySet<number>): CourseStep[] | null {
    const came = new Map<number, CourseStep | null>([[from, null]]);
    for (const [state] of came) {
      if (states.has(state)) {
        const way = [];
        for (let step = came.get(state)!; step !== null; step = came.get(step.from)!)
          way.unshift(step);
        return way;
      }
      for (const { mover, to } of this.from(state))
        if (!came.has(to)) came.set(to, { mover, from: state, to });
    }
    return null;
  }
}

/** Where a course leads one step from a state. */
export function arcsFrom(
  steps: Steps,
  state: number,
  out = new Int32Array(steps.maxDegree),
): Arc[] {
  const arcs: Arc[] = [];
  for (let mover = 0; mover < steps.movers; mover++) {
    const count = steps.successors(mover, state, out);
    for (const to of out.subarray(0, count)) arcs.push({ mover, to });
  }
  return arcs;
}

/**
 * Of walks along a course that leads to too many states: to each of these sets of states the one of
 * fewest steps, without what it came back from; null: none came there.
 */
export function drawnWays(
  steps: Steps,
  start: number,
  ends: readonly ReadonlySet<number>[],
  random: Random,
): (CourseStep[] | null)[] {
  const shortest: (CourseStep[] | null)[] = ends.map(() => null);
  for (let k = 0; k < WALKS; k++) {
    const way: CourseStep[] = [];
    let at = start;
    for (let length = 0; length < LONGEST; length++) {
      const end = ends.findIndex((states) => states.has(at));
      if (end >= 0) {
        const known = shortest[end];
        if (known === null || way.length < known.length) shortest[end] = way;
        break;
      }
      const arcs = arcsFrom(steps, at);
      const movers = [...new Set(arcs.map(({ mover }) => mover))];
      const mover = movers[random.below(movers.length)];
      const own = arcs.filter((arc) => arc.mover === mover);
      const { to } = own[random.below(own.length)];
      const again = way.findIndex(({ from }) => from === to);
      if (again >= 0) way.length = again;
      else way.push({ mover, from: at, to });
      at = to;
    }
  }
  return shortest;
}
