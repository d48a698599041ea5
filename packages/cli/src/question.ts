import { prepare, type AnalysisResult, type Prepared } from '@standoff/analysis';
import type { Watch } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import type { TextOptions } from '@standoff/report';
import { EXIT } from './failure.js';
import { progressOn } from './progress.js';
import { askLong, loadSituation, mentionWarnings, type Situation } from './situation.js';
import { print, printJson, textOptions } from './terminal.js';

/** What every question command takes. */
export interface QuestionFlags {
  readonly memory: number;
  readonly opponents: AnalysisResult['opponentsRule'];
  readonly json?: true;
}

/**
 * The command for a question: reads CASE, works out states, moves and rankings, asks, and prints the
 * answer as JSON or as text. Progress is shown on standard error where the answer takes a while.
 */
export function question<F extends object, R>(
  answer: (
    prepared: Prepared,
    flags: F & QuestionFlags,
    watch: Watch,
    situation: Situation,
  ) => R | Promise<R>,
  text: (model: ConflictModel, result: R, options: TextOptions) => string,
): (argument: string, flags: F & QuestionFlags) => Promise<number> {
  return async (argument, flags) => {
    const situation = await loadSituation(argument);
    const progress = progressOn(process.stderr);
    const result = await askLong(async () => {
      const prepared = prepare(situation.model, {
        memory: flags.memory,
        opponentsRule: flags.opponents,
      });
      return answer(prepared, flags, progress.report, situation);
    }).finally(progress.clear);
    if (flags.json) printJson(result);
    else {
      print(text(situation.model, result, textOptions(process.stdout, argument)));
      mentionWarnings(situation);
    }
    return EXIT.fine;
  };
}
