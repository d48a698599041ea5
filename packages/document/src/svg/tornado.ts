import type { Drawing } from '../document.js';
import {
  drawing,
  element,
  INK,
  label,
  LINE,
  QUIET,
  TINT,
  wrapped,
  type DrawingFrame,
} from './svg.js';

/** What changes take away and add, the largest first: a bar to either side for each. */
export interface Tornado {
  /** What a bar to the left, and one to the right, counts. */
  readonly left: string;
  readonly right: string;
  readonly rows: readonly TornadoRow[];
}

export interface TornadoRow {
  readonly label: string;
  /** Parts of a whole, 0 to 1. */
  readonly left: number;
  readonly right: number;
}

const MARGIN = 8;
const WIDEST = 920;
/** Beside the bars there is room for what they are of; on a narrower page it stands above them. */
const BESIDE = 560;
/** Room for a figure at the end of a bar. */
const FIGURE = 46;
const BAR = 14;
const LINE_HEIGHT = 15;

/** One bar a row about a common line. The same input gives the same drawing. */
export function tornadoSvg(
  { left, right, rows }: Tornado,
  { width: frame, ...about }: Pick<DrawingFrame, 'id' | 'title' | 'description' | 'width'>,
): Drawing {
  const width = Math.min(frame, WIDEST);
  const beside = width >= BESIDE;
  const names = beside ? Math.round(width * 0.42) : 0;
  const room = width - 2 * MARGIN - names - 2 * FIGURE;
  const most = (of: (row: TornadoRow) => number): number => Math.max(0, ...rows.map(of));
  const [mostLeft, mostRight] = [most((row) => row.left), most((row) => row.right)];
  const unit = room / (mostLeft + mostRight || 1);
  const middle = MARGIN + names + FIGURE + mostLeft * unit;
  // Where one side is short, its heading goes on over the other.
  const head = { fill: QUIET, 'font-size': 11 };
  const parts =
    middle - MARGIN - names < 130
      ? [
          label(MARGIN + names, 16, `◂ ${left}`, head),
          label(width - MARGIN, 16, `${right} ▸`, { ...head, 'text-anchor': 'end' }),
        ]
      : [
          label(middle - 6, 16, `◂ ${left}`, { ...head, 'text-anchor': 'end' }),
          label(middle + 6, 16, `${right} ▸`, head),
        ];
  let y = 30;
  const top = y - 4;
  for (const row of rows) {
    const lines = wrapped(row.label, beside ? names - 12 : width - 2 * MARGIN, 3);
    lines.forEach((line, k) => parts.push(label(MARGIN, y + 11 + k * LINE_HEIGHT, line)));
    const height = lines.length * LINE_HEIGHT;
    const at = beside ? y + (height - BAR) / 2 : y + height + 2;
    parts.push(...bars(row, middle, at, unit));
    y += (beside ? Math.max(height, BAR) : height + BAR) + 10;
  }
  parts.push(element('path', { d: `M${middle} ${top}V${y - 4}`, stroke: LINE, fill: 'none' }));
  return {
    svg: drawing({ ...about, width, height: y + MARGIN }, ...parts),
    width,
  };
}

function bars({ left, right }: TornadoRow, middle: number, y: number, unit: number): string[] {
  const figure = { 'font-size': 11, fill: QUIET };
  return [
    ...(left > 0
      ? [
          element('rect', {
            x: middle - left * unit,
            y,
            width: Math.max(1, left * unit),
            height: BAR,
            fill: TINT,
            stroke: INK,
          }),
          label(middle - left * unit - 6, y + 11, percent(left), {
            ...figure,
            'text-anchor': 'end',
          }),
        ]
      : []),
    ...(right > 0
      ? [
          element('rect', {
            x: middle,
            y,
            width: Math.max(1, right * unit),
            height: BAR,
            fill: INK,
          }),
          label(middle + right * unit + 6, y + 11, percent(right), figure),
        ]
      : []),
  ];
}

function percent(share: number): string {
  return share < 0.005 ? 'under 1 %' : `${Math.round(100 * share)} %`;
}
