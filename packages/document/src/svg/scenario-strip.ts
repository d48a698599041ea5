import {
  ACCENT,
  drawing,
  element,
  INK,
  label,
  LINE,
  PAPER,
  QUIET,
  shortened,
  TINT,
} from './svg.js';

/** How a scenario stands, for a row of the strip. */
export interface StripRow {
  readonly label: string;
  /** firm: by nothing that anybody would not want to do. price: only by answers at any price, or moves at the same moment. */
  readonly holds: 'firm' | 'price' | 'no';
  readonly reached: 'today' | 'improvements' | 'moves' | 'no';
  /** Steps to the nearest of its states; null where it is today or cannot be reached. */
  readonly steps: number | null;
  /** How many actors it is better and worse for than today, where it would hold best or else throughout. */
  readonly better: number;
  readonly worse: number;
}

const WIDTH = 680;
const LABEL = 270;
const ROW = 30;
const COLUMNS = { holds: 296, reached: 418, fares: 600 };
const HOLDS = { firm: 'would hold', price: 'at a price', no: 'would not last' };

/** The scenarios one under the other: would it hold, can it be reached, how many gain and lose. */
export function scenarioStripSvg(
  rows: readonly StripRow[],
  frame: { readonly id: string; readonly title: string; readonly description: string },
): { readonly svg: string; readonly width: number } {
  const top = 30;
  const head = { 'font-size': 11, 'font-weight': 600, fill: QUIET };
  const parts = [
    label(0, 16, 'Scenario', head),
    label(LABEL + 12, 16, 'Would it hold?', head),
    label(COLUMNS.reached - 10, 16, 'Does a way lead there?', head),
    label(COLUMNS.fares, 16, 'Gain / lose', head),
  ];
  rows.forEach((row, k) => {
    const y = top + k * ROW;
    const middle = y + ROW / 2;
    parts.push(
      element('path', { d: `M0 ${y}H${WIDTH}`, stroke: LINE, fill: 'none' }),
      label(0, middle + 4, shortened(row.label, LABEL - 4)),
      holdMark(row.holds, COLUMNS.holds - 12, middle),
      label(COLUMNS.holds + 4, middle + 4, HOLDS[row.holds], { 'font-size': 11.5 }),
      wayMark(row.reached, COLUMNS.reached - 10, middle),
      label(COLUMNS.reached + 22, middle + 4, wayText(row), { 'font-size': 11.5 }),
      label(COLUMNS.fares, middle + 4, `▲ ${row.better}`, { 'font-size': 11.5 }),
      label(COLUMNS.fares + 42, middle + 4, `▼ ${row.worse}`, { 'font-size': 11.5 }),
    );
  });
  return {
    svg: drawing({ ...frame, width: WIDTH, height: top + rows.length * ROW + 4 }, ...parts),
    width: WIDTH,
  };
}

/** A full disc, half a disc, an empty one. */
function holdMark(holds: StripRow['holds'], x: number, y: number): string {
  const disc = element('circle', {
    cx: x + 4,
    cy: y,
    r: 6,
    fill: holds === 'firm' ? ACCENT : PAPER,
    stroke: holds === 'no' ? QUIET : ACCENT,
    'stroke-width': 1.5,
  });
  return holds === 'price'
    ? disc + element('path', { d: `M${x + 4} ${y - 6}a6 6 0 0 0 0 12Z`, fill: ACCENT })
    : disc;
}

/** An arrow, a broken arrow, a barred line; today is a ring. */
function wayMark(reached: StripRow['reached'], x: number, y: number): string {
  if (reached === 'today')
    return element('rect', {
      x: x + 4,
      y: y - 6,
      width: 16,
      height: 12,
      rx: 6,
      fill: TINT,
      stroke: INK,
      'stroke-width': 1.5,
    });
  const line = element('path', {
    d: `M${x} ${y}h20`,
    stroke: reached === 'no' ? QUIET : INK,
    'stroke-width': 1.8,
    'stroke-dasharray': reached === 'improvements' ? undefined : '3 3',
    fill: 'none',
  });
  return reached === 'no'
    ? line +
        element('path', {
          d: `M${x + 10} ${y - 6}v12`,
          stroke: QUIET,
          'stroke-width': 2,
          fill: 'none',
        })
    : line + element('path', { d: `M${x + 17} ${y - 4}l7 4l-7 4Z`, fill: INK });
}

function wayText({ reached, steps }: StripRow): string {
  const count = steps === null ? '' : `, ${steps} ${steps === 1 ? 'step' : 'steps'}`;
  switch (reached) {
    case 'today':
      return 'is so today';
    case 'improvements':
      return `improvements${count}`;
    case 'moves':
      return `other moves${count}`;
    case 'no':
      return 'no way';
  }
}
