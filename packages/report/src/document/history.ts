import type {
  PlausibilityResult,
  ReplayedEvent,
  ReplayedStep,
  ReplayResult,
} from '@standoff/analysis';
import { dateInWords } from '../english.js';
import { tellPlausible } from '../questions/plausible.js';
import { scoreWords } from '../questions/replay-text.js';
import type { Words } from '../words.js';
import {
  cited,
  column,
  lead,
  note,
  quiet,
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

/** Where what is observed does not fit the model. */
export function misfitsSection(words: Words, result: PlausibilityResult): Section {
  return {
    id: 'misfits',
    title: 'Where the model does not fit',
    blocks: tellPlausible(words, result),
  };
}
