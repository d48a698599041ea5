import type { Drawing } from '../document.js';
import { MARGIN, namedRows, rowName, THICK } from './named-rows.js';
import { drawing, element, INK, label, LINE, QUIET, TINT, type DrawingFrame } from './svg.js';

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

/** Room for a figure at the end of a bar. */
const FIGURE = 46;

/** One bar a row about a common line. The same input gives the same drawing. */
export function tornadoSvg(
  { left, right, rows }: Tornado,
  { width: frame, ...about }: Pick<DrawingFrame, 'id' | 'title' | 'description' | 'width'>,
): Drawing {
  const set = namedRows(frame, 0.42);
  const { width, beside, names } = set;
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
    const { parts: named, height } = rowName(row.label, y, set);
    parts.push(...named);
    const at = beside ? y + (height - THICK) / 2 : y + height + 2;
    parts.push(...bars(row, middle, at, unit));
    // Above the bars stand names, which the line is not to cross.
    if (!beside) parts.push(axis(middle, at - 3, at + THICK + 3));
    y += (beside ? Math.max(height, THICK) : height + THICK) + 10;
  }
  if (beside) parts.push(axis(middle, top, y - 4));
  return {
    svg: drawing({ ...about, width, height: y + MARGIN }, ...parts),
    width,
  };
}

/** The line that the bars begin at. */
function axis(x: number, from: number, to: number): string {
  return element('path', { d: `M${x} ${from}V${to}`, stroke: LINE, fill: 'none' });
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
            height: THICK,
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
            height: THICK,
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
