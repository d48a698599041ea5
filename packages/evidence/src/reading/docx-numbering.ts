import { numeral } from './docx-numerals.js';
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
    const styled = new Map<string, Xml>();
    for (const element of elementsOf(part, new Set(['w:abstractNum']))) {
      abstract.set(element.attribs['w:abstractNumId'] ?? '', element);
      const style = valueOf(element, 'w:styleLink');
      if (style !== undefined) styled.set(style, element);
    }
    // A list may be that of a style.
    for (const [id, element] of abstract) {
      const style = styled.get(valueOf(element, 'w:numStyleLink') ?? '');
      if (style) abstract.set(id, style);
    }
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
