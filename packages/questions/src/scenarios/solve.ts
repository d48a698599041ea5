import {
  nearest as nearestName,
  type ConflictModel,
  type Count,
  type Digits,
  type Evidence,
  type Scenario,
} from '@standoff/model';
import {
  AnalysisError,
  countOf,
  Held,
  isExtremeSet,
  oneNamed,
  redLinesOf,
  ruledOutBy,
  situationShown,
  type By,
  type Concept,
  type KnownReach,
  type Path,
  type Situation,
  type SituationShown,
  type State,
  type StateSet,
  type StateShown,
  Ways,
} from '@standoff/situation';

/** The answer of `standoff scenarios --json`. */
export interface ScenariosResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/scenarios/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** One for each scenario, in the order written. */
  readonly scenarios: readonly ScenarioAnswer[];
  /**
   * Only where the states are too many to be listed: the concepts of which it is not known which
   * states are an equilibrium under them.
   */
  readonly notKnown?: readonly Concept[];
}

/** What becomes of a scenario: a set of states with a name. */
export interface ScenarioAnswer {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** How many states it holds in. */
  readonly states: Count | Digits;
  /** Where no state satisfies it: the smallest set of constraints that rules it out, as written. */
  readonly ruledOutBy: readonly string[];
  /** Whether it holds in the status quo. */
  readonly holdsNow: boolean;
  /** By concept, how many of its states are an equilibrium; null: not known. */
  readonly equilibria: Readonly<Record<Concept, Count | Digits | null>>;
  /** The firmest of them: most concepts, then reachable by improvements, by moves, fewest steps. */
  readonly firmest: HeldState | null;
  /** Whether the status quo leads to one of its states. */
  readonly reachable: KnownReach;
  /** To the nearest of its states: by improvements if there is a way, else by moves. */
  readonly path: Path | null;
  /** Without whose moves no way leads there, by improvements and by any moves: who can keep it from coming about. */
  readonly needs: {
    /** Ids of the actors without whose moves no improvements lead there. */
    readonly improvements: readonly string[];
    /** Ids of the actors without whose moves no moves at all lead there. */
    readonly moves: readonly string[];
  };
  /**
   * Who could end it by a move of its own, in every state of it that can be reached; and whether that
   * would be an improvement in each, in some or in none of them.
   */
  readonly undoes: readonly {
    /** The id of the actor that could end it. */
    readonly actor: string;
    /** In which of the states the move would be an improvement. */
    readonly gains: 'each' | 'some' | 'none';
  }[];
  /** Against today: how the actor fares in the states of the scenario, and in the firmest. */
  readonly against: Readonly<Record<string, Fares>>;
  /** Whose red lines are crossed in all of its states; missing where nobody’s is. */
  readonly crosses?: readonly {
    /** The id of the actor. */
    readonly actor: string;
    /** What it draws the line at: its label, or as the author wrote it. */
    readonly line: string;
    /** The passages that the line rests on. */
    readonly evidence: readonly Evidence[];
  }[];
  /** For whom it is the worst or best that can happen, whether the author says so or only the model. */
  readonly extremes: readonly {
    /** Whether it is the worst or the best. */
    readonly kind: 'worst' | 'best';
    /** The id of the actor. */
    readonly actor: string;
    /** Whether the author says so. */
    readonly asserted: boolean;
    /** Whether it is so by the preferences. */
    readonly holds: boolean;
  }[];
}

/** A state that would hold, with how far it is from today. */
export interface HeldState {
  /** The state. */
  readonly state: StateShown;
  /** The concepts under which it is an equilibrium. */
  readonly concepts: readonly Concept[];
  /** Whether the status quo leads there. */
  readonly reachable: KnownReach;
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
export function scenarios(situation: Situation, only?: string): ScenariosResult {
  const { model } = situation;
  const asked = only === undefined ? model.scenarios : [scenarioNamed(model, only)];
  const outlook = new ScenarioOutlook(situation);
  const { held } = outlook;
  return {
    schema: 'standoff/scenarios/2',
    situation: situationShown(model),
    scenarios: asked.map((scenario) => outlook.answer(scenario)),
    ...(held.notKnown.length > 0 ? { notKnown: held.notKnown } : {}),
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
  readonly held: Held;
  readonly #ways: Ways;

  constructor(readonly situation: Situation) {
    const { states } = situation;
    this.held = new Held(states);
    this.#ways = new Ways(states);
  }

  answer({ id, label, evidence, holds }: Scenario): ScenarioAnswer {
    const { states, model } = this.situation;
    const inside = states.where(holds);
    const [now] = states.now;
    const firmest = this.held.firmest(inside, this.#ways);
    const path = this.#ways.to(inside);
    return {
      id,
      label,
      evidence,
      states: countOf(inside.count),
      ruledOutBy: inside.isEmpty ? ruledOutBy(this.situation, holds) : [],
      holdsNow: inside.has(now),
      equilibria: this.held.counts(inside),
      firmest: firmest === null ? null : this.#heldState(firmest),
      reachable: this.#ways.reach(inside),
      path: path && {
        by: path.by,
        steps: states.steps(path.moves),
        ...(path.shortest ? {} : { shortest: false }),
      },
      needs: {
        improvements: this.#needs('improvements', inside),
        moves: this.#needs('moves', inside),
      },
      undoes: this.#undoes(inside),
      against: Object.fromEntries(
        model.actors.map((actor) => [actor.id, this.#fares(actor.id, inside, firmest)]),
      ),
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
      reachable: this.#ways.reach(states.only(state)),
    };
  }

  #needs(by: By, set: StateSet): string[] {
    const { states, deciders } = this.situation;
    const way = this.#ways[by];
    const [nearest] = way.nearest(set, 1);
    if (nearest === undefined) return [];
    const movers = new Set(way.wayTo(nearest)!.moves.map(({ actor }) => actor));
    const without = (id: string, improving: boolean): boolean => {
      const reached = states.reached(improving, { without: id });
      return reached.complete && reached.states.and(set).isEmpty;
    };
    // Whom a way does without, and whom not even other moves can do without, need no longer search.
    return deciders.flatMap(({ id }) =>
      movers.has(id) && (without(id, false) || (by === 'improvements' && without(id, true)))
        ? [id]
        : [],
    );
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
