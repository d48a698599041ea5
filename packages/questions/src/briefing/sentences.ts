import type { Content } from '@standoff/document';
import { likelihoodIn, STANDARDS, type Step } from '@standoff/situation';
import type { ConflictModel } from '@standoff/model';
import { mainDeed, mainPart, toDo, wouldDo, wouldStep } from '../told/deeds.js';
import { capitalised, counted, listed } from '../told/english.js';
import type { Words } from '../told/words.js';
import { tellMisread } from './misread-words.js';
import { nothingMoves, whoCounts } from './who-words.js';
import type { BriefingResult, EndOutcome, HeldBack, JointPlan, BriefOutcome } from './answer.js';
import { ways } from '../told/shares.js';
import { outcomeName, isToday, endsWords } from '../told/end-words.js';

/** Steps told in a sentence before the rest is counted. */
const TOLD = 4;

/** Deeds of a step or an answer told before only the main ones are: more cannot be read aloud. */
const DEEDS = 3;

/** Others held back who are named. */
const NAMED = 3;

/** Where things stand and who would move; where that leads; what could be done; what it hangs on. */
export function sentences(words: Words, model: ConflictModel, result: BriefingResult): Content[] {
  return [
    opening(words, result),
    whereItEnds(words, result),
    whoCounts(words, result),
    couldDo(words, result),
    hangsOn(words, model, result),
    tellMisread(words, result),
    notKnown(result, model),
  ].filter((content) => content.length > 0);
}

/** That what is known leaves more states than one in which things may stand. */
function notKnown({ today: { alternatives } }: BriefingResult, model: ConflictModel): Content {
  const likely = likelihoodIn(model) !== null;
  return alternatives === 0
    ? []
    : [
        `What is known leaves ${counted(alternatives + 1, 'state')} in which things may stand today; steps are told from the one with the fewest options taken, ways are counted from all of them${likely ? ', each as likely as chance makes it' : ''}.`,
      ];
}

/** Who would move from today, up to where the ways part. */
function opening(words: Words, result: BriefingResult): Content {
  const { today, ends } = result;
  const nothing = nothingMoves(words, result);
  if (nothing.length > 0) return nothing;
  if (today.hold !== null)
    return today.heldBack.length > 0
      ? [`Things stay as they are${nameOf(today.state)}. `, ...held(words, today.heldBack)]
      : [`Things stay as they are${nameOf(today.state)}: ${noBetterMove(words, result.deciders)}.`];
  const way = ends[0]?.way ?? null;
  if (way === null || way.length === 0) return [`${capitalised(wouldSteps(words, today.steps))}.`];
  const until =
    ends.length > 1 ? Math.min(...ends.slice(1).map(({ shared }) => shared)) : way.length;
  const common = way.slice(0, until).map(({ step }) => step);
  if (common.length === 0)
    return [
      today.steps.length > 1
        ? `More than one could move first: ${wouldSteps(words, today.steps, 'or')}.`
        : `${capitalised(firstOf(words, ends))}.`,
    ];
  if (common.length === 1) return [`${capitalised(wouldStep(words, common[0]))}.`];
  if (common.some(({ actor }, k) => common[k + 1]?.actor === actor))
    return [`${capitalised(inTurn(words, common))}.`];
  const told = common.slice(0, TOLD);
  const rest = common.length - told.length;
  return [`${capitalised(wouldSteps(words, told))}${moreFollow(rest)}.`];
}

/** What the only one who would move does: of several ways to part, each. */
function firstOf(words: Words, ends: readonly EndOutcome[]): string {
  const told = ends.flatMap(({ way }) => (way?.[0] ? [wouldStep(words, way[0].step)] : []));
  const each = [...new Set(told)];
  return `${listed(each, 'or')}${each.length > 1 ? ', which are equally good to it' : ''}`;
}

/** Of steps that one takes after another of its own: whole, since the second may undo the first. */
function inTurn(words: Words, steps: readonly Step[]): string {
  const told = steps
    .slice(0, TOLD)
    .map((step, k) =>
      steps[k - 1]?.actor === step.actor
        ? `then ${wouldDo(words, step.takes, step.drops)}`
        : wouldStep(words, step),
    );
  const rest = steps.length - told.length;
  return `${listed(told)}${moreFollow(rest)}`;
}

function moreFollow(rest: number): string {
  if (rest === 0) return '';
  return rest === 1 ? '; one more step follows' : `; ${rest} more steps follow`;
}

function wouldSteps(words: Words, steps: readonly Step[], last = 'and'): string {
  const rest = steps.length - TOLD;
  const told = listed(
    steps.slice(0, TOLD).map((step) => mainDeed(words, step)),
    last,
  );
  return rest > 0 ? `${told}; ${counted(rest, 'other')} would move too` : told;
}

function noBetterMove(words: Words, deciders: readonly string[]): string {
  const each = deciders.map((id) => words.actor(id));
  if (each.length === 1) return `${each[0]} has no better move`;
  const none = each.length === 2 ? `neither ${listed(each, 'nor')}` : 'no decision maker';
  return `${none} has a better move`;
}

