import { describe, expect, it } from 'vitest';
import { readText } from '../../src/read.js';
import { LIMITS } from '../../src/reading/limits.js';
import { writeTaggedPdf, type Damage, type Tagged, type TaggedLine } from './tagged-pdf-writer.js';

async function read(
  pages: readonly (readonly TaggedLine[])[],
  kids: Tagged['kids'],
  damage: Damage = {},
): Promise<{ told: string[]; warnings: readonly string[] }> {
  const bytes = writeTaggedPdf(pages, { role: 'Document', kids }, damage);
  const { text, paragraphs, warnings } = await readText(bytes);
  return {
    told: paragraphs.map((p) => `${p.number} ${p.kind} ${text.slice(p.start, p.end)}`),
    warnings,
  };
}

const tag = (role: string, ...kids: Tagged['kids']): Tagged => ({ role, kids });
const on = (page: number, role: string, ...kids: Tagged['kids']): Tagged => ({ role, kids, page });

/** Two paragraphs whose lines stand so that only the tags tell where the second begins. */
const LINES: readonly TaggedLine[] = [
  { text: 'The harbour is closed to ships of both sides until the', y: 700, of: 0 },
  { text: 'council has met.', y: 686, of: 0 },
  { text: 'The fishermen want it opened and say that the council has', y: 672, of: 1 },
  { text: 'no right to close it.', y: 658, of: 1 },
];
const TOLD = [
  '1 body The harbour is closed to ships of both sides until the council has met.',
  '2 body The fishermen want it opened and say that the council has no right to close it.',
];

describe('a tagged PDF is read by its tags', () => {
  it('in their order, not that of the page', async () => {
    const moved = LINES.map((line) => ({ ...line, y: line.of === 0 ? line.y - 200 : line.y }));
    const { told, warnings } = await read([moved], [tag('P', 0), tag('P', 1)]);
    expect(told).toEqual(TOLD);
    expect(warnings).toEqual([]);
  });

  it('with headings, items, rows and notes as what they are, and without what is no text', async () => {
    const page: readonly TaggedLine[] = [
      { text: 'Harbour Gazette, page 7', y: 780, of: 'artifact' },
      { text: 'The harbour', y: 750, of: 2 },
      { text: 'What they want', y: 730, of: 3 },
      ...LINES,
      { text: '1.', y: 600, of: 4 },
      { text: 'The council meets.', x: 120, y: 600, of: 5 },
      { text: 'Ships', y: 560, of: 6 },
      { text: '14', x: 300, y: 560, of: 7 },
      { text: '1 Minutes of the council.', y: 300, size: 7, of: 8 },
    ];
    const { told } = await read(
      [page],
      [
        tag('H1', 2),
        tag('Note', 8),
        tag('Sect', tag('H2', 3), tag('P', 0), tag('P', 1)),
        tag('L', tag('LI', tag('Lbl', 4), tag('LBody', tag('P', 5)))),
        tag('Table', tag('TR', tag('TH', 6), tag('TD', tag('P', 7)))),
      ],
    );
    expect(told).toEqual([
      '0 title The harbour',
      '1 heading What they want',
      ...TOLD,
      '3 body 1. The council meets.',
      '4 body Ships | 14',
      expect.stringMatching(/^\d note 1 Minutes of the council\.$/u) as string,
    ]);
  });

  it('a paragraph that goes on in another column or on another page is one', async () => {
    const columns: readonly TaggedLine[] = [
      { text: 'The harbour is closed to ships', y: 114, of: 0 },
      { text: 'of both sides until the', y: 100, of: 0 },
      { text: 'council has met.', x: 320, y: 700, of: 0 },
      { text: 'The fishermen want it opened', x: 320, y: 686, of: 1 },
    ];
    const next: readonly TaggedLine[] = [
      { text: 'and say that the council has no right to close it.', y: 700, of: 0 },
    ];
    const { told } = await read([columns, next], [tag('P', 0), tag('P', 1), on(1, 'P', 0)]);
    expect(told).toEqual(TOLD);
  });

  it('what repeats in the margin is left out where nothing is marked as none of the text', async () => {
    const page = (number: number, lines: readonly TaggedLine[]): TaggedLine[] => [
      { text: 'Harbour Gazette', y: 780, of: 9 },
      ...lines,
      { text: `Page ${number} of 2`, y: 40 },
    ];
    const other = LINES.map((line, i) => ({
      ...line,
      text: ['Nobody has asked the pilots,', 'who are nine.', 'They live', 'elsewhere.'][i],
    }));
    const { told, warnings } = await read(
      [page(1, LINES), page(2, other)],
      [
        ...[tag('P', 9), tag('P', 0), tag('P', 1)],
        ...[on(1, 'P', 9), on(1, 'P', 0), on(1, 'P', 1)],
      ],
    );
    expect(told).toEqual([
      ...TOLD,
      '3 body Nobody has asked the pilots, who are nine.',
      '4 body They live elsewhere.',
    ]);
    expect(warnings).toEqual([]);
  });
});

