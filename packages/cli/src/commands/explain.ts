import {
  CONCEPTS,
  explainState,
  findState,
  prepare,
  type AnalysisResult,
  type Concept,
  type ExplanationResult,
} from '@standoff/analysis';
import { explanationsText } from '@standoff/report';
import { EXIT } from '../failure.js';
import { ask, loadSituation } from '../situation.js';
import { print, printJson, textOptions } from '../terminal.js';

interface ExplainFlags {
  readonly state: string;
  readonly actor?: string;
  readonly concept?: Concept;
  readonly memory: number;
  readonly opponents: AnalysisResult['opponentsRule'];
  readonly json?: true;
}

/** `standoff explain`. */
export async function explain(argument: string, flags: ExplainFlags): Promise<number> {
  const { model } = await loadSituation(argument);
  const explanations = ask((): ExplanationResult[] => {
    const prepared = prepare(model, {
      memory: flags.memory,
      opponentsRule: flags.opponents,
    });
    const state = findState(prepared, flags.state);
    const actors =
      flags.actor === undefined ? prepared.deciders.map(({ id }) => id) : [flags.actor];
    const concepts = flags.concept === undefined ? CONCEPTS : [flags.concept];
    return actors.flatMap((actor) =>
      concepts.map((concept) => explainState(prepared, state, actor, concept)),
    );
  });
  if (flags.json)
    printJson(
      flags.actor !== undefined && flags.concept !== undefined
        ? explanations[0]
        : { schema: 'standoff/explanations/1', explanations },
    );
  else print(explanationsText(model, explanations, textOptions(process.stdout, argument)));
  return EXIT.fine;
}
