export * from './source-text.js';
export * from './suggestion.js';
