import footnotes from 'markdown-it-footnote';
import MarkdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it';
import { largeNumber, type Limits } from './limits.js';

export type { Token };

/** What is too much of Markdown: "nests …", "has …". */
export class TooCostly extends Error {}

/** The parser knows no limit but one of depth, where it leaves words out: it counts what it makes. */
function parserWithin(limit: Limits['markdown']): InstanceType<typeof MarkdownIt> {
  const parser = new MarkdownIt('commonmark');
  // Notes are read where they are defined; those within a sentence stay in it.
  parser.use(footnotes).disable('footnote_inline');
  // Only the words of links are read: none is made, so none has to be safe or encoded.
  parser.validateLink = () => true;
  parser.normalizeLink = (url) => url;
  parser.normalizeLinkText = (url) => url;
  // A paragraph and its words lie in the deepest quotation.
  const deepest = limit.depth + 1;
  parser.set({ maxNesting: deepest + 1 });
  let lines = 0;
  const looked = (): boolean => {
    if (++lines > limit.lines) {
      throw new TooCostly(
        `has more than ${largeNumber(limit.lines)} lines, counted for each quotation that one may go on`,
      );
    }
    return false;
  };
  parser.block.ruler.before('fence', 'counted', looked, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  parser.block.State = class extends parser.block.State {
    override push(...[type, tag, nesting]: Parameters<StateBlock['push']>): Token {
      if (this.level > deepest) {
        throw new TooCostly(`nests lists and quotations more than ${limit.depth} deep`);
      }
      if (this.tokens.length > limit.blocks) {
        throw new TooCostly(
          `has more than ${largeNumber(limit.blocks)} beginnings and ends of blocks`,
        );
      }
      return super.push(type, tag, nesting);
    }
  };
  parser.inline.State = class extends parser.inline.State {
    override push(...[type, tag, nesting]: Parameters<StateInline['push']>): Token {
      if (this.tokens.length > limit.marks) {
        throw new TooCostly(`has more than ${largeNumber(limit.marks)} marks in one paragraph`);
      }
      return super.push(type, tag, nesting);
    }
  };
  return parser;
}

export interface Parsed {
  readonly tokens: readonly Token[];
  /** The words of a paragraph or heading. They are parsed when asked for, and not kept: they take the most memory. */
  inline(token: Token): Token[];
}

/** @throws TooCostly */
export function parseBlocks(text: string, limits: Limits): Parsed {
  const parser = parserWithin(limits.markdown);
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
