import { assemble, escaped } from './pdf-writer.js';

/** A line of a page: what it is part of, by the name of the content; "artifact" is no content, without it nothing is. */
export interface TaggedLine {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
  readonly of?: number | 'artifact';
}

/** A tag with its content: the numbers of contents of its page, and further tags. */
export interface Tagged {
  readonly role: string;
  readonly page?: number;
  readonly kids: readonly (number | Tagged)[];
}

export interface Damage {
  /** What `/MarkInfo` says beside. */
  readonly suspects?: boolean;
  readonly withoutParents?: boolean;
  /** What a tag has for kids in place of its own, given the number of the object of each tag. */
  readonly kids?: (tag: Tagged, objects: ReadonlyMap<Tagged, number>) => string | null;
}

/** The smallest tagged PDF: lines of Courier where they are put, and the tree of their tags. */
export function writeTaggedPdf(
  pages: readonly (readonly TaggedLine[])[],
  tree: Tagged,
  { suspects = false, withoutParents = false, kids: damaged }: Damage = {},
): Uint8Array {
  const objects: string[] = [];
  const pageObject = (page: number): number => 6 + 2 * page;
  const first = 6 + 2 * pages.length;
  const tags: { tag: Tagged; parent: Tagged | null; page: number }[] = [];
  const collect = (tag: Tagged, parent: Tagged | null, page: number): void => {
    const own = tag.page ?? page;
    tags.push({ tag, parent, page: own });
    for (const kid of tag.kids) if (typeof kid !== 'number') collect(kid, tag, own);
  };
  collect(tree, null, 0);
  const numbers = new Map(tags.map(({ tag }, i) => [tag, first + i]));

  const mark = `<< /Marked true /Suspects ${suspects} >>`;
  objects.push(`<< /Type /Catalog /Pages 2 0 R /MarkInfo ${mark} /StructTreeRoot 4 0 R >>`);
  const kids = pages.map((_, page) => `${pageObject(page)} 0 R`).join(' ');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>');
  const parents = withoutParents ? '' : '/ParentTree 5 0 R ';
  objects.push(`<< /Type /StructTreeRoot ${parents}/K [${numbers.get(tree)} 0 R] >>`);
  const nums = pages.map((lines, page) => {
    const most = Math.max(-1, ...lines.map(({ of }) => (typeof of === 'number' ? of : -1)));
    const refs = Array.from({ length: most + 1 }, (_, content) => {
      const owner = tags.find((one) => one.page === page && one.tag.kids.includes(content));
      return owner ? `${numbers.get(owner.tag)} 0 R` : 'null';
    });
    return `${page} [${refs.join(' ')}]`;
  });
  objects.push(`<< /Nums [${nums.join(' ')}] >>`);
  pages.forEach((lines, page) => {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /StructParents ${page} ` +
        `/Contents ${pageObject(page) + 1} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
    );
    const shown = lines.map(shownLine).join('\n');
    objects.push(`<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`);
  });
  for (const { tag, parent, page } of tags) {
    const own = tag.kids.map((kid) =>
      typeof kid === 'number' ? String(kid) : `${numbers.get(kid)} 0 R`,
    );
    const k = damaged?.(tag, numbers) ?? own.join(' ');
    const up = parent === null ? 4 : numbers.get(parent)!;
    objects.push(
      `<< /Type /StructElem /S /${tag.role} /P ${up} 0 R /Pg ${pageObject(page)} 0 R /K [${k}] >>`,
    );
  }
  return assemble(objects, '/Root 1 0 R');
}

function shownLine({ text, x = 60, y, size = 10, of }: TaggedLine): string {
  const line = `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`;
  if (of === undefined) return line;
  const opened = of === 'artifact' ? '/Artifact BMC' : `/P << /MCID ${of} >> BDC`;
  return `${opened} ${line} EMC`;
}
