import {
  cited,
  element,
  heading,
  item,
  lead,
  list,
  note,
  Page,
  paragraph,
  printBlocks,
  quiet,
  type Block,
  type Section,
  type TextOptions,
} from '@standoff/document';
import type {
  LargeAnalysisResult,
  LargeEquilibrium,
  LargeScenario,
  LargeStatusQuo,
} from './answer.js';
import { CARRIED, tellCarried } from '../analyse/tell-carried.js';
import { tellCast } from '../analyse/tell-cast.js';
import { capitalised, counted, figure } from '../told/english.js';
import { actorInline, gains } from '../told/inlines.js';
import {
  amount,
  combinations,
  isNone,
  largeCounted,
  largeHolding,
  largeReaching,
  largeStanding,
  largeWay,
} from './words.js';
import { stepList } from '../told/steps.js';
import { titleLine } from '../told/telling.js';
import { tellEachToday, tellTakenToday } from '../told/today.js';
import { Words } from '../told/words.js';

/** More outcomes than these are not told one by one. */
const TOLD = 6;
/** An outcome that differs from the first in no more options than these is told by its differences. */
const FEW_DIFFERENCES = 8;

/** What a terminal is told of a situation whose states are too many to be listed. */
export function largeText(result: LargeAnalysisResult, options: TextOptions = {}): string {
  const page = new Page(options);
  titleLine(page, result.situation);
  for (const { title, blocks } of tellLarge(new Words(result), result)) {
    page.heading(title);
    printBlocks(page, blocks, 2);
  }
  if (result.carried.length > 0) {
    page.heading(CARRIED);
    printBlocks(page, tellCarried(result.carried), 2);
  }
  return page.toString();
}

/** What can be said where the states are too many to be listed, and first what cannot. */
export function tellLarge(words: Words, result: LargeAnalysisResult): Section[] {
  const { scenarios } = result;
  return [
    { id: 'limits', title: 'What can be said of so large a model', blocks: tellLimits(result) },
    { id: 'parties', title: 'Who can do what', blocks: tellCast(words, result) },
    {
      id: 'standing',
      title: 'Where things stand',
      blocks: tellEachToday(words, result, (now) => tellState(words, result, now)),
    },
    { id: 'outcomes', title: 'What would hold', blocks: tellOutcomes(words, result) },
    ...(scenarios.length === 0
      ? []
      : [
          {
            id: 'scenarios',
            title: 'What becomes of the scenarios',
            blocks: scenarios.flatMap((scenario) => tellScenario(words, scenario)),
          },
        ]),
  ];
}

function tellLimits({ why, method, space, notAnswered }: LargeAnalysisResult): Block[] {
  return [
    paragraph(
      `Its states are not looked at one by one: ${why}. ${
        method === 'sets'
          ? 'The answers are worked out for all states at once instead, and exact unless they say otherwise.'
          : 'They are too irregular to be worked out all at once in the memory allowed either, so some answers come from exploring around today’s state. “At least” says where that was cut short.'
      }${combinations(space)}`,
    ),
    paragraph(
      'Answered: where things stand; the outcomes in which nobody has a better move, and which of them can be reached from today; the same for the named scenarios. Not answered:',
    ),
    ...list(notAnswered.map(({ question, why: reason }) => item([`${question}: ${reason}.`]))),
    note(
      'All of this follows from the model, its options, constraints and preferences, and from nothing else. It does not predict. An outcome here is a state in which no decision maker has a better move (a Nash equilibrium). An improvement is a move that is better for the one who makes it. A slow step leaves the others time to react before it is done.',
    ),
  ];
}

function tellState(
  words: Words,
  { actors, scenarios }: LargeAnalysisResult,
  now: LargeStatusQuo,
): Block[] {
  const { improvements, moves } = now.reaches;
  return [
    tellTakenToday(words, scenarios, now),
    ...list(
      actors
        .filter(({ kind }) => kind === 'decision maker')
        .map(({ id }) => item([actorInline(words, id), ' ', ...largeStanding(words, now, id)])),
    ),
    paragraph(
      `${isNone(improvements) ? 'No improvement leads anywhere from here;' : `Moves that each improve matters for the one who makes them lead to ${largeCounted(improvements, 'other state')};`} moves of any kind lead to ${isNone(moves) ? 'none' : largeCounted(moves, 'state')}.`,
    ),
  ];
}

