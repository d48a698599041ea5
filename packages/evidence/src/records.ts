export {
  emptyKept,
  isObject,
  KeptFileError,
  parseKept,
  parseKeptList,
  printKept,
  type FileProblem,
  type KeptForm,
  type KeptObject,
} from './kept-file.js';
export {
  ANNOTATIONS_FILE,
  nextStatement,
  NO_ANNOTATIONS,
  printAnnotations,
  readAnnotations,
  withAnchor,
  withoutAnchor,
  type AnnotationFile,
} from './anchors/annotation-file.js';
export { newSituation, sourceNameOf } from './records/new-situation.js';
export { renamedBeside, type Renamed } from './records/rename-beside.js';
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
export {
  HypothesisError,
  hypothesisRows,
  readHypothesis,
  type HypothesisPassage,
  type HypothesisRow,
  type HypothesisSelector,
  type HypothesisDocument,
  type HypothesisTarget,
} from './anchors/hypothesis.js';
