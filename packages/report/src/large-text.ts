import type {
  LargeAnalysisResult,
  LargeCount,
  LargeEquilibrium,
  LargeScenario,
  LargeStatusQuo,
} from '@standoff/analysis';
import { castLines } from './analysis/actors.js';
import { pathLines } from './analysis/path.js';
import { carriedLines } from './carried-text.js';
import { capitalised, counted, dateInWords, figure } from './english.js';
import { Page, type Style, type TextOptions, references } from '@standoff/document';
import { Words } from './words.js';

/** More outcomes than these are not told one by one. */
const MOST_SHOWN = 6;
/** An outcome that differs from the first in no more options than these is told by its differences. */
const FEW_DIFFERENCES = 8;

/**
 * What a situation comes to whose states are too many to be for a reader who knows nothing
 * of game theory; first of all, that they are, what is answered all the same and what is not.
 */
export function largeText(result: LargeAnalysisResult, options: TextOptions = {}): string {
  const page = new Page(options);
  const words = new Words(result);
  const { title, asOf } = result.situation;
  page.line(
    page.style.strong(title) + (asOf === null ? '' : page.style.quiet(` · ${dateInWords(asOf)}`)),
  );
  limitsSection(page, result);
  castLines(page, words, result);
  standingSection(page, words, result);
  outcomesSection(page, words, result);
  scenariosSection(page, words, result);
  if (result.carried.length > 0) {
    page.heading('In the model, but not used in this answer');
    carriedLines(page, result.carried);
  }
  page.heading('How to read this');
  page.line(
    'All of this follows from the model, its options, constraints and preferences, and from nothing else. It does not predict. An outcome here is a state in which no decision maker has a better move (a Nash equilibrium). An improvement is a move that is better for the one who makes it. A slow step leaves the others time to react before it is done. Notes at the right are the passages that the model rests on.',
    { indent: 2 },
  );
  return page.toString();
}

function limitsSection(page: Page, { why, method, space, notAnswered }: LargeAnalysisResult): void {
  page.blank();
  page.line(
    `${page.style.warning('A large model.')} Its states are not looked at one by one: ${why}. ${
      method === 'sets'
        ? 'The answers are worked out for all states at once instead, and exact unless they say otherwise.'
        : 'They are too irregular to be worked out all at once in the memory allowed either, so some answers come from exploring around today’s state. “At least” says where that was cut short.'
    }${combinations(space)}`,
  );
  page.line(
    'Answered: where things stand; the outcomes in which nobody has a better move, and which of them can be reached from today; the same for the named scenarios.',
  );
  page.line('Not answered:');
  for (const { question, why: reason } of notAnswered)
    page.line(`- ${question}: ${reason}.`, { indent: 2, hang: 2 });
}

export function combinations({ points, feasible }: LargeAnalysisResult['space']): string {
  if (feasible === null) return '';
  return feasible === points
    ? ` Every one of ${large(points)} combinations of options is possible in the model.`
    : ` Of ${large(points)} combinations of options, ${large(feasible)} satisfy the constraints.`;
}

function standingSection(page: Page, words: Words, result: LargeAnalysisResult): void {
  page.heading('Where things stand');
  const alternatives = result.statusQuoAlternatives ?? [];
  if (alternatives.length > 1)
    page.line(
      `What is known leaves ${counted(alternatives.length, 'state')} in which things may stand. This is the one with the fewest options taken; the others follow.`,
      { indent: 2 },
    );
  statusQuo(page, words, result, result.statusQuo);
  for (const alternative of alternatives.slice(1)) {
    page.blank();
    page.line(
      `${page.style.strong('Or else.')} ${words.against(alternative.name, alternative.taken)}`,
      { indent: 2 },
    );
    statusQuo(page, words, result, alternative);
  }
}

