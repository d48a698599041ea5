import { Readability } from '@mozilla/readability';
import { removeAround } from './around.js';
import type { Block, Draft } from './block.js';
import { countWords, oneLine } from './block.js';
import { filledCells, readElement, type Element } from './elements.js';
import { readHtmlMetadata } from './html-metadata.js';
import { pageTree, type Page } from './page-tree.js';

const AROUND_TEXT =
  'nav,aside,[role=navigation],[role=banner],[role=contentinfo],.author-bio,.author-box,.about-author';

/** The same, unless they hold most of the page: one form around all, a header that nothing ends. */
const FORMS = 'form,button';
const MARGINS = 'body>header,body>footer';

/**
 * Readability asks every element for the words of each element in it. A page of 50 000 elements 20 deep
 * weighs so much, and takes seconds.
 */
const MOST_WEIGHT = 20_000_000;

/** With fewer words, on average, a cell or a paragraph is a label. */
const LEAST_WORDS = 12;

/** Readability's choice is taken where it leaves out more than this share of the page. */
const MOST_AROUND = 0.3;

/**
 * A page: the article in it, without what stands around it. The page is parsed, never run: there is no
 * window, nothing is fetched, and scripts, frames and forms are out before the text is looked at.
 *
 * @param whole all of it is the text, as of a mail
 */
export function readHtml(source: string, whole = false): Draft {
  const tree = pageTree(source);
  const warnings = tree.cutOff ? ['The page ends in the middle: it may have been cut off.'] : [];
  const metadata = readHtmlMetadata(tree.page);
  removeAround(tree.page);
  removeSmall(tree.page, FORMS);
  unfoldColumns(tree.page);
  const article =
    whole || isRowOfPosts(tree.page)
      ? withoutMargins(tree.page)
      : chooseArticle(tree.page, tree.weight, warnings);
  const blocks = readElement(article);
  return {
    blocks: whole ? blocks : withTitle(blocks, metadata.title ?? null),
    metadata,
    warnings,
  };
}

/** What holds most of the page's words becomes a plain part of it. */
function removeSmall(page: Page, selector: string): void {
  const half = page.body.textContent.length / 2;
  for (const element of page.querySelectorAll(selector)) {
    if (element.textContent.length <= half) element.remove();
    else {
      const part = page.createElement('div');
      for (const node of Array.from(element.childNodes)) part.append(node);
      element.replaceWith(part);
    }
  }
}

function chooseArticle(page: Page, weight: number, warnings: string[]): Element {
  const whole = page.body.textContent.length;
  const found = weight <= MOST_WEIGHT ? articleOf(page) : 'too large';
  if (found === 'too large')
    warnings.push('The page is very large or deep: all of it was read, not the article alone.');
  const rest = withoutMargins(page).textContent.length;
  if (found === null || found === 'too large') return page.body;
  const kept = found.textContent.length;
  return kept > 0 && kept < rest * (1 - MOST_AROUND) && whole > 0 ? found : page.body;
}

function withoutMargins(page: Page): Element {
  for (const element of page.body.querySelectorAll(AROUND_TEXT)) element.remove();
  removeSmall(page, MARGINS);
  return page.body;
}

/** A table of one column only places what it holds on the page: each cell is a part of its own. */
function unfoldColumns(page: Page): void {
  // Those inside others first.
  for (const table of [...page.querySelectorAll('table')].reverse()) {
    const rows = [...table.querySelectorAll('tr')]
      .filter((row) => row.closest('table') === table)
      .map(filledCells);
    const cells = rows.flat();
    if (cells.length === 0 || rows.some((row) => row.length > 1)) continue;
    if (countWords(table.textContent) < LEAST_WORDS * cells.length) continue;
    const part = page.createElement('div');
    part.append(...cells);
    table.replaceWith(part);
  }
}

/** Posts one after the other, as in a live report, are one text: none of them is the article. */
function isRowOfPosts(page: Page): boolean {
  const rows = new Map<string, { readonly posts: Set<Element>; words: number }>();
  let all = 0;
  for (const paragraph of page.querySelectorAll('p')) {
    const words = countWords(paragraph.textContent);
    const post = paragraph.parentNode;
    if (post === null || words < LEAST_WORDS) continue;
    all += words;
    const kind = `${post.localName}.${post.className}`;
    const row = rows.get(kind) ?? { posts: new Set(), words: 0 };
    row.posts.add(post);
    row.words += words;
    rows.set(kind, row);
  }
  return [...rows.values()].some(({ posts, words }) => posts.size > 2 && words > 0.7 * all);
}

function articleOf(page: Page): Element | 'too large' | null {
  const read = new Readability<Element>(page.cloneNode(true) as never, {
    serializer: (node) => node as unknown as Element,
    charThreshold: 200,
  });
  try {
    return read.parse()?.content ?? null;
  } catch (error) {
    // It hands all pieces of a text over at once; a million of them are more than a call can take.
    if (error instanceof RangeError) return 'too large';
    throw error;
  }
}

/** The page's title above the text, where the text does not begin with one. */
function withTitle(blocks: Block[], title: string | null): Block[] {
  const has = blocks.slice(0, 6).some((block) => block.kind === 'title');
  if (title === null || has) return blocks;
  const same = blocks.findIndex((block, i) => i < 4 && oneLine(block.text) === oneLine(title));
  if (same >= 0) return blocks.with(same, { text: title, kind: 'title' });
  return [{ text: title, kind: 'title' }, ...blocks];
}
