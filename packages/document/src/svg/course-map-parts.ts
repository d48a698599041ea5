import type { MapFrame, MapOutcome, MapStep } from './course-map.js';
import { element, escaped, GAIN, INK, label, LOSS, PAPER, QUIET, TINT, wrapped } from './svg.js';

/** What is drawn, and how much room it takes, in CSS pixels. */
export interface Drawn {
  readonly parts: readonly string[];
  readonly width: number;
  readonly height: number;
}

export type Link = MapFrame['link'];

/** From line to line of a text, in pixels. */
export const LINE_HEIGHT = 14;
/** The size of what stands at a line. */
export const SMALL = 11;
const PAD = 9;

/** A line of text with its look. */
interface Line {
  readonly text: string;
  readonly look: Readonly<Record<string, string | number | undefined>>;
  /** A sign before it: up for who gains, down for who loses. */
  readonly sign: 'up' | 'down' | null;
}

/** An outcome as it will be drawn in a width. */
export interface Box {
  readonly outcome: MapOutcome;
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
}

export function boxOf(outcome: MapOutcome, width: number): Box {
  const inner = width - 2 * PAD;
  const small = (text: string, colour: string, sign: Line['sign'] = null): Line[] =>
    wrapped(text, inner - (sign === null ? 0 : 12), 4, { size: SMALL }).map((line, k) => ({
      text: line,
      look: { 'font-size': SMALL, fill: colour },
      sign: k === 0 ? sign : null,
    }));
  const names = (list: readonly string[]): string => list.join(', ');
  const { name, note, better, worse } = outcome;
  const lines = [
    ...wrapped(name, inner, 5, { bold: true }).map((text) => ({
      text,
      look: { 'font-weight': 650 },
      sign: null,
    })),
    ...small(note, QUIET),
    ...(better.length > 0 ? indented(small(`better: ${names(better)}`, GAIN, 'up')) : []),
    ...(worse.length > 0 ? indented(small(`worse: ${names(worse)}`, LOSS, 'down')) : []),
  ];
  return { outcome, lines, width, height: lines.length * LINE_HEIGHT + 2 * PAD - 2 };
}

/** Lines that stand to the right of a sign. */
function indented(lines: readonly Line[]): Line[] {
  return lines.map((line) => ({ ...line, look: { ...line.look, dx: 12 } }));
}

/** Today is round, an end has a heavy line, what is not led to a broken one. */
export type BoxKind = 'today' | 'end' | 'wished';

export function drawBox(
  { outcome, lines, width, height }: Box,
  kind: BoxKind,
  x: number,
  y: number,
  link: Link,
): string {
  const outline = element('rect', {
    x,
    y,
    width,
    height,
    rx: kind === 'today' ? 14 : 3,
    fill: kind === 'wished' ? PAPER : TINT,
    stroke: INK,
    'stroke-width': kind === 'end' ? 2.25 : 1.25,
    'stroke-dasharray': kind === 'wished' ? '5 4' : undefined,
  });
  const texts = lines.map((line, k) => {
    const at = y + PAD + 9 + k * LINE_HEIGHT;
    const mark =
      line.sign === null
        ? ''
        : element('path', {
            d:
              line.sign === 'up'
                ? `M${x + PAD} ${at - 1}h8l-4 -7z`
                : `M${x + PAD} ${at - 8}h8l-4 7z`,
            fill: line.look['fill'],
          });
    return mark + label(x + PAD, at, line.text, line.look);
  });
  return link === undefined
    ? element('g', {}, outline, ...texts)
    : element('a', { href: link(outcome.id) }, outline, ...texts);
}

/** Words at a line, as they will be drawn: who in bold, the deed, and quietly who could stop it. */
export interface Words {
  readonly who: readonly string[];
  readonly deed: readonly string[];
  readonly unless: readonly string[];
}

/** The actor above its deed. */
export function wordsIn({ who, deed, unless }: MapStep, width: number): Words {
  return {
    who: wrapped(who, width, 3, { size: SMALL, bold: true }),
    deed: wrapped(deed, width, 9, { size: SMALL }),
    unless: unless === '' ? [] : wrapped(unless, width, 9, { size: SMALL }),
  };
}

/** Lines one below the other, from the base line of the first. */
export function drawLines(
  lines: readonly string[],
  x: number,
  y: number,
  look: Readonly<Record<string, string | number | undefined>> = {},
): string {
  return lines
    .map((text, k) => label(x, y + k * LINE_HEIGHT, text, { 'font-size': SMALL, ...look }))
    .join('');
}

/** Lines of which the first so many characters, with those that stand between lines, are bold. */
export function bolded(
  told: readonly string[],
  bold: number,
  x: number,
  y: number,
  {
    lineHeight = LINE_HEIGHT,
    ...look
  }: Readonly<Record<string, string | number>> & {
    readonly lineHeight?: number;
  } = {},
): string[] {
  let left = bold;
  return told.map((line, k) => {
    const strong = line.slice(0, Math.max(0, left));
    left -= line.length + 1;
    return element(
      'text',
      { x, y: y + k * lineHeight, ...look },
      ...(strong === '' ? [] : [element('tspan', { 'font-weight': 700 }, escaped(strong))]),
      escaped(line.slice(strong.length)),
    );
  });
}

/** A line on which the course goes. */
export function track(d: string, broken = false): string {
  return element('path', {
    d,
    fill: 'none',
    stroke: INK,
    'stroke-width': broken ? 1.5 : 2,
    'stroke-dasharray': broken ? '4 5' : undefined,
  });
}

/** The state after a step, where it has no box. */
export function stop(x: number, y: number): string {
  return element('circle', { cx: x, cy: y, r: 4.5, fill: PAPER, stroke: INK, 'stroke-width': 2 });
}

/** The head of an arrow that points right, or down, with its tip at a place. */
export function tip(x: number, y: number, towards: 'right' | 'down'): string {
  return element('path', {
    d:
      towards === 'right'
        ? `M${x - 8} ${y - 5}L${x} ${y}L${x - 8} ${y + 5}Z`
        : `M${x - 5} ${y - 8}L${x} ${y}L${x + 5} ${y - 8}Z`,
    fill: INK,
  });
}
