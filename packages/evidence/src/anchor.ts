export {
  createAnchor,
  paragraphsOf,
  sameWords,
  type Anchor,
  type AnchoredText,
  type AnchorWords,
  type NewAnchor,
} from './anchors/anchor.js';
export { orphanProblem, outlineOf, type TextOutline } from './anchors/at-hand.js';
export type { NearMatch } from './anchors/near.js';
export {
  quoteFinder,
  type QuoteFinding,
  type QuotePlace,
  type QuoteWhere,
} from './anchors/quote.js';
export { numberedSentences, sentenceName, type NumberedSentence } from './sentences.js';
export {
  resolveAnchor,
  type Found,
  type Orphan,
  type OrphanReason,
  type Resolution,
} from './anchors/resolve.js';
export {
  referenceText,
  resolveReference,
  type Passage,
  type Reference,
  type ReferenceProblem,
  type ResolvedReference,
} from './anchors/reference.js';
export {
  isLine,
  restingOn,
  statementOf,
  statementText,
  type Statement,
  type StatementKind,
  type StatementStrength,
} from './anchors/statement.js';
