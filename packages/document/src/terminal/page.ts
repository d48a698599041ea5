import { DEFAULT_WIDTH, type TextOptions } from './options.js';
import { styleOf, type Style } from './style.js';
import { widthOf, wrapped } from './widths.js';

export interface LineOptions {
  /** Columns before the first line and, unless `hang` says otherwise, all others. */
  readonly indent?: number;
  /** Further columns before the second and later lines. */
  readonly hang?: number;
  /** A quiet note at the right edge. */
  readonly margin?: string;
}

/** Space that a line is not broken at; it is printed as an ordinary one. */
export const FIXED_SPACE = '\u00a0';

/** Stands for the case as whoever asks calls it. */
export const CASE_HERE = '\u2060CASE';

/** A text under construction: lines wrapped to a width, notes set against the right edge. */
export class Page {
  readonly style: Style;
  readonly width: number;
  readonly #lines: string[] = [];
  readonly #caseName: string;
  #heading: string | null = null;

  constructor({ width = DEFAULT_WIDTH, colour = false, caseName = 'CASE' }: TextOptions = {}) {
    this.#caseName = /^[\w./~+@:-]+$/.test(caseName)
      ? caseName
      : `'${caseName.replaceAll("'", "'\\''")}'`;
    this.width = Math.max(40, width);
    this.style = styleOf(colour);
  }

  /** A heading with an empty line before it, unless it comes first. */
  heading(text: string): void {
    this.blank();
    this.#heading = this.style.heading(text);
    this.#lines.push(this.#heading);
  }

  /** An empty line after what is there, where it does not end with one or with a heading. */
  blank(): void {
    const last = this.#lines.at(-1);
    if (last !== undefined && last !== '' && last !== this.#heading) this.#lines.push('');
  }

  /** A paragraph, wrapped. */
  line(text: string, { indent = 0, hang = 0, margin = '' }: LineOptions = {}): void {
    // Only what takes more than a line hangs.
    const whole = this.width - indent;
    const room = widthOf(text) <= whole ? whole : whole - hang;
    const lines = wrapped(text.replaceAll(CASE_HERE, this.#caseName), Math.max(20, room)).map(
      (line, k) => `${' '.repeat(indent + (k > 0 ? hang : 0))}${line}`.trimEnd(),
    );
    if (margin !== '') this.#addMargin(lines, margin);
    this.#lines.push(...lines.map((line) => line.replaceAll(FIXED_SPACE, ' ')));
  }

  /** A line as it is: its columns stay where they are. */
  row(text: string): void {
    this.#lines.push(text.trimEnd());
  }

  /** Rows of two columns; the first is as wide as its widest cell. */
  pairs(rows: readonly (readonly [string, string])[], indent: number): void {
    const first = Math.max(...rows.map(([left]) => widthOf(left)));
    const before = indent + first + 2;
    for (const [left, right] of rows)
      wrapped(right, Math.max(20, this.width - before)).forEach((line, k) => {
        const start = k === 0 ? left + ' '.repeat(first - widthOf(left)) : ' '.repeat(first);
        this.#lines.push(`${' '.repeat(indent)}${start}  ${line}`.trimEnd());
      });
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  #addMargin(lines: string[], margin: string): void {
    const last = lines.length - 1;
    const room = this.width - widthOf(lines[last]);
    const size = widthOf(margin);
    if (room >= size + 2) lines[last] += ' '.repeat(room - size) + this.style.quiet(margin);
    else
      for (const line of wrapped(margin, Math.floor(this.width / 2)))
        lines.push(' '.repeat(Math.max(0, this.width - widthOf(line))) + this.style.quiet(line));
  }
}
