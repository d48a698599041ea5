import {
  cited,
  code,
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
  type Content,
} from '@standoff/document';
import type {
  CommitmentAnswer,
  CommitmentExample,
  CommitmentReading,
  CommitmentsResult,
} from './answer.js';
import { ways } from '../told/shares.js';
import type { PromisedOutcome } from './outcome.js';
import type { ConflictModel } from '@standoff/model';
import { exampleCommitment } from '../told/examples.js';
import { counted, figure, listed } from '../told/english.js';
import { actorInline, isToday, stateCalled } from '../told/inlines.js';
import { labelsOf, propositionWords } from '../told/proposition-words.js';
import { standardNote } from '../told/course-words.js';
import type { Words } from '../told/words.js';

/** A share below this is none. */
const LEAST = 1e-9;

/** Whose promises, threats and assurances can be believed, and which demands would be met. */
export function tellCommitments(
  words: Words,
  result: CommitmentsResult,
  model: ConflictModel,
): Block[] {
  const { commitments } = result;
  if (commitments.length === 0)
    return [
      paragraph(
        'Nobody promises, threatens, assures or demands anything. ',
        code(exampleCommitment(model)),
        ' in the text of the situation would be a promise.',
      ),
    ];
  const labels = labelsOf(model);
  const open = commitments.some(({ readings }) => readings.some(({ all }) => all.binding === null));
  return [
    lead(finding(commitments)),
    ...commitments.flatMap((commitment) => tellCommitment(words, labels, commitment)),
    ...(open
      ? [
          note(
            'Whether what is kept would still not be broken later, when others have answered, is left open.',
          ),
        ]
      : []),
    note(
      'A commitment is due where its condition holds. It is kept (a threat carried out, a demand met) where the actor’s best state with it, by its own moves, is at least as good for the actor as its best one without. It is broken where it is due and not kept. All of this is what the model says of wishes, not a forecast of deeds.',
    ),
    standardNote(result),
  ];
}

/** What a commitment that is due is where it is so, by its kind, and where it is not. */
const DONE: Readonly<Record<CommitmentAnswer['kind'], string>> = {
  promise: 'kept',
  assurance: 'kept',
  threat: 'carried out',
  demand: 'met',
};
const NOT_DONE: Readonly<Record<CommitmentAnswer['kind'], string>> = {
  promise: 'broken',
  assurance: 'broken',
  threat: 'not carried out',
  demand: 'not met',
};

/** What becomes of each where the course ends. */
function finding(commitments: readonly CommitmentAnswer[]): string {
  const groups = new Map<string, string[]>();
  const say = (what: string, label: string, share: number | null): void => {
    const pulls = share === null || share > 0.995 ? '' : ` (${ways(share)})`;
    groups.set(what, [...(groups.get(what) ?? []), `“${label}”${pulls}`]);
  };
  for (const { label, kind, course } of commitments) {
    const { comesDue, kept, broken } = course;
    if (comesDue === false) say('not due', label, null);
    else if (kept === null || broken === null) say('left open', label, null);
    else {
      if (kept > LEAST) say(`due and ${DONE[kind]}`, label, kept);
      if (broken > LEAST) say(`due and ${NOT_DONE[kind]}`, label, broken);
      if (kept + broken <= LEAST) say('due on the way, and not at its end', label, null);
    }
  }
  const never = groups.get('not due') ?? [];
  const open = groups.get('left open') ?? [];
  const told = [...groups].flatMap(([what, labels]) =>
    labels === never || labels === open ? [] : [`${listed(labels)} ${are(labels)} ${what}`],
  );
  return [
    ...(told.length === 0 ? [] : [`Where the course ends, ${told.join('; ')}.`]),
    ...(never.length === 0 ? [] : [`The course does not make ${listed(never, 'or')} due.`]),
    ...(open.length === 0
      ? []
      : [`Whether ${listed(open)} ${are(open)} kept where the course ends is left open.`]),
  ].join(' ');
}

function are(those: readonly string[]): string {
  return those.length === 1 ? 'is' : 'are';
}

