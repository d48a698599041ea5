import type { Combination, FactionsResult } from '@standoff/analysis';
import { NO_END } from '../course-words.js';
import { counted, figure, listed } from '../english.js';
import { factionsVerdict } from '../questions/factions-text.js';
import type { Words } from '../words.js';
import {
  column,
  lead,
  list,
  item,
  note,
  quiet,
  strong,
  verdict,
  type Content,
  type Section,
} from '@standoff/document';

/** Combinations told one by one. */
const TOLD = 16;

/** Which outcome if which faction prevails. */
export function factionsSection(words: Words, result: FactionsResult): Section {
  const { actors, combinations, scenarios, concept } = result;
  const label = new Map(
    actors.flatMap(({ actor, factions }) =>
      factions.map((faction) => [`${actor}.${faction.id}`, faction.label] as const),
    ),
  );
  const told = combinations.slice(0, TOLD);
  const numbers = combinations.map((_, k) => String(k + 1));
  return {
    id: 'factions',
    title: 'If another faction prevails',
    blocks: [
      lead(factionsVerdict(combinations)),
      {
        block: 'table',
        caption: 'Each combination of factions',
        columns: [
          column('Who prevails'),
          column('Today'),
          column('Would hold', 'end'),
          column('Within reach', 'end'),
          column('Improvements end in'),
        ],
        groups: [
          {
            title: '',
            rows: told.map((one, k): Content[] => [
              [
                `${numbers[k]}. ${Object.entries(one.prevails)
                  .map(
                    ([actor, faction]) =>
                      `${words.actor(actor)}: ${label.get(`${actor}.${faction}`)!}`,
                  )
                  .join('; ')}`,
                ...(one.assumed ? [quiet(' (assumed)')] : []),
              ],
              [one.statusQuoHolds ? verdict('yes', 'would hold') : verdict('no', 'would not')],
              [figure(one.equilibria)],
              [figure(one.reached)],
              endsContent(one),
            ]),
          },
        ],
      },
      ...(combinations.length > TOLD
        ? [note(`${counted(combinations.length - TOLD, 'more combination')} not shown.`)]
        : list(
            scenarios.map(({ label: name, holds, reached }) =>
              item([
                strong(name),
                `: would hold in ${which(numbers, holds)}; improvements lead there in ${which(numbers, reached)}.`,
              ]),
            ),
          )),
      note(
        `A state holds here under ${concept}. What is “perhaps” counts as present. An end is a state, or a round of states, that improvements lead to and never out of.`,
      ),
    ],
  };
}

function endsContent({ ends }: Combination): Content {
  if (ends.length === 0) return [NO_END];
  return [
    listed(
      ends.map(({ states, nearest: { name } }) => {
        const title =
          name.added.length + name.dropped.length === 0
            ? 'today’s state'
            : `${name.label === null ? '' : `“${name.label}” `}#${name.decimal}`;
        return states > 1 ? `${title}, one of ${counted(states, 'state')} in a round` : title;
      }),
    ),
  ];
}

/** "all", "none", "1 and 3". */
function which(numbers: readonly string[], values: readonly boolean[]): string {
  const yes = numbers.filter((_, k) => values[k]);
  return yes.length === 0 ? 'none' : yes.length === numbers.length ? 'all' : listed(yes);
}
