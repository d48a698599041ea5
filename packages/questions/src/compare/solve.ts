import { between, type AnswerKind, type Watch } from '@standoff/engine';
import type { ConflictModel, Count, Proportion } from '@standoff/model';
import {
  followed,
  AnalysisError,
  courseEnds,
  gradeIn,
  prepare,
  pullInto,
  situationShown,
  STANDARDS,
  USUAL_STANDARD,
  type CourseEnd,
  type Prepared,
  type PrepareOptions,
  type SituationShown,
  type Standard,
  type StateShown,
} from '@standoff/situation';
import {
  comparedEquilibria,
  comparedPlace,
  type ComparedEquilibria,
  type ComparedPlace,
} from './single-states.js';
import { modelDifferences, TOLD, type ModelDifference } from './model-differences.js';
import { commitments } from '../commitments/solve.js';
import type { NamedModel } from '../question.js';

/** The answer of `standoff compare --json`: models of one situation side by side, and what makes the difference. */
export interface CompareResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/compare/2';
  /** The situation that was asked: the first that was given. */
  readonly situation: SituationShown;
  /** By what it is judged whether a state holds, and which steps the course takes. */
  readonly standard: Standard;
  /** Those with a date by date, the others after them in the order given. */
  readonly models: readonly ModelShown[];
  /** Each model against the one before it. */
  readonly steps: readonly ModelStep[];
  /** Which single states would hold in which of them. */
  readonly equilibria: ComparedEquilibria;
  /** The states in which the course of some model ends, of alike ones the nearest. */
  readonly ends: readonly ComparedPlace[];
}

export interface ModelShown {
  /** What it was called: a file. */
  readonly name: string;
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** How many states it has. */
  readonly feasible: Count;
  /** How many of them would hold. */
  readonly equilibria: Count;
  /** Where things stand in it. */
  readonly statusQuo: StateShown;
  /** Ids of the scenarios that it is in. */
  readonly now: readonly string[];
  /** What it comes to. */
  readonly conclusions: Conclusions;
}

/** What a model comes to, in the points that are compared. */
export interface Conclusions {
  /** Whether the status quo would hold. */
  readonly statusQuoHolds: boolean;
  /** By scenario id: how firmly it would hold, and how strongly the course pulls there. */
  readonly scenarios: Readonly<
    Record<
      string,
      {
        /** Whether a state of it would hold. */
        readonly holds: boolean;
        /** By which answers the firmest of its states is held; null: none would hold. */
        readonly hold: AnswerKind | null;
        /** Whether the course leads to one. */
        readonly reached: boolean;
        /** The share of walks along the course that end in it. */
        readonly pull: Proportion;
      }
    >
  >;
  /** By commitment id: whether it would be kept where it is due, by those who are taken to prevail. */
  readonly commitments: Readonly<Record<string, Kept>>;
  /** Where the course ends, the strongest pull first. */
  readonly ends: readonly CourseEnd[];
}

/** In how many states a commitment is due, and in how many of them it would be kept. */
export interface Kept {
  /** In how many states it is due. */
  readonly due: Count;
  /** In how many of them it would be kept. */
  readonly kept: Count;
}

export interface ModelStep {
  /** Places in `models`. */
  readonly from: Count;
  /** The place of the later model in `models`. */
  readonly to: Count;
  /** What differs and can change a result. */
  readonly differences: readonly ComparedDifference[];
  /** How many of these, which change no result, are in one model only. */
  readonly told: readonly {
    /** What kind of element. */
    readonly what: string;
    /** How many are in the earlier model only. */
    readonly gone: Count;
    /** How many are in the later model only. */
    readonly added: Count;
  }[];
  /** The conclusions that differ; as in `ComparedDifference.changes`. */
  readonly changes: readonly ChangedConclusion[];
}

export interface ComparedDifference extends ModelDifference {
  /** Conclusions of the first model that this difference alone would change; null: it cannot be made alone. */
  readonly changes: readonly ChangedConclusion[] | null;
}

