import type { AnswerKind } from '@standoff/engine';
import { stakeholdersOf, type Count, type Digits, type Evidence } from '@standoff/model';
import {
  countOf,
  courseEnd,
  followed,
  gradeAt,
  situationShown,
  STANDARDS,
  USUAL_STANDARD,
  type CourseEnd,
  type FoundEnd,
  type Judging,
  type Standard,
  type Situation,
  type SituationShown,
  type State,
  type States,
  type StateSet,
  type StateShown,
  atFirst,
  judging,
} from '@standoff/situation';

/** The answer of `standoff stakeholders --json`: what each outcome means for those who cannot move. */
export interface StakeholdersResult extends Judging {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/stakeholders/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** Whose standing is told. */
  readonly stakeholders: readonly Stakeholder[];
  /** Where the course ends, the strongest pull first; at most as many as asked for, none where nobody's standing is told. */
  readonly ends: readonly {
    /** The end. */
    readonly end: CourseEnd;
    /** By stakeholder. */
    readonly standing: Readonly<Record<string, Standing>>;
  }[];
  /** States that would hold and in which the course does not end; at most as many as asked for, none where nobody's standing is told. */
  readonly outcomes: readonly {
    /** What would hold. */
    readonly state: StateShown;
    /** By which answers it is held; null: not known. */
    readonly hold: AnswerKind | null;
    /** By stakeholder. */
    readonly standing: Readonly<Record<string, Standing>>;
  }[];
  /** How many such states there are; 0 where nobody's standing is told: they were not looked for. */
  readonly outcomeCount: Count | Digits;
  /** What each scenario is to them. */
  readonly scenarios: readonly {
    /** What other elements refer to it by. */
    readonly id: string;
    /** As people call it. */
    readonly label: string;
    /** The passages that it rests on. */
    readonly evidence: readonly Evidence[];
    /** By stakeholder, against today: in all states of the scenario, or mixed. */
    readonly against: Readonly<Record<string, Against | 'mixed' | 'no state'>>;
  }[];
  /** Pairs of stakeholders that never both gain: whatever is better than today for one is not for the other. */
  readonly opposed: readonly (readonly [string, string])[];
}

export type Against = 'better' | 'worse' | 'same';

export interface Stakeholder {
  /** The id of the actor. */
  readonly actor: string;
  /** How many places its ranking has; null: too many to be counted. */
  readonly places: Count | null;
  /** The place of the status quo in its ranking, 1 the best; null: too many to be counted. */
  readonly today: Count | null;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
}

export interface Standing {
  /** 1 the best; null: too many to be counted. */
  readonly place: Count | null;
  /** Compared with the status quo. */
  readonly against: Against;
}

export interface StakeholdersOptions {
  /** The usual one when left out. */
  readonly standard?: Standard;
  /** However long it takes: by the standard, also of very many states. */
  readonly full?: boolean;
  /** Also decision makers. */
  readonly all?: boolean;
  /** 12 when left out. */
  readonly limit?: number;
}

/**
 * Where those without options stand in each outcome and scenario, and who bears the loss. Who ranks all
 * states alike stands nowhere, and is left out. Ours.
 */
export function stakeholders(
  given: Situation,
  {
    standard: asked = USUAL_STANDARD,
    full = false,
    all = false,
    limit = 12,
  }: StakeholdersOptions = {},
): StakeholdersResult {
  const { model, states } = atFirst(given, full);
  const shown = (all ? model.actors : stakeholdersOf(model))
    .filter(({ id }) => states.places(id, states.all) !== 1)
    .map(({ id, evidence }) => ({ evidence, stance: new Stance(states, id) }));
  const judged = judging(states, asked);
  const { ends, besides } =
    shown.length === 0 ? nothing(states) : toStandIn(states, judged.standard, limit);
  const each = <T>(say: (stance: Stance) => T): Record<string, T> =>
    Object.fromEntries(shown.map(({ stance }) => [stance.actor, say(stance)]));
  return {
    schema: 'standoff/stakeholders/2',
    situation: situationShown(model),
    ...judged,
    stakeholders: shown.map(({ stance, evidence }) => ({
      actor: stance.actor,
      places: states.places(stance.actor, states.all),
      today: stance.at(states.now[0]).place,
      evidence,
    })),
    ends: ends.map((end) => ({
      end: courseEnd(states, end),
      standing: each((stance) => stance.at(end.nearest)),
    })),
    outcomes: besides.first(limit).map((state) => ({
      state: states.shown(state),
      hold: gradeAt(states, state),
      standing: each((stance) => stance.at(state)),
    })),
    outcomeCount: countOf(besides.count),
    scenarios: model.scenarios.map(({ id, label, evidence, holds }) => {
      const inside = states.where(holds);
      return { id, label, evidence, against: each((stance) => stance.over(inside)) };
    }),
    opposed: shown.flatMap(({ stance: one }, k) =>
      shown
        .slice(k + 1)
        .filter(({ stance: other }) => one.neverBoth(other))
        .map(({ stance: other }): [string, string] => [one.actor, other.actor]),
    ),
  };
}

/** Where the course ends, and what would hold besides. */
interface ToStandIn {
  readonly ends: readonly FoundEnd[];
  readonly besides: StateSet;
}

/** With nobody to stand anywhere: on many states following the course takes most of the time. */
function nothing(states: States): ToStandIn {
  return { ends: [], besides: states.all.minus(states.all) };
}

function toStandIn(states: States, standard: Standard, limit: number): ToStandIn {
  const { ends } = followed(states, standard).ends(limit);
  const ended = ends
    .flatMap((end) => end.states)
    .reduce((all, state) => all.or(states.only(state)), states.all.minus(states.all));
  return { ends, besides: states.holding(STANDARDS[standard].concept)!.minus(ended) };
}

/** Where an actor stands, against today. */
class Stance {
  readonly #now: State;
  readonly #better: StateSet;
  readonly #worse: StateSet;

  constructor(
    readonly states: States,
    readonly actor: string,
  ) {
    [this.#now] = states.now;
    this.#better = states.better(actor, this.#now);
    this.#worse = states.worse(actor, this.#now);
  }

  at(state: State): Standing {
    const { states, actor } = this;
    const above = states.places(actor, states.better(actor, state));
    const compared = states.compare(actor, state, this.#now);
    return {
      place: above === null ? null : above + 1,
      against: compared > 0 ? 'better' : compared < 0 ? 'worse' : 'same',
    };
  }

  /** In all states of the set. */
  over(inside: StateSet): Against | 'mixed' | 'no state' {
    const better = inside.and(this.#better);
    const worse = inside.and(this.#worse);
    const found: Against[] = [
      ...(better.isEmpty ? [] : ['better' as const]),
      ...(worse.isEmpty ? [] : ['worse' as const]),
      ...(inside.minus(better).minus(worse).isEmpty ? [] : ['same' as const]),
    ];
    return found.length === 0 ? 'no state' : found.length === 1 ? found[0] : 'mixed';
  }

  /** Each can gain, but not the two together. */
  neverBoth(other: Stance): boolean {
    const [mine, theirs] = [this.#better, other.#better];
    return !mine.isEmpty && !theirs.isEmpty && mine.and(theirs).isEmpty;
  }
}
