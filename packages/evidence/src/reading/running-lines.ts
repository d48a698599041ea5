/** A line of a page, with the place of its baseline where that is known. */
interface Line {
  readonly text: string;
  readonly y?: number;
  readonly height?: number;
  readonly font?: string;
}

/** Lines looked at from the top and the bottom of a page. */
const DEPTH = 4;

/** What stands at one edge of a page, from outside. */
interface Edge {
  readonly page: number;
  readonly lines: readonly number[];
  /** How many of them may be left out: a page keeps half of its lines. */
  readonly most: number;
}

/** Where a line stands: from below, or how far from its edge. */
interface Place {
  readonly page: number;
  readonly text: string;
  readonly y: number;
}

/**
 * What pages repeat in their margins: headers, footers and page numbers. A line counts as repeated where
 * it stands at the same place of another page, the number of the page apart; a lone number or "Page 3 of
 * 10" where there is more than one page. Nothing stands further out but what is repeated too.
 *
 * @returns for each page the indices of the lines to leave out
 */
export function runningLines(pages: readonly (readonly Line[])[]): Set<number>[] {
  const out = pages.map(() => new Set<number>());
  if (pages.length < 2) {
    pages[0]?.forEach(({ text, y }, i) => {
      if (y !== undefined && /^\s*(?:page\s*)?1\s*(?:of|von|de|sur|\/)\s*1\s*$/iu.test(text))
        out[0].add(i);
    });
    return out;
  }
  const sides = pages.map((page, number) => edgesOf(page, number));
  const steps = pages.map(stepOf);
  for (const side of ['top', 'bottom'] as const) {
    const edges = sides.map((edge) => edge[side]);
    const seen = new Map<string, Place[]>();
    for (const { page, lines } of edges) {
      lines.forEach((i, depth) => {
        const { text, y = depth } = pages[page][i];
        const key = keyOf(text);
        if (key.length > 160) return;
        const places = seen.get(key) ?? [];
        places.push({ page, text, y });
        seen.set(key, places);
      });
    }
    for (const { page, lines, most } of edges) {
      // What is repeated, and of that what the space or the letters part from the text.
      let repeated = 0;
      let parted = 0;
      for (const [depth, i] of lines.entries()) {
        const line = pages[page][i];
        const { text } = line;
        const others = (seen.get(keyOf(text)) ?? []).filter((other) => other.page !== page);
        const again =
          depth < most &&
          (others.some((other) => isNear(other, line, depth) && isSame(text, other.text)) ||
            (line.y !== undefined && standsElsewhere(text, others)));
        if (!again && !isPageNumber(text)) break;
        repeated = depth + 1;
        const inner = pages[page][lines[depth + 1] ?? -1];
        if (!inner || isPageNumber(text) || isParted(line, inner, steps[page])) parted = repeated;
      }
      for (const i of lines.slice(0, parted)) out[page].add(i);
    }
  }
  // The same page twice is no margin; but a page may have nothing else.
  const empty = pages.map((page, number) =>
    page.every(({ text }, i) => text.trim() === '' || out[number].has(i)),
  );
  const most = Math.max(...pages.map(({ length }) => length));
  pages.forEach((page, number) => {
    if (empty[number] && (empty.every(Boolean) || page.length > 4 || page.length === most))
      out[number].clear();
  });
  return out;
}

/** The first and last lines that are not blank; a page of few lines has no edges that meet. */
function edgesOf(page: readonly Line[], number: number): { top: Edge; bottom: Edge } {
  const filled = page.flatMap(({ text }, i) => (text.trim() === '' ? [] : [i]));
  // On the page, whatever is read first.
  if (filled.every((i) => page[i].y !== undefined)) filled.sort((a, b) => page[b].y! - page[a].y!);
  const most = Math.min(DEPTH, filled.length >> 1);
  return {
    top: { page: number, lines: filled.slice(0, Math.max(most, 1)), most },
    bottom: {
      page: number,
      lines: filled.slice(Math.max(filled.length - most, 1)).reverse(),
      most,
    },
  };
}

/** From one line of a page to the next, mostly. */
function stepOf(page: readonly Line[]): number {
  const places = page.flatMap(({ y }) => y ?? []).sort((a, b) => a - b);
  const steps = places.map((y, i) => y - (places[i - 1] ?? y)).filter((step) => step > 1);
  return steps.sort((a, b) => a - b)[steps.length >> 1] ?? 0;
}

/** What is repeated with its numbers changed stands at one place; the same words may move a little. */
function isNear(other: Place, line: Line, depth: number): boolean {
  if (line.y === undefined) return Math.abs(other.y - depth) < 1;
  return Math.abs(other.y - line.y) < (other.text === line.text ? 12 : 4);
}

/** On the first page or the last a line may stand higher or lower than on the others. */
function standsElsewhere(text: string, others: readonly Place[]): boolean {
  const same = others.filter((other) => other.text === text);
  return same.length > 1 && same.every(({ y }) => Math.abs(y - same[0].y) < 4);
}

/** In a text without places a line end is all that is known. */
function isParted(line: Line, inner: Line, step: number): boolean {
  return (
    line.y === undefined ||
    inner.y === undefined ||
    Math.abs(line.y - inner.y) > 1.25 * step ||
    line.font !== inner.font ||
    Math.abs(line.height! - inner.height!) > 0.08 * inner.height!
  );
}

/** The same words; numbers may differ, but not in a line that has hardly anything else. */
function isSame(one: string, other: string): boolean {
  return one === other || /\p{L}{2}/u.test(one) || isPageNumber(one);
}

function keyOf(line: string): string {
  return line.trim().slice(0, 200).replace(/\d+/gu, '#').replace(/\s+/gu, ' ');
}

function isPageNumber(line: string): boolean {
  return /^\s*(?:[-–—|[]?\s*(?:page|p\.|seite|pagina|página|стр\.)?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:of|von|de|sur|\/)\s*\d{1,4})?\s*[-–—|\]]?)\s*$/iu.test(
    line.slice(0, 60),
  );
}
