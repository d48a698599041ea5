import type { CodeInfo } from './code-info.js';
import { CODES_OF_ELEMENTS } from './codes-of-elements.js';
import { CODES_OF_WORDS } from './codes-of-words.js';
import type { Code } from './severities.js';

export type { CodeInfo } from './code-info.js';

/**
 * What every code of severities.ts means, for pages and for whoever points at one.
 * docs/diagnostics.md is written from this list (test/diagnostics.test.ts says how).
 */
export const CODES: Readonly<Record<Code, CodeInfo>> = { ...CODES_OF_WORDS, ...CODES_OF_ELEMENTS };
