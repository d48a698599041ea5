export * from './model.js';
export * from './proposition.js';
