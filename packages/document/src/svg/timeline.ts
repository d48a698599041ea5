import type { Drawing } from '../document.js';
import { drawing, element, INK, label, PAPER, QUIET, wrapped, type DrawingFrame } from './svg.js';

/** What happened, on a line. */
export interface Timeline {
  readonly events: readonly TimelineEvent[];
  /** What divides the events, and how many of them are before it; null: nothing does. */
  readonly divide: { readonly before: number; readonly words: string } | null;
}

export interface TimelineEvent {
  /** As it is to be read. */
  readonly date: string;
  /** Days since the event before it; 0 for the first. */
  readonly days: number;
  readonly label: string;
  /** What is said of it; empty: nothing. */
  readonly note: string;
  /** full: as expected. open: not so. cross: cannot be. small: changes nothing. */
  readonly mark: 'full' | 'open' | 'cross' | 'small';
}

const MARGIN = 8;
const WIDEST = 736;
/** Dates stand beside the line, on a narrower page above what happened. */
const BESIDE = 460;
const DATES = 124;
const LINE_HEIGHT = 15;
const SMALL = 11;

/** From the top down; where more time went by the line is longer, though not to scale. */
export function timelineSvg(
  { events, divide }: Timeline,
  { width: frame, ...about }: Pick<DrawingFrame, 'id' | 'title' | 'description' | 'width'>,
): Drawing {
  const width = Math.min(frame, WIDEST);
  const beside = width >= BESIDE;
  const lineX = MARGIN + 8 + (beside ? DATES : 0);
  const textX = lineX + 20;
  const room = width - textX - MARGIN;
  const words: string[] = [];
  const marks: string[] = [];
  let y = MARGIN;
  events.forEach(({ date, days, label: name, note, mark }, k) => {
    if (divide?.before === k) {
      words.push(...divided(divide.words, MARGIN, width - MARGIN, y + 8));
      y += 30;
    }
    if (k > 0) y += Math.round(5 * Math.log2(1 + days / 4));
    const quiet = { fill: QUIET, 'font-size': SMALL };
    const at = y + 8;
    const dated = wrapped(date, beside ? DATES : room, 4, { size: SMALL });
    const end = { ...quiet, 'text-anchor': 'end' };
    dated.forEach((line, n) =>
      words.push(
        label(beside ? lineX - 14 : textX, at + 4 + n * LINE_HEIGHT, line, beside ? end : quiet),
      ),
    );
    const below = y + dated.length * LINE_HEIGHT;
    if (!beside) y = below;
    const named = wrapped(name, room, 4, { bold: true });
    const noted = note === '' ? [] : wrapped(note, room, 6, { size: SMALL });
    for (const line of named) {
      words.push(label(textX, y + 12, line, { 'font-weight': 650 }));
      y += LINE_HEIGHT;
    }
    for (const line of noted) {
      words.push(label(textX, y + 11, line, quiet));
      y += LINE_HEIGHT - 1;
    }
    marks.push(drawn(mark, lineX, at));
    y = Math.max(y, below) + 12;
  });
  if (divide?.before === events.length) {
    words.push(...divided(divide.words, MARGIN, width - MARGIN, y + 2));
    y += 22;
  }
  return {
    svg: drawing(
      { ...about, width, height: y + MARGIN },
      element('path', {
        d: `M${lineX} ${MARGIN}V${y}`,
        stroke: INK,
        'stroke-width': 2,
        fill: 'none',
      }),
      ...words,
      ...marks,
    ),
    width,
  };
}

/** A broken line across, with words on it to the right. */
function divided(words: string, from: number, to: number, y: number): string[] {
  return [
    element('path', {
      d: `M${from} ${y}H${to}`,
      stroke: QUIET,
      'stroke-dasharray': '4 5',
      fill: 'none',
    }),
    label(to, y - 4, words, {
      fill: QUIET,
      'font-size': SMALL,
      'font-style': 'italic',
      'text-anchor': 'end',
    }),
  ];
}

function drawn(mark: TimelineEvent['mark'], x: number, y: number): string {
  if (mark === 'cross')
    return (
      element('circle', { cx: x, cy: y, r: 7, fill: PAPER }) +
      element('path', {
        d: `M${x - 5} ${y - 5}l10 10m0 -10l-10 10`,
        stroke: INK,
        'stroke-width': 2,
        fill: 'none',
      })
    );
  return element('circle', {
    cx: x,
    cy: y,
    r: mark === 'small' ? 3 : 5.5,
    fill: mark === 'open' ? PAPER : INK,
    stroke: INK,
    'stroke-width': 2,
  });
}