function tellCommitment(
  words: Words,
  labels: ReadonlyMap<string, string>,
  commitment: CommitmentAnswer,
): Block[] {
  const {
    id,
    label,
    kind,
    by,
    content,
    when,
    evidence,
    due,
    afterStep,
    alsoOf,
    readings,
    outcome,
    staked,
  } = commitment;
  const what = propositionWords(content, words, labels);
  const condition = when === null ? '' : `, when ${propositionWords(when, words, labels)}`;
  const head = [
    heading(element(id, label), quiet(` (${kind} ${id}) `), ...cited(evidence)),
    paragraph(`${between(words, commitment)}: ${what}${condition}.`),
  ];
  if (due === 0)
    return [
      ...head,
      paragraph('It can never be due: its condition holds in no state of the model.'),
    ];
  return [
    ...head,
    ...(afterStep.length === 0
      ? []
      : [
          paragraph(
            `It is due after ${listed(afterStep.map((option) => `“${words.option(option)}”`))}, which cannot be undone: this is about what happens then.`,
          ),
        ]),
    ...(alsoOf.length === 0
      ? []
      : [paragraph(`It is also a matter of ${words.actors(alsoOf)}, whose options it is about.`)]),
    ...(staked
      ? [paragraph('Its giver’s name is staked on it: to keep it is one of its wishes.')]
      : []),
    ...(outcome === undefined ? [] : tellOutcome(words, outcome)),
    ...(readings.length > 0
      ? list(
          readings.map((reading) =>
            item(
              keeping(words, kind, reading),
              examples(words, reading).map((one) => paragraph(...one)),
            ),
          ),
        )
      : [paragraph(`${words.actors(by)} has no options, so that it cannot do anything about it.`)]),
  ];
}

/** Whether what is promised would come about, and who else can break it. */
function tellOutcome(words: Words, { due, kept, breakers }: PromisedOutcome): Block[] {
  const would =
    due === 0
      ? 'It is due in no state that would hold'
      : `Of the ${counted(due, 'state')} that would hold and in which it is due, it is so in ${kept === due ? 'all' : kept === 0 ? 'none' : figure(kept)}`;
  return [
    paragraph(
      breakers.length === 0
        ? `${would}. Nobody else can break it by a step of its own.`
        : `${would}. Others can break it:`,
    ),
    ...list(
      breakers.map(({ actor, would: rather, state, step }) =>
        item([
          actorInline(words, actor),
          rather === 0 ? ' could, though it would do no better: in ' : ' would rather: in ',
          stateCalled(words, state),
          ` it ${rather === 0 ? 'could' : 'would'} ${words.toDo(step.takes, step.drops)}.`,
        ]),
      ),
    ),
  ];
}

/** Who gives it to whom, or demands it of whom; a commitment may be to nobody in particular. */
function between(words: Words, { kind, by, to }: CommitmentAnswer): string {
  if (kind === 'demand')
    return to.length === 0
      ? `Demanded of ${words.actors(by)}`
      : `${words.actors(to)} ${to.length === 1 ? 'demands' : 'demand'} of ${words.actors(by)}`;
  return `${words.actors(by)}${to.length === 0 ? '' : ` to ${words.actors(to)}`}`;
}

/** In how many of the states in which it is due an actor would keep it. */
function keeping(
  words: Words,
  kind: CommitmentAnswer['kind'],
  { actor, faction, assumed, cutShort, all, onCourse, holding }: CommitmentReading,
): Content {
  const comes = onCourse.due !== 0;
  const { credible, due } = comes ? onCourse : all;
  const makesDue = comes
    ? `the course ${cutShort ? 'is known to make' : 'makes'} it due`
    : 'it is due';
  const done = DONE[kind];
  return [
    actorInline(words, actor),
    faction === null ? '' : `, “${faction.label}”${assumed ? ' (assumed to prevail)' : ''}`,
    ': ',
    ...(credible === due
      ? [verdict('yes', `would be ${done}`), ` wherever ${makesDue}`]
      : credible === 0
        ? [verdict('no', `would never be ${done}`), ` where ${makesDue}`]
        : [
            verdict('partly', `would not always be ${done}`),
            ` where ${makesDue}: in ${figure(credible)} of ${counted(due, 'state')}`,
          ]),
    comes
      ? `; in ${figure(all.credible)} of all ${counted(all.due, 'state')} in which it is due`
      : '',
    holding.due !== 0
      ? `; among what would hold, in ${figure(holding.credible)} of ${figure(holding.due)}`
      : '',
    '.',
    all.onceKept !== null && all.onceKept !== 0
      ? ` In ${figure(all.onceKept)} more it would not be broken once it is ${done}.`
      : '',
  ];
}

/** Where it would not be kept, and, where that is most, where it would. */
function examples(words: Words, { all, temptation, kept }: CommitmentReading): Content[] {
  return [
    ...(temptation ? [example(words, 'Not', 'it would rather', temptation)] : []),
    ...(kept && Number(all.credible) < Number(all.due) / 2
      ? [example(words, 'But yes', 'it would', kept)]
      : []),
  ];
}

const AWAY = { not: ', out of reach', moves: ', off the course', course: '' };

function example(
  words: Words,
  lead: string,
  would: string,
  { state, step, due, because, reachable }: CommitmentExample,
): Content {
  const deed = step === null ? 'stay as it is' : words.toDo(step.takes, step.drops);
  return [
    `${lead} in ${state.name.label === null && !isToday(state) ? 'what differs from today by this, ' : ''}`,
    stateCalled(words, state),
    `${reachable === null ? '' : AWAY[reachable]}: ${would} ${deed}${because === null ? '' : `, because ${because}`}${due ? '' : '; it is then no longer due'}.`,
  ];
}
