import { stakeholdersOf } from '@standoff/model';
import {
  isTooLarge,
  AnalysisError,
  atFirst,
  countedElements,
  isAtFirst,
  countGrounds,
  situationShown,
  STANDARD_NAMES,
  unrankedOptions,
  USUAL_STANDARD,
  type Prepared,
  type Situation,
  type Standard,
} from '@standoff/situation';
import { calendarOf } from '../told/calendar.js';
import type { OpenQuestion } from '../ask/answer.js';
import { ask } from '../ask/solve.js';
import { settling } from '../mediate/settlement.js';
import { plausible } from '../plausible/solve.js';
import type { BriefingResult, JointPlan, Rests, SuggestedChange } from './answer.js';
import type { CourseGraph } from './course.js';
import { elsewhereOf } from './elsewhere.js';
import { forksOf } from './forks.js';
import { endsOf, graphOf, todayOf } from './ends.js';
import { jointStepsInSets } from './joint-sets.js';
import { jointSteps } from './joint-steps.js';
import { misreadingsOf } from './misread.js';
import { factionsOf, otherwiseOf } from './other-courses.js';
import { leftOutBeside } from './left-out.js';
import { overWorlds } from './over-worlds.js';
import { listedOf, OutcomesOf, toldApart } from './outcomes.js';
import { pullOf, type End } from '../pulled.js';

export interface BriefingOptions {
  /** The usual one when left out. */
  readonly standard?: Standard;
  /** However long it takes: by the standard, also of very many states. */
  readonly full?: boolean;
  readonly watch?: (done: number) => void;
}

/** Ends from which joint steps are looked for. */
const JOINT_ENDS = 3;
/** With more states than this no change is sought. */
const SOUGHT = 20_000;

/**
 * What takes longest to be answered: what would change it, what comes of what is not known, and whether
 * what is observed fits.
 */
export interface RestOfBriefing extends Pick<
  BriefingResult,
  'misreadings' | 'worlds' | 'change' | 'worthAsking'
> {
  /** Whether there are too many states for the worlds to be gone through. */
  readonly worldsLeftOpen: boolean;
  readonly checked: Pick<Rests, 'checks' | 'misfits'>;
}

/** The point of a situation: where it leads, who can stop it, what would change it, what it hangs on. */
export function briefing(given: Situation, options: BriefingOptions = {}): BriefingResult {
  const situation = atFirst(given, options.full);
  const { outcomes, first } = begun(situation, options);
  return wholeBriefing(first, restOf(situation, outcomes, first, options));
}

/** A briefing of its two parts. */
export function wholeBriefing(
  first: BriefingResult,
  { worldsLeftOpen, checked, ...rest }: RestOfBriefing,
): BriefingResult {
  return {
    ...first,
    ...rest,
    leftOpen: { ...first.leftOpen, worlds: worldsLeftOpen },
    rests: { ...first.rests, ...checked },
  };
}

/** What takes longest of a briefing, by itself: who draws the first of it has this worked out beside it. */
export function restOfBriefing(
  given: Situation,
  options: Pick<BriefingOptions, 'standard'> = {},
): RestOfBriefing {
  const situation = atFirst(given);
  const { outcomes, first } = begun(situation, options);
  return restOf(situation, outcomes, first, options);
}

function restOf(
  situation: Situation,
  outcomes: OutcomesOf,
  { together }: BriefingResult,
  { standard: asked = USUAL_STANDARD }: Pick<BriefingOptions, 'standard'>,
): RestOfBriefing {
  const { standard } = outcomes;
  const listed = listedOf(situation);
  const sought = soughtIn(listed);
  const worlds = listed && overWorlds(outcomes, listed);
  return {
    misreadings: (sought && orNothing(() => misreadingsOf(sought, standard))) ?? [],
    worlds: worlds === 'too many states' ? null : worlds,
    worldsLeftOpen: worlds === 'too many states',
    change: sought && changeOf(sought, together),
    worthAsking: sought && worthAsking(sought, standard),
    checked: checkedIn(situation, asked),
  };
}

/** A briefing without what takes longest (`RestOfBriefing`), for who draws it while that is worked out. */
export function firstOfBriefing(
  situation: Situation,
  options: BriefingOptions = {},
): BriefingResult {
  return begun(atFirst(situation, options.full), options).first;
}

function soughtIn(listed: Prepared | null): Prepared | null {
  return listed !== null && listed.space.size <= SOUGHT ? listed : null;
}

