import {
  cited,
  heading,
  item,
  lead,
  list,
  paragraph,
  quiet,
  type Block,
  type Content,
  type ListItem,
} from '@standoff/document';
import { holdOf, HOLDS, type Hold } from '@standoff/engine';
import type { StateName } from '@standoff/situation';
import type { AnalysisResult, EquilibriumResult } from './answer.js';
import type { ExplanationResult } from '../explain/answer.js';
import type { OptionId } from '@standoff/model';
import { capitalised, counted, figure, listed } from '../told/english.js';
import { gains } from '../told/inlines.js';
import { reasonItem } from '../explain/tell-explanation.js';
import { stepList } from '../told/steps.js';
import type { Words } from '../told/words.js';

/** More outcomes than these are not told one by one, but only so many of them. */
const MOST_SHOWN = 12;
const SHOWN_OF_MANY = 8;
const MOST_IN_TITLE = 3;

/** The numbers under which outcomes are told, by the decimal of the state. */
export type OutcomeNumbers = ReadonlyMap<StateName['decimal'], number>;

/** Why those stay in an outcome who could do better, by the decimal of the state. */
type Deterrents = ReadonlyMap<StateName['decimal'], readonly ExplanationResult[]>;

/** The outcomes that would hold, the firmest first, each with the way there from today. */
export function tellOutcomes(
  words: Words,
  result: AnalysisResult,
  deterrents: Deterrents = new Map(),
): Block[] {
  if (result.equilibria.length === 0)
    return [
      lead(
        `None: in each of the ${counted(result.space.feasible, 'state')} some decision maker has a reason to move that nothing deters.`,
      ),
    ];
  const shown = mostTelling(result);
  const numbers = outcomeNumbers(result);
  const total = sum(result.tally);
  return [
    lead(`${howManyHold(result)} ${reachSummary(result)}`),
    ...HOLDS.flatMap((hold) => {
      const all = holding(result, hold);
      if (all === 0) return [];
      const told = shown.filter(({ concepts }) => holdOf(concepts) === hold);
      const hidden = all - told.length;
      return [
        heading(hold.title, quiet(` (${hold.concepts.join(', ')}): ${counted(all, 'outcome')}`)),
        paragraph(hold.meaning),
        ...list(
          told.map((outcome) =>
            tellOutcome(words, result, outcome, numbers.get(outcome.name.decimal)!, deterrents),
          ),
        ),
        ...(hidden > 0
          ? [
              paragraph(
                quiet(
                  all > hidden ? `And ${figure(hidden)} more.` : `${figure(hidden)} of this kind.`,
                ),
              ),
            ]
          : []),
      ];
    }),
    ...(shown.length < total
      ? [paragraph(`All ${figure(total)}: “standoff states --equilibria”.`)]
      : []),
  ];
}

/** The numbers under which outcomes are told. */
export function outcomeNumbers(result: AnalysisResult): OutcomeNumbers {
  return new Map(mostTelling(result).map(({ name }, k) => [name.decimal, k + 1]));
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
export function mostTelling({
  equilibria,
}: Pick<AnalysisResult, 'equilibria'>): EquilibriumResult[] {
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

function tellOutcome(
  words: Words,
  result: AnalysisResult,
  outcome: EquilibriumResult,
  number: number,
  deterrents: Deterrents,
): ListItem {
  const { name, taken, concepts, against } = outcome;
  const now = isNow(outcome);
  const further = result.scenarios.filter(
    ({ id, label }) => outcome.scenarios.includes(id) && label !== name.label,
  );
  const held = outcomeDeterred(words, outcome);
  const head: Content = [
    `${number}. `,
    {
      inline: 'state',
      decimal: String(name.decimal),
      text: now
        ? `Things stay as they are${name.label === null ? '' : ` (${name.label})`}`
        : (name.label ?? outcomeTitle(words, outcome)),
      verdict: null,
    },
    quiet(` ${concepts.join(' ')}`),
  ];
  return item(head, [
    ...(now
      ? []
      : [
          paragraph(
            `${words.against(name, taken)} `,
            ...cited(words.evidence([...name.added, ...name.dropped])),
          ),
          paragraph(...gains(words, against)),
        ]),
    ...(held === '' ? [] : [paragraph(held)]),
    ...list((deterrents.get(name.decimal) ?? []).map((reason) => reasonItem(words, reason))),
    ...(further.length > 0
      ? [paragraph(`Also: ${further.map(({ label }) => `“${label}”`).join(', ')}.`)]
      : []),
    ...tellWay(words, result, outcome),
  ]);
}

/** An outcome without a label is called by what is different in it. */
function outcomeTitle(words: Words, { name: { added, dropped } }: EquilibriumResult): string {
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

function outcomeDeterred(words: Words, { kinds }: EquilibriumResult): string {
  const held = Object.keys(kinds).filter((id) => kinds[id] === 'deterred');
  return held.length === 0
    ? ''
    : `${words.actors(held)} could do better at once and ${held.length === 1 ? 'is' : 'are'} held back by what the others may answer.`;
}

function tellWay(words: Words, result: AnalysisResult, { path }: EquilibriumResult): Block[] {
  if (path === null) return [paragraph('No moves lead there from today.')];
  if (path.steps.length === 0) return [];
  return [
    paragraph(
      `${wayWords(path.by, path.steps.length)}${startingFrom(words, result, path.steps[0].from)}:`,
    ),
    ...stepList(words, path.steps),
  ];
}

function wayWords(by: 'improvements' | 'moves', steps: number): string {
  if (by === 'improvements')
    return `The way there, ${steps === 1 ? '' : 'each step '}an improvement for the one who moves`;
  return steps === 1
    ? 'The way there is one step, which is no improvement for the one who moves'
    : `The way there takes ${counted(steps, 'step')}, not all of them improvements for the one who moves`;
}

/** Where the status quo is not known for certain, a path may begin in another state than the one told. */
function startingFrom(
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
