import { Readability } from '@mozilla/readability';
import type { Block, Draft } from './block.js';
import { oneLine } from './block.js';
import { readElement, type Element } from './elements.js';
import { readHtmlMetadata } from './html-metadata.js';
import { pageTree, type Page } from './page-tree.js';

/** What is never part of a text. */
const NOT_TEXT = [
  'script,object,embed,canvas,video,audio,select,dialog,[hidden],[aria-hidden="true"]',
  '[role=dialog],[role=alertdialog],[aria-modal=true]',
  // What only programs read aloud, and what encyclopaedias put around their articles.
  '.sr-only,.visually-hidden,.visuallyhidden,.screen-reader-text,.screen-reader-only',
  '.newsletter,.newsletter-signup,.paywall,.subscribe,.subscription,.social-share,.share-buttons',
  '.hatnote,.infobox,.navbox,.noprint,.mw-editsection,.mw-cite-backlink,.mw-jump-link,.toc,#toc',
].join(',');
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;

/** Names of the boxes that ask for consent, and what they say. */
const CONSENT =
  /cookie|gdpr|ccpa|consent|onetrust|didomi|trustarc|usercentrics|sp_message|privacy-?(?:banner|notice|wall|popup|overlay)/iu;
const CONSENT_WORDS =
  /\b(?:we|(?:this|our) (?:web)?site|and our partners)\s+(?:\w+\s+){0,3}uses?\s+(?:\w+\s+){0,2}cookies\b/iu;
const LONGEST_CONSENT = 1500;
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

/** Readability's choice is taken where it leaves out more than this share of the page. */
const MOST_AROUND = 0.3;

/**
 * A page: the article in it, without what stands around it. The page is parsed, never run: there is no
 * window, nothing is fetched, and scripts, frames and forms are out before the text is looked at.
 */
export function readHtml(source: string): Draft {
  const tree = pageTree(source);
  const warnings = tree.cutOff ? ['The page ends in the middle: it may have been cut off.'] : [];
  const metadata = readHtmlMetadata(tree.page);
  for (const element of tree.page.querySelectorAll(NOT_TEXT)) element.remove();
  for (const element of tree.page.querySelectorAll('[style]')) {
    if (HIDDEN.test(element.getAttribute('style')!)) element.remove();
  }
  removeConsent(tree.page);
  removeSmall(tree.page, FORMS);
  const article = chooseArticle(tree.page, tree.weight, warnings);
  return { blocks: withTitle(readElement(article), metadata.title ?? null), metadata, warnings };
}

/** Notices about cookies, however long: they hold no heading of the page, and are not all there is. */
function removeConsent(page: Page): void {
  for (const element of page.querySelectorAll('div,section,aside,p')) {
    if (element.querySelector('h1,article,main') !== null) continue;
    const named = CONSENT.test(`${element.className} ${element.id}`);
    const text = named ? '' : element.textContent;
    const says = text.length < LONGEST_CONSENT && CONSENT_WORDS.test(text.slice(0, 300));
    if ((named || says) && oneLine(page.body.textContent) !== oneLine(element.textContent))
      element.remove();
  }
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
  for (const element of page.body.querySelectorAll(AROUND_TEXT)) element.remove();
  removeSmall(page, MARGINS);
  const rest = page.body.textContent.length;
  if (found === null || found === 'too large') return page.body;
  const kept = found.textContent.length;
  return kept > 0 && kept < rest * (1 - MOST_AROUND) && whole > 0 ? found : page.body;
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
