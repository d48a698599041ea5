export type { Target } from './edits/draft.js';
export { setActs } from './edits/acts.js';
export { addToActor } from './edits/actor-parts.js';
export { insertElement, removeElement, replaceElement } from './edits/elements.js';
export { setHead, writtenOf } from './edits/heads.js';
export type { Written } from './edits/heads.js';
export { attachEvidence, detachEvidence, setBecause } from './edits/grounds.js';
export {
  addAlias,
  removeAlias,
  setDate,
  setFactionLabel,
  setFlag,
  setLabel,
  setTitle,
} from './edits/labels.js';
export type { Flag } from './edits/labels.js';
export { quoted, together } from './written.js';
export { namedAt, rename, renameAt, renamedIn, renameFaction } from './edits/rename.js';
export type { Named } from './edits/rename.js';
export {
  addStatement,
  moveStatement,
  negate,
  removeStatement,
  setDegree,
  setPerhaps,
  setPrevails,
  setRedLine,
  setWishName,
  setWants,
} from './edits/statements.js';
export type { Holder, Place } from './edits/statement-places.js';
export { removeWithUses, usesOf } from './edits/uses.js';
export type { Use } from './edits/uses.js';
export { setWindow } from './edits/window.js';
export type { WindowDays } from './edits/window.js';
export { supposeOpposite } from './edits/what-if.js';
