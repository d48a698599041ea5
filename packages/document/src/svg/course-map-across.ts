import type { CourseMap, MapGap, MapStep, MapWay } from './course-map.js';
import {
  bolded,
  boxOf,
  drawBox,
  drawLines,
  LINE_HEIGHT,
  SMALL,
  stop,
  tip,
  track,
  wordsIn,
  type Box,
  type Drawn,
  type Link,
  type Words,
} from './course-map-parts.js';
import { QUIET, wrapped } from './svg.js';

const MARGIN = 8;
const TODAY = 132;
const END = 212;
/** How long the line of a step is. */
const STEP = { least: 116, most: 210 };
/** Between the rows of two ways. */
const ROWS = 22;
/** Room for a break in a line. */
const BREAK = 40;

/** The least width at which the words of each step have room above its line. */
export function widthAcross(map: CourseMap): number {
  return 2 * MARGIN + TODAY + END + columnsOf(map) * STEP.least;
}

function columnsOf({ common, ways }: CourseMap): number {
  return Math.max(1, common.length + Math.max(0, ...ways.map(({ steps }) => steps.length)));
}

/** The words of a step and the piece of its row that they stand at. */
interface Piece {
  readonly words: Words;
  readonly left: number;
  readonly right: number;
}

/** A way, or the gap below it, with what stands in its row. */
interface Row {
  readonly pieces: readonly Piece[];
  readonly box: Box;
  readonly kind: 'end' | 'wished';
  /** The gap that the row is for, in lines; null: it is a way. */
  readonly gap: Missing | null;
}

/** What is missing, in lines as they will be drawn. */
interface Missing extends Pick<MapGap, 'from' | 'done'> {
  readonly title: readonly string[];
  readonly missing: readonly { readonly bold: number; readonly lines: readonly string[] }[];
}

function heightOf({ title, missing }: Missing): number {
  return missing.reduce((sum, { lines }) => sum + lines.length, title.length) * LINE_HEIGHT;
}

/** From the left to the right, a row for each way, the ends below each other. */
export function across(map: CourseMap, frame: number, link: Link): Drawn {
  const columns = columnsOf(map);
  const room = (frame - 2 * MARGIN - TODAY - END) / columns;
  const step = Math.min(room, map.ways.length === 0 ? 2 * STEP.most : STEP.most);
  const begin = MARGIN + TODAY;
  const fork = begin + map.common.length * step + (map.common.length === 0 ? 12 : 0);
  const endX = begin + columns * step;
  const today = boxOf(map.today, TODAY);
  const common = map.common.map((one, k) => piece(one, begin + k * step, begin + (k + 1) * step));
  const rows = rowsOf(map, { fork, step, endX });
  const heights = rows.map(({ pieces, box, gap }, k) =>
    extent([...(k === 0 ? common : []), ...pieces], k === 0 ? [box, today] : [box], gap),
  );
  const middles: number[] = [];
  let y = MARGIN;
  rows.forEach(({ gap }, k) => {
    const own = heights[k];
    const above = rows[k - 1];
    // The line of a gap runs from box to box.
    const between =
      gap !== null && above !== undefined
        ? Math.max(ROWS, BREAK - (own.above - rows[k].box.height / 2))
        : ROWS;
    y += (k === 0 ? 0 : between) + own.above;
    middles.push(y);
    y += own.below;
  });
  const parts: string[] = [];
  const stops: string[] = [];
  const first = middles[0] ?? MARGIN + today.height / 2;
  common.forEach((one) => {
    parts.push(...line(one, first, 'stop'));
    stops.push(stop(one.right, first));
  });
  rows.forEach((row, k) => {
    const at = middles[k];
    if (row.gap !== null) {
      const from = map.ways.length === 0 ? null : row.gap.from;
      parts.push(
        ...(from === null
          ? gapFromToday(row, at, map.ways.length === 0 ? begin : MARGIN + TODAY / 2, endX)
          : gapBelow(row, at, middles[k - 1] + rows[k - 1].box.height / 2, endX)),
      );
    } else {
      if (k > 0) parts.push(branch(fork, first, at));
      else if (map.common.length === 0) parts.push(track(`M${begin} ${at}H${fork}`));
      row.pieces.forEach((one, n) => {
        const last = n === row.pieces.length - 1;
        parts.push(...line(one, at, last ? 'tip' : 'stop'));
        if (!last) stops.push(stop(one.right, at));
      });
      if (row.pieces.length === 0)
        parts.push(track(`M${fork} ${at}H${endX - 6}`), tip(endX, at, 'right'));
    }
    parts.push(drawBox(row.box, row.kind, endX, at - row.box.height / 2, link));
  });
  if (map.ways.length > 1) stops.push(stop(fork, first));
  parts.push(...stops, drawBox(today, 'today', MARGIN, first - today.height / 2, link));
  return {
    parts,
    width: Math.round(endX + END + MARGIN),
    height: Math.round(Math.max(y, first + today.height / 2) + MARGIN),
  };
}

