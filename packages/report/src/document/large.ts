import type { LargeEquilibrium, LargeScenario, LargeStatusQuo } from '@standoff/analysis';
import { capitalised, counted } from '../english.js';
import {
  amount,
  combinations,
  isNone,
  largeCounted,
  largeHolding,
  largeReaching,
  largeStanding,
  largeWay,
} from '../large-text.js';
import {
  type Block,
  type Section,
  cited,
  code,
  heading,
  item,
  lead,
  list,
  paragraph,
  strong,
  styleOf,
} from '@standoff/document';
import type { Words } from '../words.js';
import type { LargeFindings } from './findings.js';
import { partiesSection } from './parties.js';
import { gains } from '../inlines.js';
import { stepList } from '../steps.js';

/** Outcomes told one by one. */
const TOLD = 6;
const PLAIN = styleOf(false);

/** What can be said where the states are too many to be listed, and first what cannot. */
export function largeSections(words: Words, { analysis }: LargeFindings): Section[] {
  const { why, method, space, notAnswered, scenarios } = analysis;
  return [
    {
      id: 'brief',
      title: 'What this report can say',
      blocks: [
        paragraph(
          'This report says what follows from a model of the situation, and from nothing else. It is what the model says, not a forecast.',
        ),
        paragraph(
          `The model is large: its states are not looked at one by one (${why}). ${
            method === 'sets'
              ? 'The answers are worked out for all states at once instead, and exact unless they say otherwise.'
              : 'They are too irregular to be worked out all at once in the memory allowed either, so some answers come from exploring around today’s state. “At least” says where that was cut short.'
          }${combinations(space)}`,
        ),
        paragraph('Left out:'),
        ...list(notAnswered.map(({ question, why: reason }) => item([`${question}: ${reason}.`]))),
      ],
    },
    partiesSection(words, analysis),
    {
      id: 'standing',
      title: 'Where things stand',
      blocks: [analysis.statusQuo, ...(analysis.statusQuoAlternatives ?? []).slice(1)].flatMap(
        (now, k) => [
          ...(k > 0 ? [heading('Or else')] : []),
          ...standingBlocks(words, analysis, now),
        ],
      ),
    },
    { id: 'outcomes', title: 'What would hold', blocks: outcomesBlocks(words, analysis) },
    ...(scenarios.length === 0
      ? []
      : [
          {
            id: 'scenarios',
            title: 'What becomes of the scenarios',
            blocks: scenarios.flatMap((scenario) => scenarioBlocks(words, scenario)),
          },
        ]),
  ];
}

function standingBlocks(
  words: Words,
  { actors, scenarios }: LargeFindings['analysis'],
  now: LargeStatusQuo,
): Block[] {
  const phrases = words.taken(now.taken);
  const within = scenarios.filter(({ id }) => now.scenarios.includes(id));
  const { improvements, moves } = now.reaches;
  return [
    paragraph(
      `${phrases.length === 0 ? 'No option is taken.' : `Taken today: ${phrases.join('; ')}. Nothing else is.`} ${within.length > 0 ? `This is ${within.map(({ label }) => `“${label}”`).join(', also ')}. ` : ''}`,
      ...cited(words.evidence(now.taken)),
    ),
    ...list(
      actors
        .filter(({ kind }) => kind === 'decision maker')
        .map(({ id }) =>
          item([strong(words.actor(id)), ` ${largeStanding(PLAIN, words, now, id)}`]),
        ),
    ),
    paragraph(
      `${isNone(improvements) ? 'No improvement leads anywhere from here;' : `Moves that each improve matters for the one who makes them lead to ${largeCounted(improvements, 'other state')};`} moves of any kind lead to ${isNone(moves) ? 'none' : largeCounted(moves, 'state')}.`,
    ),
  ];
}

function outcomesBlocks(words: Words, { nash, equilibria }: LargeFindings['analysis']): Block[] {
  const { all, byImprovements, byMoves } = nash;
  if (isNone(all)) return [lead('None: in every state some decision maker has a better move.')];
  return [
    lead(
      `${capitalised(largeCounted(all, 'outcome'))} in which nobody has a better move (Nash). From today, improvements alone lead to ${isNone(byImprovements) ? 'none' : amount(byImprovements)} of them, moves of any kind to ${isNone(byMoves) ? 'none' : amount(byMoves)}.`,
    ),
    ...equilibria.slice(0, TOLD).flatMap((outcome, k) => outcomeBlocks(words, outcome, k + 1)),
  ];
}

function outcomeBlocks(
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

function scenarioBlocks(words: Words, scenario: LargeScenario): Block[] {
  const { id, label, evidence, extremes } = scenario;
  return [
    heading(label),
    paragraph(
      `${largeHolding(PLAIN, scenario)} ${largeReaching(scenario)} `.trimStart(),
      code(id),
      ' ',
      ...cited(evidence),
    ),
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
