import { numeral } from './docx-numerals.js';
import { elementsOf, type Xml } from './docx-tree.js';

interface Level {
  readonly format: string;
  readonly before: string;
  readonly after: string;
  /** How many levels, from this one up, its label shows. */
  readonly shown: number;
  readonly start: number;
}

const FORMATS: Readonly<Record<string, string>> = {
  '': 'none',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

/** Counts the items of the lists of one style, as an OpenDocument text does. */
export class ListCounter {
  readonly #levels: ReadonlyMap<number, Level>;
  #counts: (number | undefined)[] = [];

  constructor(style: Xml) {
    this.#levels = new Map(
      elementsOf(style, new Set(['text:list-level-style-number'])).map(({ attribs }) => [
        Number(attribs['text:level']),
        {
          format: FORMATS[attribs['style:num-format'] ?? ''] ?? 'decimal',
          before: attribs['style:num-prefix'] ?? '',
          after: attribs['style:num-suffix'] ?? '',
          shown: Number(attribs['text:display-levels'] ?? 1),
          start: Number(attribs['text:start-value'] ?? 1),
        },
      ]),
    );
  }

  /** Another list of the style. */
  begin(): void {
    this.#counts = [];
  }

  /** What stands before the next item: "3. ", "a) ", "• "; '' where nothing does. */
  next(level: number, start: number | null): string {
    const own = this.#levels.get(level);
    if (!own) return '• ';
    this.#counts[level] = start ?? (this.#counts[level] ?? own.start - 1) + 1;
    this.#counts.length = level + 1;
    const numbers: string[] = [];
    for (let at = Math.max(1, level - own.shown + 1); at <= level; at++) {
      const of = this.#levels.get(at);
      if (of && of.format !== 'none')
        numbers.push(numeral(this.#counts[at] ?? of.start, of.format));
    }
    const label = own.before + numbers.join('.') + own.after;
    return label.trim() === '' ? '' : `${label.trim()} `;
  }
}