function rowsOf(
  { ways, wished }: CourseMap,
  { fork, step, endX }: { readonly fork: number; readonly step: number; readonly endX: number },
): Row[] {
  const rows = ways.flatMap(({ steps, end }: MapWay, k): Row[] => [
    {
      // The last line goes on to the box.
      pieces: steps.map((one, n) =>
        piece(one, fork + n * step, n === steps.length - 1 ? endX : fork + (n + 1) * step),
      ),
      box: boxOf(end, END),
      kind: 'end',
      gap: null,
    },
    ...(wished !== null && wished.from === k ? [gapRow(wished, fork + 8, endX)] : []),
  ]);
  if (wished !== null && (wished.from === null || ways.length === 0))
    rows.push(gapRow(wished, MARGIN + TODAY, endX));
  return rows;
}

function gapRow(gap: MapGap, left: number, endX: number): Row {
  const width = Math.min(endX - left, 2 * STEP.most);
  return {
    pieces: [],
    box: boxOf(gap.outcome, END),
    kind: gap.done ? 'end' : 'wished',
    gap: {
      ...gap,
      title: wrapped(gap.title, width - 26, 3, { size: SMALL }),
      missing: gap.missing.map(({ who, deed }) => ({
        bold: who.length,
        lines: wrapped(`${who} ${deed}`, width - 26, 6, { size: SMALL, bold: true }),
      })),
    },
  };
}

function piece(step: MapStep, left: number, right: number): Piece {
  return { words: wordsIn(step, right - left - 20), left, right };
}

/** How far what stands in a row reaches above and below its line. */
function extent(
  pieces: readonly Piece[],
  boxes: readonly Box[],
  gap: Missing | null,
): { readonly above: number; readonly below: number } {
  const half = Math.max(...boxes.map(({ height }) => height / 2));
  if (gap !== null) {
    const words = heightOf(gap);
    return gap.from === null
      ? { above: Math.max(half, words + 6), below: half }
      : { above: Math.max(half, words / 2 + 4), below: Math.max(half, words / 2 + 4) };
  }
  const above = pieces.map(({ words }) => (words.who.length + words.deed.length) * LINE_HEIGHT + 6);
  const below = pieces.map(({ words }) => words.unless.length * LINE_HEIGHT + 10);
  return { above: Math.max(half, ...above), below: Math.max(half, ...below) };
}

/** The line of a step with its words, to a state without a box or to one with. */
function line({ words, left, right }: Piece, y: number, end: 'stop' | 'tip'): string[] {
  const x = left + 10;
  const top = y - 9 - (words.who.length + words.deed.length - 1) * LINE_HEIGHT;
  return [
    track(`M${left} ${y}H${end === 'tip' ? right - 6 : right}`),
    drawLines(words.who, x, top, { 'font-weight': 700 }),
    drawLines(words.deed, x, top + words.who.length * LINE_HEIGHT),
    drawLines(words.unless, x, y + 16, { fill: QUIET, 'font-style': 'italic' }),
    end === 'tip' ? tip(right, y, 'right') : '',
  ];
}

/** From where the ways part down to the row of another one. */
function branch(x: number, from: number, to: number): string {
  return track(`M${x} ${from}V${to - 10}Q${x} ${to} ${x + 10} ${to}`);
}

/** From the box above, with the words to the left. */
function gapBelow({ box, gap }: Row, y: number, from: number, endX: number): string[] {
  const x = endX + 26;
  const to = y - box.height / 2;
  return [
    ...(gap!.done ? [track(`M${x} ${from}V${to - 6}`)] : broken(x, from, to)),
    tip(x, to, 'down'),
    ...wordsOf(gap!, y - heightOf(gap!) / 2 + 10, { x: endX - 12, 'text-anchor': 'end' }),
  ];
}

/** From today, with the words at the line. */
function gapFromToday({ gap }: Row, y: number, from: number, endX: number): string[] {
  const middle = (from + endX) / 2;
  return [
    ...(gap!.done
      ? [track(`M${from} ${y}H${endX - 6}`)]
      : [
          track(`M${from} ${y}H${middle - 6}`, true),
          track(`M${middle - 5} ${y + 6}l5 -12M${middle + 1} ${y + 6}l5 -12`),
          track(`M${middle + 7} ${y}H${endX - 6}`, true),
        ]),
    tip(endX, y, 'right'),
    ...wordsOf(gap!, y - heightOf(gap!) + LINE_HEIGHT - 9, { x: from + 10 }),
  ];
}

function wordsOf(
  { title, missing }: Missing,
  top: number,
  { x, ...look }: { readonly x: number; readonly 'text-anchor'?: string },
): string[] {
  const parts = [drawLines(title, x, top, { ...look, fill: QUIET, 'font-style': 'italic' })];
  let y = top + title.length * LINE_HEIGHT;
  for (const { bold, lines } of missing) {
    parts.push(...bolded(lines, bold, x, y, { 'font-size': SMALL, ...look }));
    y += lines.length * LINE_HEIGHT;
  }
  return parts;
}

/** A line with a break in it. */
function broken(x: number, from: number, to: number): string[] {
  const middle = (from + to - 8) / 2;
  return [
    track(`M${x} ${from}V${middle - 5}`, true),
    track(`M${x - 6} ${middle - 1}l12 -5M${x - 6} ${middle + 5}l12 -5`),
    track(`M${x} ${middle + 6}V${to - 6}`, true),
  ];
}
