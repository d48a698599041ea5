import { childOf, elementsOf, isOn, valueOf, type Xml } from './docx-tree.js';

/** What is read of a style beside what the converter reads. */
export interface Style {
  /** In English, whatever the language of the program. */
  readonly name: string;
  readonly hidden: boolean;
  readonly isHeading: boolean;
  readonly numbering: Numbering | null;
}

/** Which list a paragraph belongs to, and how deep. */
export interface Numbering {
  readonly list: string;
  readonly level: number;
}

/** The styles of a document by their ids, with what they have from those that they are based on. */
export function readStyles(part: Xml | null): ReadonlyMap<string, Style> {
  const elements = new Map<string, Xml>();
  const styles = new Map<string, Style>();
  if (part === null) return styles;
  for (const style of elementsOf(part, new Set(['w:style']))) {
    elements.set(style.attribs['w:styleId'] ?? '', style);
  }
  const read = (id: string, depth: number): Style | null => {
    const known = styles.get(id);
    const element = elements.get(id);
    if (known || !element || depth > 20) return known ?? null;
    const base = valueOf(element, 'w:basedOn');
    const from = base === undefined ? null : read(base, depth + 1);
    const paragraph = childOf(element, 'w:pPr');
    const letters = childOf(element, 'w:rPr');
    const name = (valueOf(element, 'w:name') ?? '').toLowerCase();
    const outline = valueOf(paragraph, 'w:outlineLvl');
    const style: Style = {
      name,
      hidden: childOf(letters, 'w:vanish') ? isOn(letters, 'w:vanish') : (from?.hidden ?? false),
      isHeading:
        outline === undefined
          ? /^heading \d/u.test(name) || (from?.isHeading ?? false)
          : Number(outline) < 9,
      numbering: readNumbering(paragraph, from?.numbering ?? null),
    };
    styles.set(id, style);
    return style;
  };
  for (const id of elements.keys()) read(id, 0);
  return styles;
}

/** @param inherited where the properties say nothing of a list */
export function readNumbering(
  properties: Xml | undefined,
  inherited: Numbering | null,
): Numbering | null {
  const given = childOf(properties, 'w:numPr');
  if (!given) return inherited;
  const list = valueOf(given, 'w:numId') ?? inherited?.list;
  if (list === undefined || list === '0') return null;
  const level = Number(valueOf(given, 'w:ilvl') ?? inherited?.level ?? 0);
  return { list, level: level >= 0 && level < 9 ? level : 0 };
}
