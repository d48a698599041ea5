import { compare, type AnalysisResult, type Concept } from '@standoff/analysis';
import { compareText } from '@standoff/report';
import { EXIT } from '../failure.js';
import { progressOn } from '../progress.js';
import { ask, loadSituation, mentionWarnings, type Situation } from '../situation.js';
import { eachSituation } from '../situation-file.js';
import { print, printJson, textOptions } from '../terminal.js';

interface CompareFlags {
  readonly concept?: Concept;
  readonly memory: number;
  readonly opponents: AnalysisResult['opponentsRule'];
  readonly json?: true;
}

/** `standoff compare`. */
export async function compareCases(
  cases: readonly string[],
  { concept, memory, opponents, json }: CompareFlags,
): Promise<number> {
  const situations: Situation[] = [];
  for (const argument of cases.flatMap(eachSituation))
    situations.push(await loadSituation(argument));
  const progress = progressOn(process.stderr);
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
  if (json) printJson(result);
  else {
    const models = result.models.map(
      (shown) => situations.find(({ name }) => name === shown.name)!.model,
    );
    print(compareText(models, result, textOptions(process.stdout)));
    situations.forEach(mentionWarnings);
  }
  return EXIT.fine;
}
