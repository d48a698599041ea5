export { EngineError, type EngineErrorCode } from './errors.js';
export { holds, optionsOf, partialTruth, type Formula } from './formula.js';
export {
  enumerateStates,
  findFeasible,
  stateSpace,
  MAX_EXPLICIT_OPTIONS,
  type StateSpace,
} from './space.js';
export { TruthTable } from './truth.js';
export { isSet, countSet, type StateBits } from './state-bits.js';
export { fromScores, indifferent, prioritized, ranked, type Ranks } from './ranks.js';
export {
  arcMoves,
  optionMoves,
  withoutMoves,
  type Moves,
  type OptionDirection,
  type OptionForm,
} from './moves.js';
export { createGame, type Game, type OpponentsRule } from './game.js';
export {
  stability,
  stabilityKernel,
  searchedStability,
  equilibria,
  type StabilityKernel,
} from './stability.js';
export type { StabilityConcept, Verdicts } from './concepts.js';
export { reachable, type Path, type Reachability } from './reachability.js';
export { explain, type Deterrence, type Explanation, type Sanction } from './explain.js';
export type { JointChange } from './simultaneous.js';
export {
  anticipation,
  limitedMoveStability,
  nonMyopicStability,
  stackelbergEquilibria,
  type Anticipation,
} from './limited-move.js';
export { maximinStability } from './maximin.js';
export { between, unwatched, type Watch } from './watch.js';
export {
  judgeInWorkers,
  type CancelSignal,
  type JudgeOptions,
} from './workers/judge-in-workers.js';
export { WorkerPool, type WorkerHandle } from './workers/pool.js';
export type { Port } from './workers/protocol.js';
export { serveStability } from './workers/serve.js';
