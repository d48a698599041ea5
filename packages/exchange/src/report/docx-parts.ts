import {
  AlignmentType,
  LevelFormat,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import { plain, QUIET } from './docx-inline.js';

/** Lists of nine levels, each further in. */
export function bullets(reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat]) {
  return {
    reference,
    levels: Array.from({ length: 9 }, (_, level) => ({
      level,
      format,
      text: format === LevelFormat.BULLET ? '•' : `%${level + 1}.`,
      style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 280 } } },
    })),
  };
}

/** A run in bold; its options named by type, since beside a text `bold` is taken for a method of texts. */
export function boldRun(options: IRunOptions): TextRun {
  const bold: IRunOptions = { ...options, bold: true };
  return new TextRun(bold);
}

export function small(text: string, alignment?: IParagraphOptions['alignment']): Paragraph {
  return new Paragraph({
    ...(alignment === undefined ? {} : { alignment }),
    children: [new TextRun({ text: plain(text), color: QUIET, size: 18 })],
  });
}

export function footer(generator: string): Paragraph {
  const look = { color: QUIET, size: 18 };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ ...look, text: plain(`What the model says, not a forecast. ${generator}. `) }),
      new TextRun({ ...look, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
    ],
  });
}

/** A line of a listing, behind its number. */
export function listed(line: string, number: number): Paragraph {
  const look = { font: 'Consolas', size: 17 };
  return new Paragraph({
    spacing: { after: 0 },
    indent: { left: 560, hanging: 560 },
    tabStops: [{ type: 'left', position: 560 }],
    children: [
      new TextRun({ ...look, text: `${number}\t`, color: QUIET }),
      new TextRun({ ...look, text: plain(line) }),
    ],
  });
}
