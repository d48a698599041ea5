import {
  column,
  element,
  item,
  lead,
  list,
  note,
  paragraph,
  type Block,
  type Content,
  inTerminal,
} from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import type { OpenActor, RobustnessResult, RuleInDoubt } from './answer.js';
import { worldsFigure } from './strips.js';
import { alike, severalWords } from '../told/alike.js';
import { tenths } from '../told/shares.js';
import { endsWords } from '../told/end-words.js';
import { standardNote } from '../told/course-words.js';
import { capitalised, counted, figure, listed } from '../told/english.js';
import { shareInline, stateCalled } from '../told/inlines.js';
import { meaningOf } from '../told/statement-words.js';
import type { Words } from '../told/words.js';
import { percent, shareWords } from '../told/worlds-words.js';

/** States named. */
const TOLD = 10;
/** A share below this is none. */
const LEAST = 1e-9;

/** In which share of the worlds that what is open leaves a conclusion holds. */
export function tellRobustness(
  words: Words,
  result: RobustnessResult,
  model: ConflictModel,
): Block[] {
  const { open, rules = [], scenarios, statusQuo, states, equilibria } = result;
  return [
    ...(open.length + rules.length === 0
      ? [
          lead(
            `${capitalised(endsWords(words, result.ends))}, and nothing that is left open could change that: no faction, nothing “perhaps”, nothing in no order.`,
          ),
        ]
      : [
          lead(endsOver(words, result)),
          paragraph(`${dependsOn(result)} `, worldsWords(result.worlds)),
          ...list([
            ...open.map((actor) => item([openWords(words, actor)])),
            ...rules.map((rule) => item(ruleWords(words, model, rule))),
          ]),
        ]),
    ...worldsFigure(words, result, model),
    {
      block: 'table',
      caption: 'In which share of the worlds',
      columns: [
        column('In which share of the worlds'),
        column('Would hold'),
        column('Course leads there'),
        column('Ways end there'),
      ],
      groups: [
        {
          title: '',
          rows: [
            [['Things as they are today'], [shareInline(statusQuo)], [], []],
            ...scenarios.map(({ id, label, holds, reached, pull }): Content[] => [
              [element(id, label)],
              [shareInline(holds)],
              [shareInline(reached)],
              [pull < LEAST ? 'none' : tenths(pull)],
            ]),
          ],
        },
        ...(equilibria.length === 0
          ? []
          : [
              {
                title: 'Single states: would hold; hold, and the course leads there',
                rows: alike(equilibria, ({ state, holds, reached }) =>
                  JSON.stringify([words.called(state), holds, reached]),
                )
                  .slice(0, TOLD)
                  .map(([{ state, holds, reached }, ...same]): Content[] => [
                    [stateCalled(words, state), severalWords(1 + same.length)],
                    [shareInline(holds)],
                    [shareInline(reached)],
                    [],
                  ]),
              },
            ]),
      ],
    },
    note(
      `Of ${counted(states.all + states.some + states.none, 'state')}, ${figure(states.all)} would hold in all worlds, ${figure(states.some)} in some, ${figure(states.none)} in none. Factions count equally where no odds are given, “perhaps” as half where no probability is given.`,
      inTerminal(' “standoff ask CASE” says which answer would settle most.'),
    ),
    standardNote(result),
  ];
}

/** Where the course ends over the worlds. */
export function endsOver(words: Words, { ends, open }: RobustnessResult): string {
  const [first] = ends;
  if (ends.length === 1 || (first !== undefined && first.pull > 0.995))
    return `However what is open is settled, ${endsWords(words, ends.slice(0, 1))}.`;
  const factions = open.some((one) => one.factions.length > 1);
  const settled = factions
    ? 'Whichever faction prevails, and open wishes settled either way'
    : 'What is open settled either way';
  return `${settled}, ${endsWords(words, ends)}.`;
}

/** What today's state and the states that would hold come to. */
export function dependsOn({ statusQuo, states }: RobustnessResult): string {
  return `Today’s state would hold in ${shareWords(statusQuo)} of the worlds; ${states.some === 0 ? 'which states would hold does not depend on what is open' : `${counted(states.some, 'state')} would hold in some worlds and not in others, ${figure(states.all)} in all`}.`;
}

/** How many worlds there are, and how they were gone through. */
export function worldsWords({ count, looked, method, seed }: RobustnessResult['worlds']): string {
  const ways = `What is open can be settled in ${figure(BigInt(count))} ways`;
  return method === 'all'
    ? `${ways}: ${counted(looked, 'world')} with different rankings, all gone through.`
    : `${ways}. ${counted(looked, 'world')} were drawn (seed ${seed}); in parentheses stands where the true share lies with 95 % confidence.`;
}

/** "It is in doubt whether this must be so: not “Check goods” (25 %)." */
function ruleWords(words: Words, model: ConflictModel, { rule, chance }: RuleInDoubt): Content {
  return [
    'It is in doubt whether this must be so: ',
    element(rule, meaningOf(words, model, rule)!),
    chance === null ? '' : ` (${percent(chance)})`,
  ];
}

/** What is open about an actor: "2 factions and 1 statement in doubt: 3 rankings". */
export function openWords(words: Words, open: OpenActor): string {
  const { actor, factions, perhaps, unordered, rankings } = open;
  const parts = [
    factions.length > 0 ? counted(factions.length, 'faction') : '',
    perhaps.length > 0 ? `${counted(perhaps.length, 'statement')} in doubt` : '',
    unordered > 0 ? counted(unordered, 'list in no order', 'lists in no order') : '',
  ].filter(Boolean);
  return `${words.name(actor)}: ${listed(parts)}${rankings === null ? '' : `, ${counted(rankings, 'different ranking')}`}`;
}
