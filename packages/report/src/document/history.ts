import type {
  PlausibilityResult,
  ReplayedEvent,
  ReplayedStep,
  ReplayResult,
} from '@standoff/analysis';
import { counted, dateInWords, figure } from '../english.js';
import { scoreWords } from '../questions/replay-text.js';
import type { Words } from '../words.js';
import {
  cited,
  column,
  item,
  lead,
  list,
  note,
  quiet,
  strong,
  verdict,
  type Content,
  type Inline,
  type Section,
} from '@standoff/document';

/** What happened, step by step, and whether the model would have expected it. */
export function historySection(words: Words, { events, score, start }: ReplayResult): Section {
  const told = [
    scoreWords(score.before, score.after.steps > 0 ? 'Up to the date of the model' : 'In all'),
    scoreWords(score.after, 'After it, where the model is tested'),
  ].filter(Boolean);
  const rows = (later: boolean): Content[][] =>
    events
      .filter((event) => event.later === later)
      .map((event) => [
        [dateInWords(event.date)],
        [event.label, ' ', ...cited(event.evidence)],
        eventContent(words, event),
      ]);
  const groups = [
    { title: 'Up to the date of the model', rows: rows(false) },
    { title: 'After the date of the model', rows: rows(true) },
  ].filter((group) => group.rows.length > 0);
  return {
    id: 'history',
    title: 'What happened',
    blocks: [
      lead(
        told.length === 0 ? 'No dated event changes an option of the model.' : told.join(' '),
        ...(start === null
          ? [' What was taken before the first event is no state of the model.']
          : []),
      ),
      {
        block: 'table',
        caption: 'The dated events, held against the model',
        columns: [column('Date'), column('Event'), column('By the model')],
        groups,
      },
      note(
        'Whether a step was better is judged by the preferences in the model, against where the actor stood. “At random” draws any decision maker that has a move, and any of its moves, at the same states.',
      ),
    ],
  };
}

function eventContent(words: Words, { signals, breaks, steps }: ReplayedEvent): Content {
  if (signals) return [quiet('changes no option; it only announces or is told')];
  if (breaks.length > 0)
    return [
      verdict('no', 'not possible in the model'),
      `: it breaks ${breaks.map((text) => `“${text}”`).join(' and ')}`,
    ];
  if (steps.length === 0) return [quiet('changes nothing that was not so before')];
  return steps.flatMap((step, k) => [...(k > 0 ? ['; '] : []), ...stepContent(words, step)]);
}

const CHANGE: Readonly<Record<ReplayedStep['change'], Inline>> = {
  better: verdict('yes', 'better for it'),
  worse: verdict('no', 'worse for it'),
  same: verdict('partly', 'no better and no worse for it'),
};

function stepContent(
  words: Words,
  { step, legal, change, because, equilibrium, stayed }: ReplayedStep,
): Content {
  if (!legal)
    return [`${words.step(step)}: `, verdict('no', 'no move that the model allows it there')];
  return [
    `${words.step(step)}: `,
    CHANGE[change],
    ` (${because})`,
    equilibrium.length > 0
      ? `; the state it left would have held (${equilibrium.join(', ')})`
      : stayed.length > 0
        ? `; it would have stayed under ${stayed.join(', ')}`
        : '',
  ];
}

const KINDS: Readonly<Record<PlausibilityResult['checks'][number]['kind'], string>> = {
  stays: 'Who has not moved should have a reason to stay',
  moved: 'What an actor did should have been better for it',
  possible: 'What happened should be possible',
  extreme: 'What is said to be worst or best should be so',
  used: 'Each option should be one that its owner has a reason to change somewhere',
};

/** Where what is observed does not fit the model. */
export function misfitsSection(words: Words, { checks }: PlausibilityResult): Section {
  const misfits = checks.filter(({ fits }) => !fits);
  const kinds = Object.entries(KINDS).filter(([kind]) =>
    checks.some((check) => check.kind === kind),
  );
  return {
    id: 'misfits',
    title: 'Where the model does not fit',
    blocks: [
      lead(
        `Of ${counted(checks.length, 'check')} against what is observed and said, ${misfits.length === 0 ? 'all fit' : `${figure(misfits.length)} ${misfits.length === 1 ? 'does' : 'do'} not`}. Nothing is tuned so that it fits.`,
      ),
      ...(checks.length === 0
        ? []
        : [
            {
              block: 'table',
              caption: 'The checks',
              columns: [column('What is checked'), column('Fit', 'end'), column('Of', 'end')],
              groups: [
                {
                  title: '',
                  rows: kinds.map(([kind, title]): Content[] => {
                    const own = checks.filter((check) => check.kind === kind);
                    return [
                      [title],
                      [figure(own.filter(({ fits }) => fits).length)],
                      [figure(own.length)],
                    ];
                  }),
                },
              ],
            } as const,
          ]),
      ...list(
        misfits.map(({ actor, text, step, later, evidence }) =>
          item([
            ...(actor === null ? [] : [strong(words.actor(actor)), ': ']),
            `${text}${step ? `; the step: ${words.deed(step.takes, step.drops)}` : ''}${/[.!?]$/.test(text) && !step ? '' : '.'}${later ? ' (After the date of the model.)' : ''} `,
            ...cited(evidence),
          ]),
        ),
      ),
      note(
        'A misfit is a question, not a verdict: the preferences may be wrong, something may be missing, or an actor may have acted against its wishes.',
      ),
    ],
  };
}
