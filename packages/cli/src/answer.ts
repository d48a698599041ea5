import type { ConflictModel } from '@standoff/model';
import type { AnswerOf, QuestionName } from '@standoff/questions';
import type { AnswersAlone, ComposedAnswer, ComposedLargeAnswer } from './commands/analyse.js';
import type { CheckAnswer } from './commands/check.js';
import type { CiteAnswer } from './cited-told.js';
import type { FormatAnswer } from './commands/format.js';
import type { ImportAnswer } from './commands/import.js';
import type { NewAnswer } from './commands/new.js';
import type { OpenAnswer } from './commands/open.js';
import type { ReadAnswer } from './commands/read.js';
import type { ReadWithAnswer } from './commands/read-with.js';
import type { ReportCheckAnswer } from './commands/report-check.js';
import type { ReportAnswer } from './commands/report.js';
import type { SourceAddAnswer } from './commands/source-add.js';
import type { SourceAnnotationsAnswer } from './commands/source-annotations.js';
import type { SourceCheckAnswer } from './commands/source-check.js';
import type { SourceListAnswer } from './commands/source-list.js';
import type { SourceMarkAnswer } from './commands/source-mark.js';
import type { SweepAnswer, SweepListAnswer } from './commands/sweep.js';
import type { TextAnswer } from './commands/text.js';
import type { SourceImportAnswer } from './commands/source-import.js';
import type { ErrorAnswer } from './errors-shown.js';

/**
 * Everything that a command prints with --json: what answers the questions, and of the commands that are
 * none each its own. A schema is made of each when the project is built, under the name that stands in
 * its field `schema`; nothing else uses this type.
 */
export type Answer =
  | AnswerOf<QuestionName>
  | ConflictModel
  | ComposedAnswer
  | AnswersAlone
  | ComposedLargeAnswer
  | SourceAddAnswer
  | SourceListAnswer
  | SourceCheckAnswer
  | SourceMarkAnswer
  | SourceAnnotationsAnswer
  | TextAnswer
  | SourceImportAnswer
  | CiteAnswer
  | ReadAnswer
  | ReadWithAnswer
  | ReportAnswer
  | ReportCheckAnswer
  | OpenAnswer
  | CheckAnswer
  | FormatAnswer
  | NewAnswer
  | ImportAnswer
  | SweepAnswer
  | SweepListAnswer
  | ErrorAnswer;

export type { Cut } from './in-proportion.js';
