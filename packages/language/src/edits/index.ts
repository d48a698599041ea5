export { applyEdits, difference, inSteps, inverseEdits } from './edit.js';
export type { Edit, EditResult, Refusal, RefusalCode } from './edit.js';
export type { Target } from './draft.js';
export { addToActor } from './actor-parts.js';
export { insertElement, removeElement, replaceElement } from './elements.js';
export { setHead, writtenOf } from './heads.js';
export type { Written } from './heads.js';
export { attachEvidence, detachEvidence, setBecause } from './grounds.js';
export {
  addAlias,
  removeAlias,
  setDate,
  setFactionLabel,
  setFlag,
  setLabel,
  setTitle,
} from './labels.js';
export type { Flag } from './labels.js';
export { quoted } from './pieces.js';
export { rename, renameAt, renameFaction } from './rename.js';
export {
  addStatement,
  moveStatement,
  negate,
  removeStatement,
  setDegree,
  setPerhaps,
  setPrevails,
  setWants,
} from './statements.js';
export type { Holder, Place } from './statements.js';
export { removeWithUses, usesOf } from './uses.js';
export type { Use } from './uses.js';
export { supposeOpposite } from './what-if.js';
