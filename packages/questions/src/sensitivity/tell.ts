import {
  cited,
  element,
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  type Block,
  type Content,
  type ListItem,
  inTerminal,
} from '@standoff/document';
import type { Change, Effect, Reorderings, RuleChange, SensitivityResult } from './answer.js';
import { tornadoFigure } from './tornado.js';
import type { ConflictModel } from '@standoff/model';
import { endsWords } from '../told/end-words.js';
import { standardNote } from '../told/course-words.js';
import { capitalised, counted, figure } from '../told/english.js';
import { actorAtFirst } from '../told/inlines.js';
import { meaningOf } from '../told/statement-words.js';
import type { Words } from '../told/words.js';
import { percent } from '../told/worlds-words.js';

/** Changes of each kind told one by one; the others are counted. */
const TOLD = 10;

/** Which single change of a preference changes what would hold. */
export function tellSensitivity(
  words: Words,
  result: SensitivityResult,
  model: ConflictModel,
): Block[] {
  const labels = new Map(model.scenarios.map(({ id, label }) => [id, label]));
  const { changes, rules = [], reorderings } = result;
  const telling = changes.filter(
    ({ effect }) => effect.elsewhere > 0 || effect.distance > 0 || tellsOn(effect),
  );
  const meant = telling.filter(({ edit }) => edit !== 'reversed');
  const opposite = telling.filter(({ edit }) => edit === 'reversed');
  const told = (title: string, all: readonly Change[]): Block[] =>
    all.length === 0
      ? []
      : [
          heading(`${title}, the largest first`),
          ...list(all.slice(0, TOLD).map((change) => tellChange(words, model, labels, change))),
          ...(all.length > TOLD
            ? [paragraph(`And ${figure(all.length - TOLD)} more.`, inTerminal(' --json has them.'))]
            : []),
        ];
  return [
    lead(finding(words, result, model)),
    paragraph(...summary(result)),
    ...tornadoFigure(words, result, model, EDITS),
    ...told('Changes that somebody could mean', meant),
    ...told('Were the opposite wished', opposite),
    ...(rules.length > 0 ? [heading('Rules in doubt')] : []),
    ...list(rules.map((rule) => tellRule(words, model, labels, rule))),
    ...(reorderings ? tellReorderings(labels, reorderings) : []),
    note(
      'Before a change stands the share of ways that would end elsewhere, where some would.',
      inTerminal(' “standoff grounds CASE” asks the same of one state and of constraints.'),
    ),
    standardNote(result),
  ];
}

function tellChange(
  words: Words,
  model: ConflictModel,
  labels: ReadonlyMap<string, string>,
  { actor, statement, text, edit, effect, evidence }: Change,
): ListItem {
  return item(
    [
      ...elsewhereContent(effect),
      actorAtFirst(words, actor),
      ' wants ',
      element(statement, meaningOf(words, model, statement) ?? text),
      `: ${EDITS[edit]} `,
      ...cited(evidence),
    ],
    [paragraph(effectSentence(words, effect, labels))],
  );
}

/** The share of ways that would end elsewhere; nothing where none would. */
function elsewhereContent({ elsewhere }: Effect): Content {
  return elsewhere === 0
    ? []
    : [{ inline: 'share', share: elsewhere, text: percent(elsewhere) }, ' '];
}

/** What would be different where a rule in doubt does not hold. */
function tellRule(
  words: Words,
  model: ConflictModel,
  labels: ReadonlyMap<string, string>,
  { rule, effect, evidence }: RuleChange,
): ListItem {
  return item(
    [
      ...elsewhereContent(effect),
      'Need this not be so: ',
      element(rule, meaningOf(words, model, rule)!),
      '. ',
      ...cited(evidence),
    ],
    [paragraph(effectSentence(words, effect, labels))],
  );
}

/** What is changed of a wish. */
const EDITS: Readonly<Record<Change['edit'], string>> = {
  'left out': 'if it did not care',
  reversed: 'if it wanted the opposite',
  'one place up': 'if that mattered one place more',
  'one place down': 'if that mattered one place less',
};

/** The same after "if". */
const EDITS_OF: Readonly<Record<Change['edit'], (who: string, wish: string) => string>> = {
  'left out': (who, wish) => `if ${who} did not care for ${wish}`,
  reversed: (who, wish) => `if ${who} wanted the opposite of ${wish}`,
  'one place up': (who, wish) => `if ${wish} mattered one place more to ${who}`,
  'one place down': (who, wish) => `if ${wish} mattered one place less to ${who}`,
};

