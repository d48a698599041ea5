import {
  citedAside,
  element,
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  quiet,
  strong,
  type Block,
  type Content,
  type ListItem,
} from '@standoff/document';
import type { AnswerKind } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import { STANDARDS } from '@standoff/situation';
import { tellAsked } from '../ask/tell.js';
import { movesContent } from '../mediate/tell.js';
import { toDo, wouldDo, wouldStep } from '../told/deeds.js';
import { counted, listed } from '../told/english.js';
import { actorInline } from '../told/inlines.js';
import type { Words } from '../told/words.js';
import type { BriefingResult, WayStep, EndOutcome, BriefOutcome } from './answer.js';
import {
  endsWords,
  prevailing,
  sentences,
  shortName,
  tellingOtherwise,
  tenths,
  ways,
  whyNot,
} from './sentences.js';

/** Rows of the table of outcomes. */
const ROWS = 4;
/** With more parties those who cannot move are left out of the table. */
const PARTIES = 6;
/** Combinations of factions told. */
const FACTIONS = 2;

/** The point of a situation in sentences, its course, its outcomes by party, and what would change them. */
export function tellBriefing(words: Words, result: BriefingResult, model: ConflictModel): Block[] {
  const [first, ...others] = sentences(words, model, result);
  return [
    ...(first ? [lead(...first)] : []),
    ...others.map((content) => paragraph(...content)),
    ...tellWays(words, result),
    ...tellOutcomes(words, result),
    ...tellLevers(words, model, result),
    note(...rests(result)),
  ];
}

/** The steps from today, together as far as they are the same, then each way by itself. */
function tellWays(words: Words, { ends }: BriefingResult): Block[] {
  const told = ends.filter(({ way }) => way !== null && way.length > 0).slice(0, 3);
  if (told.length === 0) return [];
  const shared = told.length > 1 ? Math.min(...told.slice(1).map((end) => end.shared)) : 0;
  return [
    heading('Where it leads'),
    ...list(told[0].way!.slice(0, shared).map((one, k) => stepItem(words, one, `${k + 1} `))),
    ...told.flatMap((end, k) => {
      const letter = told.length > 1 ? 'abc'[k] : '';
      return [
        ...list([
          ...end.way!.slice(shared).map((one, n) =>
            stepItem(
              words,
              // Where it is a race between two, the sentence above has said so.
              n === 0 && ends.length === 2 ? { ...one, stoppedBy: [] } : one,
              `${shared + n + 1}${letter} `,
            ),
          ),
          item([
            '→ ',
            strong(shortName(words, end)),
            `: ${holdWords(end)}${told.length > 1 ? `; ${ways(end.pull)}` : ''}`,
          ]),
        ]),
      ];
    }),
  ];
}

function stepItem(words: Words, { step, stoppedBy }: WayStep, mark: string): ListItem {
  return item([
    mark,
    actorInline(words, step.actor),
    ` would ${wouldDo(words, step.takes, step.drops)}`,
    ...(stoppedBy.length === 0
      ? []
      : [
          quiet(
            `, unless ${listed(
              stoppedBy.map((one) => `${words.actor(one.actor)} is first ${toDo(words, one)}`),
              'or',
            )}`,
          ),
        ]),
    ' ',
    ...citedAside(words.evidence([...step.takes, ...step.drops])),
  ]);
}

const HOLDS: Readonly<Record<AnswerKind, string>> = {
  none: 'firmly',
  credible: 'by answers',
  any: 'at any price',
  simultaneous: 'by chance',
};

function holdWords({ hold, round }: EndOutcome): string {
  if (round > 0) return `it goes round in ${counted(round, 'state')}`;
  if (hold === null) return 'does not hold';
  return hold === 'none'
    ? 'holds firmly, nobody has a better move'
    : 'held by what others would answer';
}

