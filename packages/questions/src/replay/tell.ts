import {
  cited,
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
  type Inline,
  type ListItem,
} from '@standoff/document';
import type {
  ReplayedEvent,
  ReplayedRefusal,
  ReplayedStep,
  ReplayResult,
  ReplayScore,
} from './answer.js';
import { timelineFigure } from './timeline.js';
import { counted, dateInWords, listed, stretchInWords } from '../told/english.js';
import { actorInline } from '../told/inlines.js';
import type { Words } from '../told/words.js';

/** What happened, step by step, held against what the model says of wishes. */
export function tellReplay(words: Words, result: ReplayResult): Block[] {
  const { events, score, start, notKnown } = result;
  if (events.length === 0)
    return [
      paragraph(
        'The situation has no dated events. “event 2018-04-21 "Tests suspended" { NK.suspend }” in its text would be one.',
      ),
    ];
  return [
    lead(
      tellScore(score) || 'No dated event changes an option of the model.',
      start === null ? ' What was taken before the first event is no state of the model.' : '',
    ),
    ...timelineFigure(words, result),
    ...tellEvents(words, events),
    ...(notKnown
      ? [
          note(
            `The states are too many to be looked at one by one. Who would have stayed under ${listed(notKnown)} is left open for some of the states on the path; the rest is exact.`,
          ),
        ]
      : []),
    note(
      'Whether a step was better is judged by the preferences in the model, against where the actor stood: one that is not better speaks against the model, or for a reason that it leaves out. “At random” draws any decision maker that has a move, and any of its moves, at the same states. A concept behind “would have stayed” is one under which the actor was held back: the model did not rule the step out, but did not expect it either.',
    ),
  ];
}

/** How many steps made matters better, before the date of the model and after it; empty: there were none. */
export function tellScore({ before, after }: ReplayResult['score']): string {
  return [
    scored(before, after.steps > 0 ? 'Up to the date of the model' : 'In all'),
    scored(after, 'After it, where the model is tested'),
  ]
    .filter(Boolean)
    .join(' ');
}

function scored(
  { steps, improvements, expected, chance, forecast }: ReplayScore,
  when: string,
): string {
  if (chance === null) return '';
  const given =
    forecast === null
      ? ''
      : ` The course gave ${steps === 1 ? 'it' : 'each of them'} a chance of ${chanceOf(forecast.course)}${steps === 1 ? '' : ' (geometric mean)'}, steps at random ${chanceOf(forecast.random)}, a forecast that nothing changes ${chanceOf(forecast.nothing)}.`;
  return `${when}, ${improvements} of ${counted(steps, 'step')} made matters better for whoever took it; of steps at random ${expected.toFixed(1)} would have, and so many or more with probability ${chance < 0.001 ? 'under 0.001' : chance.toFixed(3)}.${given}`;
}

/** "94 in 100"; "1 in 28". */
function chanceOf(chance: number): string {
  return chance >= 0.1 ? `${Math.round(chance * 100)} in 100` : `1 in ${Math.round(1 / chance)}`;
}

/** Events one after the other, each step judged. */
export function tellEvents(words: Words, events: readonly ReplayedEvent[]): Block[] {
  return [false, true].flatMap((after) => {
    const items = events.filter(({ later }) => later === after).map((one) => tellEvent(words, one));
    if (items.length === 0) return [];
    return [
      heading(after ? 'After the date of the model' : 'Up to the date of the model'),
      ...list(items),
    ];
  });
}

function tellEvent(words: Words, event: ReplayedEvent): ListItem {
  const { id, label, evidence, signals, breaks, steps, refusals = [] } = event;
  const below = signals
    ? [paragraph('changes no option; it only announces or is told.')]
    : breaks.length > 0
      ? [
          paragraph(
            verdict('no', 'not possible in the model'),
            `: it breaks ${listed(breaks.map((text) => `“${text}”`))}. The path goes on from before it.`,
          ),
        ]
      : steps.length === 0
        ? refusals.length > 0
          ? []
          : [paragraph('changes nothing that was not so before.')]
        : steps.map((step) => paragraph(...tellStep(words, step)));
  const refused = refusals.map((one) => paragraph(...tellRefusal(words, one)));
  return item(
    [element(id, label), quiet(` ${stretchInWords(event)} `), ...cited(evidence)],
    [...below, ...refused],
  );
}

/** Whether to turn an offer down was in the actor's interest. */
function tellRefusal(
  words: Words,
  { actor, offer, accepting, deterred }: ReplayedRefusal,
): Content {
  const head: Content = [
    actorInline(words, actor),
    ` refused “${words.option(`${actor}.${offer}`)}”: `,
  ];
  if (accepting === null)
    return [...head, verdict('yes', 'to take it up would have been no better for it'), '.'];
  const deed = words.toDo(accepting.takes, accepting.drops);
  return deterred
    ? [
        ...head,
        verdict('partly', `to ${deed} would have been better`),
        ', but the others would have answered.',
      ]
    : [...head, verdict('no', `to ${deed} would have been better for it`), '.'];
}

const CHANGE: Readonly<Record<ReplayedStep['change'], Inline>> = {
  better: verdict('yes', 'better for it'),
  worse: verdict('no', 'worse for it'),
  same: verdict('partly', 'no better and no worse for it'),
};

function tellStep(
  words: Words,
  { step, legal, change, because, stayed, equilibrium, best, wasBest }: ReplayedStep,
): Content {
  const deed = [actorInline(words, step.actor), ` ${words.deed(step.takes, step.drops)}: `];
  if (!legal) return [...deed, verdict('no', 'no move that the model allows it there'), '.'];
  return [
    ...deed,
    CHANGE[change],
    ` (${because}).`,
    best.length === 0
      ? ' No move was better for it: the model would have had it stay.'
      : wasBest
        ? ' It had no better move.'
        : ` Best for it: to ${words.toDo(best[0].takes, best[0].drops)}.`,
    equilibrium.length > 0
      ? ` The state it left would have held (${equilibrium.join(', ')}).`
      : stayed.length > 0
        ? ` It would have stayed under ${stayed.join(', ')}.`
        : '',
  ];
}

/** The steps that made nothing better for who took them. */
export function unexpected(words: Words, events: readonly ReplayedEvent[]): ListItem[] {
  return events.flatMap(({ id, label, date, steps, evidence }) =>
    steps
      .filter(({ change }) => change !== 'better')
      .map(({ step, legal, change, because }) =>
        item([
          `${dateInWords(date)}, `,
          element(id, label),
          ': ',
          ...(legal
            ? [CHANGE[change], `, ${words.actor(step.actor)} (${because}). `]
            : [`no move that the model allows ${words.actor(step.actor)} there. `]),
          ...cited(evidence),
        ]),
      ),
  );
}
