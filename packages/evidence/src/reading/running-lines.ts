/** Lines looked at from the top and the bottom of a page. */
const DEPTH = 2;

/**
 * What pages repeat: headers, footers and page numbers at their tops and bottoms. A line counts as
 * repeated where, its digits apart, it stands there on three pages and on a third of all; a lone number
 * or "Page 3 of 10" where there is more than one page.
 *
 * @returns for each page the indices of the lines to leave out
 */
export function runningLines(pages: readonly (readonly string[])[]): Set<number>[] {
  if (pages.length < 2) return pages.map(() => new Set());
  const seen = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edges(page).map((i) => keyOf(page[i])))) {
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  const least = Math.max(3, pages.length / 3);
  return pages.map((page) => {
    const repeated = edges(page).filter((i) => {
      const key = keyOf(page[i]);
      return isPageNumber(page[i]) || (key.length <= 160 && seen.get(key)! >= least);
    });
    return new Set(repeated);
  });
}

/** Indices of the first and last lines that are not blank. */
function edges(page: readonly string[]): number[] {
  const found: number[] = [];
  for (let i = 0; i < page.length && found.length < DEPTH; i++) {
    if (page[i].trim() !== '') found.push(i);
  }
  const top = found.at(-1) ?? -1;
  for (let i = page.length - 1; i > top && found.length < 2 * DEPTH; i--) {
    if (page[i].trim() !== '') found.push(i);
  }
  return found;
}

function keyOf(line: string): string {
  return line.trim().slice(0, 200).replace(/\d+/gu, '#').replace(/\s+/gu, ' ');
}

function isPageNumber(line: string): boolean {
  return /^\s*(?:[-–—|[]?\s*(?:page|p\.|seite)?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:of|\/)\s*\d{1,4})?\s*[-–—|\]]?)\s*$/iu.test(
    line.slice(0, 60),
  );
}