function statusQuo(
  page: Page,
  words: Words,
  result: LargeAnalysisResult,
  now: LargeStatusQuo,
): void {
  const phrases = words.taken(now.taken);
  page.line(
    phrases.length === 0 ? 'No option is taken.' : `Taken: ${phrases.join('; ')}. Nothing else is.`,
    { indent: 2, margin: references(words.evidence(now.taken)) },
  );
  const within = result.scenarios.filter(({ id }) => now.scenarios.includes(id));
  if (within.length > 0)
    page.line(`This is ${within.map(({ label }) => `“${label}”`).join(', also ')}.`, { indent: 2 });
  page.blank();
  for (const { id } of result.actors.filter(({ kind }) => kind === 'decision maker'))
    page.line(
      `${page.style.strong(words.actor(id))} ${largeStanding(page.style, words, now, id)}`,
      {
        indent: 2,
        hang: 2,
      },
    );
  page.blank();
  const { improvements, moves } = now.reaches;
  page.line(
    `${
      isNone(improvements)
        ? 'No improvement leads anywhere from here;'
        : `Moves that each improve matters for the one who makes them lead to ${largeCounted(improvements, 'other state')};`
    } moves of any kind lead to ${isNone(moves) ? 'none' : largeCounted(moves, 'state')}.`,
    { indent: 2 },
  );
}

/** "stays: it has no move here." */
export function largeStanding(style: Style, words: Words, now: LargeStatusQuo, id: string): string {
  switch (now.kinds[id]) {
    case 'no move':
      return `${style.good('stays')}: it has no move here.`;
    case 'no better move':
      return `${style.good('stays')}: none of its moves would make matters better for it.`;
    case 'deterred':
      return `${style.warning('is held back')}: ${betterMove(words, now, id)}, but others could answer and leave it no better off (${now.stability[id].join(', ')}).`;
    case 'unstable':
      return `${style.bad('has a reason to move')}: ${betterMove(words, now, id)}, and under the concepts looked at nothing deters it.`;
    case 'not decided':
      return `${style.warning('may have a reason to move')}: ${betterMove(words, now, id)}; whether the others’ answers deter it was not decided within the limits.`;
  }
}

function betterMove(words: Words, { improvements }: LargeStatusQuo, id: string): string {
  const { count, best } = improvements[id];
  if (best.length === 0) return 'no better move was found';
  const [{ takes, drops, slow }] = best;
  const deed = `${words.deed(takes, drops)}${slow.length > 0 ? ' (slow)' : ''}`;
  return count.count === '1' && count.exact
    ? `its one better move ${deed}`
    : `of ${amount(count)} better moves, the best ${deed}`;
}

function outcomesSection(page: Page, words: Words, result: LargeAnalysisResult): void {
  page.heading('Which outcomes would hold because nobody has a better move');
  const { all, byImprovements, byMoves } = result.nash;
  if (isNone(all)) {
    page.line('None: in every state some decision maker has a better move.', { indent: 2 });
    return;
  }
  if (all.count === '0') {
    page.line('None was found, but not everything was looked at.', { indent: 2 });
    return;
  }
  page.line(
    `${capitalised(largeCounted(all, 'outcome'))}. From today, improvements alone lead to ${isNone(byImprovements) ? 'none' : amount(byImprovements)} of them, moves of any kind to ${isNone(byMoves) ? 'none' : amount(byMoves)}.`,
    { indent: 2 },
  );
  commonLines(page, words, result);
  const [first] = result.equilibria;
  result.equilibria.slice(0, MOST_SHOWN).forEach((outcome, k) => {
    page.blank();
    const added = outcome.taken.filter((id) => !first.taken.includes(id));
    const dropped = first.taken.filter((id) => !outcome.taken.includes(id));
    if (k > 0 && added.length + dropped.length <= FEW_DIFFERENCES)
      variantLine(page, words, outcome, k + 1, { added, dropped });
    else outcomeLines(page, words, outcome, k + 1);
  });
  if (result.equilibria.length > MOST_SHOWN) {
    page.blank();
    page.line(
      page.style.quiet(
        `${counted(result.equilibria.length - MOST_SHOWN, 'more outcome')} with --json; --limit asks for as many as one likes.`,
      ),
      { indent: 2 },
    );
  }
}

