import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Block, Draft } from './block.js';
import { oneLine } from './block.js';
import { readElement, type Element } from './elements.js';
import { readHtmlMetadata } from './html-metadata.js';
import { checkNesting } from './nesting.js';

/** What is never part of a text. */
const NOT_TEXT =
  'script,style,noscript,template,iframe,object,embed,svg,canvas,video,audio,form,button,select,dialog,[hidden],[aria-hidden="true"]';
const AROUND_TEXT =
  'nav,aside,body>header,body>footer,[role=navigation],[role=banner],[role=contentinfo]';

/** Readability's choice is taken where it leaves out more than this share of the page. */
const MOST_AROUND = 0.3;

/**
 * A page: the article in it, without what stands around it. The page is parsed, never run: there is no
 * window, nothing is fetched, and scripts, frames and forms are out before the text is looked at.
 */
export function readHtml(html: string): Draft {
  const warnings: string[] = [];
  checkNesting(html);
  const { document } = parseHTML(/<body[\s>]/iu.test(html) ? html : wholePage(html));
  const metadata = readHtmlMetadata(document as unknown as Element);
  for (const element of document.querySelectorAll(NOT_TEXT)) element.remove();
  const article = chooseArticle(document as unknown as Element, warnings);
  return { blocks: withTitle(readElement(article), metadata.title ?? null), metadata, warnings };
}

/** A fragment gets the frame a page has. */
function wholePage(html: string): string {
  return /<html[\s>]/iu.test(html)
    ? html.replace(/<\/head>/iu, '</head><body>')
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
}

interface Page extends Element {
  readonly body: Element;
  cloneNode(deep: boolean): Page;
}

function chooseArticle(root: Element, warnings: string[]): Element {
  const page = root as Page;
  const whole = page.body.textContent.length;
  const read = new Readability<Element>(page.cloneNode(true) as never, {
    serializer: (node) => node as unknown as Element,
    charThreshold: 200,
    maxElemsToParse: 50_000,
  });
  let found: Element | null = null;
  try {
    found = read.parse()?.content ?? null;
  } catch {
    warnings.push('The page is very large: all of it was read, not the article alone.');
  }
  for (const element of page.body.querySelectorAll(AROUND_TEXT)) element.remove();
  const rest = page.body.textContent.length;
  const kept = found?.textContent.length ?? 0;
  return found && kept > 0 && kept < rest * (1 - MOST_AROUND) && whole > 0 ? found : page.body;
}

/** The page's title above the text, where the text does not begin with one. */
function withTitle(blocks: Block[], title: string | null): Block[] {
  const has = blocks.slice(0, 6).some((block) => block.kind === 'title');
  if (title === null || has) return blocks;
  const same = blocks.findIndex((block, i) => i < 4 && oneLine(block.text) === oneLine(title));
  if (same >= 0) return blocks.with(same, { text: title, kind: 'title' });
  return [{ text: title, kind: 'title' }, ...blocks];
}
