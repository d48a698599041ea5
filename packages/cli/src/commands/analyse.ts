import { analyse, type AnalysisResult, type Concept } from '@standoff/analysis';
import { analysisText } from '@standoff/report';
import { EXIT } from '../failure.js';
import { progressOn } from '../progress.js';
import { ask, loadSituation, mentionWarnings } from '../situation.js';
import { print, printJson, textOptions } from '../terminal.js';

interface AnalyseFlags {
  readonly concepts?: readonly Concept[];
  readonly stability?: true;
  readonly memory: number;
  readonly opponents: AnalysisResult['opponentsRule'];
  readonly json?: true;
}

/** `standoff analyse`. */
export async function analyseCase(argument: string, flags: AnalyseFlags): Promise<number> {
  const situation = await loadSituation(argument);
  const progress = progressOn(process.stderr);
  const result = ask(() =>
    analyse(situation.model, {
      memory: flags.memory,
      opponentsRule: flags.opponents,
      stability: flags.stability === true && flags.json === true,
      onProgress: progress.report,
      ...(flags.concepts ? { concepts: flags.concepts } : {}),
    }),
  );
  progress.clear();
  if (flags.json) printJson(result);
  else {
    print(analysisText(result, textOptions(process.stdout, argument)));
    mentionWarnings(situation);
  }
  return EXIT.fine;
}
