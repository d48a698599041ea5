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
import { DEFINITIONS } from '@standoff/engine';
import type { Combination, FactionEnd, FactionsResult } from './solve.js';
import type { ConflictModel } from '@standoff/model';
import { NO_END } from '../told/course-words.js';
import { counted, figure, listed } from '../told/english.js';
import { actorInline, stateInline } from '../told/inlines.js';
import type { Words } from '../told/words.js';

/** Combinations told one by one. */
const TOLD = 16;

/** Which outcome if which faction prevails. */
export function tellFactions(words: Words, result: FactionsResult, model: ConflictModel): Block[] {
  const { actors, combinations, scenarios, concept } = result;
  if (actors.length === 0)
    return [
      paragraph(
        'No decision maker has factions: there is nothing to combine. “faction doves "Doves" { prefers { … } }” inside an actor would name one.',
      ),
    ];
  const evidence = model.actors.flatMap((actor) =>
    actor.options.length > 0 ? actor.factions.flatMap((faction) => faction.evidence) : [],
  );
  const numbers = combinations.map((_, k) => figure(k + 1));
  return [
    lead(`${factionsVerdict(combinations)} `, ...cited(evidence)),
    {
      block: 'table',
      caption: 'Each combination of factions',
      columns: [
        column(''),
        ...actors.map(({ actor }) => ({
          head: [actorInline(words, actor)],
          align: 'start' as const,
        })),
        column('Today'),
        column('States that would', 'end'),
        column('Improvements end in'),
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
              [
                one.statusQuoHolds === null
                  ? verdict('partly', 'left open')
                  : one.statusQuoHolds
                    ? verdict('yes', 'would hold')
                    : verdict('no', 'would not'),
              ],
              one.equilibria === null
                ? ['left open']
                : [
                    figure(one.equilibria),
                    quiet(one.reached === null ? '' : ` ${figure(one.reached)} reached`),
                  ],
              tellAllEnds(one),
            ]),
        },
      ],
    },
    ...(combinations.length > TOLD
      ? [paragraph(`And ${counted(combinations.length - TOLD, 'more combination')}.`)]
      : list(
          scenarios.map(({ id, label, holds, reached }) =>
            item([
              element(id, label),
              `: would hold in ${which(numbers, holds)}; improvements lead there in ${which(numbers, reached)}.`,
            ]),
          ),
        )),
    note(
      `A state holds here under ${concept}: a decision maker stays if ${DEFINITIONS[concept].meaning}. What is “perhaps” counts as present. An end is a state, or a round of states, that improvements lead to and never out of.`,
    ),
  ];
}

/** Whether it matters who prevails. */
export function factionsVerdict(combinations: readonly Combination[]): string {
  const ends = new Set(
    combinations.map(({ ends: own }) => own.map(({ nearest }) => nearest.name.decimal).join()),
  );
  return ends.size === 1
    ? `Whichever prevails, improvements end ${combinations[0].ends.length === 0 ? NO_END : 'in the same'}.`
    : `Where improvements end depends on who prevails: ${counted(ends.size, 'different answer')} in ${counted(combinations.length, 'combination')}.`;
}

function tellAllEnds({ ends, moreEnds, endsOpen }: Combination): Content {
  if (ends.length === 0 && endsOpen) return ['left open'];
  return [
    ...tellEnds(ends),
    moreEnds === undefined ? '' : `; ${figure(moreEnds)} more`,
    endsOpen ? '; and it may go round elsewhere' : '',
  ];
}

/** The states that improvements end in, each the nearest of its round. */
export function tellEnds(ends: readonly FactionEnd[]): Content {
  if (ends.length === 0) return [NO_END];
  return ends.flatMap(({ states, nearest }, k) => [
    ...(k > 0 ? ['; '] : []),
    stateInline(nearest),
    states !== 1 ? `, one of ${counted(states, 'state')} in which they go round` : '',
  ]);
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
