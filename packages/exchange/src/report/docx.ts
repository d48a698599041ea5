import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx';
import type {
  Block,
  Column,
  Content,
  Figure,
  List,
  ReportDocument,
  Section,
  Table as TableBlock,
} from '@standoff/document';
import type { ExchangeNote } from '../format.js';
import { bookmarkName, linkTo, plain, QUIET, runs, sourceAnchor } from './docx-inline.js';
import { boldRun, bullets, footer, listed, small } from './docx-parts.js';
import { standalone } from './figures.js';
import type { Raster, ReportTools } from './report-format.js';

/** As wide as the text is on a page, in CSS pixels. */
const TEXT = 620;
/** A drawing wider than the text is drawn so and made smaller. */
const DRAWN = 760;
const TINT = 'EEF2F6';
const LINE = { style: 'single', size: 4, color: 'C9CED6' } as const;
const ALIGN: Readonly<Record<Column['align'], (typeof AlignmentType)[keyof typeof AlignmentType]>> =
  {
    start: AlignmentType.START,
    middle: AlignmentType.CENTER,
    end: AlignmentType.END,
  };

/** A report as a document of a word processor, in the order and the words of the page. */
export async function writeDocx(
  report: ReportDocument,
  { raster }: ReportTools,
): Promise<{ content: Uint8Array; notes: ExchangeNote[] }> {
  const { title, subtitle, made, generator, sections } = report;
  const writer = new DocxWriter(report, raster);
  const parts: (Paragraph | Table)[][] = [];
  for (const section of sections) parts.push(await writer.section(section));
  const [first = [], ...rest] = parts;
  const document = new Document({
    title: plain(title),
    creator: plain(generator),
    description: 'What the model says, not a forecast.',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22 }, paragraph: { spacing: { after: 120 } } },
      },
    },
    numbering: {
      config: [bullets('dots', LevelFormat.BULLET), bullets('numbers', LevelFormat.DECIMAL)],
    },
    sections: [
      {
        headers: { default: new Header({ children: [small(title, AlignmentType.END)] }) },
        footers: { default: new Footer({ children: [footer(generator)] }) },
        children: [
          small('Briefing from a model'),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(plain(title))] }),
          ...(subtitle === '' ? [] : [small(`As of ${subtitle}`)]),
          small(made === null ? generator : `${generator} · made on ${made}`),
          ...first,
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('Contents')] }),
          ...sections.map(
            ({ id, title: name }) =>
              new Paragraph({ children: [linkTo(id, name)], spacing: { after: 40 } }),
          ),
          ...rest.flat(),
        ],
      },
    ],
  });
  return { content: new Uint8Array(await Packer.toArrayBuffer(document)), notes: [] };
}

type Part = Paragraph | Table;

class DocxWriter {
  readonly #sources: ReadonlySet<string>;
  readonly #raster: Raster;
  /** Lists that count begin anew each. */
  #lists = 0;

