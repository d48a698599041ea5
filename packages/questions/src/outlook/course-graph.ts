import {
  findState,
  type Concept,
  type Prepared,
  type StateName,
  type Step,
} from '@standoff/situation';
import type { End, OutlookResult } from './answer.js';
import type { ScenariosResult } from '../scenarios/answer.js';
import type { NodeKind } from '@standoff/document';

/** The part of the course that is shown: shortest ways from today. */
export interface CourseGraph {
  readonly states: readonly CourseState[];
  readonly steps: readonly Step[];
  /** How many states the course leads to, the present one not counted. */
  readonly reached: number;
  /** Ends and scenarios whose way was left out to keep the graph readable. */
  readonly hidden: readonly string[];
}

export interface CourseState {
  readonly key: string;
  readonly name: StateName;
  readonly layer: number;
  readonly kind: NodeKind;
  readonly concepts: readonly Concept[];
}

/** More states than these nobody reads. */
const MOST_STATES = 24;

/** The shortest ways along the course to where it ends, then to scenarios. */
export function courseGraph(
  prepared: Prepared,
  { outlooks: [outlook] }: OutlookResult,
  scenarios: ScenariosResult | null,
): CourseGraph {
  const start = keyOf(outlook.from.taken);
  const layers = new Map([[start, 0]]);
  const taken = new Map([[start, outlook.from.taken]]);
  const steps = new Map<string, Step>();
  const hidden: string[] = [];
  const add = (way: readonly Step[]): boolean => {
    const fresh = way.filter(({ to }) => !layers.has(keyOf(to)));
    if (layers.size + fresh.length > MOST_STATES) return false;
    // Where the status quo is not known for certain, a way may begin in another state.
    if (way.length > 0 && !layers.has(keyOf(way[0].from))) {
      layers.set(keyOf(way[0].from), 0);
      taken.set(keyOf(way[0].from), way[0].from);
    }
    way.forEach((step, k) => {
      const to = keyOf(step.to);
      if (!layers.has(to)) layers.set(to, k + 1);
      taken.set(to, step.to);
      const key = `${keyOf(step.from)}>${to}`;
      if (!steps.has(key)) steps.set(key, step);
    });
    return true;
  };
  for (const { nearest, way } of outlook.ends)
    if (!add(way)) hidden.push(nearest.name.label ?? `#${nearest.name.decimal}`);
  for (const { label, path } of scenarios?.scenarios ?? [])
    if (path?.by === 'course' && !add(path.steps)) hidden.push(label);
  const ends = new Map(outlook.ends.map((end) => [keyOf(end.nearest.taken), end]));
  const { naming } = prepared;
  const { equilibria } = prepared;
  return {
    states: [...layers].map(([key, layer]) => {
      const own = taken.get(key)!;
      const state = stateWith(prepared, own);
      const concepts = equilibria.conceptsAt(state);
      return {
        key,
        name: naming.name(state),
        layer,
        concepts,
        kind: layer === 0 ? 'today' : kindOf(ends.get(key)),
      };
    }),
    steps: [...steps.values()],
    reached: Number(outlook.course.states),
    hidden,
  };
}

/** What holds firmly or goes round is an end; what is held by answers, a state that holds. */
function kindOf(end: End | undefined): NodeKind {
  if (end === undefined) return 'passing';
  return end.round !== 0 || end.hold === 'none' ? 'end' : 'holds';
}

/** The index of the state in which exactly these options are taken. */
export function stateWith(prepared: Prepared, taken: readonly string[]): number {
  const decimal = prepared.model.options.reduce(
    (sum, { id }, k) => (taken.includes(id) ? sum + 2 ** k : sum),
    0,
  );
  return findState(prepared, `#${decimal}`);
}

function keyOf(taken: readonly string[]): string {
  return taken.join(' ');
}
