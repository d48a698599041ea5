export * from './result.js';
export {
  COALITION_CONCEPTS,
  COALITION_DEFINITIONS,
  CONCEPTS,
  DEFINITIONS,
  FIRM_CONCEPTS,
  FIRMEST_FIRST,
  FORESIGHT_DEFINITIONS,
  holdOf,
  HOLDS,
  isFirm,
  isResponse,
  PLAIN_CONCEPTS,
  RESPONSE_CONCEPTS,
  ruleOf,
  UNANSWERED,
  USUAL_CONCEPT,
  type CoalitionConcept,
  type ForesightConcept,
  type Hold,
  type ResponseConcept,
} from '@standoff/engine';
export { elementsOf, type Element, type ElementKind, type ElementShown } from './elements.js';
export type {
  AnnotationUse,
  ParagraphUse,
  SourceUse,
  TextAtHand,
  TextUse,
} from './source-coverage.js';
export { AnalysisError, type AnalysisErrorCode } from './errors.js';
export { prepare, takenIn, DEFAULT_MEMORY, type Prepared, type PrepareOptions } from './prepare.js';
export { analyse, analyseInWorkers, analysePrepared, type AnalyseOptions } from './analyse.js';
export { analyseLarge, type LargeOptions } from './large.js';
export * from './large-result.js';
export { conceptsFor, judge, kindOf, type Judged } from './judge.js';
export { Courses } from './courses.js';
export { improvementsFrom } from './improvements.js';
export { Equilibria } from './equilibria.js';
export { Naming } from './naming.js';
export { preferenceIn, ranksOf, statementsIn } from './preference.js';
export { actorNamed, explainState } from './explain-state.js';
export * from './foresight-result.js';
export { explainForesightAt } from './foresight.js';
export { slackOf } from './slack.js';
export { findState } from './state-reference.js';
export { diagnose } from './diagnose.js';
export { carried } from './carried.js';
export { statusQuoSets, eventsUntil } from './status-quo.js';
export * from './questions/outlook.js';
export * from './questions/scenarios.js';
export * from './questions/grounds.js';
export * from './questions/perceive.js';
export * from './questions/perceive-result.js';
export { modelAsSeenBy, picturesOf } from './perception-model.js';
export {
  informedHypergames,
  solveLevel2,
  type HypergameLevel2,
  type InformedView,
} from './perception-level2.js';
export { conceptsIn, SeenGame, SharedRoom, type ConceptMasks } from './seen-game.js';
export type { Mistake, Surprise } from './perceived-surprises.js';
export type {
  CourseStep,
  CourseSurprise,
  PerceivedCourse,
  Unexpected,
} from './perceived-course.js';
export type { Attempt } from './own-moves.js';
export type { SeenScenario } from './perceived-scenarios.js';
export * from './questions/sensitivity.js';
export { Random } from './random.js';
export * from './questions/robustness.js';
export {
  addTally,
  PlannedWorlds,
  tallyOf,
  type WorldPlan,
  type WorldTally,
} from './world-tally.js';
export {
  Worlds,
  ActorWorlds,
  MOST_WORLDS,
  type ActorWorld,
  type Choice,
  type World,
} from './worlds.js';
export { endsOf, Outcomes, type CourseEnd, type Outcome, type Turned } from './outcomes.js';
export * from './questions/factions.js';
export * from './questions/elicitation.js';
export { shareOf, type Share } from './share.js';
export * from './questions/coalitions.js';
export {
  explainExtension,
  type ExtensionsResult,
  type RelationalExplanationResult,
  type StrengthResult,
} from './doubt.js';
export { relationOf, type Beyond } from './relations.js';
export * from './questions/commitments.js';
export * from './questions/replay.js';
export * from './questions/plausibility.js';
export * from './questions/agreements.js';
export * from './questions/stakeholders.js';
export * from './questions/mediate.js';
export * from './questions/mediate-result.js';
export { MEDIATION_COSTS, type MediationCosts, type MediationMove } from './mediation-moves.js';
export {
  compare,
  type ChangedConclusion,
  type ComparedDifference,
  type CompareOptions,
  type CompareResult,
  type Conclusions,
  type Kept,
  type ModelShown,
} from './questions/compare.js';
export { modelDifferences, type Difference, type ModelDifference } from './model-differences.js';
export {
  ANSWERED,
  answeredQuickly,
  answers,
  settlement,
  type Answered,
  type Answers,
} from './answers.js';
export * from './questions/evidence.js';