  constructor({ sections }: ReportDocument, raster: Raster) {
    this.#raster = raster;
    this.#sources = new Set(
      sections
        .flatMap(({ blocks }) => blocks)
        .flatMap((block) => (block.block === 'bibliography' ? block.entries : []))
        .map(({ source }) => source),
    );
  }

  async section({ id, title, blocks }: Section): Promise<Part[]> {
    const heading = new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new Bookmark({ id: bookmarkName(id), children: [new TextRun(plain(title))] })],
    });
    return [heading, ...(await this.#blocks(blocks, 0))];
  }

  async #blocks(blocks: readonly Block[], level: number): Promise<Part[]> {
    const parts: Part[] = [];
    for (const block of blocks) parts.push(...(await this.#block(block, level)));
    return parts;
  }

  /** @param level how many lists it stands in */
  async #block(block: Block, level: number): Promise<Part[]> {
    const indent = level > 0 ? { indent: { left: 360 * level } } : {};
    switch (block.block) {
      case 'paragraph': {
        const look = { lead: { bold: true }, note: { color: QUIET, italics: true }, text: {} }[
          block.role
        ];
        return [new Paragraph({ ...indent, children: this.#runs(block.content, look) })];
      }
      case 'heading':
        return [
          new Paragraph({ heading: HeadingLevel.HEADING_2, children: this.#runs(block.content) }),
        ];
      case 'list':
        return this.#list(block, level);
      case 'table':
        return this.#table(block);
      case 'figure':
        return this.#figure(block, level);
      case 'listing':
        return block.text.split(/\r\n|\r|\n/).map((line, k) => listed(line, k + 1));
      case 'bibliography':
        return block.entries.map(
          ({ source, content }) =>
            new Paragraph({
              children: [
                new Bookmark({
                  id: bookmarkName(sourceAnchor(source)),
                  children: [boldRun({ text: plain(source) })],
                }),
                new TextRun(' '),
                ...this.#runs(content),
              ],
            }),
        );
    }
  }

  #runs(content: Content, look = {}): ParagraphChild[] {
    return runs(content, this.#sources, look);
  }

  async #list({ ordered, items }: List, level: number): Promise<Part[]> {
    const place = {
      reference: ordered ? 'numbers' : 'dots',
      level: Math.min(level, 8),
      ...(ordered ? { instance: ++this.#lists } : {}),
    };
    const parts: Part[] = [];
    for (const { content, below } of items)
      parts.push(
        new Paragraph({ numbering: place, spacing: { after: 60 }, children: this.#runs(content) }),
        ...(await this.#blocks(below, level + 1)),
      );
    return parts;
  }

  #table({ caption, columns, groups }: TableBlock): Part[] {
    const cell = (content: Content, k: number, look = {}): TableCell =>
      new TableCell({
        margins: { top: 40, bottom: 40, left: 80, right: 80 },
        children: [
          new Paragraph({
            alignment: ALIGN[columns[k].align],
            spacing: { after: 0 },
            children: this.#runs(content, { size: 19, ...look }),
          }),
        ],
      });
    const head = new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: columns.map((column, k) => cell(column.head, k, { bold: true })),
    });
    const rows = groups.flatMap(({ title, rows: own }) => [
      ...(title === ''
        ? []
        : [
            new TableRow({
              cantSplit: true,
              children: [
                new TableCell({
                  columnSpan: columns.length,
                  shading: { fill: TINT },
                  children: [
                    new Paragraph({
                      spacing: { after: 0 },
                      children: [boldRun({ text: plain(title), size: 19 })],
                    }),
                  ],
                }),
              ],
            }),
          ]),
      ...own.map(
        (row) =>
          new TableRow({ cantSplit: true, children: row.map((content, k) => cell(content, k)) }),
      ),
    ]);
    return [
      new Paragraph({
        keepNext: true,
        spacing: { before: 160, after: 60 },
        children: [boldRun({ text: plain(caption), size: 20 })],
      }),
      new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        borders: {
          top: LINE,
          bottom: LINE,
          left: LINE,
          right: LINE,
          insideHorizontal: LINE,
          insideVertical: LINE,
        },
        rows: [head, ...rows],
      }),
      new Paragraph({ children: [] }),
    ];
  }

  async #figure({ title, caption, draw, words }: Figure, level: number): Promise<Part[]> {
    const svg = standalone(draw(DRAWN).svg);
    const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
    const [width, height] = [Number(box?.[1] ?? DRAWN), Number(box?.[2] ?? DRAWN)];
    const scale = Math.min(1, TEXT / width, 900 / height);
    const picture = new ImageRun({
      type: 'svg',
      data: new TextEncoder().encode(svg),
      // For word processors that draw none.
      fallback: { type: 'png', data: await this.#raster(svg, 2) },
      transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
      altText: { name: plain(title), title: plain(title), description: plain(title) },
    });
    return [
      new Paragraph({ keepNext: true, children: [picture] }),
      new Paragraph({ children: this.#runs(caption, { color: QUIET, size: 20 }) }),
      ...(words.length === 0
        ? []
        : [small('The figure in words'), ...(await this.#blocks(words, level))]),
    ];
  }
}
