import {
  holdOf,
  HOLDS,
  type AnalysisResult,
  type EquilibriumResult,
  type Hold,
} from '@standoff/analysis';
import type { OptionId } from '@standoff/model';
import { capitalised, counted, figure, listed } from '../english.js';
import { type Page, references } from '@standoff/document';
import type { Words } from '../words.js';
import { pathLines } from './path.js';

/** More outcomes than these are not told one by one, but only so many of them. */
const MOST_SHOWN = 12;
const SHOWN_OF_MANY = 8;
const MOST_IN_TITLE = 3;

/** The numbers under which outcomes are told, by the decimal of the state. */
export type OutcomeNumbers = ReadonlyMap<number, number>;

/** The outcomes that would hold, the firmest first, each with the way there from today. */
export function outcomesSection(
  page: Page,
  words: Words,
  result: AnalysisResult,
  caseName: string,
): OutcomeNumbers {
  page.heading('Which outcomes would hold');
  const { equilibria } = result;
  const numbers = new Map<number, number>();
  if (equilibria.length === 0) {
    page.line(
      `None: in each of the ${counted(result.space.feasible, 'state')} some decision maker has a reason to move that nothing deters.`,
      { indent: 2 },
    );
    return numbers;
  }
  page.line(`${howManyHold(result)} ${reachSummary(result)}`, { indent: 2 });
  const shown = mostTelling(equilibria);
  for (const hold of HOLDS) {
    const all = holding(result, hold);
    if (all === 0) continue;
    groupTitle(page, hold, all);
    const told = shown.filter(({ concepts }) => holdOf(concepts) === hold);
    for (const outcome of told) {
      numbers.set(outcome.name.decimal, numbers.size + 1);
      outcomeLines(page, words, result, outcome, numbers.size);
    }
    const hidden = all - told.length;
    if (hidden > 0)
      page.line(
        page.style.quiet(
          `${all > hidden ? 'and ' : ''}${figure(hidden)}${all > hidden ? ' more' : ` of this kind, not shown`}`,
        ),
        { indent: 4 },
      );
  }
  const total = sum(result.tally);
  if (shown.length < total) {
    page.blank();
    page.line(
      `All ${figure(total)}: ${page.style.strong(`standoff states ${caseName} --equilibria`)}`,
      { indent: 2 },
    );
  }
  return numbers;
}

/** "Of 40 states, 3 would hold because …, 9 only if …": the firm ones first. */
function howManyHold(result: AnalysisResult): string {
  const parts = HOLDS.flatMap((hold) => {
    const count = holding(result, hold);
    return count === 0 ? [] : [{ count, hold }];
  }).map(({ count, hold }, k) => `${figure(count)} ${k === 0 ? 'would hold ' : ''}${hold.clause}`);
  return `Of ${counted(result.space.feasible, 'state')}, ${listed(parts)}.`;
}

/** How many outcomes hold in this way. */
function holding({ tally }: AnalysisResult, hold: Hold): number {
  return sum(tally.filter(({ concepts }) => holdOf(concepts) === hold));
}

function sum(tally: AnalysisResult['tally']): number {
  return tally.reduce((total, { count }) => total + count, 0);
}

function isNow({ name }: EquilibriumResult): boolean {
  return name.added.length + name.dropped.length === 0;
}

/**
 * The firmest first; within a kind, what improvements lead to before the rest. Of many, those that
 * go by different labels before those that differ in detail.
 */
function mostTelling(equilibria: readonly EquilibriumResult[]): EquilibriumResult[] {
  const distance = (e: EquilibriumResult): number => e.path?.steps.length ?? Infinity;
  const reach = (e: EquilibriumResult): number =>
    e.reachable.improvements ? 0 : e.reachable.moves ? 1 : 2;
  const hold = (e: EquilibriumResult): number => HOLDS.indexOf(holdOf(e.concepts)!);
  const order = (a: EquilibriumResult, b: EquilibriumResult): number =>
    hold(a) - hold(b) ||
    reach(a) - reach(b) ||
    b.concepts.length - a.concepts.length ||
    distance(a) - distance(b);
  const ordered = [...equilibria].sort(order);
  if (equilibria.length <= MOST_SHOWN) return ordered;
  const told = new Set<string>();
  const firstOfLabel: EquilibriumResult[] = [];
  const rest: EquilibriumResult[] = [];
  for (const e of ordered) {
    const title = `${hold(e)} ${isNow(e) ? 'now' : (e.name.label ?? e.name.column)}`;
    (told.has(title) ? rest : firstOfLabel).push(e);
    told.add(title);
  }
  return [...firstOfLabel, ...rest].slice(0, SHOWN_OF_MANY).sort(order);
}

/** Which of them today's course leads to; of the firm ones only, where there are others too. */
function reachSummary(result: AnalysisResult): string {
  const { tally } = result;
  const firm = tally.filter(({ concepts }) => holdOf(concepts)!.firm);
  const told = firm.length > 0 ? firm : tally;
  // Today's state counts as reached by improvements.
  const held = result.concepts.filter((concept) =>
    Object.values(result.statusQuo.stability).every((stable) => stable.includes(concept)),
  );
  const today = held.length > 0 && (firm.length === 0 || holdOf(held)!.firm);
  const others = sum(told) - (today ? 1 : 0);
  if (others === 0) return 'Today’s state is the one.';
  const improving = sum(told.filter((t) => t.reachable.improvements)) - (today ? 1 : 0);
  const moving = sum(told.filter((t) => !t.reachable.improvements && t.reachable.moves));
  const never = others - improving - moving;
  const aside = HOLDS.filter(
    (hold) => !hold.firm && tally.some(({ concepts }) => holdOf(concepts) === hold),
  ).length;
  const which =
    told.length < tally.length
      ? `Leaving the last ${aside === 1 ? 'kind' : `${figure(aside)} kinds`} aside, `
      : today
        ? 'Of the others, '
        : '';
  const parts = [
    `${improving > 0 ? figure(improving) : 'none'} can be reached from today by improvements alone, moves that are better for the one who makes them`,
    ...(moving > 0
      ? [`${figure(moving)} only if somebody makes a move that is not better for it`]
      : []),
    ...(never > 0 ? [`${figure(never)} not at all`] : []),
  ].join('; ');
  return `${today ? 'Today’s state is one of them. ' : ''}${capitalised(which + parts)}.`;
}

