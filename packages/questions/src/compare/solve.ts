import type { Watch } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
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
  type Prepared,
  type PrepareOptions,
  type Standard,
} from '@standoff/situation';
import { answered, oneByOne, resultsIn, type Cut, type Stretches } from '../cut.js';
import { comparedEquilibria, comparedPlace, heldIn, type Held } from './single-states.js';
import { modelDifferences, TOLD } from './model-differences.js';
import { commitments } from '../commitments/solve.js';
import type { NamedModel } from '../question.js';
import type {
  CompareResult,
  ModelStep,
  ModelShown,
  Conclusions,
  ChangedConclusion,
} from './answer.js';

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
  { watch, ...options }: CompareOptions = {},
): CompareResult {
  return answered(comparing(given, options), watch);
}

/** What a model comes to by itself. What it is called is known to whoever asks. */
interface Solved {
  readonly shown: Omit<ModelShown, 'name'>;
  readonly held: Held;
}

/** What comes of an item: of a model, or of one with a single difference, which may have no answer. */
type Found = Solved | { readonly alone: Conclusions | null };

/** The same as what is gone through: model after model, then every difference made alone. */
export function comparing(
  given: readonly Given[],
  { standard = USUAL_STANDARD, ...options }: Omit<CompareOptions, 'watch'> = {},
): Cut<Stretches<Found>, CompareResult> {
  const models = byDate(given);
  expectComparable(models);
  const prepared: (Prepared | undefined)[] = models.map((one) => one.prepared);
  const readied = (k: number): Prepared => (prepared[k] ??= prepare(models[k].model, options));
  const solved = (k: number): Solved => ({
    shown: shownOf(readied(k), standard),
    held: heldIn(readied(k)),
  });
  const tried = models.slice(1).flatMap(({ model }, from) =>
    modelDifferences(models[from].model, model).map(({ apply, ...difference }) => ({
      from,
      apply,
      difference,
    })),
  );
  const alone = ({ from, apply }: (typeof tried)[number]): Conclusions | null =>
    apply &&
    attempted(
      () => conclusionsOf(prepare(apply(models[from].model), options), standard).conclusions,
    );
  const items = oneByOne(models.length + tried.length, (index): Found =>
    index < models.length ? solved(index) : { alone: alone(tried[index - models.length]) },
  );
  return {
    ...items,
    answer: (part) => {
      const found = new Map(resultsIn(part).map(({ index, result }) => [index, result]));
      // Without a model nothing can be compared: one that nobody solved is solved here.
      const all = models.map((_, k) => (found.get(k) as Solved | undefined) ?? solved(k));
      const shown = models.map(({ name }, k): ModelShown => ({ name, ...all[k].shown }));
      const steps = models.slice(1).map((after, from): ModelStep => {
        const before = shown[from].conclusions;
        return {
          from,
          to: from + 1,
          differences: tried.flatMap(({ from: of, difference }, j) => {
            const result = found.get(models.length + j);
            if (of !== from || result === undefined || !('alone' in result)) return [];
            const changes = result.alone && changesBetween(before, result.alone);
            return [{ ...difference, changes }];
          }),
          told: TOLD.map((what) => toldOf(what, models[from].model, after.model)).filter(
            ({ gone, added }) => gone + added > 0,
          ),
          changes: changesBetween(before, shown[from + 1].conclusions),
        };
      });
      const ready = models.map((_, k) => readied(k));
      const ends = shown.flatMap((one) => one.conclusions.ends.map(({ nearest }) => nearest.taken));
      return {
        schema: 'standoff/compare/2',
        situation: { ...situationShown(given[0].model), asOf: sharedDate(models) },
        standard,
        models: shown,
        steps,
        equilibria: comparedEquilibria(
          ready,
          all.map(({ held }) => held),
        ),
        ends: [...new Map(ends.map((taken) => [taken.join(' '), taken])).values()].map((taken) =>
          comparedPlace(taken, ready),
        ),
      };
    },
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

function shownOf(prepared: Prepared, standard: Standard): Solved['shown'] {
  const { equilibria, conclusions } = conclusionsOf(prepared, standard);
  const { naming } = prepared;
  const now = prepared.statusQuo[0];
  return {
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
