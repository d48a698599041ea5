import { explain, type PulledEnd } from '@standoff/engine';
import {
  AnalysisError,
  courseSteps,
  elementsOf,
  situationShown,
  STANDARDS,
  USUAL_STANDARD,
  type Prepared,
  type Standard,
} from '@standoff/situation';
import { ask, type OpenQuestion } from '../ask/solve.js';
import { settling } from '../mediate/settlement.js';
import { plausible } from '../plausible/solve.js';
import type {
  BriefingResult,
  SuggestedChange,
  WayStep,
  OtherOutcome,
  EndOutcome,
  HeldBack,
  Rests,
  TodayBrief,
} from './answer.js';
import { CourseGraph } from './course.js';
import { jointSteps } from './joint-steps.js';
import { factionsOf, otherwiseOf } from './other-courses.js';
import { OutcomesOf, toldApart } from './outcomes.js';
import { LEAST, pullOf, shareOf } from './pulled.js';

export interface BriefingOptions {
  /** The usual one when left out. */
  readonly standard?: Standard;
  readonly watch?: (done: number) => void;
}

/** Ends from which joint steps are looked for. */
const JOINT_ENDS = 3;
/** With more states than this no change is sought. */
const SOUGHT = 20_000;

/** The point of a situation: where it leads, who can stop it, what would change it, what it hangs on. */
export function briefing(
  prepared: Prepared,
  { standard = USUAL_STANDARD, watch = () => undefined }: BriefingOptions = {},
): BriefingResult {
  const { model, deciders, statusQuo } = prepared;
  const outcomes = new OutcomesOf(prepared, standard);
  watch(0.1);
  const steps = courseSteps(prepared.game, standard);
  const pulled = pullOf(prepared, standard);
  const graph = CourseGraph.from(steps, statusQuo[0]);
  const ends = endsOf(prepared, outcomes, pulled, graph);
  watch(0.4);
  const stays = ends.flatMap(({ states, end }) => (end.round > 0 ? [] : states));
  const told = ends.filter(({ end }) => end.round === 0).slice(0, JOINT_ENDS);
  const { steps: joint, complete } = jointSteps(
    prepared,
    outcomes,
    told.map(({ at }) => at),
    new Set(stays),
  );
  watch(0.6);
  const shown = toldApart(ends.map(({ end }) => end));
  return {
    schema: 'standoff/briefing/1',
    situation: situationShown(model),
    standard,
    deciders: deciders.map(({ id }) => id),
    onlookers: model.actors
      .filter(({ id, options }) => options.length === 0 && ranksAtAll(prepared, id))
      .map(({ id }) => id),
    today: todayOf(prepared, outcomes, graph),
    ends: shown,
    elsewhere: elsewhereOf(prepared, outcomes, [
      ...stays,
      ...joint.slice(0, 1).map(({ to }) => to),
    ]),
    together: toldApart(joint.map(({ plan }) => plan)),
    togetherComplete: complete,
    otherwise: otherwiseOf(prepared, standard, pulled),
    ...factionsOf(prepared, standard, pulled),
    change: changeOf(prepared),
    worthAsking: worthAsking(prepared, standard),
    rests: restsOf(prepared),
  };
}

function ranksAtAll({ ranks }: Prepared, actor: string): boolean {
  return ranks.get(actor)!.some((rank, _, all) => rank !== all[0]);
}

interface FoundEnd {
  /** Where it goes round, all of them. */
  readonly states: readonly number[];
  /** The one of them that is told. */
  readonly at: number;
  readonly end: EndOutcome;
}

