import { timelineSvg, type Figure, type TimelineEvent } from '@standoff/document';
import { dateInWords, listed, stretchInWords } from '../told/english.js';
import type { Words } from '../told/words.js';
import type { ReplayedEvent, ReplayResult } from './answer.js';

/** The events on a line with their dates. */
export function timelineFigure(words: Words, { situation, events }: ReplayResult): Figure[] {
  const title = 'What happened';
  const { asOf } = situation;
  const drawn = events.map((event, k): TimelineEvent => ({
    date: stretchInWords(event),
    days: k === 0 ? 0 : daysBetween(events[k - 1].date, event.date),
    label: event.label,
    ...judged(words, event),
  }));
  const before = events.filter(({ later }) => !later).length;
  return [
    {
      block: 'figure',
      id: 'figure-timeline',
      title,
      caption: [
        'Full: every step was better for whoever took it. Open: one was not. Crossed: not possible in the model. Small: no step. The line is longer where more time went by, not to scale.',
      ],
      draw: (width) =>
        timelineSvg(
          {
            events: drawn,
            divide:
              asOf === null ? null : { before, words: `date of the model: ${dateInWords(asOf)}` },
          },
          { id: 'timeline', title, description: 'The events are listed below.', width },
        ),
      words: [],
    },
  ];
}

function judged(
  words: Words,
  { signals, breaks, steps, refusals }: ReplayedEvent,
): Pick<TimelineEvent, 'note' | 'mark'> {
  if (signals) return { note: 'announced or told', mark: 'small' };
  if (breaks.length > 0) return { note: 'not possible in the model', mark: 'cross' };
  if (steps.length === 0)
    return { note: refusals ? 'an offer is refused' : 'changes nothing', mark: 'small' };
  const those = (kind: (step: ReplayedEvent['steps'][number]) => boolean): string =>
    listed(steps.filter(kind).map(({ step }) => words.actor(step.actor)));
  const told = [
    ['better for', those(({ legal, change }) => legal && change === 'better')],
    ['no better for', those(({ legal, change }) => legal && change === 'same')],
    ['worse for', those(({ legal, change }) => legal && change === 'worse')],
    ['no move that the model allows', those(({ legal }) => !legal)],
  ];
  return {
    note: told
      .filter(([, who]) => who !== '')
      .map(([how, who]) => `${how} ${who}`)
      .join('; '),
    mark: steps.some(({ legal }) => !legal)
      ? 'cross'
      : steps.every(({ change }) => change === 'better')
        ? 'full'
        : 'open',
  };
}

/** From one date to a later one; of a month or a year the first day counts. */
function daysBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000);
}
