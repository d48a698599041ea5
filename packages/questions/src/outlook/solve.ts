import { isFirm, simplePaths, type Path, type Reachability } from '@standoff/engine';
import type { Count, OptionId } from '@standoff/model';
import {
  Courses,
  Equilibria,
  improvementsFrom,
  Naming,
  situationShown,
  type Prepared,
  type Concept,
  type SituationShown,
  type StateShown,
  type Step,
} from '@standoff/situation';

/**
 * The answer of `standoff outlook --json`: where the present course leads. One entry for each state
 * that the status quo may be.
 */
export interface OutlookResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/outlook/1';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** One for each state that today may be. */
  readonly outlooks: readonly Outlook[];
}

export interface Outlook {
  /** The state that is taken for the present one. */
  readonly from: StateShown;
  /** The concepts under which things could stay as they are. */
  readonly concepts: readonly Concept[];
  /** The improvements that exist right now, decision maker by decision maker, best first. */
  readonly reasons: readonly Step[];
  /** By sequences of improvements: states other than the present one, and equilibria among them. */
  readonly improvements: Course;
  /** By sequences of any legal moves. */
  readonly moves: Course;
  /** Where improvements end: whoever follows them arrives in one of these and stays there. */
  readonly ends: readonly End[];
  /** With `to`: the simple paths to that state, shortest first. */
  readonly paths?: PathsTo;
}

export interface Course {
  /** How many states are reached, besides the present one. */
  readonly states: Count;
  /** How many of the states, the present one included, are an equilibrium under some concept. */
  readonly equilibria: Count;
  /**
   * Those held by more than answers at any price, the nearest first, of equally near ones that of most
   * concepts; at most as many as asked for.
   */
  readonly firm: readonly Arrival[];
  /** How many there are of them. */
  readonly firmCount: Count;
  /** States reached from which no decision maker has any move at all. */
  readonly noWayOut: readonly StateShown[];
}

/** A state with a shortest way there. */
export interface Arrival {
  /** The state arrived in. */
  readonly state: StateShown;
  /** The concepts under which it is an equilibrium. */
  readonly concepts: readonly Concept[];
  /** One after the other. */
  readonly steps: readonly Step[];
  /** Steps that take long, with who has an improvement meanwhile, in the state that the step leaves. */
  readonly slow: readonly SlowStep[];
}

export interface SlowStep {
  /** Its place in the path, from 0. */
  readonly step: Count;
  /** Ids of the options whose change takes long. */
  readonly options: readonly OptionId[];
  /** Ids of the actors that have an improvement meanwhile. */
  readonly mayReact: readonly string[];
}

/** Improvements never lead out of these states. */
export interface End {
  /** 1: nobody has an improvement there. More: improvements go round among them. */
  readonly states: Count;
  /** The one, or of several the nearest. */
  readonly nearest: Arrival;
}

export interface PathsTo {
  /** The state that was asked about. */
  readonly state: StateShown;
  /** Whether each step is an improvement for who makes it, or any legal move. */
  readonly by: 'improvements' | 'moves';
  /** The moves of each path, shortest path first. */
  readonly paths: readonly (readonly Step[])[];
  /** Whether these are all there are. */
  readonly all: boolean;
}

export interface OutlookOptions {
  /** The index of a state all simple paths to which are wanted. */
  readonly to?: number;
  /** How many paths, and how many equilibria, to list; 20 when left out. */
  readonly limit?: number;
}

/** Status quo analysis (theory 7.1), with what holds among the states reached. */
export function outlook(prepared: Prepared, options: OutlookOptions = {}): OutlookResult {
  const { limit = 20, to } = options;
  const { equilibria } = prepared;
  const { naming } = prepared;
  return {
    schema: 'standoff/outlook/1',
    situation: situationShown(prepared.model),
    outlooks: prepared.statusQuo.map((start) => {
      const from = new OutlookFrom(prepared, equilibria, naming, start, limit);
      return to === undefined ? from.result() : { ...from.result(), paths: from.paths(to) };
    }),
  };
}

class OutlookFrom {
  readonly #courses: Courses;

  constructor(
    readonly prepared: Prepared,
    readonly equilibria: Equilibria,
    readonly naming: Naming,
    readonly start: number,
    readonly limit: number,
  ) {
    this.#courses = new Courses(prepared.game, [start]);
  }

  result(): Outlook {
    const { naming, start, prepared } = this;
    return {
      from: naming.state(start),
      concepts: this.equilibria.conceptsAt(start),
      reasons: improvementsFrom(prepared, start).map(({ mover, to }) =>
        naming.step(mover, start, to),
      ),
      improvements: this.#course(this.#courses.improvements),
      moves: this.#course(this.#courses.moves),
      ends: this.#ends(),
    };
  }

  /** By improvements if they lead there at all, else by any moves. */
  paths(to: number): PathsTo {
    const by = this.#courses.improvements.distance[to] >= 0 ? 'improvements' : 'moves';
    const { paths, all } = simplePaths(
      this.prepared.game,
      this.start,
      to,
      by === 'improvements',
      this.limit,
    );
    // Where moves do not compose, it may take a way that comes back to a state.
    const shortest = this.#courses[by].pathTo(to);
    const told = paths.length === 0 && shortest !== null ? [shortest] : paths;
    return {
      state: this.naming.state(to),
      by,
      paths: told.map((path) => this.naming.steps(path)),
      all: all && told === paths,
    };
  }

  #course(reach: Reachability): Course {
    const { equilibria, naming, prepared } = this;
    let states = 0;
    let held = 0;
    const firm: number[] = [];
    const noWayOut: number[] = [];
    const targets = new Int32Array(prepared.game.moves.maxDegree);
    reach.distance.forEach((distance, s) => {
      if (distance < 0) return;
      if (distance > 0) states++;
      if (equilibria.has(s)) {
        held++;
        if (isFirm(equilibria.conceptsAt(s))) firm.push(s);
      }
      if (prepared.game.ranks.every((_, j) => prepared.game.moves.successors(j, s, targets) === 0))
        noWayOut.push(s);
    });
    firm.sort(
      (a, b) =>
        reach.distance[a] - reach.distance[b] ||
        equilibria.conceptsAt(b).length - equilibria.conceptsAt(a).length ||
        a - b,
    );
    return {
      states,
      equilibria: held,
      firm: firm.slice(0, this.limit).map((s) => this.#arrival(s, reach.pathTo(s)!)),
      firmCount: firm.length,
      noWayOut: noWayOut.slice(0, this.limit).map((s) => naming.state(s)),
    };
  }

  #ends(): End[] {
    const reach = this.#courses.improvements;
    return reach.ends().map(({ states, nearest }) => ({
      states: states.length,
      nearest: this.#arrival(nearest, reach.pathTo(nearest)!),
    }));
  }

  #arrival(state: number, path: Path): Arrival {
    const { naming, prepared } = this;
    const steps = naming.steps(path);
    return {
      state: naming.state(state),
      concepts: this.equilibria.conceptsAt(state),
      steps,
      slow: steps.flatMap(({ slow }, k) => {
        if (slow.length === 0) return [];
        const { mover, from } = path[k];
        const others = improvementsFrom(prepared, from).filter((move) => move.mover !== mover);
        const mayReact = [...new Set(others.map((move) => prepared.deciders[move.mover].id))];
        return [{ step: k, options: slow, mayReact }];
      }),
    };
  }
}