function groupTitle(page: Page, hold: Hold, count: number): void {
  page.blank();
  page.line(
    `${page.style.strong(hold.title)} ${page.style.quiet(`(${hold.concepts.join(', ')}): ${counted(count, 'outcome')}`)}`,
    { indent: 2 },
  );
  page.line(hold.meaning, { indent: 2 });
}

function outcomeLines(
  page: Page,
  words: Words,
  result: AnalysisResult,
  outcome: EquilibriumResult,
  number: number,
): void {
  const { name, taken } = outcome;
  const mark = `${number}.`.padEnd(4);
  const indent = 2 + mark.length;
  const changes = [...name.added, ...name.dropped];
  page.blank();
  page.line(
    `${mark}${page.style.strong(isNow(outcome) ? `Things stay as they are${name.label === null ? '' : ` (${name.label})`}` : (name.label ?? outcomeTitle(words, outcome)))}`,
    { indent: 2, hang: mark.length, margin: `#${name.decimal}  ${outcome.concepts.join(' ')}` },
  );
  if (!isNow(outcome)) {
    page.line(words.against(name, taken), {
      indent,
      margin: references(words.evidence(changes)),
    });
    page.line(gainsAndLosses(page, words, outcome), { indent });
  }
  const held = outcomeDeterred(words, outcome);
  if (held !== '') page.line(held, { indent });
  const further = result.scenarios.filter(
    ({ id, label }) => outcome.scenarios.includes(id) && label !== name.label,
  );
  if (further.length > 0)
    page.line(`Also: ${further.map(({ label }) => `“${label}”`).join(', ')}.`, { indent });
  pathTold(page, words, result, outcome, indent);
}

/** An outcome without a label is called by what is different in it. */
export function outcomeTitle(
  words: Words,
  { name: { added, dropped } }: EquilibriumResult,
): string {
  const changes = added.length + dropped.length;
  if (changes > MOST_IN_TITLE) return `As today, with ${counted(changes, 'change')}`;
  const quoted = (ids: readonly OptionId[]): string =>
    listed(ids.map((id) => `“${words.option(id)}”`));
  const parts = [
    added.length > 0 ? `with ${quoted(added)}` : '',
    dropped.length > 0 ? `without ${quoted(dropped)}` : '',
  ];
  return `As today, ${parts.filter(Boolean).join(', ')}`;
}

function gainsAndLosses(page: Page, words: Words, { against }: EquilibriumResult): string {
  const those = (side: 'better' | 'worse' | 'same'): string[] =>
    Object.keys(against).filter((id) => against[id] === side);
  const parts = [
    those('better').length > 0
      ? `${page.style.good('better')} than today for ${words.actors(those('better'))}`
      : '',
    those('worse').length > 0
      ? `${page.style.bad('worse')} ${those('better').length > 0 ? '' : 'than today '}for ${words.actors(those('worse'))}`
      : '',
    those('same').length > 0 ? `the same for ${words.actors(those('same'))}` : '',
  ].filter(Boolean);
  return `For the parties: ${parts.join('; ')}.`;
}

export function outcomeDeterred(words: Words, { kinds }: EquilibriumResult): string {
  const held = Object.keys(kinds).filter((id) => kinds[id] === 'deterred');
  return held.length === 0
    ? ''
    : `${words.actors(held)} could do better at once and ${held.length === 1 ? 'is' : 'are'} held back by what the others may answer.`;
}

function pathTold(
  page: Page,
  words: Words,
  result: AnalysisResult,
  { path }: EquilibriumResult,
  indent: number,
): void {
  if (path === null) {
    page.line('No moves lead there from today.', { indent });
    return;
  }
  const { by, steps } = path;
  if (steps.length === 0) return;
  page.line(`${wayWords(by, steps.length)}${startingFrom(words, result, steps[0].from)}:`, {
    indent,
  });
  pathLines(page, words, steps, indent + 2);
}

export function wayWords(by: 'improvements' | 'moves', steps: number): string {
  if (by === 'improvements')
    return `The way there, ${steps === 1 ? '' : 'each step '}an improvement for the one who moves`;
  return steps === 1
    ? 'The way there is one step, which is no improvement for the one who moves'
    : `The way there takes ${counted(steps, 'step')}, not all of them improvements for the one who moves`;
}

/** Where the status quo is not known for certain, a path may begin in another state than the one told. */
export function startingFrom(
  words: Words,
  { statusQuo, statusQuoAlternatives = [] }: AnalysisResult,
  start: EquilibriumResult['taken'],
): string {
  const same = (taken: EquilibriumResult['taken']): boolean => taken.join() === start.join();
  const other = statusQuoAlternatives.find(({ taken }) => same(taken));
  return same(statusQuo.taken) || other === undefined
    ? ''
    : ` (if things stand otherwise today: ${words.added(other.name.added, other.taken).join('; ')})`;
}
