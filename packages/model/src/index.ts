export type { Amount, Count, Digits, Integer, Positive, Proportion } from './numbers.js';
export * from './decimal.js';
export * from './model.js';
export * from './proposition.js';
export * from './diagnostic.js';
export * from './characters.js';
export * from './what-if.js';
export { wrongDate } from './dates.js';
