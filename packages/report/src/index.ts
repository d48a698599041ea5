export { DEFAULT_WIDTH, type TextOptions } from './options.js';
export { analysisText } from './analysis-text.js';
export { largeText } from './large-text.js';
export { explanationText, explanationsText } from './explanation-text.js';
export { foresightExplanationsText } from './foresight-explanation-text.js';
export { stateTable, type TableState } from './state-table.js';
export { diagnosticsText, diagnosticSummary } from './diagnostics-text.js';
export { carriedText } from './carried-text.js';
export { counted } from './english.js';
