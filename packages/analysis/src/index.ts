export * from './result.js';
export { AnalysisError, type AnalysisErrorCode } from './errors.js';
export { prepare, takenIn, DEFAULT_MEMORY, type Prepared, type PrepareOptions } from './prepare.js';
export { analyse, type AnalyseOptions } from './analyse.js';
export { explainState } from './explain-state.js';
export { findState } from './state-reference.js';
export { diagnose } from './diagnose.js';
export { carried } from './carried.js';
export { statusQuoSets, eventsUntil } from './status-quo.js';
