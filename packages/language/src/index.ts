/** What needs no grammar: the codes of diagnostics, names that are nearly the same, edits of a text. */
export { CODES } from './diagnostics.js';
export { SEVERITIES } from './severities.js';
export type { CodeInfo } from './diagnostics.js';
export type { Code } from './severities.js';
export { applyEdits, difference, inSteps, inverseEdits } from './edits/edit.js';
export type { Edit, EditResult, Refusal, RefusalCode } from './edits/edit.js';
export { RELATIONS } from './relations.js';
export { SOURCE_FIELDS } from './elements/source.js';
export { slug as idOfTitle } from './elements/situation.js';
