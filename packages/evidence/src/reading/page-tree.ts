import { parseHTML } from 'linkedom';
import {
  defaultTreeAdapter,
  Parser,
  TokenizerMode,
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  type html,
  type Token,
} from 'parse5';
import { ReadError } from '../source-text.js';
import type { Element, Node } from './elements.js';

type Parsed = DefaultTreeAdapterTypes.Element;
type ParsedParent = DefaultTreeAdapterTypes.ParentNode;

/** Browsers nest no deeper; pages people write nest some dozens deep. */
const DEEPEST = 512;

/** Some forty times the elements of a long book. */
const MOST_ELEMENTS = 300_000;

/** No element of a page that people read has more attributes. */
const MOST_ATTRIBUTES = 100;

/** An element near the root is work too: as much as one so deep. */
const LEAST_DEPTH = 20;

/** What they hold is no text of the page: how a word is read aloud and what was deleted neither. */
const LEFT_OUT = new Set(
  'style noscript noembed noframes iframe template svg rt rp rtc del'.split(' '),
);

/** Elements whose end may be left out, or that have none. */
const ENDLESS = new Set(
  'html head body p li dt dd tr td th option optgroup rb rt rtc rp tbody thead tfoot caption colgroup plaintext'.split(
    ' ',
  ),
);

/** As much of a document as is needed to fill and to search it. */
export interface Page extends Element {
  readonly body: Element;
  cloneNode(deep: boolean): Page;
  createElement(name: string): Element;
  createTextNode(words: string): Node;
}

export interface PageTree {
  /** Without comments, styles, drawings and other pages' frames. */
  readonly page: Page;
  /** The file ends where its author did not mean it to end. */
  readonly cutOff: boolean;
  /** The squares of the depths of all elements: the steps of a search that looks into each from above. */
  readonly weight: number;
}

/**
 * The tree that the HTML standard makes of a page, whatever tags are left out or stray.
 *
 * @throws ReadError 'too-deep', 'too-large' where what the tags make is more than can be read in time
 */
export function pageTree(source: string): PageTree {
  const parser = new PageParser();
  parser.tokenizer.write(source, true);
  const page = parseHTML('<!doctype html>').document as unknown as Page;
  fill(page, parser.document, page);
  return { page, cutOff: parser.cutOff, weight: parser.weight };
}

class PageParser extends Parser<DefaultTreeAdapterMap> {
  cutOff = false;
  weight = 0;
  #elements = 0;
  #ended = false;
  readonly #endsWritten = new Set<string>();

  constructor() {
    const count = (): void => this.#count();
    super({
      treeAdapter: {
        ...defaultTreeAdapter,
        createElement(...made) {
          count();
          return defaultTreeAdapter.createElement(...made);
        },
      },
    });
  }

  /** Elements are counted as they are made: a misnested tag is opened anew in every block after it. */
  #count(): void {
    const depth = Math.max(LEAST_DEPTH, this.openElements.stackTop + 1);
    this.weight += depth * depth;
    if (++this.#elements > MOST_ELEMENTS) {
      throw new ReadError(
        'too-large',
        `The page has more than ${MOST_ELEMENTS} elements.`,
        'Open it in a browser and save the text as plain text, or split it.',
      );
    }
  }

  override onItemPush(node: ParsedParent, tag: html.TAG_ID, top: boolean): void {
    super.onItemPush(node, tag, top);
    if (this.openElements.stackTop > DEEPEST) {
      throw new ReadError(
        'too-deep',
        `The page nests its elements more than ${DEEPEST} deep.`,
        'Open it in a browser and save the text as plain text.',
      );
    }
  }

  override onEndTag(token: Token.TagToken): void {
    this.#endsWritten.add(token.tagName);
    super.onEndTag(token);
  }

  override onEof(token: Token.EOFToken): void {
    // The end comes again for each element that it opens or closes.
    if (!this.#ended) this.cutOff = this.#endsInside();
    this.#ended = true;
    super.onEof(token);
  }

  /**
   * Inside a tag, a comment or an element that has to be closed; or inside one that the author closes
   * elsewhere, in a page whose head has an end and whose body has none.
   */
  #endsInside(): boolean {
    if (this.tokenizer.state > TokenizerMode.PLAINTEXT) return true;
    const ends = this.#endsWritten;
    if (ends.has('body') || ends.has('html')) return false;
    const { items, stackTop } = this.openElements;
    const open = items.slice(0, stackTop + 1).map((item) => (item as Parsed).tagName);
    return ends.has('head') || open.some((name) => !ENDLESS.has(name) || ends.has(name));
  }
}

/** The same tree in the DOM that the article is looked for in. */
function fill(to: Pick<Element, 'append'>, { childNodes }: ParsedParent, page: Page): void {
  for (const node of childNodes) {
    if (defaultTreeAdapter.isTextNode(node)) to.append(page.createTextNode(node.value));
    if (!defaultTreeAdapter.isElementNode(node) || !isWanted(node)) continue;
    const element = page.createElement(nameOf(node));
    for (const { name, value } of node.attrs.slice(0, MOST_ATTRIBUTES)) {
      if (NAME.test(name)) element.setAttribute(name, value);
    }
    fill(element, node, page);
    to.append(element);
  }
}

function isWanted({ tagName, attrs }: Parsed): boolean {
  if (tagName !== 'script') return !LEFT_OUT.has(tagName);
  return attrs.some(({ value }) => value === 'application/ld+json');
}

/** Readability writes pages down and reads them again with a parser that is not the standard's. */
const NAME = /^[a-z][\w.:-]*$/iu;

function nameOf({ tagName }: Parsed): string {
  if (/^(?:xmp|plaintext|listing)$/u.test(tagName)) return 'pre';
  return NAME.test(tagName) ? tagName : 'span';
}
