import type {
  AgreementsResult,
  CoalitionsResult,
  CommitmentsResult,
  CompareResult,
  AskResult,
  EvidenceResult,
  ExplainResult,
  FactionsResult,
  GroundsResult,
  LargeAnalysisResult,
  MediateResult,
  OutlookResult,
  PerceiveResult,
  PlausibleResult,
  ReplayResult,
  RobustnessResult,
  ScenariosResult,
  SensitivityResult,
  StakeholdersResult,
  StatesResult,
} from '@standoff/questions';
import type { ConflictModel } from '@standoff/model';
import type { ComposedAnswer } from './commands/analyse.js';
import type { CheckAnswer } from './commands/check.js';
import type { CiteAnswer } from './commands/cite.js';
import type { FormatAnswer } from './commands/format.js';
import type { NewAnswer } from './commands/new.js';
import type { OpenAnswer } from './commands/open.js';
import type { ReadAnswer } from './commands/read.js';
import type { ReportAnswer, ReportCheckAnswer } from './commands/report.js';
import type { SourceAddAnswer } from './commands/source-add.js';
import type { SourceCheckAnswer, SourceListAnswer } from './commands/source-check.js';
import type { ErrorAnswer } from './errors-shown.js';

/**
 * Everything that a command prints with --json. A schema is made of each of these when the project is
 * built, under the name that stands in its field `schema`; `standoff schema` lists them in this order.
 */
export type Answer =
  | ConflictModel
  | ComposedAnswer
  | LargeAnalysisResult
  | ExplainResult
  | StatesResult
  | OutlookResult
  | ScenariosResult
  | GroundsResult
  | CoalitionsResult
  | CommitmentsResult
  | ReplayResult
  | PlausibleResult
  | AgreementsResult
  | StakeholdersResult
  | FactionsResult
  | RobustnessResult
  | AskResult
  | SensitivityResult
  | MediateResult
  | CompareResult
  | EvidenceResult
  | PerceiveResult
  | SourceAddAnswer
  | SourceListAnswer
  | SourceCheckAnswer
  | CiteAnswer
  | ReadAnswer
  | ReportAnswer
  | ReportCheckAnswer
  | OpenAnswer
  | CheckAnswer
  | FormatAnswer
  | NewAnswer
  | ErrorAnswer;