function tellOutcomes(words: Words, result: LargeAnalysisResult): Block[] {
  const { equilibria, nash } = result;
  const { all, byImprovements, byMoves } = nash;
  if (isNone(all)) return [lead('None: in every state some decision maker has a better move.')];
  if (all.count === '0') return [lead('None was found, but not everything was looked at.')];
  const [first] = equilibria;
  return [
    lead(
      `${capitalised(largeCounted(all, 'outcome'))} in which nobody has a better move (Nash). From today, improvements alone lead to ${isNone(byImprovements) ? 'none' : amount(byImprovements)} of them, moves of any kind to ${isNone(byMoves) ? 'none' : amount(byMoves)}.`,
    ),
    ...tellCommon(words, result),
    ...equilibria.slice(0, TOLD).flatMap((outcome, k) => {
      const added = outcome.taken.filter((id) => !first.taken.includes(id));
      const dropped = first.taken.filter((id) => !outcome.taken.includes(id));
      return k > 0 && added.length + dropped.length <= FEW_DIFFERENCES
        ? tellVariant(words, outcome, k + 1, { added, dropped })
        : tellOutcome(words, outcome, k + 1);
    }),
    ...(equilibria.length > TOLD
      ? [
          paragraph(
            `${counted(equilibria.length - TOLD, 'more outcome')} with --json; --limit asks for as many as one likes.`,
          ),
        ]
      : []),
  ];
}

/** What does not depend on which of the outcomes it is. */
function tellCommon(words: Words, { common, options }: LargeAnalysisResult): Block[] {
  if (common === null || common.taken.length + common.notTaken.length === options.length) return [];
  const { taken, notTaken } = common;
  return [
    paragraph(
      `${common.of === 'all' ? 'All of them' : 'All that improvements lead to'} agree on ${figure(taken.length + notTaken.length)} of the ${counted(options.length, 'option')}.`,
    ),
    ...list([
      ...(taken.length > 0 ? [item([`Taken in each: ${words.taken(taken).join('; ')}.`])] : []),
      ...(notTaken.length > 0
        ? [item([`Taken in none: ${words.added(notTaken, []).join('; ')}.`])]
        : []),
    ]),
  ];
}

/** "2. As 1, with …; without …". */
function tellVariant(
  words: Words,
  { taken, path }: LargeEquilibrium,
  number: number,
  { added, dropped }: { readonly added: readonly string[]; readonly dropped: readonly string[] },
): Block[] {
  const parts = [
    added.length > 0 ? `with ${words.added(added, taken).join('; ')}` : '',
    dropped.length > 0
      ? `without ${words.dropped(dropped, [...taken, ...dropped]).join('; ')}`
      : '',
  ].filter(Boolean);
  return [heading(`${number}. As 1, ${parts.join(', ')}`), paragraph(wayInShort(path))];
}

function wayInShort(path: LargeEquilibrium['path']): string {
  if (path === null) return 'No way there from today is known.';
  return path.by === 'improvements'
    ? `Improvements lead there within ${counted(path.steps.length, 'step')}.`
    : 'It is reached only if somebody makes a move that is not better for it.';
}

function tellOutcome(
  words: Words,
  { name, taken, against, reachable, path }: LargeEquilibrium,
  number: number,
): Block[] {
  const changes = name.added.length + name.dropped.length;
  return [
    heading(
      `${number}. ${changes === 0 ? 'Things stay as they are' : (name.label ?? `As today, with ${counted(changes, 'change')}`)}`,
    ),
    ...(changes === 0
      ? []
      : [
          paragraph(
            `${words.against(name, taken)} `,
            ...cited(words.evidence([...name.added, ...name.dropped])),
          ),
          paragraph(...gains(words, against)),
        ]),
    ...(path === null
      ? [
          paragraph(
            reachable.moves === false
              ? 'No moves lead there from today.'
              : 'Whether moves lead there from today is not known.',
          ),
        ]
      : path.steps.length === 0
        ? []
        : [paragraph(`${largeWay(path)}:`), ...stepList(words, path.steps)]),
  ];
}

function tellScenario(words: Words, scenario: LargeScenario): Block[] {
  const { id, label, evidence, extremes } = scenario;
  return [
    heading(element(id, label), quiet(` (${id}) `), ...cited(evidence)),
    paragraph(...largeHolding(scenario), ` ${largeReaching(scenario)}`),
    ...list(
      extremes.map(({ kind, actor, holds }) =>
        item([
          holds === null
            ? `Whether it is the ${kind} that can happen to ${words.actor(actor)} was not decided.`
            : holds
              ? `The ${kind} that can happen to ${words.actor(actor)}, as the author says.`
              : `Said to be the ${kind} that can happen to ${words.actor(actor)}; by the preferences in the model it is not.`,
        ]),
      ),
    ),
  ];
}
