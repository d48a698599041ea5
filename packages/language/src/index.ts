export { CODES } from './diagnostics.js';
export type { Code, CodeInfo } from './diagnostics.js';
export { formatSituation } from './format.js';
export type { Formatted } from './format.js';
export { nearest } from './nearest.js';
export { parseSituation } from './parse.js';
export type { Parsed } from './parse.js';
