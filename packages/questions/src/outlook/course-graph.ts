import {
  findState,
  type Concept,
  type Prepared,
  type StateName,
  type Step,
} from '@standoff/situation';
import type { OutlookResult } from './solve.js';
import type { ScenariosResult } from '../scenarios/solve.js';
import type { NodeKind } from '@standoff/document';

/** The part of the improvement graph that is shown: shortest ways from today. */
export interface CourseGraph {
  readonly states: readonly CourseState[];
  readonly steps: readonly Step[];
  /** How many states improvements lead to, the present one not counted. */
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

/** The shortest ways by improvements to where they end, then to scenarios and to where they may stop. */
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
  for (const { nearest } of outlook.ends)
    if (!add(nearest.steps))
      hidden.push(nearest.state.name.label ?? `#${nearest.state.name.decimal}`);
  for (const { label, path } of scenarios?.scenarios ?? [])
    if (path?.by === 'improvements' && !add(path.steps)) hidden.push(label);
  const ends = new Set(outlook.ends.map(({ nearest }) => keyOf(nearest.state.taken)));
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
        kind:
          layer === 0 ? 'today' : ends.has(key) ? 'end' : concepts.length > 0 ? 'holds' : 'passing',
      };
    }),
    steps: [...steps.values()],
    reached: Number(outlook.improvements.states),
    hidden,
  };
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
