import {
  cited,
  column,
  element,
  item,
  lead,
  list,
  note,
  paragraph,
  quiet,
  verdict,
  type Block,
  type Content,
} from '@standoff/document';
import type { Combination, FactionsResult } from './answer.js';
import { prevailing } from '../briefing/sentences.js';
import { decidersOf, type ConflictModel } from '@standoff/model';
import { courseEndWords, standardNote, tellEnds } from '../told/course-words.js';
import { capitalised, counted, figure, listed } from '../told/english.js';
import { actorHead } from '../told/inlines.js';
import type { Words } from '../told/words.js';

/** Combinations told one by one. */
const TOLD = 16;

/** Which outcome if which faction prevails. */
export function tellFactions(words: Words, result: FactionsResult, model: ConflictModel): Block[] {
  const { actors, combinations, scenarios } = result;
  if (actors.length === 0)
    return [
      paragraph(
        'No decision maker has factions: there is nothing to combine. “faction doves "Doves" { prefers { … } }” inside an actor would name one.',
      ),
    ];
  const evidence = decidersOf(model).flatMap(({ factions }) =>
    factions.flatMap((faction) => faction.evidence),
  );
  const numbers = combinations.map((_, k) => figure(k + 1));
  return [
    lead(`${finding(words, model, combinations)} `, ...cited(evidence)),
    {
      block: 'table',
      caption: 'Each combination of factions',
      columns: [
        column(''),
        ...actors.map(({ actor }) => ({
          head: [actorHead(words, actor)],
          align: 'start' as const,
        })),
        column('Today'),
        column('The course ends in'),
      ],
      groups: [
        {
          title: '',
          rows: combinations
            .slice(0, TOLD)
            .map((one, k): Content[] => [
              [numbers[k], ...(one.assumed ? [quiet(' assumed')] : [])],
              ...actors.map(({ actor, factions }): Content => [
                factions.find(({ id }) => id === one.prevails[actor])?.label ?? '',
              ]),
              [one.statusQuoHolds ? verdict('yes', 'would hold') : verdict('no', 'would not')],
              tellEnds(words, one),
            ]),
        },
      ],
    },
    ...(combinations.length > TOLD
      ? [paragraph(`And ${counted(combinations.length - TOLD, 'more combination')}.`)]
      : list(
          scenarios.map(({ id, label, holds, reached, pull }) =>
            item([
              element(id, label),
              `: would hold in ${which(numbers, holds)}; ${leads(numbers, reached, pull)}.`,
            ]),
          ),
        )),
    note('What is “perhaps” counts as present.'),
    standardNote(result),
  ];
}

/** Where it ends as assumed, and whether and how it matters who prevails. */
function finding(
  words: Words,
  model: ConflictModel,
  [assumed, ...others]: readonly Combination[],
): string {
  const ends = courseEndWords(words, assumed.ends);
  const known = endsKey(assumed);
  const elsewhere = others.filter((one) => endsKey(one) !== known);
  const [first] = elsewhere;
  if (first === undefined) return `Whoever prevails, ${ends}.`;
  const changed = Object.fromEntries(
    Object.entries(first.prevails).filter(([actor, id]) => assumed.prevails[actor] !== id),
  );
  const more = elsewhere.length - 1;
  const again =
    more === 0
      ? ''
      : ` ${capitalised(counted(more, 'other combination'))} of ${figure(others.length)} ${more === 1 ? 'does' : 'do'} not end as assumed either.`;
  return `As assumed, ${ends}; with ${prevailing(words, model, changed)}, ${courseEndWords(words, first.ends)}.${again}`;
}

/** Equal where the course ends in the same by name, or state, as often. */
function endsKey({ ends, moreEnds }: Combination): string {
  return JSON.stringify([
    ends
      .map(({ nearest, round, pull }) => [
        round !== 0 ? 'round' : (nearest.name.label ?? nearest.taken.join()),
        pull === null ? null : Math.round(pull * 100),
      ])
      .sort(),
    moreEnds,
  ]);
}

/** "the course ends there in 1 and 3, and leads through it in 2". */
function leads(
  numbers: readonly string[],
  reached: readonly (boolean | null)[],
  pull: FactionsResult['scenarios'][number]['pull'],
): string {
  if (pull.includes(null)) return `the course leads there in ${which(numbers, reached)}`;
  const ends = pull.map((share) => share! > 0);
  const through = reached.map((one, k) => one === true && !ends[k]);
  return `the course ends there in ${which(numbers, ends)}${through.includes(true) ? `, and leads through it in ${which(numbers, through)}` : ''}`;
}

/** "all", "none", "1 and 3". */
function which(numbers: readonly string[], values: readonly (boolean | null)[]): string {
  const open = numbers.filter((_, k) => values[k] === null);
  if (open.length === numbers.length) return 'combinations that are left open';
  const yes = numbers.filter((_, k) => values[k] === true);
  if (open.length > 0)
    return `${yes.length === 0 ? '' : `${listed(yes)}, and it may be in `}${listed(open, 'or')}`;
  return yes.length === 0 ? 'none' : yes.length === numbers.length ? 'all' : listed(yes);
}
