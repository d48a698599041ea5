import { prepare, type Prepared } from '@standoff/situation';
import type { AnalysisResult } from '@standoff/questions';
import type { Watch } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import type { TextOptions } from '@standoff/document';
import type { Answer } from './answer.js';
import { EXIT } from './failure.js';
import type { Io } from './io.js';
import { progressOn } from './progress.js';
import { askLong, loadSituation, mentionWarnings, type Situation } from './situation.js';
import { print, printAnswer, textOptions } from './terminal.js';

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
export function question<F extends object, R extends Answer>(
  answer: (
    prepared: Prepared,
    flags: F & QuestionFlags,
    watch: Watch,
    situation: Situation,
    io: Io,
  ) => R | Promise<R>,
  text: (model: ConflictModel, result: R, options: TextOptions) => string,
): (io: Io, argument: string, flags: F & QuestionFlags) => Promise<number> {
  return async (io, argument, flags) => {
    const situation = await loadSituation(io, argument);
    const progress = progressOn(io);
    const result = await askLong(async () => {
      const prepared = prepare(situation.model, {
        memory: flags.memory,
        opponentsRule: flags.opponents,
      });
      return answer(prepared, flags, progress.report, situation, io);
    }).finally(progress.clear);
    if (flags.json) printAnswer(io, result);
    else {
      print(io, text(situation.model, result, textOptions(io, argument)));
      mentionWarnings(io, situation);
    }
    return EXIT.fine;
  };
}