/** Ends that no wish, scenario or name tells apart are one. */
function endsOf(
  prepared: Prepared,
  outcomes: OutcomesOf,
  pulled: readonly PulledEnd[],
  graph: CourseGraph | null,
): FoundEnd[] {
  const groups = new Map<string, PulledEnd[]>();
  for (const one of pulled) {
    if (one.share < LEAST || one.states.length === 0) continue;
    const key = one.states.length > 1 ? one.states.join() : outcomes.keyOf(one.states[0]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const start = prepared.statusQuo[0];
  const sorted = [...groups.values()].sort(
    (a, b) =>
      Math.round((shareOf(b) - shareOf(a)) / LEAST) ||
      outcomes.firmness(a[0].states[0]) - outcomes.firmness(b[0].states[0]),
  );
  let first: readonly { mover: number; from: number; to: number }[] | null = null;
  return sorted.map((group) => {
    const states = group.flatMap((one) => one.states);
    const targets = new Set(states);
    let way = graph?.way(start, targets) ?? null;
    let shared = 0;
    if (graph !== null && way !== null && first === null) first = way;
    else if (graph !== null && way !== null && first !== null) {
      // As long as possible with the first, so that a reader sees where the ways part.
      const leads = graph.leadingTo(states);
      while (shared < first.length && leads.has(first[shared].to)) shared++;
      const from = shared === 0 ? start : first[shared - 1].to;
      way = [...first.slice(0, shared), ...graph.way(from, targets)!];
    }
    const round = group[0].states.length;
    const arrived = way?.at(-1)?.to ?? (targets.has(start) ? start : states[0]);
    const [{ interval }] = group;
    return {
      states,
      at: arrived,
      end: {
        ...outcomes.outcome(arrived),
        ...(round > 1 ? { hold: null } : {}),
        variants: round > 1 ? 1 : group.length,
        round: round > 1 ? round : 0,
        pull: shareOf(group),
        interval: group.length === 1 ? interval : null,
        way: way === null || graph === null ? null : marked(prepared, graph, way, states),
        shared,
        heldBack: round > 1 ? [] : heldBackAt(prepared, outcomes, arrived),
      },
    };
  });
}

/** Each step with whose other step at this point leads where the course does not come to the end any more. */
function marked(
  { naming }: Prepared,
  graph: CourseGraph,
  way: readonly { mover: number; from: number; to: number }[],
  end: readonly number[],
): WayStep[] {
  const leads = graph.leadingTo(end);
  return way.map(({ mover, from, to }) => {
    const others = graph
      .from(from)
      .filter((arc) => arc.mover !== mover && !leads.has(arc.to))
      .filter((arc, k, all) => all.findIndex((one) => one.mover === arc.mover) === k);
    return {
      step: naming.step(mover, from, to),
      stoppedBy: others.map((arc) => naming.step(arc.mover, from, arc.to)),
    };
  });
}

function todayOf(prepared: Prepared, outcomes: OutcomesOf, graph: CourseGraph | null): TodayBrief {
  const { naming, statusQuo } = prepared;
  const [now] = statusQuo;
  const arcs = graph?.from(now) ?? [];
  return {
    state: naming.state(now),
    alternatives: statusQuo.length - 1,
    hold: outcomes.hold(now),
    steps: arcs
      .filter((arc, k) => arcs.findIndex((one) => one.mover === arc.mover) === k)
      .map(({ mover, to }) => naming.step(mover, now, to)),
    heldBack: heldBackAt(prepared, outcomes, now),
  };
}

/** Of each who has a better move but none that no answer undoes: the best, and what undoes it. */
function heldBackAt(prepared: Prepared, outcomes: OutcomesOf, state: number): HeldBack[] {
  const { concept } = STANDARDS[outcomes.standard];
  return prepared.game.ranks.flatMap((own, mover) => {
    const { stable, improvements } = explain(prepared.game, mover, state, concept);
    if (!stable || improvements.length === 0) return [];
    const best = improvements.reduce((one, other) => (own[other.to] > own[one.to] ? other : one));
    return best.sanction?.kind !== 'response'
      ? []
      : [
          {
            step: prepared.naming.step(mover, state, best.to),
            answer: prepared.naming.steps(best.sanction.path),
          },
        ];
  });
}

/** Of each scenario and named state the one that would hold most firmly, of equally firm ones the most welcome. */
function elsewhereOf(
  { model, naming, space, statusQuo }: Prepared,
  outcomes: OutcomesOf,
  ends: readonly number[],
): OtherOutcome[] {
  const ended = new Set(ends.flatMap((end) => [...naming.scenariosOf(end), naming.labelOf(end)]));
  const firmer = (a: number, b: number): boolean => {
    const by = outcomes.firmness(a) - outcomes.firmness(b);
    return by < 0 || (by === 0 && outcomes.surplus(a) > outcomes.surplus(b));
  };
  const best = new Map<string, number>();
  for (let s = 0; s < space.size; s++)
    for (const name of [...naming.scenariosOf(s), naming.labelOf(s)]) {
      if (name === null) continue;
      const before = best.get(name);
      if (before === undefined || firmer(s, before)) best.set(name, s);
    }
  const named = [
    ...model.scenarios.map(({ id, label }) => ({ id, label, state: best.get(id) })),
    ...model.states.map(({ id, label }) => ({ id, label, state: best.get(label) })),
  ];
  const seen = new Set<string>();
  return named
    .flatMap(({ id, label, state }) =>
      state === undefined || state === statusQuo[0] || ended.has(id) || ended.has(label)
        ? []
        : [{ id, label, state }],
    )
    .sort(
      (a, b) =>
        outcomes.firmness(a.state) - outcomes.firmness(b.state) ||
        outcomes.surplus(b.state) - outcomes.surplus(a.state),
    )
    .filter(({ label }) => !seen.has(label) && seen.add(label))
    .map(({ id, label, state }) => ({ ...outcomes.outcome(state), id, label }));
}

function changeOf(prepared: Prepared): SuggestedChange | null {
  if (prepared.space.size > SOUGHT || prepared.model.scenarios.length === 0) return null;
  const found = orNothing(() => settling(prepared));
  const plan = found?.plans[0];
  if (!found || !plan || plan.moves.length === 0) return null;
  const { text } = found.goal;
  const label = prepared.model.scenarios.find(({ id }) => id === text)?.label ?? text;
  return { scenario: text, label, moves: plan.moves, others: found.plans.length - 1 + found.more };
}

function worthAsking(prepared: Prepared, standard: Standard): OpenQuestion | null {
  if (prepared.space.size > SOUGHT) return null;
  return (
    orNothing(() => ask(prepared, { concept: STANDARDS[standard].concept }))?.questions[0] ?? null
  );
}

/** What a part of the briefing cannot say is left out of it. */
function orNothing<T>(solve: () => T): T | undefined {
  try {
    return solve();
  } catch (error) {
    if (!(error instanceof AnalysisError)) throw error;
    return undefined;
  }
}

function restsOf(prepared: Prepared): Rests {
  const { model } = prepared;
  const { checks } = plausible(prepared);
  const elements = elementsOf(model).filter(
    ({ kind }) => kind !== 'situation' && kind !== 'source',
  );
  const evidence = elements.flatMap(({ grounds }) => grounds.evidence);
  return {
    elements: elements.length,
    cited: elements.filter(({ grounds }) => grounds.evidence.length > 0).length,
    argued: elements.filter(
      ({ grounds }) => grounds.evidence.length === 0 && grounds.because !== null,
    ).length,
    sources: new Set(evidence.map(({ source }) => source)).size,
    passages: new Set(evidence.map((one) => JSON.stringify(one))).size,
    checks: checks.length,
    misfits: checks.filter(({ fits }) => !fits).length,
  };
}
