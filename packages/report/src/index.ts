export { analysisText } from './analysis-text.js';
export { largeText } from './large.js';
export {
  explanationsText,
  extensionExplanationsText,
  foresightExplanationsText,
} from './explanations-text.js';
export { stateTitle, tellAgainst, tellExplanation } from './questions/explain.js';
export { stateTable, type TableState } from './state-table.js';
export { diagnosticsText, diagnosticSummary } from './diagnostics-text.js';
export { sizeWords } from './cast.js';
export { carriedText } from './carried.js';
export { tellStanding, verdictOnToday } from './analysis/standing.js';
export { capitalised, counted, dateInWords, figure, listed } from './english.js';
export { NO_END, wayEnds } from './course-words.js';
export { propositionWords } from './proposition-words.js';
export { Words, type Vocabulary } from './words.js';
export { toldText, type Telling } from './telling.js';
export { TELLINGS } from './tellings.js';
export { tellConclusion, tellPairs } from './questions/grounds.js';
export { briefingText } from './briefing-text.js';
export { tellRests, tellWithout } from './questions/evidence.js';
export { compareText } from './questions/compare.js';
export {
  comparedLabels,
  DIFFERENCES_NOTE,
  differenceWords,
  tellDifferences,
} from './questions/compare-differences.js';
export {
  comparedCommitments,
  comparedRow,
  comparedRows,
  comparedScenarios,
  comparedStanding,
  NOT_THERE,
  type ComparedRow,
  type ComparedRows,
  type Counts,
  type Mark,
} from './questions/compared-rows.js';
export { effectSentence } from './questions/sensitivity.js';
export {
  askNote,
  meanings,
  tellAnswer,
  tellAsked,
  tellContradiction,
  tellUndecided,
} from './questions/ask.js';
export { percent } from './questions/worlds-words.js';
export { EXPECTED, fitting, tellCheck } from './questions/plausible.js';
export { tellEvents, tellScore } from './questions/replay.js';
export { EXAMPLE_DATES, exampleAgreement, exampleCommitment, exampleOptions } from './examples.js';
export {
  findingsOf,
  type Findings,
  type FindingsOptions,
  type LargeFindings,
} from './document/findings.js';
export { reportDocument, type ReportOrigin, type ReportParts } from './document/report.js';
export { reportFile, type ReportData, type ReportFormat } from './report-file.js';
export { differencesOf, readReport, type NoReport, type ReportDifference } from './report-check.js';
export { courseGraph, type CourseGraph, type CourseState } from './document/course-graph.js';
export { sha256 } from './sha256.js';