function tellOutcomes(
  words: Words,
  { ends, together, elsewhere, deciders, onlookers }: BriefingResult,
): Block[] {
  const all = [...deciders, ...onlookers];
  const parties = all.length <= PARTIES ? all : deciders;
  const row = (name: string, hold: string, pull: string, one: BriefOutcome): Content[] => [
    [name],
    [hold],
    [pull],
    ...parties.map((id): Content => [one.against[id]]),
  ];
  const joint = together.slice(0, 1);
  const others = alike(
    elsewhere.filter(
      ({ label, hold }) => hold !== null && !joint.some((one) => shortName(words, one) === label),
    ),
    ({ hold, against }) => `${hold} ${parties.map((id) => against[id]).join()}`,
  );
  const rows = [
    ...ends.map((one) =>
      row(
        shortName(words, one),
        one.round > 0 ? 'goes round' : holdWord(one),
        ends.length === 1 ? 'all' : tenths(one.pull),
        one,
      ),
    ),
    ...joint.map((one) => row(shortName(words, one), holdWord(one), 'together', one)),
    ...others.map(([one, ...same]) =>
      row(
        `${one.label}${same.length > 0 ? ` (and ${same.length} alike)` : ''}`,
        holdWord(one),
        'none',
        one,
      ),
    ),
  ];
  return [
    heading('Outcomes, and how each party fares against today'),
    {
      block: 'table',
      caption: 'How each outcome holds, and how each party fares in it against today',
      columns: [
        { head: ['Outcome'], align: 'start' },
        { head: ['Holds'], align: 'start' },
        { head: ['Ways there'], align: 'start' },
        ...parties.map((id) => ({ head: [words.actor(id)], align: 'start' as const })),
      ],
      groups: [{ title: '', rows: rows.slice(0, ROWS) }],
    },
  ];
}

function holdWord({ hold }: BriefOutcome): string {
  return hold === null ? 'no' : HOLDS[hold];
}

/** Those of one key side by side, in the order of the first of each. */
function alike<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}

/** What would lead elsewhere: a joint step, a change, other factions, reckoning otherwise; what to find out. */
function tellLevers(words: Words, model: ConflictModel, result: BriefingResult): Block[] {
  const { together, togetherComplete, change, factions } = result;
  // The first of these stands among the sentences.
  const others = factions.length > 0 ? factions.slice(1, FACTIONS) : [];
  const worthAsking =
    factions.length > 0 && result.worthAsking?.about === 'faction' ? null : result.worthAsking;
  const otherwise = tellingOtherwise(result).slice(factions.length > 0 ? 0 : 1);
  const items: ListItem[] = [
    ...together
      .slice(0, 1)
      .map((one) =>
        item([
          strong(`${words.actors(one.members)} together`),
          `: ${listed(one.steps.map((step) => wouldStep(words, step)))}; ${whyNot(words, one)}`,
        ]),
      ),
    ...(togetherComplete
      ? []
      : [item(['Not all pairs and trios were looked at for what they could do together.'])]),
    ...(change === null
      ? []
      : [
          item([
            ...movesContent(words, change),
            ' would bring about ',
            element(change.scenario, `“${change.label}”`),
            change.others > 0
              ? ` (${counted(change.others, 'other change')} of this cost would do)`
              : '',
            '.',
          ]),
        ]),
    ...others.map(({ prevails, ends }) =>
      item([`With ${prevailing(words, model, prevails)} ${endsWords(words, ends)}.`]),
    ),
    ...otherwise.map(({ standard, ends }) =>
      item([`If ${STANDARDS[standard].reckons}, ${endsWords(words, ends)}.`]),
    ),
    ...(worthAsking === null
      ? []
      : [item(['Worth finding out: ', ...tellAsked(words, worthAsking)])]),
  ];
  return items.length === 0 ? [] : [heading('What would change it'), ...list(items)];
}

function rests({ rests: on, standard }: BriefingResult): Content {
  const { elements, cited, passages, sources, checks, misfits } = on;
  const cite =
    cited === 0
      ? `None of ${counted(elements, 'element')} cites a passage`
      : `${cited} of ${counted(elements, 'element')} cite ${counted(passages, 'passage')} of ${counted(sources, 'source')}`;
  const fit =
    misfits === 0
      ? `all ${counted(checks, 'check')} fit`
      : `${misfits} of ${counted(checks, 'check')} ${misfits === 1 ? 'does' : 'do'} not fit`;
  return [
    `Judged by ${STANDARDS[standard].name}. ${cite}; ${fit}. Ways are counted by an even draw, no probabilities. What the model says, not a forecast.`,
  ];
}
