export { formatSituation, formattingEdits } from './format.js';
export type { Formatted } from './format.js';
export { parseSituation, readableModel } from './read-situation.js';
export type { Parsed } from './read-situation.js';
export { readExpression } from './read-expression.js';
export type { ExpressionRead } from './read-expression.js';
export { tokensOf } from './tokens.js';
export type { TokenKind, TokenSpan } from './tokens.js';