/** What does not depend on which of the outcomes it is. */
function commonLines(page: Page, words: Words, { common, options }: LargeAnalysisResult): void {
  if (common === null || common.taken.length + common.notTaken.length === options.length) return;
  const { taken, notTaken } = common;
  page.blank();
  page.line(
    `${common.of === 'all' ? 'All of them' : 'All that improvements lead to'} agree on ${figure(taken.length + notTaken.length)} of the ${counted(options.length, 'option')}.`,
    { indent: 2 },
  );
  if (taken.length > 0)
    page.line(`Taken in each: ${words.taken(taken).join('; ')}.`, { indent: 4, hang: 2 });
  if (notTaken.length > 0)
    page.line(`Taken in none: ${words.added(notTaken, []).join('; ')}.`, { indent: 4, hang: 2 });
}

/** "2. As 1, with …; without …". */
function variantLine(
  page: Page,
  words: Words,
  { taken, path }: LargeEquilibrium,
  number: number,
  { added, dropped }: { readonly added: readonly string[]; readonly dropped: readonly string[] },
): void {
  const parts = [
    added.length > 0 ? `with ${words.added(added, taken).join('; ')}` : '',
    dropped.length > 0
      ? `without ${words.dropped(dropped, [...taken, ...dropped]).join('; ')}`
      : '',
  ].filter(Boolean);
  const mark = `${number}.`.padEnd(4);
  page.line(`${mark}As 1, ${parts.join(', ')}. ${wayInShort(path)}`, {
    indent: 2,
    hang: mark.length,
  });
}

function wayInShort(path: LargeEquilibrium['path']): string {
  if (path === null) return 'No way there from today is known.';
  return path.by === 'improvements'
    ? `Improvements lead there within ${counted(path.steps.length, 'step')}.`
    : 'It is reached only if somebody makes a move that is not better for it.';
}

function outcomeLines(page: Page, words: Words, outcome: LargeEquilibrium, number: number): void {
  const { name, taken, against, reachable, path } = outcome;
  const changes = name.added.length + name.dropped.length;
  const title =
    changes === 0
      ? 'Things stay as they are'
      : (name.label ?? `As today, with ${counted(changes, 'change')}`);
  const mark = `${number}.`.padEnd(4);
  const indent = 2 + mark.length;
  page.line(`${mark}${page.style.strong(title)}`, { indent: 2, hang: mark.length });
  if (changes > 0) {
    page.line(words.against(name, taken), {
      indent,
      margin: references(words.evidence([...name.added, ...name.dropped])),
    });
    const those = (side: 'better' | 'worse' | 'same'): string[] =>
      Object.keys(against).filter((id) => against[id] === side);
    const parts = [
      those('better').length > 0
        ? `${page.style.good('better')} than today for ${words.actors(those('better'))}`
        : '',
      those('worse').length > 0
        ? `${page.style.bad('worse')} than today for ${words.actors(those('worse'))}`
        : '',
      those('same').length > 0 ? `the same for ${words.actors(those('same'))}` : '',
    ].filter(Boolean);
    page.line(`For the parties: ${parts.join('; ')}.`, { indent });
  }
  if (path === null)
    page.line(
      reachable.moves === false
        ? 'No moves lead there from today.'
        : 'Whether moves lead there from today is not known.',
      { indent },
    );
  else if (path.steps.length > 0) {
    page.line(`${largeWay(path)}:`, { indent });
    pathLines(page, words, path.steps, indent + 2);
  }
}