function begun(
  situation: Situation,
  { standard: asked = USUAL_STANDARD, watch = () => undefined }: BriefingOptions,
): { readonly outcomes: OutcomesOf; readonly first: BriefingResult } {
  const { model, deciders, states, lowering } = situation;
  const listed = listedOf(situation);
  const { outcomes, pulled, graph } = followed(situation, asked);
  const { standard } = outcomes;
  watch(0.3);
  const ends = endsOf(outcomes, pulled, graph);
  watch(0.4);
  const stays = ends.flatMap(({ states: some, end }) => (end.round > 0 ? [] : some));
  const from = ends
    .filter(({ end }) => end.round === 0)
    .slice(0, JOINT_ENDS)
    .map(({ at }) => at);
  const joint =
    listed === null
      ? jointStepsInSets(outcomes, from, new Set(stays))
      : jointSteps(listed, outcomes, from, new Set(stays));
  watch(0.6);
  const { elsewhere, notLookedAt } = elsewhereOf(outcomes, [
    ...stays,
    ...joint.plans.slice(0, 1).map(({ to }) => to),
  ]);
  const sought = soughtIn(listed);
  const forks = forksOf(outcomes);
  const told = [
    ...ends.flatMap(({ end }) => (end.way ?? []).map(({ step }) => step)),
    ...joint.plans.flatMap(({ plan }) => plan.steps),
  ];
  const { otherwise, notFollowed } = otherwiseOf(outcomes, pulled);
  const { factions, combinations, notTried } = factionsOf(outcomes, pulled);
  const first: BriefingResult = {
    schema: 'standoff/briefing/2',
    situation: situationShown(model),
    standard,
    askedFor: asked === standard ? null : asked,
    ...(isAtFirst(states) ? { atFirst: true } : {}),
    states: states.all.count.toString(),
    unranked: unrankedOptions(model, lowering),
    deciders: deciders.map(({ id }) => id),
    indifferent: deciders.map(({ id }) => id).filter((id) => states.places(id, states.all) === 1),
    onlookers: stakeholdersOf(model)
      .filter(({ id }) => states.places(id, states.all) !== 1)
      .map(({ id }) => id),
    today: todayOf(outcomes),
    ends: toldApart(ends.map(({ end }) => end)),
    elsewhere,
    misreadings: [],
    together: toldApart(joint.plans.map(({ plan }) => plan)),
    togetherComplete: joint.complete,
    otherwise,
    factions,
    combinations,
    worlds: null,
    change: null,
    worthAsking: null,
    leftOpen: {
      change: sought === null && model.scenarios.length > 0,
      asking: sought === null,
      together: listed === null,
      worlds: false,
      misreadings: sought === null && model.perceptions.length > 0,
      standards: notFollowed,
      factions: notTried,
      scenarios: notLookedAt,
    },
    ...(model.leftOut === undefined ? {} : { leftOut: leftOutBeside(model, told) }),
    ...(forks.length === 0 ? {} : { forks }),
    ...calendarOf(model),
    rests: restsOf(situation),
  };
  return { outcomes, first };
}

interface Followed {
  readonly outcomes: OutcomesOf;
  readonly pulled: readonly End[];
  readonly graph: CourseGraph | null;
}

/** The course by the standard, or where the states are too many to find the answers, by the first of all. */
function followed(situation: Situation, standard: Standard): Followed {
  try {
    const outcomes = new OutcomesOf(situation, standard);
    const course = outcomes.course();
    return {
      outcomes,
      graph: graphOf(course, outcomes.today),
      pulled: pullOf(course, situation.states.now),
    };
  } catch (error) {
    if (!isTooLarge(error) || standard === STANDARD_NAMES[0]) throw error;
    return followed(situation, STANDARD_NAMES[0]);
  }
}

function changeOf(prepared: Prepared, together: readonly JointPlan[]): SuggestedChange | null {
  const { model, naming, space } = prepared;
  if (model.scenarios.length === 0) return null;
  // Joint steps are told by themselves, and what the best of them brings about is not sought again.
  const ends = together.slice(0, 1).map(({ state }) => space.indexOf(Number(state.name.decimal)));
  const found = orNothing(() =>
    settling(prepared, { joint: null }, (scenario) =>
      ends.some((end) => naming.scenariosOf(end).includes(scenario)),
    ),
  );
  const plan = found?.plans[0];
  if (!found || !plan || plan.moves.length === 0) return null;
  const { text } = found.goal;
  const label = model.scenarios.find(({ id }) => id === text)?.label ?? text;
  return { scenario: text, label, moves: plan.moves, others: found.plans.length - 1 + found.more };
}

function worthAsking(prepared: Prepared, standard: Standard): OpenQuestion | null {
  return orNothing(() => ask(prepared, { standard }))?.questions[0] ?? null;
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

/** Without what is held against the model. */
function restsOf({ model }: Situation): Rests {
  const elements = countedElements(model);
  const evidence = elements.flatMap(({ grounds }) => grounds.evidence);
  return {
    elements: countGrounds(elements),
    sources: new Set(evidence.map(({ source }) => source)).size,
    passages: new Set(evidence.map((one) => JSON.stringify(one))).size,
    checks: 0,
    misfits: 0,
  };
}

function checkedIn(situation: Situation, standard: Standard): RestOfBriefing['checked'] {
  const { checks } = plausible(situation, { standard });
  return { checks: checks.length, misfits: checks.filter(({ fits }) => !fits).length };
}
