import type { CourseMap, MapOutcome, MapStep } from './course-map.js';
import {
  bolded,
  boxOf,
  drawBox,
  drawLines,
  LINE_HEIGHT,
  SMALL,
  stop,
  track,
  tip,
  type BoxKind,
  type Drawn,
  type Link,
} from './course-map-parts.js';
import { QUIET, wrapped } from './svg.js';

const MARGIN = 8;
/** Between the lines of two ways. */
const LANE = 22;
/** Between what follows each other on a line. */
const GAP = 12;
const WIDEST = 720;

/** From the top down, the ways below each other, each on a line of its own at the left. */
export function down(map: CourseMap, frame: number, link: Link): Drawn {
  const width = Math.min(frame, WIDEST);
  const lanes = Math.max(1, map.ways.length);
  const laneX = (lane: number): number => MARGIN + 10 + lane * LANE;
  const textX = laneX(lanes - 1) + 20;
  const room = width - textX - MARGIN;
  const lines: string[] = [];
  const marks: string[] = [];
  let y = MARGIN;

  const box = (outcome: MapOutcome, kind: BoxKind, lane: number): void => {
    const one = boxOf(outcome, Math.min(room, 430));
    const at = y + one.height / 2;
    // A short line leads from the lane to the box.
    lines.push(
      track(`M${laneX(lane)} ${at}H${textX - (kind === 'today' ? 0 : 6)}`, kind === 'wished'),
    );
    if (kind !== 'today') marks.push(tip(textX, at, 'right'));
    marks.push(drawBox(one, kind, textX, y, link));
    at0 = at;
    y += one.height + GAP;
  };
  /** Where the line of the present lane was last. */
  let at0 = y;
  const reach = (lane: number, from: number, to: number, open = false): void => {
    lines.push(track(`M${laneX(lane)} ${from}V${to}`, open));
  };
  const step = (one: MapStep, lane: number, open = false): void => {
    const text = `${one.who} ${one.deed}`;
    const told = wrapped(text, room, 6, { size: 12 });
    const unless = one.unless === '' ? [] : wrapped(one.unless, room, 4, { size: SMALL });
    const from = at0;
    const at = y + 8;
    reach(lane, from, at, open);
    if (!open) marks.push(stop(laneX(lane), at));
    marks.push(...bolded(told, one.who.length, textX, y + 12, { lineHeight: LINE_HEIGHT + 1 }));
    marks.push(
      drawLines(unless, textX, y + 12 + told.length * (LINE_HEIGHT + 1), {
        fill: QUIET,
        'font-style': 'italic',
      }),
    );
    at0 = at;
    y += (told.length + unless.length) * (LINE_HEIGHT + 1) + GAP - 2;
  };
  const gap = (lane: number): void => {
    const { wished } = map;
    if (wished === null) return;
    const from = at0;
    const title = wrapped(wished.title, room, 3, { size: SMALL });
    marks.push(drawLines(title, textX, y + 10, { fill: QUIET, 'font-style': 'italic' }));
    y += title.length * LINE_HEIGHT + 4;
    at0 = from;
    wished.missing.forEach((one) => step(one, lane, !wished.done));
    const last = at0;
    box(wished.outcome, wished.done ? 'end' : 'wished', lane);
    reach(lane, last, at0, !wished.done);
  };

  box(map.today, 'today', 0);
  const start = at0;
  map.common.forEach((one) => step(one, 0));
  const fork = map.common.length === 0 ? start : at0;
  map.ways.forEach(({ steps, end }, lane) => {
    if (lane > 0) {
      at0 = y + 8;
      lines.push(branch(laneX(0), laneX(lane), fork, y + 2));
    } else at0 = fork;
    steps.forEach((one) => step(one, lane));
    const last = at0;
    box(end, 'end', lane);
    reach(lane, last, at0);
    if (map.wished?.from === lane) gap(lane);
    y += GAP / 2;
  });
  if (map.wished !== null && (map.wished.from === null || map.ways.length === 0)) {
    // From today, whatever was done: on a line of its own only where nothing else is on it.
    at0 = map.ways.length === 0 ? start : y;
    gap(0);
  }
  return { parts: [...lines, ...marks], width, height: Math.round(y) };
}

/** From where the ways part to the line of another one. */
function branch(x: number, to: number, from: number, y: number): string {
  return track(`M${x} ${from}C${x} ${from + 18} ${to} ${from + 4} ${to} ${from + 24}V${y + 6}`);
}
