/** What needs no library: what texts, suggestions and limits are, and the names of encodings. */
export * from './reading/paragraphs.js';
export { FORMATS, TEXT_FORMATS, type TextFormat } from './formats.js';
export { LARGEST_FILE, LIMITS, type Limits } from './reading/limits.js';
export * from './source-text.js';
export * from './suggestion.js';
export { ENCODINGS, encodingNamed } from './reading/encodings.js';
export { STATEMENT_KINDS, STATEMENT_STRENGTHS } from './anchors/statement.js';
export { namesOfState } from './aid/states.js';
