import { nearest as nearestName, type ConflictModel, type Scenario } from '@standoff/model';
import {
  followed,
  AnalysisError,
  countOf,
  Held,
  isExtremeSet,
  judging,
  oneNamed,
  redLinesOf,
  pullInto,
  ruledOutBy,
  situationShown,
  STANDARDS,
  USUAL_STANDARD,
  type CourseReach,
  type Followed,
  type Reached,
  type Situation,
  type Standard,
  type State,
  type StateSet,
  Ways,
  atFirst,
} from '@standoff/situation';
import type {
  ScenariosResult,
  WeighedScenario,
  ScenarioAnswer,
  HeldState,
  ScenarioPath,
  Fares,
} from './answer.js';

/**
 * For each named scenario, or the one asked for: whether it would hold, whether and by whose moves
 * it can come about, who can keep it from coming about or end it, and who gains and loses.
 * @throws AnalysisError 'unknown-scenario'.
 */
export function scenarios(
  given: Situation,
  only?: string,
  standard: Standard = USUAL_STANDARD,
  full = false,
): ScenariosResult {
  const situation = atFirst(given, full);
  const { model } = situation;
  const judged = judging(situation.states, standard);
  const asked = only === undefined ? model.scenarios : [scenarioNamed(model, only)];
  const outlook = new ScenarioOutlook(situation, judged.standard);
  const { held } = outlook;
  return {
    schema: 'standoff/scenarios/2',
    situation: situationShown(model),
    ...judged,
    scenarios: asked.map((scenario) => outlook.answer(scenario)),
    ...(held.notKnown.length > 0 ? { notKnown: held.notKnown } : {}),
  };
}