function tellReorderings(
  labels: ReadonlyMap<string, string>,
  { count, distance, movable, seed, unchanged, statusQuoHolds, scenarios }: Reorderings,
): Block[] {
  const of = (n: number): string => `${figure(n)} of ${figure(count)}`;
  const head = heading('Random reorderings');
  if (movable === 0)
    return [
      head,
      paragraph(
        'There is nothing to reorder: no statement has a neighbour that it could change places with. Those “in no order” have no places.',
        inTerminal(' “standoff robustness CASE” goes through their orders.'),
      ),
    ];
  return [
    head,
    paragraph(
      `In ${figure(count)} reorderings (seed ${seed}), in each of which ${counted(distance, 'pair')} of neighbouring statements changed places, ${of(unchanged)} left scenarios and today’s state as they are; today’s state would hold in ${of(statusQuoHolds)}.`,
    ),
    ...list(
      scenarios.map(({ id, holds, reached }) =>
        item([
          element(id, labels.get(id) ?? id),
          `: would hold in ${of(holds)}, the course leads there in ${of(reached)}`,
        ]),
      ),
    ),
  ];
}

/** Where it ends as the model stands, how many changes turn that, and which turns it most. */
function finding(words: Words, { base, changes }: SensitivityResult, model: ConflictModel): string {
  const now = `As the model stands, ${endsWords(words, base.ends)}`;
  const turning = changes.filter(({ effect }) => effect.elsewhere > 0);
  if (changes.length === 0) return `${now}.`;
  if (turning.length === 0)
    return `${now}, and so it would after every single change that was tried.`;
  const most = turning.find(({ edit }) => edit !== 'reversed') ?? turning[0];
  const { actor, statement, text, edit, effect } = most;
  return `${now}. Of ${counted(changes.length, 'single change')} of a wish ${figure(turning.length)} would have it end elsewhere: for one, ${EDITS_OF[edit](words.actor(actor), meaningOf(words, model, statement) ?? text)}, ${endsWords(words, effect.ends)}.`;
}

function summary({ changes, untried, base }: SensitivityResult): Content {
  if (changes.length === 0)
    return [
      'No decision maker’s preference is given by statements, so that there is nothing to change one by one.',
    ];
  const same = changes.filter(({ effect }) => effect.elsewhere === 0);
  const without = same.filter(({ effect }) => effect.distance === 0 && !tellsOn(effect)).length;
  const only = same.length - without;
  const tried: Content =
    untried === 0
      ? [
          `Each statement was left out, reversed, and put one place up and down: ${counted(changes.length, 'change')}. `,
        ]
      : [
          `Of ${counted(changes.length + untried, 'change')} of single statements (left out, put one place up or down, reversed) ${figure(changes.length)} were tried, each actor’s weightiest statements first`,
          inTerminal('; --full tries all'),
          '. ',
        ];
  return [
    ...tried,
    `${figure(without)} change nothing, ${figure(only)} change what would hold or what the course passes and not where it ends. Of the states of the model ${figure(base.equilibria)} would hold; today’s ${base.statusQuoHolds ? 'is among them' : 'is not'}.`,
  ];
}

/** Whether it changes what becomes of a scenario or of today’s state. */
function tellsOn({ statusQuo, begins, ceases, opens, closes }: Effect): boolean {
  return (
    statusQuo !== 'as before' || begins.length + ceases.length + opens.length + closes.length > 0
  );
}

/** What a change does to scenarios, to today's state, and to how many states. */
export function effectSentence(
  words: Words,
  effect: Effect,
  labels: ReadonlyMap<string, string>,
): string {
  const named = (ids: readonly string[]): string =>
    ids.map((id) => `“${labels.get(id) ?? id}”`).join(', ');
  const parts = [
    effect.elsewhere > 0 ? `${capitalised(endsWords(words, effect.ends))}.` : '',
    effect.statusQuo === 'as before' ? '' : `Today’s state ${effect.statusQuo}.`,
    effect.begins.length > 0 ? `Begins to hold: ${named(effect.begins)}.` : '',
    effect.ceases.length > 0 ? `No longer holds: ${named(effect.ceases)}.` : '',
    effect.opens.length > 0 ? `The course now leads through ${named(effect.opens)}.` : '',
    effect.closes.length > 0 ? `The course no longer leads through ${named(effect.closes)}.` : '',
    statesWords(effect),
  ];
  return parts.filter(Boolean).join(' ');
}

/** How many states hold no longer, and how many only then. */
function statesWords({ lost, gained }: Effect): string {
  if (lost + gained === 0) return 'The same states would hold.';
  if (lost === 0) return `${counted(gained, 'more state')} would hold.`;
  return `${counted(lost, 'state')} would hold no longer${gained === 0 ? '' : `, ${counted(gained, 'other')} instead`}.`;
}
