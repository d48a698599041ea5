import type { Steps } from '@standoff/engine';

/** More states than this are not drawn on. */
const MOST = 200_000;

interface Arc {
  readonly mover: number;
  /** A state. */
  readonly to: number;
}

/** All states that a course leads to, with its steps; what it leads to and by which way is asked of it. */
export class CourseGraph {
  readonly #arcs = new Map<number, readonly Arc[]>();
  readonly #before = new Map<number, number[]>();

  private constructor(readonly start: number) {}

  /** Null: it leads to more states than are drawn on. */
  static from(steps: Steps, start: number): CourseGraph | null {
    const graph = new CourseGraph(start);
    const out = new Int32Array(steps.maxDegree);
    const queue = [start];
    graph.#before.set(start, []);
    for (const state of queue) {
      if (queue.length > MOST) return null;
      const arcs: Arc[] = [];
      for (let mover = 0; mover < steps.movers; mover++) {
        const count = steps.successors(mover, state, out);
        for (const to of out.subarray(0, count)) arcs.push({ mover, to });
      }
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
  way(
    from: number,
    states: ReadonlySet<number>,
  ): { mover: number; from: number; to: number }[] | null {
    const came = new Map<number, { mover: number; from: number; to: number } | null>([
      [from, null],
    ]);
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