/** How welcome each named scenario would be. */
export function scenariosWeighed(situation: Situation): WeighedScenario[] {
  const { standard } = judging(situation.states, USUAL_STANDARD);
  const outlook = new ScenarioOutlook(situation, standard);
  return situation.model.scenarios.map((scenario) => outlook.weighed(scenario));
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

type Leading = Pick<Reached, 'states' | 'complete'>;

class ScenarioOutlook {
  readonly held: Held;
  readonly #ways: Ways;
  readonly #course: Followed;
  readonly #holding: StateSet;
  /** What is reached without an actor, which is asked of each scenario: the sets alone are kept. */
  readonly #others = new Map<string, Leading>();

  constructor(
    readonly situation: Situation,
    readonly standard: Standard,
  ) {
    const { states } = situation;
    this.held = new Held(states);
    this.#ways = new Ways(states);
    this.#course = followed(states, standard);
    this.#holding = states.holding(STANDARDS[standard].concept)!;
  }

  /** Without what takes long and is no part of how welcome it would be. */
  weighed({ id, holds }: Scenario): WeighedScenario {
    return { id, ...this.#weighed(this.situation.states.where(holds)) };
  }

  #weighed(inside: StateSet): Omit<WeighedScenario, 'id'> {
    const { states, model } = this.situation;
    const firmest = this.#firmest(inside.and(this.#holding));
    return {
      states: countOf(inside.count),
      holdsNow: inside.has(states.now[0]),
      firmest: firmest === null ? null : this.#heldState(firmest),
      reachable: this.#reach(inside),
      against: Object.fromEntries(
        model.actors.map((actor) => [actor.id, this.#fares(actor.id, inside, firmest)]),
      ),
    };
  }

  answer({ id, label, evidence, holds }: Scenario): ScenarioAnswer {
    const { states, model } = this.situation;
    const inside = states.where(holds);
    const weighed = this.#weighed(inside);
    return {
      id,
      label,
      evidence,
      states: weighed.states,
      ruledOutBy: inside.isEmpty ? ruledOutBy(this.situation, holds) : [],
      holdsNow: weighed.holdsNow,
      holding: countOf(inside.and(this.#holding).count),
      equilibria: this.held.counts(inside),
      firmest: weighed.firmest,
      reachable: weighed.reachable,
      pull: pullInto(this.#course, inside),
      path: this.#path(inside),
      needs: this.#needs(inside),
      undoes: this.#undoes(inside),
      against: weighed.against,
      ...this.#crossed(inside),
      extremes: model.actors.flatMap((actor) =>
        (['worst', 'best'] as const).flatMap((kind) => {
          const asserted = model.extremes.some(
            (e) => e.kind === kind && e.actor === actor.id && e.scenario === id,
          );
          // What nobody has asserted is told only where no other state is as extreme.
          const is = isExtremeSet(states, kind, actor.id, inside, !asserted);
          return is || asserted ? [{ kind, actor: actor.id, asserted, holds: is }] : [];
        }),
      ),
    };
  }

  #crossed(inside: StateSet): Pick<ScenarioAnswer, 'crosses'> {
    const { states, model } = this.situation;
    if (inside.isEmpty) return {};
    const crosses = model.actors.flatMap((actor) =>
      redLinesOf(actor)
        .filter(({ wants }) => inside.and(states.where(wants)).isEmpty)
        .map(({ label, text, evidence }) => ({ actor: actor.id, line: label ?? text, evidence })),
    );
    return crosses.length === 0 ? {} : { crosses };
  }

  #heldState(state: State): HeldState {
    const { states } = this.situation;
    return {
      state: states.shown(state),
      concepts: this.held.conceptsAt(state),
      reachable: this.#reach(states.only(state)),
    };
  }

  #firmest(holding: StateSet): State | null {
    const [most] = this.held.byConcepts(holding) as [StateSet?];
    if (most === undefined) return null;
    const [nearest] = this.#course.nearest(most, 1);
    return nearest ?? this.#ways.nearest(most, 1)[0];
  }

  #reach(set: StateSet): CourseReach {
    const { states, complete } = this.#course;
    return {
      course: !states.and(set).isEmpty || (complete ? false : null),
      ...this.#ways.reach(set),
    };
  }

  #path(set: StateSet): ScenarioPath | null {
    for (const by of ['course', 'moves'] as const) {
      const reached = by === 'course' ? this.#course : this.#ways.moves;
      const nearest = reached.smallest(set);
      if (nearest === null) continue;
      const { moves, shortest } = reached.wayTo(nearest)!;
      const steps = this.situation.states.steps(moves);
      return { by, steps, ...(shortest ? {} : { shortest }) };
    }
    return null;
  }

  #needs(set: StateSet): ScenarioAnswer['needs'] {
    const { states } = this.situation;
    const moves = this.#without(this.#ways.moves, set, (without) =>
      this.#kept(`moves ${without}`, () => states.reached(false, { without })),
    );
    const course = this.#without(this.#course, set, (without) =>
      // Whom not even other moves can do without need no longer be asked about.
      moves.includes(without)
        ? null
        : this.#kept(`course ${without}`, () => followed(states, this.standard, { without })),
    );
    return { course, moves };
  }

  #kept(key: string, reached: () => Reached): Leading {
    let kept = this.#others.get(key);
    if (!kept) {
      const { states, complete } = reached();
      this.#others.set(key, (kept = { states, complete }));
    }
    return kept;
  }

  /** @param without what is reached if that actor does not move; null: not the set. */
  #without(way: Reached, set: StateSet, without: (id: string) => Leading | null): string[] {
    const nearest = way.smallest(set);
    if (nearest === null) return [];
    const movers = new Set(way.wayTo(nearest)!.moves.map(({ actor }) => actor));
    // Nor whom a way does without.
    return this.situation.deciders.flatMap(({ id }) => {
      if (!movers.has(id)) return [];
      const reached = without(id);
      return reached === null || (reached.complete && reached.states.and(set).isEmpty) ? [id] : [];
    });
  }

  #undoes(inside: StateSet): ScenarioAnswer['undoes'] {
    const { states, deciders } = this.situation;
    const reached = inside.and(this.#ways.moves.states);
    if (reached.isEmpty) return [];
    const outside = states.all.minus(inside);
    return deciders.flatMap(({ id }) => {
      if (!reached.minus(states.leading(id, outside, false)).isEmpty) return [];
      const gaining = reached.and(states.leading(id, outside, true));
      const gains = gaining.isEmpty ? 'none' : reached.minus(gaining).isEmpty ? 'each' : 'some';
      return [{ actor: id, gains } as const];
    });
  }

  #fares(actor: string, inside: StateSet, firmest: State | null): Fares {
    const { states } = this.situation;
    const [now] = states.now;
    const better = inside.and(states.better(actor, now));
    const worse = inside.and(states.worse(actor, now));
    const same = inside.minus(better).minus(worse);
    const found = (
      [
        ['better', better],
        ['worse', worse],
        ['same', same],
      ] as const
    ).filter(([, set]) => !set.isEmpty);
    const compared = firmest === null ? 0 : states.compare(actor, firmest, now);
    return {
      everywhere: found.length === 1 ? found[0][0] : 'mixed',
      firmest: firmest === null ? null : compared > 0 ? 'better' : compared < 0 ? 'worse' : 'same',
    };
  }
}
