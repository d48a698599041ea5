import {
  cited,
  column,
  element,
  heading,
  item,
  lead,
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
import type { StakeholdersResult } from './answer.js';
import { alike, severalWords } from '../told/alike.js';
import { pullWords, SHORT, standardNote } from '../told/course-words.js';
import { counted, figure, listed } from '../told/english.js';
import { actorHead, actorInline, stateCalled } from '../told/inlines.js';
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
    lead(finding(words, result)),
    ...list([
      ...stakeholders.map((one) => item(tellStanding(words, one))),
      ...opposed.map(([a, b]) =>
        item([
          `${words.actor(a)} and ${words.actor(b)} never both gain: whatever is better than today for one is not so for the other.`,
        ]),
      ),
    ]),
    ...tellOutcomes(words, result),
    ...tellScenarios(words, result),
    note(
      `“Depends”: better in some states of the scenario, not in others. Places are those of the actor’s ranking, 1 the best. What is “perhaps” or in no order counts as written.`,
    ),
    standardNote(result),
  ];
}

/** Who is better and worse off where the course ends, by the end that pulls most. */
function finding(words: Words, { stakeholders, ends }: StakeholdersResult): string {
  const [first] = ends;
  if (first === undefined) return 'Where the course ends is left open.';
  const those = (side: string): string[] =>
    stakeholders.flatMap(({ actor }) => (first.standing[actor].against === side ? [actor] : []));
  const fares = (['better', 'worse', 'same'] as const).flatMap((side) =>
    those(side).length === 0
      ? []
      : [
          `${side === 'same' ? 'no different from today' : `${side} than today`} for ${words.actors(those(side))}`,
        ],
  );
  const { nearest, round } = first.end;
  const pulls = pullWords(first.end);
  const at = stateCalled(words, nearest).text;
  return `${round === 0 ? `The course ends in ${at}` : 'The course goes round without an end'}${pulls === '' ? '' : ` (${pulls})`}, which is ${listed(fares)}.`;
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
  { stakeholders, ends, outcomes, outcomeCount }: StakeholdersResult,
): Block[] {
  const fares = (standing: StakeholdersResult['ends'][number]['standing']): Content[] =>
    stakeholders.map(({ actor, places }): Content => {
      const { against, place } = standing[actor];
      return [AGAINST[against], quiet(place === null ? '' : ` place ${placed(place, places)}`)];
    });
  const rows = [
    ...ends.map(({ end, standing }): Content[] => [
      [
        stateCalled(words, end.nearest),
        quiet(
          ` ${[pullWords(end), end.round === 0 ? (end.hold === null ? '' : SHORT[end.hold]) : 'it goes round'].filter(Boolean).join('; ')}`,
        ),
      ],
      ...fares(standing),
    ]),
  ];
  const others = alike(outcomes, ({ state, hold, standing }) =>
    JSON.stringify([words.called(state), hold, standing]),
  ).map(([{ state, hold, standing }, ...same]): Content[] => [
    [
      stateCalled(words, state),
      severalWords(1 + same.length),
      quiet(hold === null ? '' : ` ${SHORT[hold]}`),
    ],
    ...fares(standing),
  ]);
  const head = 'The outcomes, against today';
  return [
    heading(head),
    {
      block: 'table',
      caption: head,
      columns: columnsOf(words, 'Outcome', stakeholders),
      groups: [
        { title: 'The course ends in', rows },
        ...(others.length === 0
          ? []
          : [{ title: 'Would hold too, and the course does not end there', rows: others }]),
      ].filter((group) => group.rows.length > 0),
    },
    ...(BigInt(outcomeCount) > outcomes.length
      ? [
          paragraph(
            `${figure(outcomes.length)} of ${counted(outcomeCount, 'state')} that would hold besides.`,
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
