export * from './reading/paragraphs.js';
export {
  Reader,
  serveReading,
  type Exceeded,
  type FileOptions,
  type ReadingThread,
} from './reading/apart.js';
export { LARGEST_FILE, LIMITS, type Limits } from './reading/limits.js';
export { readText, type ReadOptions } from './reading/read-text.js';
export * from './source-text.js';
export * from './suggestion.js';
export { RULES, suggest, type SuggestOptions } from './aid/suggest.js';
export { draftSituation } from './aid/draft.js';
export type { Rule } from './aid/rule.js';
export {
  isObject,
  KeptFileError,
  parseKept,
  printKept,
  type FileProblem,
  type KeptObject,
} from './kept-file.js';
export {
  createAnchor,
  paragraphsOf,
  type Anchor,
  type AnchoredText,
  type AnchorWords,
  type NewAnchor,
} from './anchors/anchor.js';
export {
  ANNOTATIONS_FILE,
  NO_ANNOTATIONS,
  printAnnotations,
  readAnnotations,
  withAnchor,
  withoutAnchor,
  type AnnotationFile,
} from './anchors/annotation-file.js';
export type { NearMatch } from './anchors/near.js';
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
export { sourceBlock } from './records/source-block.js';
export { fingerprint, textVersion, type Fingerprint } from './records/fingerprint.js';
export {
  currentVersion,
  lastParagraph,
  NO_SOURCES,
  printSourceRecords,
  readSourceRecords,
  SOURCES_FILE,
  sourceVersion,
  withVersion,
  type SourceRecord,
  type SourceRecords,
  type SourceVersion,
} from './records/source-records.js';
export {
  decisionOn,
  DECISIONS_FILE,
  NO_DECISIONS,
  printDecisions,
  readDecisions,
  withDecision,
  withoutDecision,
  type Decision,
  type Decisions,
} from './records/decisions.js';
export { citedNames, type CitedName } from './citation/authors.js';
export { cslItem, type CitedSource, type CslItem } from './citation/csl.js';
export {
  bibliography,
  CITATION_STYLES,
  type BibliographyEntry,
  type CitationStyle,
} from './citation/bibliography.js';
