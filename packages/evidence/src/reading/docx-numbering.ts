import type { Numbering } from './docx-styles.js';
import { childOf, elementsOf, isOn, valueOf, type Xml } from './docx-tree.js';

interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1.%2." */
  readonly text: string;
  /** The level after which it begins anew; null: after any above it. */
  readonly restart: number | null;
  /** All numbers in its label are decimal: "1.1" below "Article I". */
  readonly legal: boolean;
}

interface List {
  readonly levels: ReadonlyMap<number, Level>;
  /** Lists that count together. */
  readonly counted: string;
  /** Levels that this list begins at a number of its own. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Counts the items of a document's lists as numbering.xml says. */
export class Numbers {
  readonly #lists = new Map<string, List>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(part: Xml | null) {
    if (part === null) return;
    const abstract = new Map<string, Xml>();
    for (const element of elementsOf(part, new Set(['w:abstractNum'])))
      abstract.set(element.attribs['w:abstractNumId'] ?? '', element);
    for (const element of elementsOf(part, new Set(['w:num']))) {
      const counted = valueOf(element, 'w:abstractNumId') ?? '';
      const levels = readLevels(abstract.get(counted));
      const starts = new Map<number, number>();
      for (const over of element.children.filter(({ name }) => name === 'w:lvlOverride')) {
        const level = Number(over.attribs['w:ilvl']);
        for (const [at, own] of readLevels(over)) levels.set(at, own);
        const start = valueOf(over, 'w:startOverride');
        if (start !== undefined) starts.set(level, Number(start));
      }
      this.#lists.set(element.attribs['w:numId'] ?? '', { levels, counted, starts });
    }
  }

  /** What stands before the next item: "3. ", "a) ", "• "; '' where nothing does. */
  next({ list: id, level }: Numbering): string {
    const list = this.#lists.get(id);
    const own = list?.levels.get(level);
    if (!list || !own) return '• ';
    const counts = this.#counts.get(list.counted) ?? [];
    this.#counts.set(list.counted, counts);
    const first = list.starts.get(level);
    const begins = first !== undefined && !this.#begun.has(`${id} ${level}`);
    this.#begun.add(`${id} ${level}`);
    counts[level] = begins ? first : (counts[level] ?? own.start - 1) + 1;
    for (let deeper = level + 1; deeper < 9; deeper++) {
      const restart = list.levels.get(deeper)?.restart ?? null;
      if (restart === null || (restart > 0 && level < restart)) counts[deeper] = undefined;
    }
    if (own.format === 'bullet') return '• ';
    if (own.format === 'none' && !own.text.includes('%'))
      return own.text === '' ? '' : `${own.text} `;
    const label = own.text.replace(/%(\d)/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const of = list.levels.get(at);
      return numeral(
        counts[at] ?? of?.start ?? 1,
        own.legal ? 'decimal' : (of?.format ?? 'decimal'),
      );
    });
    return label === '' ? '' : `${label} `;
  }
}

function readLevels(parent: Xml | undefined): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of parent?.children.filter(({ name }) => name === 'w:lvl') ?? []) {
    const restart = valueOf(level, 'w:lvlRestart');
    levels.set(Number(level.attribs['w:ilvl']), {
      start: Number(valueOf(level, 'w:start') ?? 1),
      format: valueOf(level, 'w:numFmt') ?? childOf(level, 'w:numFmt')?.attribs['val'] ?? 'decimal',
      text: valueOf(level, 'w:lvlText') ?? '',
      restart: restart === undefined ? null : Number(restart),
      legal: isOn(level, 'w:isLgl'),
    });
  }
  return levels;
}

function numeral(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(number);
  }
}

/** a … z, aa, bb. */
function letters(number: number): string {
  if (number < 1 || number > 780) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let left = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    for (; left >= value; left -= value) text += sign;
  }
  return text;
}
