export { EngineError, isTooMany, type EngineErrorCode } from './errors.js';
export { holds, optionsOf, partialTruth, type Formula } from './formula.js';
export {
  enumerateStates,
  findFeasible,
  stateSpace,
  MAX_EXPLICIT_OPTIONS,
  type StateSpace,
} from './space.js';
export { TruthTable } from './truth.js';
export { bitCount, countSet, eachSet, isSet, type StateBits } from './state-bits.js';
export { ByRanking } from './by-ranking.js';
export { fromScores, indifferent, prioritized, ranked, type Ranks, type Scores } from './ranks.js';
export {
  decimalSum,
  integersOf,
  placesBelow,
  weightedScores,
  type WeightedSet,
} from './weights.js';
export {
  arcMoves,
  optionMoves,
  withMoves,
  withoutMoves,
  type Moves,
  type GivenMoves,
  type OptionDirection,
  type OptionForm,
} from './moves.js';
export { settledMoves } from './settled-moves.js';
export { createGame, type Game, type OpponentsRule } from './game.js';
export {
  stability,
  stabilityKernel,
  searchedStability,
  equilibria,
  type StabilityKernel,
} from './stability.js';
export {
  COALITION_CONCEPTS,
  COALITION_DEFINITIONS,
  CONCEPTS,
  DEFINITIONS,
  FIRM_CONCEPTS,
  FIRMEST_FIRST,
  FORESIGHT_CODES,
  FORESIGHT_DEFINITIONS,
  holdOf,
  HOLDS,
  implies,
  isFirm,
  isResponse,
  PLAIN_CONCEPTS,
  RESPONSE_CONCEPTS,
  restsOnOwnRanking,
  ruleOf,
  UNANSWERED,
  USUAL_CONCEPT,
  type AnswerKind,
  type CoalitionConcept,
  type CoalitionDefinition,
  type Definition,
  type DeterrentConcept,
  type ForesightCode,
  type ForesightConcept,
  type ForesightDefinition,
  type Hold,
  type ResponseConcept,
  type Rule,
  type StabilityConcept,
  type Verdicts,
} from './concepts.js';
export {
  changedBetween,
  LegalSequences,
  nearestOf,
  reachable,
  type CourseEnd,
  type Path,
  type PathStep,
  type Reachability,
  type Steps,
} from './reachability.js';
export { sameImprovements } from './same-improvements.js';
export {
  deterrences,
  explain,
  type Deterrence,
  type Explanation,
  type Sanction,
} from './explain.js';
export type { JointChange } from './simultaneous.js';
export {
  anticipation,
  limitedMoveStability,
  nonMyopicStability,
  stackelbergEquilibria,
  type Anticipation,
  type HorizonCycle,
} from './limited-move.js';
export { maximinStability } from './maximin.js';
export {
  explainForesight,
  foresightVerdicts,
  type Foresight,
  type ForesightExplanation,
  type ForesightVerdicts,
} from './foresight.js';
export {
  changedRanks,
  slack,
  slackByOther,
  type OthersSlack,
  type RankChange,
  type Slack,
} from './slack.js';
export { swapsFrom } from './swaps.js';
export { CheapestChanges } from './cheapest-changes.js';
export type { Changes, ChangeSpace, Given, Removal, Sought } from './changes.js';
export { isUsedUp, type Allowance } from './allowance.js';
export { NearestRankings, type Demand as RankDemand } from './nearest-ranking.js';
export { commonMoves, type CommonMove } from './graph-form/common-moves.js';
export { mergedMoves, mergeStates, type Merged, type MergeEffects } from './graph-form/merge.js';
export {
  createModel,
  type Condition,
  type GraphDescription,
  type ModelDescription,
  type NamedModel,
  type OptionDescription,
  type OptionPreference,
  type Ranking,
} from './graph-form/create-model.js';
export { between, unwatched, type Watch } from './watch.js';
export {
  judgeInWorkers,
  type CancelSignal,
  type JudgeOptions,
} from './workers/judge-in-workers.js';
export { WorkerPool, type WorkerHandle } from './workers/pool.js';
export type { Port } from './workers/protocol.js';
export { serveStability } from './workers/serve.js';
export { bestOf, undeterred } from './course.js';
export { pull, type PulledEnd, type PullOptions } from './pull.js';
export { memoryNeeded, type Demand } from './memory.js';
export {
  type IntegerWeight,
  type LargeModel,
  type LargePreference,
  optionNumbers,
} from './symbolic/large-model.js';
export { SymbolicGame, type SymbolicOptions } from './symbolic/symbolic-game.js';
export {
  leadingTo,
  SymbolicReach,
  type LargePath,
  type ReachQuestion,
} from './symbolic/symbolic-reach.js';
export { ShortestPaths } from './symbolic/shortest-path.js';
export { simultaneousAnswers, symbolicStability } from './symbolic/symbolic-stability.js';
export { Bdd, FALSE, TRUE, type Edge } from './symbolic/bdd.js';
export { BYTES_PER_NODE } from './symbolic/node-table.js';
export { Budget, isBetter, LargeStates, testOf, type Standing } from './symbolic/large-states.js';
export {
  exploreFrom,
  type Exploration,
  type ExploreLimits,
  type ExploreQuestion,
} from './symbolic/explore.js';
export { bestReplies } from './symbolic/best-replies.js';
export { boundedStability, type BoundedVerdict } from './symbolic/bounded-stability.js';
export { simplePaths, type Paths, type StepTest } from './paths.js';
export { SingleStates } from './single-states.js';
export {
  coalitionOf,
  coalitionsUpTo,
  partitionOf,
  MAX_COALITIONS,
  type Coalition,
} from './coalition/coalition.js';
export { coalitionKernel, type CoalitionKernel } from './coalition/coalition-stability.js';
export {
  explainCoalition,
  type CoalitionExplanation,
  type CoalitionImprovement,
} from './coalition/explain-coalition.js';
export {
  coalitionVerdicts,
  credibleImprovements,
  equilibriumJumps,
  partitionVerdicts,
  type CoalitionVerdicts,
  type Jump,
} from './coalition/structure.js';
export type { JointStep } from './ways.js';
export type {
  CoalitionRules,
  ImprovementRule,
  JointMoveRule,
  Outsiders,
} from './coalition/rules.js';
export {
  experimentalFuzzyRelation,
  experimentalProbabilisticRelation,
  relationOfRanks,
  relationOfTable,
  relationOfWorlds,
  strengthOfLevels,
  strengthOfScores,
  strengthOfStatements,
  type PreferenceRelation,
} from './relational/relation.js';
export { EXTENSIONS, type Extension, type Reading } from './relational/reading.js';
export { relationalKernel, type RelationalKernel } from './relational/relational-stability.js';
export {
  explainRelational,
  type RelationalExplanation,
  type RelationalImprovement,
} from './relational/explain-relational.js';
export { lowestReachable as leastAfterAnswers } from './response.js';
