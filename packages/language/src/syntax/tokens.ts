import type { TextRange } from '@standoff/model';
import type { LexerResult, ParseResult } from 'langium';
import { FORMS } from '../forms.js';

export type Token = LexerResult['tokens'][number];
export type LexerError = LexerResult['errors'][number];
export type SyntaxError = ParseResult['parserErrors'][number];

/** Statements that begin a line begin something new, whatever is wrong before them. */
export function isElementStart(token: Token, before: Token | undefined): boolean {
  return FORMS.has(token.image) && (before === undefined || before.endLine! < token.startLine!);
}

export function isEnd(token: Token): boolean {
  return token.tokenType.name === 'EOF';
}

export function isText(token: Token): boolean {
  return ['TEXT', 'OPEN_TEXT', 'CURLY_TEXT'].includes(token.tokenType.name);
}

export function shortened(image: string): string {
  return image.length > 30 ? `${image.slice(0, 29)}…` : image;
}

export function rangeOfToken(token: Token): TextRange {
  return {
    start: { line: token.startLine! - 1, column: token.startColumn! - 1 },
    end: { line: token.endLine! - 1, column: token.endColumn! },
  };
}