export interface ChangedConclusion {
  /** Which conclusion it is. */
  readonly what:
    | 'status quo'
    | 'scenario holds'
    | 'scenario reached'
    | 'scenario pull'
    | 'commitment'
    | 'course';
  /** The id of the scenario or commitment; empty for the others. */
  readonly of: string;
  /**
   * What it would then be: "yes" or "no"; of a commitment in how many of the states in which it is due
   * it would be kept, "3 of 8"; of a pull the share, 0 to 1; of a course, how many ends it has.
   */
  readonly then: string;
}

/** A model with its name; what was worked out of it already. */
interface Given extends NamedModel {
  readonly prepared?: Prepared;
}

export interface CompareOptions extends PrepareOptions {
  /** The usual one when left out. */
  readonly standard?: Standard;
  readonly watch?: Watch;
}

/**
 * Models of one situation side by side: two readings, two sources, or a series of dates. What differs
 * in the models, what differs in what they come to, and which of the differences alone changes what.
 * Elements are compared by their ids.
 * @throws AnalysisError 'nothing-to-compare' for fewer than two models or models without a common
 *   actor, and as `prepare` for a model without an answer.
 */
export function compare(
  given: readonly Given[],
  { standard = USUAL_STANDARD, watch = () => undefined, ...options }: CompareOptions = {},
): CompareResult {
  const models = byDate(given);
  expectComparable(models);
  const solved = models.map(({ name, model, prepared }, k) => {
    watch((k / models.length) * 0.4);
    const ready = prepared ?? prepare(model, options);
    return { name, model, prepared: ready, shown: shownOf(name, ready, standard) };
  });
  const steps = solved.slice(1).map((after, k): ModelStep => {
    const before = solved[k];
    const differences = modelDifferences(before.model, after.model);
    const part = between(
      watch,
      0.4 + (0.6 * k) / (solved.length - 1),
      0.4 + (0.6 * (k + 1)) / (solved.length - 1),
    );
    return {
      from: k,
      to: k + 1,
      differences: differences.map(({ apply, ...difference }, j) => {
        part(j / differences.length);
        const alone =
          apply && attempted(() => conclusionsOf(prepare(apply(before.model), options), standard));
        return {
          ...difference,
          changes: alone && changesBetween(before.shown.conclusions, alone.conclusions),
        };
      }),
      told: TOLD.map((what) => toldOf(what, before.model, after.model)).filter(
        ({ gone, added }) => gone + added > 0,
      ),
      changes: changesBetween(before.shown.conclusions, after.shown.conclusions),
    };
  });
  const ready = solved.map(({ prepared }) => prepared);
  const ends = solved.flatMap(({ shown }) =>
    shown.conclusions.ends.map(({ nearest }) => nearest.taken),
  );
  return {
    schema: 'standoff/compare/2',
    situation: { ...situationShown(given[0].model), asOf: sharedDate(models) },
    standard,
    models: solved.map(({ shown }) => shown),
    steps,
    equilibria: comparedEquilibria(ready),
    ends: [...new Map(ends.map((taken) => [taken.join(' '), taken])).values()].map((taken) =>
      comparedPlace(taken, ready),
    ),
  };
}

/** The date of all; null where they have several, which their columns tell. */
function sharedDate(given: readonly Given[]): string | null {
  const dates = new Set(given.map(({ model }) => model.situation.asOf));
  return dates.size === 1 ? [...dates][0] : null;
}

function byDate(given: readonly Given[]): Given[] {
  const date = ({ model }: Given): string => model.situation.asOf ?? '9999';
  return [...given].sort((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0));
}

function expectComparable(models: readonly Given[]): void {
  if (models.length < 2)
    throw new AnalysisError(
      'nothing-to-compare',
      'one situation alone has nothing to be compared with',
      'name two or more',
    );
  models.slice(1).forEach(({ name, model }, k) => {
    const ids = new Set(models[k].model.actors.map(({ id }) => id));
    if (!model.actors.some(({ id }) => ids.has(id)))
      throw new AnalysisError(
        'nothing-to-compare',
        `${models[k].name} and ${name} have no actor in common`,
        'actors are compared by their ids: give the same actor the same id in both',
      );
  });
}

function shownOf(name: string, prepared: Prepared, standard: Standard): ModelShown {
  const { equilibria, conclusions } = conclusionsOf(prepared, standard);
  const { naming } = prepared;
  const now = prepared.statusQuo[0];
  return {
    name,
    situation: situationShown(prepared.model),
    feasible: prepared.space.size,
    equilibria,
    statusQuo: naming.state(now),
    now: naming.scenariosOf(now),
    conclusions,
  };
}

