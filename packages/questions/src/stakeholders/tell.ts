import {
  cited,
  column,
  element,
  heading,
  item,
  list,
  note,
  paragraph,
  quiet,
  verdict,
  type Block,
  type Column,
  type Content,
  type Inline,
} from '@standoff/document';
import { FIRM_CONCEPTS } from '@standoff/engine';
import type { StakeholdersResult } from './solve.js';
import { alike, severalWords } from '../told/alike.js';
import { counted, figure, listed } from '../told/english.js';
import { actorHead, actorInline, stateCalled } from '../told/inlines.js';
import { tellLeftOpen } from '../told/left-open.js';
import type { Words } from '../told/words.js';

const AGAINST: Readonly<Record<string, Inline>> = {
  better: verdict('yes', 'better'),
  worse: verdict('no', 'worse'),
  same: 'the same',
  mixed: verdict('partly', 'depends'),
  'no state': quiet('no state'),
};

/** What each scenario and each outcome means for those who cannot move. */
export function tellStakeholders(words: Words, result: StakeholdersResult): Block[] {
  const { stakeholders, opposed } = result;
  if (stakeholders.length === 0)
    return [
      paragraph(
        'Nobody in this situation has wishes and no options. An actor without options is a stakeholder: it can prefer one outcome to another, and bear it, but not move.',
      ),
    ];
  return [
    ...list([
      ...stakeholders.map((one) => item(tellStanding(words, one))),
      ...opposed.map(([a, b]) =>
        item([
          `${words.actor(a)} and ${words.actor(b)} never both gain: whatever is better than today for one is not so for the other.`,
        ]),
      ),
    ]),
    ...tellScenarios(words, result),
    ...tellOutcomes(words, result),
    ...tellLeftOpen(result.notKnown),
    note(
      `“Depends”: better in some states of the scenario, not in others. Places are those of the actor’s ranking, 1 the best. What is “perhaps” or in no order counts as written. Outcomes are states that would hold under ${listed(FIRM_CONCEPTS, 'or')}.`,
    ),
  ];
}

/** "1 of 4"; a ranking may have too many places to be counted. */
function placed(place: number, places: number | null): string {
  return places === null ? `${place} of more than can be counted` : `${place} of ${places}`;
}

/** "Workers: today is in place 1 of 4, as good as it gets." */
function tellStanding(
  words: Words,
  { actor, places, today, evidence }: StakeholdersResult['stakeholders'][number],
): Content {
  const what =
    places === 1
      ? ', for it is indifferent'
      : today === 1
        ? ', as good as it gets'
        : today === places
          ? ', as bad as it gets'
          : '';
  return [
    actorInline(words, actor),
    today === null ? ': ' : `: today is in place ${placed(today, places)}${what}. `,
    ...cited(evidence),
  ];
}

function tellScenarios(words: Words, { stakeholders, scenarios }: StakeholdersResult): Block[] {
  if (scenarios.length === 0) return [];
  return [
    heading('The scenarios, against today'),
    {
      block: 'table',
      caption: 'The scenarios, against today',
      columns: columnsOf(words, 'Scenario', stakeholders),
      groups: [
        {
          title: '',
          rows: scenarios.map(({ id, label, against, evidence }): Content[] => [
            [element(id, label), ' ', ...cited(evidence)],
            ...stakeholders.map(({ actor }) => [AGAINST[against[actor]]]),
          ]),
        },
      ],
    },
  ];
}

function tellOutcomes(
  words: Words,
  { stakeholders, outcomes, outcomeCount, notKnown }: StakeholdersResult,
): Block[] {
  const head = heading('What would hold, nearest first, against today');
  if (outcomes.length === 0)
    return [
      head,
      paragraph(
        notKnown
          ? 'In every state somebody has a better move.'
          : `Nothing would hold firmly, that is under ${listed(FIRM_CONCEPTS, 'or')}.`,
      ),
    ];
  return [
    head,
    {
      block: 'table',
      caption: `The nearest ${counted(outcomes.length, 'outcome')} that would hold, against today`,
      columns: columnsOf(words, 'Outcome', stakeholders),
      groups: [
        {
          title: '',
          rows: alike(outcomes, ({ state, concepts, reachable, standing }) =>
            JSON.stringify([words.called(state), concepts, reachable.improvements, standing]),
          ).map(([{ state, concepts, reachable, standing }, ...same]): Content[] => [
            [
              stateCalled(words, state),
              severalWords(1 + same.length),
              quiet(
                ` ${concepts.join(' ')}${reachable.improvements ? '; improvements lead there' : ''}`,
              ),
            ],
            ...stakeholders.map(({ actor, places }): Content => {
              const { against, place } = standing[actor];
              return [
                AGAINST[against],
                quiet(place === null ? '' : ` place ${placed(place, places)}`),
              ];
            }),
          ]),
        },
      ],
    },
    ...(BigInt(outcomeCount) > outcomes.length
      ? [
          paragraph(
            `The nearest ${figure(outcomes.length)} of ${notKnown ? 'at least ' : ''}${counted(outcomeCount, 'outcome')} that would hold under ${listed(FIRM_CONCEPTS, 'or')}.`,
          ),
        ]
      : []),
  ];
}

function columnsOf(
  words: Words,
  first: string,
  stakeholders: StakeholdersResult['stakeholders'],
): Column[] {
  return [
    column(first),
    ...stakeholders.map(({ actor }): Column => ({
      head: [actorHead(words, actor)],
      align: 'start',
    })),
  ];
}
