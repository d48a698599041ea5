export { RULES, suggest, type SuggestOptions } from './aid/suggest.js';
export { draftSituation } from './aid/draft.js';
export type { Rule } from './aid/rule.js';
export type { KnownActor } from './aid/parties.js';
