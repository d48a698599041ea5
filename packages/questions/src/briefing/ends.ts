import {
  bestImprovement,
  LEAST_SHARE,
  Random,
  STANDARDS,
  WALKS_SEED,
  type Course,
  type State,
  type Step,
} from '@standoff/situation';
import type { EndOutcome, HeldBack, TodayBrief, WayStep } from './answer.js';
import { arcsFrom, CourseGraph, drawnWays, type CourseStep } from './course.js';
import type { OutcomesOf } from './outcomes.js';
import { shareOf, type End } from '../pulled.js';

/** With more states that it goes round in no way round is told. */
const ROUND = 8;
/** Ends to which ways are looked for where walks are drawn. */
const WAYS = 3;

/** Null: it leads to too many states. */
export function graphOf(course: Course, now: State): CourseGraph | null {
  return CourseGraph.from(course.steps, course.numberOf(now), course.bounds.most);
}

export interface FoundEnd {
  /** Where it goes round, all of them. */
  readonly states: readonly State[];
  /** The one of them that is told. */
  readonly at: State;
  readonly end: EndOutcome;
}

/** A way, and how many of its first steps it has in common with the way to the first end. */
interface FoundWay {
  readonly way: readonly CourseStep[] | null;
  readonly shared: number;
}

/** Ends that no wish, scenario or name tells apart are one. */
export function endsOf(
  outcomes: OutcomesOf,
  pulled: readonly End[],
  graph: CourseGraph | null,
): FoundEnd[] {
  const course = outcomes.course();
  const groups = new Map<string, End[]>();
  for (const one of pulled) {
    const key = one.states.length > 1 ? one.states.join() : outcomes.keyOf(one.states[0]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const sorted = [...groups.values()]
    .map((group) => ({ group, share: shareOf(group), states: group.flatMap((one) => one.states) }))
    .sort(
      (a, b) =>
        Math.round((b.share - a.share) / LEAST_SHARE) ||
        firmnessOf(outcomes, a.group) - firmnessOf(outcomes, b.group),
    );
  const targets = sorted.map(({ states }) => states.map((state) => course.numberOf(state)));
  const start = course.numberOf(outcomes.today);
  const first = graph?.way(start, new Set(targets[0])) ?? null;
  const ways =
    graph === null
      ? drawn(course, start, targets)
      : targets.map((states, k) =>
          k === 0 ? { way: first, shared: 0 } : wayIn(graph, start, states, first),
        );
  return sorted.map(({ group, share, states }, k) => {
    const { way, shared } = ways[k];
    const round = group[0].states.length;
    const end = way?.at(-1)?.to;
    const arrived =
      end !== undefined
        ? course.stateOf(end)
        : states.includes(outcomes.today)
          ? outcomes.today
          : states[0];
    return {
      states,
      at: arrived,
      end: {
        ...outcomes.outcome(arrived),
        ...(round > 1 ? { hold: null } : {}),
        variants: round > 1 ? 1 : group.length,
        round: round > 1 ? round : 0,
        ...circleFrom(outcomes, graph, arrived, round),
        pull: share,
        interval: group.length === 1 ? group[0].interval : null,
        way: way && marked(outcomes, graph, way, targets[k]),
        shared,
        heldBack: round > 1 ? [] : heldBackAt(outcomes, arrived),
      },
    };
  });
}

/** A shortest way round, from the state and back to it. */
function circleFrom(
  outcomes: OutcomesOf,
  graph: CourseGraph | null,
  state: State,
  round: number,
): Pick<EndOutcome, 'circle'> {
  if (graph === null || round < 2 || round > ROUND) return {};
  const course = outcomes.course();
  const start = course.numberOf(state);
  const [first, ...others] = graph.from(start).map((arc) => ({ ...arc, from: start }));
  const back = [first, ...others]
    .map((arc) => [arc, ...(graph.way(arc.to, new Set([start])) ?? [])])
    .reduce((least, way) => (way.length < least.length ? way : least));
  return {
    circle: back.map(({ mover, from, to }) =>
      outcomes.step(mover, course.stateOf(from), course.stateOf(to)),
    ),
  };
}

function firmnessOf(outcomes: OutcomesOf, [{ states }]: readonly End[]): number {
  return states.length > 1 ? 0 : outcomes.firmness(states[0]);
}

/** @param first the way to the first end: as long as possible the same, so that a reader sees where they part. */
function wayIn(
  graph: CourseGraph,
  start: number,
  states: readonly number[],
  first: readonly CourseStep[] | null,
): FoundWay {
  const targets = new Set(states);
  if (first === null) return { way: graph.way(start, targets), shared: 0 };
  const leads = graph.leadingTo(states);
  let shared = 0;
  while (shared < first.length && leads.has(first[shared].to)) shared++;
  const from = shared === 0 ? start : first[shared - 1].to;
  const rest = graph.way(from, targets);
  // Where today may be several states, another of them leads there.
  if (rest === null) return { way: null, shared: 0 };
  return { way: [...first.slice(0, shared), ...rest], shared };
}

function drawn(course: Course, start: number, targets: readonly (readonly number[])[]): FoundWay[] {
  const told = targets.slice(0, WAYS).map((states) => new Set(states));
  const ways = drawnWays(course.steps, start, told, new Random(WALKS_SEED));
  return targets.map((_, k) => {
    const [first, way] = [ways[0], ways[k] ?? null];
    if (k === 0 || first === null || way === null) return { way, shared: 0 };
    const parted = way.findIndex(({ to }, n) => first[n]?.to !== to);
    return { way, shared: parted < 0 ? way.length : parted };
  });
}

/** Each step with whose other step at this point leads where the course does not come to the end any more. */
function marked(
  outcomes: OutcomesOf,
  graph: CourseGraph | null,
  way: readonly CourseStep[],
  end: readonly number[],
): WayStep[] {
  const course = outcomes.course();
  const step = ({ mover, from, to }: CourseStep): WayStep['step'] =>
    outcomes.step(mover, course.stateOf(from), course.stateOf(to));
  const leads = graph?.leadingTo(end);
  return way.map((one) => {
    const others =
      graph && leads
        ? graph
            .from(one.from)
            .filter((arc) => arc.mover !== one.mover && !leads.has(arc.to))
            .filter((arc, k, all) => all.findIndex(({ mover }) => mover === arc.mover) === k)
        : [];
    return {
      step: step(one),
      stoppedBy: others.map((arc) => step({ ...arc, from: one.from })),
    };
  });
}

export function todayOf(outcomes: OutcomesOf): TodayBrief {
  const { states } = outcomes.situation;
  const { today } = outcomes;
  return {
    state: states.shown(today),
    alternatives: states.now.length - 1,
    hold: outcomes.hold(today),
    steps: stepsToday(outcomes),
    heldBack: heldBackAt(outcomes, today),
  };
}

/** Of each who would move today the best step that nothing undoes. */
export function stepsToday(outcomes: OutcomesOf): Step[] {
  const { today } = outcomes;
  const course = outcomes.course();
  const arcs = arcsFrom(course.steps, course.numberOf(today));
  return arcs
    .filter((arc, k) => arcs.findIndex((one) => one.mover === arc.mover) === k)
    .map(({ mover, to }) => outcomes.step(mover, today, course.stateOf(to)));
}

/** Of each who has a better move but none that no answer undoes: the best, and what undoes it. */
function heldBackAt(outcomes: OutcomesOf, state: State): HeldBack[] {
  const { states, deciders } = outcomes.situation;
  const { concept } = STANDARDS[outcomes.standard];
  const course = outcomes.course();
  const moving = new Set(arcsFrom(course.steps, course.numberOf(state)).map(({ mover }) => mover));
  return deciders.flatMap(({ id }, mover) => {
    if (moving.has(mover)) return [];
    const best = bestImprovement(states, id, state);
    if (best === null) return [];
    const { answer } = states.deterrences(id, state, concept, best)[0];
    return answer === null
      ? []
      : [{ step: outcomes.step(mover, state, best), answer: states.steps(answer.moves) }];
  });
}