function whereItEnds(words: Words, { today, ends }: BriefingResult): Content {
  if (today.hold !== null || ends.length === 0) return [];
  const [first, second] = ends;
  if (ends.length === 1) {
    if (first.round > 0)
      return [
        `${first.way?.length === 0 ? 'It' : 'From there it'} goes round without an end, through ${first.interval === null ? '' : 'at least '}${first.round} states, ${outcomeName(words, first)} among them${first.circle === undefined ? '' : `: ${listed(first.circle.map((step) => wouldStep(words, step)))}, and so on`}.`,
      ];
    return [
      first.state.name.label === null
        ? 'There it stays: '
        : `It ends in ${outcomeName(words, first)} and stays there: `,
      ...stays(words, first),
    ];
  }
  if (ends.length === 2) {
    const [a, b] = [first, second].map(({ way }) => way?.[second.shared]?.step);
    if (a && b && a.actor !== b.actor)
      return [
        `${second.shared > 0 ? 'Then it' : 'It'} is a race: if ${words.actor(a.actor)} is first ${toDo(words, a)}, it ends in ${outcomeName(words, first)}; if ${words.actor(b.actor)} is first ${toDo(words, b)}, in ${outcomeName(words, second)}.`,
      ];
  }
  return [
    `It may end in ${listed(
      ends.slice(0, 3).map((end) => `${outcomeName(words, end)} (${ways(end.pull)})`),
      'or',
    )}${ends.length > 3 ? `, or in ${ends.length - 3} other ways` : ''}.`,
  ];
}

function stays(words: Words, { heldBack, hold }: EndOutcome): Content {
  return heldBack.length === 0 || hold === 'none'
    ? ['nobody has a better move.']
    : lowered(held(words, heldBack));
}

/** Why one of them stays, the one told in fewest deeds, and that others do too. */
function held(words: Words, heldBack: readonly HeldBack[]): Content {
  const length = ({ step, answer }: HeldBack): number => deedCount([step, ...answer]);
  const told = heldBack.reduce((best, one) => (length(one) < length(best) ? one : best));
  const { step, answer } = told;
  const others = heldBack.filter((one) => one !== told);
  const why = `If ${words.actor(step.actor)} were ${toDeeds(words, step)}, ${answerWords(words, answer)}, which leaves ${words.actor(step.actor)} no better off.`;
  if (others.length === 0) return [why];
  const alike =
    others.length > NAMED
      ? `${others.length} others`
      : words.actors(others.map((one) => one.step.actor));
  return [
    `${why} ${capitalised(alike)} ${others.length === 1 ? 'is' : 'are'} held back in the same way.`,
  ];
}

function deedCount(steps: readonly Step[]): number {
  return steps.reduce((sum, { takes, drops }) => sum + takes.length + drops.length, 0);
}

/** "to hold summits"; of a step of many deeds the main one. */
function toDeeds(words: Words, step: Step): string {
  return deedCount([step]) > DEEDS
    ? `${toDo(words, mainPart(words, step))}, among other things`
    : toDo(words, step);
}

/** Of a long answer the main deed of each. */
function answerWords(words: Words, answer: readonly Step[]): string {
  return deedCount(answer) > DEEDS
    ? `${listed(answer.map((one) => mainDeed(words, one)))}, among other things`
    : listed(answer.map((one) => wouldStep(words, one)));
}

function lowered(content: Content): Content {
  const [first, ...rest] = content;
  return typeof first === 'string'
    ? [first.charAt(0).toLowerCase() + first.slice(1), ...rest]
    : content;
}

function couldDo(words: Words, { together, ends }: BriefingResult): Content {
  const [best] = together;
  if (best === undefined) return [];
  const where =
    ends.length > 1
      ? ` from ${outcomeName(words, { ...best, state: best.from, besides: [] })}`
      : '';
  return [
    `Together ${words.actors(best.members)} could go on${where} to ${outcomeName(words, best)}, which is better for ${best.members.length === 2 ? 'both' : `all ${best.members.length}`} of them${where === '' && !isToday({ state: best.from }) ? ' than that' : ''}.`,
  ];
}

/** Why they do not do it one by one. */
export function whyNot(words: Words, { members, exposed, needCommitment }: JointPlan): string {
  const followers = members.slice(1).filter((id) => !needCommitment.includes(id));
  if (needCommitment.length > 0) {
    return `${words.actors(needCommitment)} would not follow of ${needCommitment.length === 1 ? 'its' : 'their'} own accord, so it takes a promise that binds ${needCommitment.length === 1 ? 'it' : 'them'}.`;
  }
  return exposed.length > 0
    ? `${words.actors(exposed)} would be worse off until ${words.actors(followers)} ${followers.length === 1 ? 'follows, as it would of its' : 'follow, as they would of their'} own accord.`
    : `${words.actors(followers)} would follow once ${words.actor(members[0])} has begun.`;
}

/** Who prevails, or how far each looks ahead. */
function hangsOn(words: Words, model: ConflictModel, result: BriefingResult): Content {
  const { factions } = result;
  const [other] = tellingOtherwise(result);
  if (factions.length > 0)
    return [
      `It hangs on who prevails: with ${prevailing(words, model, factions[0].prevails)}, ${endsWords(words, factions[0].ends)}.`,
    ];
  return other === undefined
    ? []
    : [
        `It hangs on what each reckons with: if ${STANDARDS[other.standard].reckons}, ${endsWords(words, other.ends)}.`,
      ];
}

/** That everything stays as it is where every answer counts is nearly always so, and tells nothing. */
export function tellingOtherwise({ otherwise }: BriefingResult): BriefingResult['otherwise'] {
  return otherwise.filter(({ ends }) => !ends.every((end) => isToday(end) && !end.round));
}

/** "“War and regime change” in United States". */
export function prevailing(
  words: Words,
  model: ConflictModel,
  prevails: Readonly<Record<string, string>>,
): string {
  return listed(
    Object.entries(prevails).map(([actor, faction]) => {
      const factions = model.actors.find(({ id }) => id === actor)?.factions ?? [];
      const label = factions.find(({ id }) => id === faction)?.label ?? faction;
      return `“${label}” in ${words.actor(actor)}`;
    }),
  );
}

function nameOf({ name }: BriefOutcome['state']): string {
  return name.label === null ? '' : `, “${name.label}”`;
}
