import { CONCEPTS, isSet, nearestOf, type Reachability } from '@standoff/engine';
import type { ConflictModel, Count, Evidence, Scenario } from '@standoff/model';
import {
  ruledOutBy,
  Courses,
  Equilibria,
  AnalysisError,
  isExtreme,
  improvementsFrom,
  Naming,
  oneNamed,
  situationShown,
  nearest as nearestName,
  type Prepared,
  type Concept,
  type Path,
  type Reach,
  type SituationShown,
  type StateShown,
} from '@standoff/situation';

/** The answer of `standoff scenarios --json`. */
export interface ScenariosResult {
  readonly schema: 'standoff/scenarios/1';
  readonly situation: SituationShown;
  readonly scenarios: readonly ScenarioAnswer[];
}

/** What becomes of a scenario: a set of states with a name. */
export interface ScenarioAnswer {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  readonly states: Count;
  /** Where no state satisfies it: the smallest set of constraints that rules it out, as written. */
  readonly ruledOutBy: readonly string[];
  /** Whether it holds in the status quo. */
  readonly holdsNow: boolean;
  /** By concept, how many of its states are an equilibrium. */
  readonly equilibria: Readonly<Record<Concept, Count>>;
  /** The firmest of them: most concepts, then reachable by improvements, by moves, fewest steps. */
  readonly firmest: HeldState | null;
  readonly reachable: Reach;
  /** To the nearest of its states: by improvements if there is a way, else by moves. */
  readonly path: Path | null;
  /** Without whose moves no way leads there, by improvements and by any moves: who can keep it from coming about. */
  readonly needs: { readonly improvements: readonly string[]; readonly moves: readonly string[] };
  /**
   * Who could end it by a move of its own, in every state of it that can be reached; and whether that
   * would be an improvement in each, in some or in none of them.
   */
  readonly undoes: readonly { readonly actor: string; readonly gains: 'each' | 'some' | 'none' }[];
  /** Against today: how the actor fares in the states of the scenario, and in the firmest. */
  readonly against: Readonly<Record<string, Fares>>;
  /** For whom it is the worst or best that can happen, whether the author says so or only the model. */
  readonly extremes: readonly {
    readonly kind: 'worst' | 'best';
    /** The id of the actor. */
    readonly actor: string;
    readonly asserted: boolean;
    readonly holds: boolean;
  }[];
}

/** A state that would hold, with how far it is from today. */
export interface HeldState {
  readonly state: StateShown;
  readonly concepts: readonly Concept[];
  readonly reachable: Reach;
}

export interface Fares {
  /** In all states of the scenario; "mixed": better in some, not in others. */
  readonly everywhere: 'better' | 'worse' | 'same' | 'mixed';
  /** In the firmest equilibrium in it; null where there is none. */
  readonly firmest: 'better' | 'worse' | 'same' | null;
}

/**
 * For each named scenario, or the one asked for: whether it would hold, whether and by whose moves
 * it can come about, who can keep it from coming about or end it, and who gains and loses.
 * @throws AnalysisError 'unknown-scenario'.
 */
export function scenarios(prepared: Prepared, only?: string): ScenariosResult {
  const { model } = prepared;
  const asked = only === undefined ? model.scenarios : [scenarioNamed(model, only)];
  const outlook = new ScenarioOutlook(prepared);
  return {
    schema: 'standoff/scenarios/1',
    situation: situationShown(model),
    scenarios: asked.map((scenario) => outlook.answer(scenario)),
  };
}

/** The scenario with this id or label. @throws AnalysisError 'unknown-scenario'. */
export function scenarioNamed({ scenarios }: ConflictModel, name: string): Scenario {
  const scenario = oneNamed(scenarios, name, 'unknown-scenario');
  if (scenario) return scenario;
  const ids = scenarios.map(({ id }) => id);
  const near = nearestName(name, ids);
  throw new AnalysisError(
    'unknown-scenario',
    `there is no scenario called ${name}`,
    near !== null
      ? `did you mean ${near}?`
      : ids.length > 0
        ? `there are ${ids.join(', ')}`
        : 'the situation names none',
  );
}

class ScenarioOutlook {
  readonly #equilibria: Equilibria;
  readonly #naming: Naming;
  readonly #courses: Courses;
  /** By mover, what the others reach without it. */
  readonly #without: readonly Courses[];

