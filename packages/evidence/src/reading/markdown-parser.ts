import MarkdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it';
import { largeNumber, LIMITS } from './limits.js';

export type { Token };

/** What is too much of Markdown: "nests …", "has …". */
export class TooCostly extends Error {}

const parser = new MarkdownIt('commonmark');
// Only the words of links are read: none is made, so none has to be safe or encoded.
parser.validateLink = () => true;
parser.normalizeLink = (url) => url;
parser.normalizeLinkText = (url) => url;

const LIMIT = LIMITS.markdown;
/** A paragraph and its words lie in the deepest quotation. */
const deepest = LIMIT.depth + 1;
parser.set({ maxNesting: deepest + 1 });

// What follows puts the counting into the parser: it knows no limit but one of depth, where it leaves words out.

parser.block.State = class extends parser.block.State {
  override push(...[type, tag, nesting]: Parameters<StateBlock['push']>): Token {
    if (this.level > deepest) {
      throw new TooCostly(`nests lists and quotations more than ${LIMIT.depth} deep`);
    }
    if (this.tokens.length > LIMIT.blocks) {
      throw new TooCostly(
        `has more than ${largeNumber(LIMIT.blocks)} beginnings and ends of blocks`,
      );
    }
    return super.push(type, tag, nesting);
  }
};

parser.inline.State = class extends parser.inline.State {
  override push(...[type, tag, nesting]: Parameters<StateInline['push']>): Token {
    if (this.tokens.length > LIMIT.marks) {
      throw new TooCostly(`has more than ${largeNumber(LIMIT.marks)} marks in one paragraph`);
    }
    return super.push(type, tag, nesting);
  }
};

export interface Parsed {
  readonly tokens: readonly Token[];
  /** The words of a paragraph or heading. They are parsed when asked for, and not kept: they take the most memory. */
  inline(token: Token): Token[];
}

/** @throws TooCostly */
export function parseBlocks(text: string): Parsed {
  const env = {};
  const tokens: Token[] = [];
  parser.block.parse(text, parser, env, tokens);
  return {
    tokens,
    inline({ content }) {
      const words: Token[] = [];
      parser.inline.parse(content, parser, env, words);
      return words;
    },
  };
}