describe('tags that do not do for the text are passed over, and that is said', () => {
  const warning = (why: string): string =>
    `The tags of the PDF ${why}: its paragraphs are told by where the lines stand on the page.`;

  it('where they leave out text', async () => {
    const { told, warnings } = await read([LINES], [tag('P', 0)]);
    expect(warnings).toEqual([warning('tag only 47 % of its text')]);
    expect(told.join(' ')).toContain('no right to close it.');
  });

  it('where the content that they name is not there', async () => {
    const { told, warnings } = await read([LINES], [tag('P', 7), tag('P', 1)]);
    expect(warnings).toEqual([warning('tag only 52 % of its text')]);
    expect(told.join(' ')).toContain('council has met.');
  });

  it('where no page says which tags it has', async () => {
    const kids = [tag('P', 0), tag('P', 1)];
    const { warnings } = await read([LINES], kids, { withoutParents: true });
    expect(warnings).toEqual([warning('tag only 0 % of its text')]);
  });

  it('where each line is a paragraph, or all are one', async () => {
    const lines = Array.from({ length: 14 }, (_, of) => ({
      text: `The harbour is closed to ships of the line number ${of} and`,
      y: 700 - 14 * of,
      of,
    }));
    const each = await read(
      [lines],
      lines.map(({ of }) => tag('P', of)),
    );
    expect(each.warnings).toEqual([warning('take each line for a paragraph')]);
    const one = await read([lines], [tag('P', ...lines.map(({ of }) => of))]);
    expect(one.warnings).toEqual([warning('take all of its text for one paragraph')]);
  });

  it('where the file doubts them itself, without a word', async () => {
    const { told, warnings } = await read([LINES], [tag('H1', 0), tag('P', 1)], { suspects: true });
    expect(warnings).toEqual([]);
    expect(told.join(' ')).not.toContain('title');
  });

  it('where they go round', async () => {
    const inner = tag('Sect', tag('P', 0), tag('P', 1));
    const { told, warnings } = await read([LINES], [inner], {
      kids: (one, objects) =>
        one === inner
          ? `${objects.get(inner)} 0 R ${[...objects.values()].map((n) => `${n} 0 R`).join(' ')}`
          : null,
    });
    expect(told.join(' ')).toContain('council has met.');
    expect(warnings.length).toBeLessThan(2);
  });

  it('where each has its children many times, within the limit of tags', async () => {
    // Forty tags in each other, each named ten times by the one around it: 10 to the 40th to walk through.
    let deep = tag('P', 0);
    for (let i = 0; i < 38; i++) deep = tag('Sect', deep);
    const bytes = writeTaggedPdf([LINES], tag('Document', deep), {
      kids: (one, objects) => {
        const [kid] = one.kids;
        return typeof kid === 'number' ? null : `${objects.get(kid)} 0 R `.repeat(10);
      },
    });
    const { warnings } = await readText(bytes, {
      limits: { ...LIMITS, pdf: { ...LIMITS.pdf, tags: 20_000 } },
    });
    expect(warnings).toEqual([warning('cannot be read')]);
  });
});