  constructor(readonly prepared: Prepared) {
    const { game, statusQuo } = prepared;
    this.#equilibria = prepared.equilibria;
    this.#naming = prepared.naming;
    this.#courses = prepared.courses;
    this.#without = game.ranks.map(
      (_, mover) =>
        new Courses(
          game,
          statusQuo,
          game.ranks.flatMap((__, j) => (j === mover ? [] : [j])),
        ),
    );
  }

  answer({ id, label, evidence, holds }: Prepared['model']['scenarios'][number]): ScenarioAnswer {
    const { prepared } = this;
    const { lowering, truth, space, statusQuo, ranks } = prepared;
    const bits = truth.of(lowering.formula(holds));
    const states: number[] = [];
    for (let s = 0; s < space.size; s++) if (isSet(bits, s)) states.push(s);
    const inside = new Set(states);
    const firmest = this.#firmest(states);
    const nearest = this.#courses.nearest(states);
    return {
      id,
      label,
      evidence,
      states: states.length,
      ruledOutBy: states.length > 0 ? [] : ruledOutBy(prepared, holds),
      holdsNow: inside.has(statusQuo[0]),
      equilibria: Object.fromEntries(
        CONCEPTS.map((concept) => [
          concept,
          states.filter((s) => this.#equilibria.conceptsAt(s).includes(concept)).length,
        ]),
      ) as Record<Concept, number>,
      firmest: firmest === null ? null : this.#held(firmest),
      reachable: {
        improvements: nearestOf(this.#courses.improvements, states) !== null,
        moves: nearest !== null,
      },
      path: nearest === null ? null : this.#courses.pathTo(this.#naming, nearest),
      needs: this.#needs(states),
      undoes: this.#undoes(states, inside),
      against: Object.fromEntries(
        [...ranks].map(([actor, own]) => [actor, fares(own, statusQuo[0], states, firmest)]),
      ),
      extremes: prepared.model.actors.flatMap((actor) =>
        (['worst', 'best'] as const).flatMap((kind) => {
          const asserted = prepared.model.extremes.some(
            (e) => e.kind === kind && e.actor === actor.id && e.scenario === id,
          );
          // What nobody has asserted is told only where no other state is as extreme.
          const is = isExtreme(kind, ranks.get(actor.id)!, inside, !asserted);
          return is || asserted ? [{ kind, actor: actor.id, asserted, holds: is }] : [];
        }),
      ),
    };
  }

  #firmest(states: readonly number[]): number | null {
    const distance = (s: number): number => this.#courses.farness(s);
    return states
      .filter((s) => this.#equilibria.has(s))
      .reduce<number | null>((best, s) => {
        if (best === null) return s;
        const more =
          this.#equilibria.conceptsAt(s).length - this.#equilibria.conceptsAt(best).length;
        return more > 0 || (more === 0 && distance(s) < distance(best)) ? s : best;
      }, null);
  }

  #held(state: number): HeldState {
    return {
      state: this.#naming.state(state),
      concepts: this.#equilibria.conceptsAt(state),
      reachable: this.#courses.reach(state),
    };
  }

  #needs(states: readonly number[]): ScenarioAnswer['needs'] {
    const indispensable = (by: 'improvements' | 'moves', all: Reachability): string[] =>
      nearestOf(all, states) === null
        ? []
        : this.prepared.deciders.flatMap(({ id }, mover) =>
            nearestOf(this.#without[mover][by], states) === null ? [id] : [],
          );
    return {
      improvements: indispensable('improvements', this.#courses.improvements),
      moves: indispensable('moves', this.#courses.moves),
    };
  }

  #undoes(states: readonly number[], inside: ReadonlySet<number>): ScenarioAnswer['undoes'] {
    const { game, deciders } = this.prepared;
    const reached = states.filter((s) => this.#courses.moves.distance[s] >= 0);
    if (reached.length === 0) return [];
    const reach = new Int32Array(game.moves.maxDegree);
    const gaining = deciders.map(() => 0);
    for (const s of reached) {
      const movers = new Set(
        improvementsFrom(this.prepared, s).flatMap(({ mover, to }) =>
          inside.has(to) ? [] : [mover],
        ),
      );
      for (const mover of movers) gaining[mover]++;
    }
    return deciders.flatMap(({ id }, mover) => {
      const always = reached.every((s) => {
        const count = game.moves.successors(mover, s, reach);
        return reach.subarray(0, count).some((to) => !inside.has(to));
      });
      if (!always) return [];
      const gains =
        gaining[mover] === reached.length ? 'each' : gaining[mover] > 0 ? 'some' : 'none';
      return [{ actor: id, gains } as const];
    });
  }
}

function fares(
  own: Int32Array,
  now: number,
  states: readonly number[],
  firmest: number | null,
): Fares {
  const compared = (s: number): 'better' | 'worse' | 'same' =>
    own[s] > own[now] ? 'better' : own[s] < own[now] ? 'worse' : 'same';
  const all = new Set(states.map(compared));
  const [one] = all;
  return {
    everywhere: all.size === 1 ? one : 'mixed',
    firmest: firmest === null ? null : compared(firmest),
  };
}