export function largeWay({ by, steps, shortest }: NonNullable<LargeEquilibrium['path']>): string {
  const length = counted(steps.length, 'step');
  return `${shortest ? 'The shortest way there' : 'A way there, there may be shorter ones'}: ${length}, ${
    by === 'improvements'
      ? 'each an improvement for the one who moves'
      : 'not all of them improvements for the one who moves'
  }`;
}

function scenariosSection(page: Page, words: Words, result: LargeAnalysisResult): void {
  if (result.scenarios.length === 0) return;
  page.heading('The named scenarios');
  for (const scenario of result.scenarios) {
    page.line(`${page.style.strong(scenario.label)} ${page.style.quiet(`(${scenario.id})`)}`, {
      indent: 2,
      margin: references(scenario.evidence),
    });
    page.line(`${largeHolding(page.style, scenario)} ${largeReaching(scenario)}`.trim(), {
      indent: 4,
    });
    for (const { kind, actor, holds } of scenario.extremes)
      page.line(
        holds === null
          ? `Whether it is the ${kind} that can happen to ${words.actor(actor)} was not decided.`
          : holds
            ? `It is the ${kind} that can happen to ${words.actor(actor)}: ${page.style.good('so it is in the model')}.`
            : `It is said to be the ${kind} that can happen to ${words.actor(actor)}: ${page.style.bad('not so by the preferences in the model')}.`,
        { indent: 4 },
      );
  }
}

/** Whether an outcome lies in it. */
export function largeHolding(
  style: Style,
  { states: size, nash, holdsNow }: LargeScenario,
): string {
  const now = holdsNow ? 'Holds today. ' : '';
  if (size === '0') return style.bad('No state of the model satisfies it.');
  if (isNone(nash))
    return `${now}${style.bad('In each')} of its ${size === null ? '' : `${large(size)} `}states somebody has a better move; answers of others may or may not deter it.`;
  if (nash.count === '0') return `${now}Whether it would hold is not known.`;
  return `${now}${style.good('Would hold')}: ${largeCounted(nash, 'outcome')} ${nash.count === '1' ? 'lies' : 'lie'} in it.`;
}

/** Whether a way leads to such an outcome, or into the scenario. */
export function largeReaching({
  states: size,
  holdsNow,
  nash,
  nashReachable,
  reachable,
  path,
}: LargeScenario): string {
  if (size === '0') return '';
  const steps =
    path === null || path.steps.length === 0 ? '' : ` within ${counted(path.steps.length, 'step')}`;
  if (nash.count !== '0') {
    if (nashReachable.improvements) return `Improvements lead to such an outcome${steps}.`;
    if (nashReachable.moves)
      return `Such an outcome is reached only if somebody makes a move that is not better for it${steps}.`;
    if (nashReachable.moves === false) return 'No moves lead to such an outcome from today.';
  }
  if (holdsNow) return '';
  if (reachable.improvements)
    return `Improvements lead into it from today${steps}${isNone(nash) ? ', but not to stay' : ''}.`;
  if (reachable.moves)
    return reachable.improvements === false
      ? `It is entered only if somebody makes a move that is not better for it${steps}.`
      : `Moves lead into it from today${steps}.`;
  return reachable.moves === false
    ? 'No moves lead there from today.'
    : 'Whether moves lead there from today is not known.';
}

export function isNone({ count, exact }: LargeCount): boolean {
  return count === '0' && exact;
}

/** "at least 50,000 states". */
export function largeCounted({ count, exact }: LargeCount, singular: string): string {
  return `${amount({ count, exact })} ${count === '1' ? singular : `${singular}s`}`;
}

export function amount({ count, exact }: LargeCount): string {
  return exact ? large(count) : `at least ${large(count)}`;
}

/** A number of any length: with separators, or so many that only its size matters. */
function large(count: string): string {
  return count.length <= 21
    ? figure(BigInt(count))
    : `about ${count[0]}.${count[1]} × 10^${count.length - 1}`;
}
