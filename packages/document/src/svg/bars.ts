import { ACCENT, drawing, element, label, LINE, QUIET, shortened, TINT, textWidth } from './svg.js';

/** A row of bars. */
export interface BarRow {
  readonly label: string;
  /** A second line under it. */
  readonly detail?: string;
  /** One for each series; null: not known. */
  readonly shares: readonly (Bar | null)[];
}

/** A share from 0 to 1; from a sample, where the true one lies with 95 % confidence. */
export interface Bar {
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
  /** "62 %". */
  readonly text: string;
}

const WIDTH = 680;
const LABEL = 300;
const VALUE = 96;
const BAR = 11;
const ROW = 14;

/** Shares as bars, one or two series a row; the second is hatched, so that it needs no colour. */
export function barsSvg(
  rows: readonly BarRow[],
  series: readonly string[],
  frame: { readonly id: string; readonly title: string; readonly description: string },
): { readonly svg: string; readonly width: number } {
  const room = WIDTH - LABEL - VALUE;
  const hatch = `${frame.id}-hatch`;
  const looks = [ACCENT, `url(#${hatch})`];
  const lines = Math.max(series.length, rows.some(({ detail }) => detail !== undefined) ? 2 : 1);
  const height = lines * ROW + 12;
  const top = series.length > 1 ? 34 : 22;
  const parts = [
    element(
      'defs',
      {},
      element(
        'pattern',
        {
          id: hatch,
          width: 6,
          height: 6,
          patternUnits: 'userSpaceOnUse',
          patternTransform: 'rotate(45)',
        },
        element('rect', { width: 6, height: 6, fill: TINT }),
        element('rect', { width: 2.5, height: 6, fill: ACCENT }),
      ),
    ),
  ];
  if (series.length > 1) {
    let x = LABEL;
    series.forEach((name, k) => {
      parts.push(
        element('rect', { x, y: 4, width: 18, height: BAR, fill: looks[k], stroke: ACCENT }),
        label(x + 24, 14, name),
      );
      x += 24 + textWidth(name) + 22;
    });
  }
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const x = LABEL + room * share;
    parts.push(
      element('path', {
        d: `M${x} ${top}V${top + rows.length * height}`,
        stroke: LINE,
        fill: 'none',
      }),
      label(x, top - 4, share === 0 || share === 1 || share === 0.5 ? `${share * 100} %` : '', {
        'text-anchor': 'middle',
        'font-size': 10,
        fill: QUIET,
      }),
    );
  }
  rows.forEach(({ label: text, detail, shares }, k) => {
    const y = top + k * height + 6;
    const middle = y + (lines * ROW) / 2 + 3;
    const end = { 'text-anchor': 'end' };
    parts.push(
      label(
        LABEL - 12,
        detail === undefined ? middle : middle - 7,
        shortened(text, LABEL - 16),
        end,
      ),
    );
    if (detail !== undefined)
      parts.push(
        label(LABEL - 12, middle + 7, shortened(detail, LABEL - 16, { size: 10.5 }), {
          ...end,
          'font-size': 10.5,
          fill: QUIET,
        }),
      );
    shares.forEach((bar, j) => {
      if (bar === null) return;
      const line = y + j * ROW + ((lines - series.length) * ROW) / 2;
      parts.push(
        element('rect', {
          x: LABEL,
          y: line,
          width: room * bar.share,
          height: BAR,
          fill: looks[j],
          stroke: ACCENT,
        }),
        label(WIDTH - VALUE + 10, line + 10, bar.text, { 'font-size': 11 }),
      );
      if (bar.low !== null && bar.high !== null)
        parts.push(
          element('path', {
            d: `M${LABEL + room * bar.low} ${line + BAR / 2}H${LABEL + room * bar.high}`,
            stroke: QUIET,
            'stroke-width': 3,
            fill: 'none',
          }),
        );
    });
  });
  return {
    svg: drawing({ ...frame, width: WIDTH, height: top + rows.length * height + 6 }, ...parts),
    width: WIDTH,
  };
}
