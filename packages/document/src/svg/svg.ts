import { withSteeringShown } from '@standoff/model';

/**
 * Text that may stand in XML, in an element or an attribute value. Characters that XML has no way to say, or that
 * would show the text otherwise than it is stored, are signs that can be seen.
 */
export function escaped(text: string): string {
  return withSteeringShown(text)
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const NOT_XML = /[\ufffe\uffff]/g;

/** An element; attributes that are undefined are left out, numbers written with at most two decimals. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : escaped(value!)}"`,
    )
    .join('');
  return children.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${children.join('')}</${name}>`;
}

/** The drawing as a whole, with its name and description for those who do not see it. */
export function drawing(
  { id, width, height, title, description, hasLinks = false }: DrawingFrame,
  ...children: readonly string[]
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${number(width)} ${number(height)}`,
      width,
      height,
      // What is an image has nothing in it that could be operated.
      role: hasLinks ? 'group' : 'img',
      'aria-labelledby': `${id}-title ${id}-description`,
      'font-family': 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
      'font-size': 12,
      fill: INK,
    },
    element('title', { id: `${id}-title` }, escaped(title)),
    element('desc', { id: `${id}-description` }, escaped(description)),
    ...children,
  );
}

export interface DrawingFrame {
  /** Unique in the page. */
  readonly id: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** Whether parts of it lead somewhere; not, when left out. */
  readonly hasLinks?: boolean;
}

export function label(
  x: number,
  y: number,
  text: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
): string {
  return element('text', { x, y, ...attributes }, escaped(text));
}

// What a page sets as custom properties; drawn alone, the value behind the comma counts.
export const INK = 'var(--ink, #1b1f24)';
export const QUIET = 'var(--quiet, #59636e)';
export const LINE = 'var(--line, #c9ced6)';
export const PAPER = 'var(--paper, #ffffff)';
export const TINT = 'var(--tint, #eef2f6)';
/** For who gains and who loses, and nothing else. */
export const GAIN = 'var(--gain, #14603d)';
export const LOSS = 'var(--loss, #a4262c)';

/** How an actor's lines are drawn: a colour and a dash pattern of its own, so that either tells it. */
export interface ActorLook {
  readonly colour: string;
  /** For stroke-dasharray; undefined: a solid line. */
  readonly dash: string | undefined;
}

const LOOKS: readonly (readonly [string, string | undefined])[] = [
  ['#0b5fa5', undefined],
  ['#a8380b', '7 4'],
  ['#1b6e4a', '2 4'],
  ['#7a3a93', '10 4 2 4'],
  ['#7c5a00', '14 5'],
  ['#a01a58', '4 3 4 8'],
  ['#3d5a6c', '2 3 8 3'],
  ['#4f6b00', '1 5'],
];

/** By the actor's place in the model. Beyond eight, the looks come round again. */
export function actorLook(place: number): ActorLook {
  const k = place % LOOKS.length;
  const [colour, dash] = LOOKS[k];
  return { colour: `var(--actor-${k + 1}, ${colour})`, dash };
}

/**
 * About how wide a text is at a size, in pixels. There is no font to ask: letters as wide as in the wider
 * of the usual screen fonts.
 */
export function textWidth(text: string, { size = 12, bold = false }: TextLook = {}): number {
  let width = 0;
  for (const character of text)
    width += NARROW.test(character)
      ? 0.36
      : WIDE.test(character)
        ? 0.92
        : FULL.test(character)
          ? 1.05
          : 0.63;
  return width * size * (bold ? 1.1 : 1);
}

export interface TextLook {
  /** In pixels; 12 when left out. */
  readonly size?: number;
  readonly bold?: boolean;
}

const NARROW = /[iljtfr.,:;'’“”!|()[\] ]/u;
const WIDE = /[mwMW@—%]/u;
const FULL =
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\p{Extended_Pictographic}]/u;

/** A text in at most so many lines of a width; what does not fit ends in "…". */
export function wrapped(text: string, width: number, most: number, look: TextLook = {}): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/).filter(Boolean);
  for (const [k, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, look) <= width) {
      line = longer;
      continue;
    }
    if (line !== '' && lines.length < most - 1) {
      lines.push(line);
      line = word;
      if (textWidth(word, look) <= width) continue;
    }
    lines.push(
      shortened(
        line === word ? words.slice(k).join(' ') : `${line} ${words.slice(k).join(' ')}`,
        width,
        look,
      ),
    );
    return lines;
  }
  return line === '' ? lines : [...lines, line];
}

/** A text cut to a width, with "…" where something is missing. */
function shortened(text: string, width: number, look: TextLook = {}): string {
  if (textWidth(text, look) <= width) return text;
  let cut = '';
  for (const character of text) {
    if (textWidth(`${cut}${character}…`, look) > width) break;
    cut += character;
  }
  return `${cut.trimEnd()}…`;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
