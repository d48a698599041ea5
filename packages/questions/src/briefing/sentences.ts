import type { Content } from '@standoff/document';
import { LEAST_SHARE, likelihoodIn, STANDARDS, type Step } from '@standoff/situation';
import type { ConflictModel } from '@standoff/model';
import { mainDeed, mainPart, toDo, wouldDo, wouldStep } from '../told/deeds.js';
import { capitalised, counted, listed } from '../told/english.js';
import type { Words } from '../told/words.js';
import { tellMisread } from './misread-words.js';
import { nothingMoves, whoCounts } from './who-words.js';
import type { BriefingResult, EndOutcome, HeldBack, JointPlan, BriefOutcome } from './answer.js';
import type { BriefEnd } from './brief-ends.js';

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

/** "it would end in “War” (9 ways in 10), else in “Peace”"; "it would go round". */
export function endsWords(words: Words, ends: readonly BriefEnd[]): string {
  const [first, ...others] = ends;
  if (first === undefined) return 'it would go round without an end';
  const told = first.round
    ? `it would go round${others.length === 0 ? ' without an end' : ''}`
    : isToday(first)
      ? 'everything would stay as it is today'
      : `it would end in ${briefName(words, first)}`;
  if (others.length === 0) return told;
  const same = !first.round && !isToday(first);
  const more = ends.reduce((sum, { pull }) => sum + pull, 0) < 0.995;
  return `${told} (${ways(first.pull)}), else ${elseWords(words, others, same && !more)}${more ? ', or end elsewhere' : ''}`;
}

/** "in “Peace” or “War”"; "end in “Peace”, go round or stay as today". */
function elseWords(words: Words, others: readonly BriefEnd[], ending: boolean): string {
  const stays = others.filter((one) => !one.round && !isToday(one));
  const names = listed(
    stays.map((one) => briefName(words, one)),
    'or',
  );
  const rest = others.filter((one) => !stays.includes(one));
  return listed(
    [
      ...(stays.length === 0 ? [] : [`${ending && rest.length === 0 ? '' : 'end '}in ${names}`]),
      ...rest.map(({ round }) => (round ? 'go round' : 'stay as it is today')),
    ],
    'or',
  );
}

export function briefName(words: Words, { state }: BriefEnd): string {
  return outcomeName(words, { state, besides: [] });
}

export function isToday({ state: { name } }: Pick<BriefEnd, 'state'>): boolean {
  return name.added.length + name.dropped.length === 0;
}

/** "“Open North”", with what tells it from another of that name; without a name what is different from today. */
function outcomeName(words: Words, one: Pick<BriefOutcome, 'state' | 'besides'>): string {
  const short = shortName(words, one);
  if (one.state.name.label !== null || isToday(one))
    return one.state.name.label === null ? short : `“${short}”`;
  return short.startsWith('no longer ')
    ? `a state without ${short.slice('no longer '.length)}`
    : `a state with ${short}`;
}

/** The same without quotation marks, for a table. */
export function shortName(
  words: Words,
  { state, besides }: Pick<BriefOutcome, 'state' | 'besides'>,
): string {
  const { name } = state;
  if (isToday({ state })) return name.label ?? 'today’s state';
  if (name.label === null) return differences(words, { state, besides });
  return besides.length === 0
    ? name.label
    : // The consents of several to one agreement have its name alike.
      `${name.label}, with ${listed([...new Set(besides.map((id) => words.option(id)))])}`;
}

/** The first of what is different from today, that which tells it from other outcomes before the rest. */
function differences(
  words: Words,
  { state: { name, taken }, besides }: Pick<BriefOutcome, 'state' | 'besides'>,
): string {
  const telling = name.added.filter((id) => besides.includes(id));
  const first = telling.length > 0 ? telling : name.added;
  const [told, ...more] = [
    ...words.added(first, taken),
    ...words.added(
      name.added.filter((id) => !first.includes(id)),
      taken,
    ),
    ...words.dropped(name.dropped, name.dropped).map((gone) => `no longer ${gone}`),
  ];
  if (more.length > 1) return `${told} and ${more.length} more`;
  return more.length === 0 ? told : `${told} and ${more[0]}`;
}

function nameOf({ name }: BriefOutcome['state']): string {
  return name.label === null ? '' : `, “${name.label}”`;
}

/** "5 ways in 10"; "17 ways in 100" where tenths would be off, so that shares told together come to a whole. */
export function ways(share: number): string {
  if (share > MOST_TOLD) return share > 1 - LEAST_SHARE ? 'every way' : 'nearly every way';
  if (share < 1 - MOST_TOLD) return 'less than one way in 100';
  const [of, all] = roundShare(share);
  return `${counted(of, 'way')} in ${all}`;
}

/** "5 of 10", for a table. */
export function tenths(share: number): string {
  if (share > MOST_TOLD) return share > 1 - LEAST_SHARE ? 'all' : 'nearly all';
  if (share < 1 - MOST_TOLD) return 'under 1 of 100';
  return roundShare(share).join(' of ');
}

/** Above this hundredths would tell all. */
const MOST_TOLD = 0.995;

/** Rounded once, to hundredths; said in tenths where they are some. */
function roundShare(share: number): readonly [number, number] {
  const hundredths = Math.round(share * 100);
  return hundredths % 10 === 0 ? [hundredths / 10, 10] : [hundredths, 100];
}
