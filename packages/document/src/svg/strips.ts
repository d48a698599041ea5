import type { Drawing } from '../document.js';
import { LINE_HEIGHT, MARGIN, namedRows, rowName, THICK } from './named-rows.js';
import {
  drawing,
  element,
  escaped,
  INK,
  label,
  LINE,
  QUIET,
  TINT,
  type DrawingFrame,
} from './svg.js';

/** Of the ways in which what is open can be settled, the part in which something is so: a strip for each. */
export interface Strips {
  /** What the strip, and the thin line below it, counts. */
  readonly strip: string;
  readonly line: string;
  readonly rows: readonly StripRow[];
}

export interface StripRow {
  readonly label: string;
  readonly share: Part;
  /** For the line below; null: none. */
  readonly also: Part | null;
}

/** 0 to 1, and within which bounds it lies where it is an estimate. */
export interface Part {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** As it is to be read. */
  readonly words: string;
  /** Each way by itself, in the same order in every row; left out where they are too many. */
  readonly cells?: readonly StripCell[];
}

export interface StripCell {
  /** 0 to 1; those of a row come to 1. */
  readonly share: number;
  readonly is: boolean;
  /** What tells it from the others. */
  readonly title: string;
}

/** One strip a row, all from none to all. The same input gives the same drawing. */
export function stripsSvg(
  { strip, line, rows }: Strips,
  { width: frame, ...about }: Pick<DrawingFrame, 'id' | 'title' | 'description' | 'width'>,
): Drawing {
  const set = namedRows(frame, 0.36);
  const { width, beside, names } = set;
  const figures = beside ? 150 : 0;
  const left = MARGIN + names;
  const room = width - MARGIN - left - figures;
  const quiet = { fill: QUIET, 'font-size': 11 };
  const parts = [
    element('rect', { x: MARGIN, y: 6, width: 18, height: 10, fill: INK }),
    label(MARGIN + 24, 15, strip, quiet),
    element('rect', { x: MARGIN, y: 25, width: 18, height: 4, fill: INK }),
    label(MARGIN + 24, 31, line, quiet),
  ];
  let y = 48;
  for (const { label: name, share, also } of rows) {
    const { parts: named, height } = rowName(name, y, set);
    parts.push(...named);
    const at = beside ? y : y + height + 2;
    parts.push(
      element('rect', { x: left, y: at, width: room, height: THICK, fill: TINT, stroke: LINE }),
      filled(share, left, at, room, THICK),
      ...spread(share, left, at + THICK / 2, room),
    );
    if (also !== null) parts.push(filled(also, left, at + THICK + 3, room, 4));
    const words = [share.words, ...(also === null ? [] : [also.words])].join(' · ');
    const below = at + THICK + (also === null ? 2 : 9);
    parts.push(
      beside
        ? label(left + room + 8, at + 11, words, quiet)
        : label(left, below + 11, words, quiet),
    );
    y = (beside ? Math.max(y + height, below) : below + LINE_HEIGHT) + 10;
  }
  return { svg: drawing({ ...about, width, height: y + MARGIN }, ...parts), width };
}

function filled(
  { share, cells }: Part,
  x: number,
  y: number,
  room: number,
  height: number,
): string {
  if (cells === undefined) return element('rect', { x, y, width: share * room, height, fill: INK });
  let from = x;
  return cells
    .map(({ share: own, is, title }) => {
      const left = from;
      from += own * room;
      return element(
        'rect',
        { x: left, y, width: own * room, height, fill: is ? INK : TINT, stroke: LINE },
        element('title', {}, escaped(title)),
      );
    })
    .join('');
}

/** Within which bounds an estimate lies. */
function spread({ low, high }: Part, x: number, y: number, room: number): string[] {
  if (low === high) return [];
  return [
    element('path', {
      d: `M${x + low * room} ${y - 9}v18M${x + low * room} ${y}H${x + high * room}M${x + high * room} ${y - 9}v18`,
      stroke: QUIET,
      'stroke-width': 1.5,
      fill: 'none',
    }),
  ];
}
