export type { Amount, Count, Digits, Integer, Positive, Proportion } from './numbers.js';
export * from './decimal.js';
export { decidersOf, stakeholdersOf } from './deciders.js';
export { degreeOfCell, degreeOfStatement, degreeWord } from './degree.js';
export * from './model.js';
export * from './proposition.js';
export { optionsIn } from './options-in.js';
export * from './diagnostic.js';
export * from './characters.js';
export * from './what-if.js';
export { withConsequences } from './by-itself.js';
export {
  deadlinesAhead,
  eventsUntil,
  mayChangeAt,
  modelAsOf,
  standing,
  windowChanges,
  windowWords,
  withoutWindows,
  type WindowChange,
} from './calendar.js';
export { MONTHS } from './months.js';
export { wrongDate } from './dates.js';
export { MOST_IN_GRAPH, oneOfGraph } from './graph.js';
export { nearest } from './nearest.js';
export { isName, RESERVED } from './names.js';
export { statementsOf, statementsOfItem } from './statements.js';
export { readModel } from './reading/read-model.js';
export { at, ModelFault, shown } from './reading/fault.js';
export { expectSame } from './reading/same.js';
export type { Schema } from './reading/by-schema.js';
