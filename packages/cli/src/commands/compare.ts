import { compare, compareText, type AnalysisResult } from '@standoff/questions';
import type { Concept } from '@standoff/situation';
import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import { progressOn } from '../progress.js';
import { ask, loadSituation, mentionWarnings, type Situation } from '../situation.js';
import { eachSituation } from '../situation-file.js';
import { print, printAnswer, textOptions } from '../terminal.js';

interface CompareFlags {
  readonly concept?: Concept;
  readonly memory: number;
  readonly opponents: AnalysisResult['opponentsRule'];
  readonly json?: true;
}

/** `standoff compare`. */
export async function compareCases(
  io: Io,
  cases: readonly string[],
  { concept, memory, opponents, json }: CompareFlags,
): Promise<number> {
  const situations: Situation[] = [];
  for (const argument of cases.flatMap((one) => eachSituation(io, one)))
    situations.push(await loadSituation(io, argument));
  const progress = progressOn(io);
  const result = ask(() => {
    try {
      return compare(
        situations.map(({ name, model }) => ({ name, model })),
        {
          ...(concept === undefined ? {} : { concept }),
          memory,
          opponentsRule: opponents,
          watch: progress.report,
        },
      );
    } finally {
      progress.clear();
    }
  });
  if (json) printAnswer(io, result);
  else {
    const models = result.models.map(
      (shown) => situations.find(({ name }) => name === shown.name)!.model,
    );
    print(io, compareText(models, result, textOptions(io)));
    for (const situation of situations) mentionWarnings(io, situation);
  }
  return EXIT.fine;
}
