export { printSituation } from './print-situation.js';
export { saidBy } from './said.js';
