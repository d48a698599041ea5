import { RESERVED } from '@standoff/model';
import {
  createDefaultCoreModule,
  CstNodeBuilder,
  createDefaultSharedCoreModule,
  DefaultLexer,
  DefaultTokenBuilder,
  DefaultValueConverter,
  EmptyFileSystem,
  inject,
  LangiumParserErrorMessageProvider,
  prepareLangiumParser,
  RegExpUtils,
} from 'langium';
import type {
  CstNode,
  GrammarAST,
  LangiumCoreServices,
  LangiumParser,
  LangiumSharedCoreServices,
  LexerResult,
  ParseResult,
  ValueType,
} from 'langium';
import type { Document } from './generated/ast.js';
import { StandoffGeneratedModule, StandoffGeneratedSharedModule } from './generated/module.js';

/** Texts lose their quotes; names are compared in Unicode's composed form. */
class StandoffValueConverter extends DefaultValueConverter {
  protected override runConverter(
    rule: GrammarAST.AbstractRule,
    input: string,
    cstNode: CstNode,
  ): ValueType {
    switch (rule.name) {
      case 'Text':
        return unquote(input);
      case 'Name':
        return input.normalize('NFC');
      default:
        return super.runConverter(rule, input, cstNode);
    }
  }
}

function unquote(input: string): string {
  const closed = input.length > 1 && /["\u201C\u201D\u00BB]$/.test(input);
  return input.slice(1, closed ? -1 : undefined).replace(/\\(.)/g, '$1');
}

/**
 * The kind of token that was wanted, for syntax.ts to put into words; the lists of everything
 * that might have been wanted run to thousands of lines.
 */
class WantedToken extends LangiumParserErrorMessageProvider {
  override buildMismatchTokenMessage(
    options: Parameters<LangiumParserErrorMessageProvider['buildMismatchTokenMessage']>[0],
  ): string {
    return options.expected.name;
  }

  override buildNoViableAltMessage(): string {
    return '';
  }

  override buildEarlyExitMessage(): string {
    return '';
  }
}

/** Every word but the reserved ones may be a name, so its token counts as an ID as well. */
class SoftWords extends DefaultTokenBuilder {
  readonly #beginnings = new Map<TokenType, RegExp | null>();

  /** As there, with what matches the beginnings of a terminal made once and not for every keyword. */
  protected override findLongerAlt(
    keyword: GrammarAST.Keyword,
    terminals: TokenType[],
  ): TokenType[] {
    return terminals.filter((token) => {
      let beginning = this.#beginnings.get(token);
      if (beginning === undefined) {
        const { PATTERN: pattern } = token;
        beginning =
          pattern instanceof RegExp && pattern.source !== ''
            ? RegExpUtils.partialRegExp(new RegExp(`^${pattern.source}$`))
            : null;
        this.#beginnings.set(token, beginning);
      }
      return (beginning?.exec(keyword.value)?.[0] ?? '') !== '';
    });
  }

  protected override buildKeywordToken(
    ...args: Parameters<DefaultTokenBuilder['buildKeywordToken']>
  ): TokenType {
    const token = super.buildKeywordToken(...args);
    const [keyword, terminals] = args;
    const soft = /^[a-z]+$/.test(keyword.value) && !RESERVED.has(keyword.value);
    return soft ? { ...token, CATEGORIES: [terminals.find((t) => t.name === 'ID')!] } : token;
  }
}

type TokenType = ReturnType<DefaultTokenBuilder['buildKeywordToken']>;

/**
 * Langium looks for the place of the comments before every word, even where there are none; the
 * search runs through the list around the word, so a list of 25 000 statements takes seconds.
 */
class QuickCst extends CstNodeBuilder {
  override addHiddenNodes(tokens: Parameters<CstNodeBuilder['addHiddenNodes']>[0]): void {
    if (tokens.length > 0) super.addHiddenNodes(tokens);
  }
}

type LookAhead = (...args: unknown[]) => unknown;

/** What a parser asks for each place of the grammar where it has to look ahead, when it is made. */
interface LookAheads {
  buildLookaheadForAlternation: (place: object) => LookAhead;
  buildLookaheadForOptional: (place: object) => LookAhead;
}

/**
 * Made when it is first needed: most of the places of the grammar a text never comes to, and to make all of
 * them takes as long as to read one.
 */
function whenNeeded(make: () => LookAhead): LookAhead {
  let made: LookAhead | undefined;
  return function (this: unknown, ...args) {
    return (made ??= make()).apply(this, args);
  };
}

/** @param recovers whether it reads on past what is wrong. What that takes is made with the parser. */
function createParser(s: LangiumCoreServices, recovers: boolean): LangiumParser {
  const parser = prepareLangiumParser(s);
  // Private there, with no other way in.
  const inside = parser as unknown as {
    nodeBuilder: CstNodeBuilder;
    wrapper: {
      maxLookahead: number;
      lookaheadStrategy: LookAheads;
      recoveryEnabled: boolean;
      attemptInRepetitionRecovery: () => void;
    };
  };
  inside.nodeBuilder = new QuickCst();
  if (!recovers) {
    inside.wrapper.recoveryEnabled = false;
    inside.wrapper.attemptInRepetitionRecovery = () => undefined;
  }
  const { lookaheadStrategy } = inside.wrapper;
  const alternation = lookaheadStrategy.buildLookaheadForAlternation.bind(lookaheadStrategy);
  const optional = lookaheadStrategy.buildLookaheadForOptional.bind(lookaheadStrategy);
  lookaheadStrategy.buildLookaheadForAlternation = (place) => whenNeeded(() => alternation(place));
  lookaheadStrategy.buildLookaheadForOptional = (place) => whenNeeded(() => optional(place));
  parser.finalize();
  // The look-ahead of Langium has no bound. By this one, once the parser is made, goes the list of all that
  // might have been wanted: it is made at each mistake, takes most of the time then, and is not told. Given
  // to the parser as its configuration, it would be made with a look-ahead of another kind.
  inside.wrapper.maxLookahead = 1;
  return parser;
}

/** Hands the tokens looked at before parsing on to the parser, so that a text is cut up once. */
class OneTextLexer extends DefaultLexer {
  #kept: { text: string; result: LexerResult } | null = null;

  override tokenize(text: string): LexerResult {
    if (this.#kept?.text !== text) this.#kept = { text, result: super.tokenize(text) };
    return this.#kept.result;
  }

  forget(): void {
    this.#kept = null;
  }
}

interface StandoffServices extends LangiumCoreServices {
  parser: LangiumCoreServices['parser'] & {
    Lexer: OneTextLexer;
    /** For texts without a mistake of syntax: it stops at the first. */
    QuickParser: LangiumParser;
  };
}

let services: StandoffServices | null = null;

function language(): StandoffServices {
  if (services === null) {
    const shared: LangiumSharedCoreServices = inject(
      createDefaultSharedCoreModule(EmptyFileSystem),
      StandoffGeneratedSharedModule,
    );
    services = inject(createDefaultCoreModule({ shared }), StandoffGeneratedModule, {
      parser: {
        Lexer: (s: LangiumCoreServices) => new OneTextLexer(s),
        LangiumParser: (s: LangiumCoreServices) => createParser(s, true),
        QuickParser: (s: LangiumCoreServices) => createParser(s, false),
        TokenBuilder: () => new SoftWords(),
        ParserErrorMessageProvider: () => new WantedToken(),
        ValueConverter: () => new StandoffValueConverter(),
      },
    });
  }
  return services;
}

export function tokenize(text: string): LexerResult {
  return language().parser.Lexer.tokenize(text);
}

/**
 * The tree of a text (by one rule of the grammar), as far as it can be read. Nothing of the text is kept.
 *
 * What a parser needs to read on past a mistake takes a third of the time of making one, so the first look
 * is by one that does not: only a text with a mistake is read again by one that does.
 */
export function parseText(text: string, rule?: string): ParseResult<Document> {
  const { parser } = language();
  const options = rule === undefined ? {} : { rule };
  try {
    const quick = parser.QuickParser.parse<Document>(text, options);
    if (quick.parserErrors.length === 0) return quick;
    // Comments are taken out of the list of tokens as they get their places.
    parser.Lexer.forget();
    return parser.LangiumParser.parse<Document>(text, options);
  } finally {
    parser.Lexer.forget();
  }
}
