import { stakeholdersOf } from '@standoff/model';
import {
  countOf,
  courseEnd,
  followed,
  gradeAt,
  situationShown,
  STANDARDS,
  USUAL_STANDARD,
  type FoundEnd,
  type Standard,
  type Situation,
  type State,
  type States,
  type StateSet,
  atFirst,
  judging,
} from '@standoff/situation';
import type { StakeholdersResult, Standing, Against } from './answer.js';

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