function conclusionsOf(
  prepared: Prepared,
  standard: Standard,
): { equilibria: number; conclusions: Conclusions } {
  const { states, model } = prepared;
  const holding = states.holding(STANDARDS[standard].concept)!;
  const course = followed(states, standard);
  return {
    equilibria: Number(holding.count),
    conclusions: {
      statusQuoHolds: holding.has(states.now[0]),
      scenarios: Object.fromEntries(
        model.scenarios.map(({ id, holds }) => {
          const inside = states.where(holds);
          const hold = gradeIn(states, inside, standard);
          return [
            id,
            {
              holds: hold !== null,
              hold,
              reached: !course.states.and(inside).isEmpty,
              pull: pullInto(course, inside)!,
            },
          ] as const;
        }),
      ),
      commitments: Object.fromEntries(
        commitments(prepared, { standard }).commitments.map(({ id, readings }) => {
          const tallies = readings.filter(({ assumed }) => assumed).map(({ all }) => all);
          const sum = (count: 'due' | 'credible'): number =>
            tallies.reduce((total, tally) => total + Number(tally[count]), 0);
          return [id, { due: sum('due'), kept: sum('credible') }] as const;
        }),
      ),
      ends: courseEnds(states, course, Infinity).ends,
    },
  };
}

/** Shares that differ by less are the same. */
const LEAST = 1e-9;

function changesBetween(before: Conclusions, after: Conclusions): ChangedConclusion[] {
  const found: ChangedConclusion[] = [];
  const turned = (what: ChangedConclusion['what'], of: string, was: boolean, is: boolean): void => {
    if (was !== is) found.push({ what, of, then: is ? 'yes' : 'no' });
  };
  turned('status quo', '', before.statusQuoHolds, after.statusQuoHolds);
  for (const [id, was] of Object.entries(before.scenarios)) {
    if (!(id in after.scenarios)) continue;
    const is = after.scenarios[id];
    turned('scenario holds', id, was.holds, is.holds);
    turned('scenario reached', id, was.reached, is.reached);
    if (Math.abs(was.pull - is.pull) > LEAST)
      found.push({ what: 'scenario pull', of: id, then: String(is.pull) });
  }
  for (const [id, was] of Object.entries(before.commitments)) {
    if (!(id in after.commitments)) continue;
    const is = after.commitments[id];
    if (is.kept * was.due !== was.kept * is.due || (is.due === 0) !== (was.due === 0))
      found.push({ what: 'commitment', of: id, then: `${is.kept} of ${is.due}` });
  }
  const course = ({ ends }: Conclusions): string =>
    ends
      .map(({ round, nearest }) => `${round}:${nearest.taken.join()}`)
      .sort()
      .join(' ');
  if (course(before) !== course(after))
    found.push({ what: 'course', of: '', then: String(after.ends.length) });
  return found;
}

/** Null where the changed model has no answer: a status quo that it rules out, no state at all. */
function attempted<T>(solve: () => T): T | null {
  try {
    return solve();
  } catch (error) {
    if (error instanceof AnalysisError) return null;
    throw error;
  }
}

function toldOf(
  what: (typeof TOLD)[number],
  first: ConflictModel,
  second: ConflictModel,
): ModelStep['told'][number] {
  const names = (model: ConflictModel): Set<string> =>
    new Set(
      model[what].map((one) => ('from' in one ? `${one.from} ${one.kind} ${one.to}` : keyOf(one))),
    );
  const [before, after] = [names(first), names(second)];
  return {
    what,
    gone: [...before].filter((one) => !after.has(one)).length,
    added: [...after].filter((one) => !before.has(one)).length,
  };
}

/** Events go by date and words: their ids are given by order. */
function keyOf(one: ConflictModel['sources' | 'claims' | 'events'][number]): string {
  return 'date' in one ? `${one.date} ${one.label}` : JSON.stringify([one.id, strengthOf(one)]);
}

function strengthOf(one: ConflictModel['sources' | 'claims'][number]): unknown {
  return 'strength' in one ? one.strength : null;
}
