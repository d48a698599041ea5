export type { AgreementAnswer, AgreementsResult, PartyAnswer } from './agreements/answer.js';
export { agreements } from './agreements/solve.js';
export type {
  ActorResult,
  AnalysisResult,
  Carried,
  EquilibriumResult,
  OptionResult,
  ScenarioResult,
  StateResult,
  StatusQuoResult,
} from './analyse/answer.js';
export { carried } from './analyse/carried.js';
export type { RelationalExplanationResult } from './explain/answer.js';
export { explainExtension } from './explain/extension.js';
export type { ExtensionsResult, StrengthResult } from './analyse/doubt-answer.js';
export { type Beyond } from './explain/relations.js';
export {
  analyse,
  analyseInWorkers,
  type AnalyseOptions,
  analysePrepared,
} from './analyse/solve.js';
export { carriedText } from './analyse/tell-carried.js';
export { sizeWords } from './analyse/tell-cast.js';
export { tellStanding, verdictOnToday } from './analyse/tell-standing.js';
export { analysisText } from './analyse/text.js';
export type { AskResult, OpenQuestion, StatementShown, Verdict } from './ask/answer.js';
export { ask, type AskOptions } from './ask/solve.js';
export { askNotes, tellAnswer, tellAsked, tellContradiction, tellUndecided } from './ask/tell.js';
export type { CoalitionMove, CoalitionsResult } from './coalitions/answer.js';
export { coalitions, type CoalitionsOptions } from './coalitions/solve.js';
export type {
  CommitmentAnswer,
  CommitmentCourse,
  CommitmentExample,
  CommitmentReading,
  CommitmentsResult,
  CommitmentTally,
} from './commitments/answer.js';
export { commitments, type CommitmentsOptions } from './commitments/solve.js';
export { answered, watchOf, type Cut, type Items, type Sweep, type Through } from './cut.js';
export type { Difference, ModelDifference } from './compare/model-differences.js';
export { changedWords, headline } from './compare/change-words.js';
export {
  type TextChange,
  changeBetween,
  holdsOtherwise,
  sameModel,
  type Stand,
} from './compare/change.js';
export { tellChange } from './compare/tell-change.js';
export {
  comparedCommitments,
  type ComparedRow,
  type ComparedRows,
  comparedScenarios,
  comparedStanding,
  type Counts,
  type Mark,
} from './compare/rows.js';
export { comparedSections, countsOf, statesUnlisted } from './compare/sections.js';
export type { ComparedEquilibria, ComparedPlace, ComparedState } from './compare/single-states.js';
export type {
  ChangedConclusion,
  ComparedDifference,
  CompareResult,
  Conclusions,
  Kept,
  ModelShown,
} from './compare/answer.js';
export { compare, type CompareOptions } from './compare/solve.js';
export { DIFFERENCES_NOTE, tellDifferences } from './compare/tell-differences.js';
export { ANSWERED, type Answered } from './composed/answered.js';
export { answeredQuickly, answers, type Answers } from './composed/answers.js';
export type * from './briefing/answer.js';
export type { BriefEnd } from './brief-ends.js';
export { answerLevers, type Lever, leversOf } from './briefing/levers.js';
export { courseMap, MAP_WORDS } from './briefing/map.js';
export { hasMoreOutcomes, tellOutcomes } from './briefing/matrix.js';
export { tenths } from './told/shares.js';
export { sentences } from './briefing/sentences.js';
export {
  briefing,
  firstOfBriefing,
  restOfBriefing,
  wholeBriefing,
  type RestOfBriefing,
  type BriefingOptions,
} from './briefing/solve.js';
export { tellLeftOpen } from './briefing/left-open.js';
export { besideLevers, rests } from './briefing/tell.js';
export { tellWays } from './briefing/ways.js';
export { composedText } from './composed/text.js';
export {
  differencesOf,
  type NoReport,
  readReport,
  type ReportDifference,
} from './composed/report/check.js';
export { type ReportData, reportFile } from './composed/report/file.js';
export { REPORT_FILE_FORMATS, REPORT_FILES, type ReportFormat } from './composed/report/formats.js';
export {
  type Findings,
  findingsOf,
  type FindingsOptions,
  type LargeFindings,
} from './composed/report/findings.js';
export type { ReportOrigin } from './composed/report/origin.js';
export { reportDocument, type ReportParts } from './composed/report/report.js';
export { sha256 } from './composed/report/sha256.js';
export type { Coverage, EvidenceResult, WithoutPassage } from './evidence/answer.js';
export { evidence, type EvidenceOptions } from './evidence/solve.js';
export type {
  AnnotationUse,
  ParagraphUse,
  SourceUse,
  TextUse,
} from './evidence/source-coverage.js';
export type { SentenceAt, TextAtHand } from './evidence/text-at-hand.js';
export {
  countSentences,
  sentenceUses,
  type SentencesCounted,
  type SentenceUse,
  type UsedSentence,
} from './evidence/sentence-uses.js';
export { tellRests, tellWithout } from './evidence/tell.js';
export { sentencesText } from './evidence/tell-sources.js';
export { type ParagraphsOf, type WeakCitation, weakCitations } from './evidence/weak-citations.js';
export type { ExplanationResult, ImprovementResult, SlackResult } from './explain/answer.js';
export type { ExplainResult } from './explain/answer.js';
export { explain, type ExplainOptions } from './explain/solve.js';
export {
  FORESIGHT_CHOICES,
  foresightConcept,
  type ForesightExplanationResult,
  type ForesightResult,
  type ForesightStateResult,
} from './explain/foresight-answer.js';
export { actorNamed, explainAt, explainState } from './explain/explanation.js';
export { stateTitle, tellAgainst, tellExplanation } from './explain/tell-explanation.js';
export type { Combination, FactionsResult } from './factions/answer.js';
export { factions, type FactionsOptions } from './factions/solve.js';
export type { Ground, GroundsResult, How, PassageGround } from './grounds/answer.js';
export { grounds, type GroundsOptions } from './grounds/solve.js';
export { tellConclusions, tellAllPairs } from './grounds/tell.js';
export type { LessonResult } from './lesson/answer.js';
export { lesson, type LessonOptions } from './lesson/solve.js';
export { tellAllStates, tellSteps } from './lesson/tell.js';
export type {
  LargeAnalysisResult,
  LargeCount,
  LargeEquilibrium,
  LargePathResult,
  LargeReach,
  LargeScenario,
  LargeStateName,
  LargeStatusQuo,
} from './large/answer.js';
export { analyseLarge, type LargeOptions } from './large/solve.js';
export { largeText } from './large/tell.js';
export type {
  Considered,
  CutShort,
  Departure,
  Goal,
  MediateResult,
  Plan,
} from './mediate/answer.js';
export { MEDIATION_COSTS, type MediationCosts, type MediationMove } from './mediate/moves.js';
export { mediate, type MediateOptions } from './mediate/mediation.js';
export { tellMediate } from './mediate/tell.js';
export { allMoves, MOST_DRAWN, type AllMoves } from './outlook/all-moves.js';
export { courseGraph, type CourseGraph, type CourseState } from './outlook/course-graph.js';
export type {
  Course,
  End,
  Outlook,
  OtherCourse,
  OutlookResult,
  PathsTo,
  SlowStep,
} from './outlook/answer.js';
export { outlook, type OutlookOptions } from './outlook/solve.js';
export { tellOutlook } from './outlook/tell.js';
export type {
  Changes,
  HeldUnder,
  HypergameCount,
  HypergameState,
  Level2Result,
  PerceivedGame,
  PerceiveResult,
  Picture,
  Revelation,
  SeenNow,
} from './perceive/answer.js';
export type {
  CourseStep,
  CourseSurprise,
  PerceivedCourse,
  Unexpected,
} from './perceive/course-answer.js';
export {
  type HypergameLevel2,
  informedHypergames,
  type InformedView,
  solveLevel2,
} from './perceive/level2.js';
export type { Attempt } from './perceive/own-moves.js';
export type { SeenScenario } from './perceive/scenarios.js';
export { type ConceptMasks, conceptsIn } from './perceive/concept-masks.js';
export { SeenGame, SharedRoom } from './perceive/seen-game.js';
export { modelAsSeenBy, picturesOf } from './perceive/seen-model.js';
export { perceive, type PerceiveOptions } from './perceive/solve.js';
export type { Mistake, Surprise } from './perceive/surprises.js';
export {
  actorHolding,
  type PreferenceHolder,
  preferenceLevels,
  type PreferenceLevels,
} from './preferences/levels.js';
export type { LevelShown, PreferencesResult, RankingShown } from './preferences/answer.js';
export type { PlausibleCheck, PlausibleResult } from './plausible/answer.js';
export { plausible } from './plausible/solve.js';
export { EXPECTED, fitting, tellCheck, tellPlausible } from './plausible/tell.js';
export type { ReplayedEvent, ReplayedStep, ReplayResult, ReplayScore } from './replay/answer.js';
export { replay } from './replay/solve.js';
export { timelineFigure } from './replay/timeline.js';
export { tellEvents, tellReplay, tellScore } from './replay/tell.js';
export type { OpenActor, RobustnessResult } from './robustness/answer.js';
export { robustness, type RobustnessOptions } from './robustness/solve.js';
export type { Fares, HeldState, ScenarioAnswer, ScenariosResult } from './scenarios/answer.js';
export { scenarioNamed, scenarios } from './scenarios/solve.js';
export type { Change, Effect, Reorderings, SensitivityResult } from './sensitivity/answer.js';
export { sensitivity, type SensitivityOptions } from './sensitivity/solve.js';
export type { Against, Stakeholder, StakeholdersResult, Standing } from './stakeholders/answer.js';
export { stakeholders, type StakeholdersOptions } from './stakeholders/solve.js';
export { answerTo, type Given } from './asking.js';
export type {
  Answer,
  Asked,
  Condition,
  Lane,
  Means,
  NamedModel,
  Parameter,
  Question,
  Solve,
  Takes,
  Tell,
} from './question.js';
export { takesOthers } from './question.js';
export {
  type AnswerOf,
  type GivenOf,
  QUESTION_NAMES,
  questionNamed,
  QUESTIONS,
  type QuestionName,
} from './questions.js';
export type { SelectedState, StatesResult } from './states/answer.js';
export { states, type StatesOptions } from './states/solve.js';
export { firmMask } from './states/firm.js';
export { stateCalled } from './states/state-called.js';
export { optionRows, type OptionRow } from './told/option-rows.js';
export { type StateTable, stateTable } from './states/table.js';
export { scenarioInBrief } from './scenarios/tell.js';
export { SHORT } from './told/course-words.js';
export { diagnosticsText, diagnosticSummary } from './told/diagnostics-text.js';
export {
  capitalised,
  counted,
  dateInWords,
  figure,
  listed,
  stretchInWords,
} from './told/english.js';
export { meaningOf } from './told/statement-words.js';
export { restingText } from './told/resting.js';
export {
  EXAMPLE_DATES,
  exampleAgreement,
  exampleCommitment,
  exampleOptions,
} from './told/examples.js';
export { labelsOf, propositionWords } from './told/proposition-words.js';
export { toldText } from './told/telling.js';
export { type Vocabulary, Words } from './told/words.js';
export { percent } from './told/worlds-words.js';
