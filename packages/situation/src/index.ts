export { diagnose } from './checks/diagnose.js';
export { checkRankings, largeExtreme } from './checks/large-states.js';
export { ruledOutBy, smallestConflict } from './conflict.js';
export {
  courseEnd,
  type CourseEnd,
  courseEnds,
  type CourseEnds,
  gradeAt,
  gradeIn,
  judging,
  type Judging,
  pullInto,
} from './course-end.js';
export { courseSteps } from './course-steps.js';
export { ListedCourse } from './listed-course.js';
export { Courses } from './courses.js';
export {
  type Element,
  type ElementKind,
  type ElementShown,
  countedElements,
  elementsOf,
  isCounted,
  removableIn,
} from './elements.js';
export { Equilibria } from './equilibria.js';
export { AnalysisError, isTooLarge, type AnalysisErrorCode } from './errors.js';
export { isExtreme, isExtremeSet } from './extremes.js';
export { Held } from './held.js';
export { atFirst } from './first-states.js';
export { followed, isAtFirst, standardsOf } from './followed.js';
export { improvementsFrom } from './improvements.js';
export { conceptsFor, judge, type Judged, judgeWithPool, kindBy, kindOf } from './judge.js';
export { NODES_FOR_REACH, nodesWithin } from './diagram-nodes.js';
export { fewestMoves } from './diagram-reached.js';
export { largeCodeOf, largeModelOf } from './large-lowering.js';
export { LargeNames } from './large-names.js';
export { largeStarts } from './large-starts.js';
export { codeOf, optionsIn, takenIn } from './listing.js';
export { likelihoodIn } from './likelihood.js';
export { Lowering } from './lowering.js';
export { Naming } from './naming.js';
export { oneNamed } from './one-named.js';
export { outcomeKey } from './outcome-key.js';
export {
  type Outcome,
  type OutcomeEnd,
  type Outcomes,
  type Turned,
  turnedBetween,
} from './outcomes.js';
export {
  movableStatements,
  type StatementEdit,
  statementsInForce,
  withStatementMoved,
  withStatements,
} from './preference-edits.js';
export {
  hasStatements,
  type PreferenceCosts,
  PreferenceVariants,
  type Variant,
} from './preference-variants.js';
export {
  cellsOf,
  mayCount,
  preferenceIn,
  ranksOf,
  redLinesOf,
  statementsIn,
  weightsIn,
} from './preference.js';
export { DEFAULT_MEMORY, prepare, type Prepared, type PrepareOptions } from './prepare.js';
export { expectPublishedRule } from './published-rule.js';
export { Random } from './random.js';
export { LEAST_SHARE, walked, WALKS_SEED } from './walks.js';
export { countGrounds, type Ground, groundOf, type GroundsCounted, isBare } from './resting.js';
export { partOf, type Share, shareOf } from './share.js';
export type {
  Concept,
  CourseReach,
  KnownReach,
  Path,
  Reach,
  SituationShown,
  StabilityKind,
  StateName,
  StateShown,
  Step,
  TallyEntry,
} from './shown.js';
export { type Situation, situationOf, withDiagrams } from './situation.js';
export {
  STANDARD_NAMES,
  type Standard,
  type StandardDefinition,
  STANDARDS,
  USUAL_STANDARD,
} from './standard.js';
export {
  countOf,
  type Course,
  type DeterringAnswer,
  type Deterrence,
  type Followed,
  type FoundEnd,
  bestImprovement,
  improvementsOf,
  type Reached,
  type Standing,
  type State,
  type StateMove,
  type States,
  type StateSet,
  type Way,
} from './states.js';
export { situationShown } from './situation-shown.js';
export { scenarioMeant, type ScenarioMeant } from './scenario-meant.js';
export { findState, stateMeant } from './state-reference.js';
export { openRules } from './open-rules.js';
export {
  ruleWorlds,
  widened,
  widenedTally,
  type RuleWorld,
  type RuleWorlds,
} from './rule-worlds.js';
export { settledSet, statusQuoSets } from './status-quo.js';
export { unrankedOptions } from './unranked.js';
export { unbroken } from './unbroken.js';
export {
  addTally,
  emptyTally,
  PlannedWorlds,
  tallyOf,
  type WorldPlan,
  type SingleWorld,
  type WorldTally,
} from './world-tally.js';
export { type ActorWorld, type Choice, isOpen, settled } from './faction-worlds.js';
export { ActorWorlds, mayPrevail } from './actor-worlds.js';
export { type World, Worlds } from './worlds.js';
export { type By, Ways } from './ways.js';
export { WITHOUT_LIST } from './without-list.js';
