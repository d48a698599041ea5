import {
  allMoves,
  answerTo,
  courseGraph,
  firstOfBriefing,
  outlook,
  preferenceLevels,
  questionNamed,
  restOfBriefing,
  scenarios,
  type AnswerOf,
  type GivenOf,
  type PreferenceHolder,
  type QuestionName,
  stateTable,
} from '@standoff/questions';
import { diagnose, USUAL_STANDARD, type Standard } from '@standoff/situation';
import type { Watch } from '@standoff/engine';
import type { Asked } from './asked.js';
import type { AskedName, OwnName } from './lanes.js';
import { briefingOf } from './briefing-of.js';
import { matching } from './matching.js';
import { compareTexts, type CompareParams } from '../variants/comparison.js';

/** A question without parameters. */
type None = undefined;

/** What the page asks for itself. Results are plain data: they are copied from the worker. */
const OWN = {
  /** All states with what is asked of many at once, in arrays. */
  table: ({ prepared }) => stateTable(prepared),
  /** The briefing without what takes longest in it, so that it is drawn at once. */
  firstOfBriefing: ({ situation }, judged: { readonly standard?: Standard } | undefined) =>
    firstOfBriefing(situation, judged),
  /** What that leaves out. */
  restOfBriefing: ({ situation }, judged: { readonly standard?: Standard } | undefined) =>
    restOfBriefing(situation, judged),
  /** The states an expression of the language holds in. */
  matching: (asked, { expression }: { readonly expression: string }) => matching(asked, expression),
  /** How an actor ranks the states, or is taken to by another. */
  levels: ({ prepared }, holder: PreferenceHolder) => preferenceLevels(prepared, holder),
  /** What is wrong with the model, beyond what is wrong with the text. */
  problems: ({ model }) => diagnose(model),
  /** The readable part of the course, to be drawn. */
  courseGraph: ({ prepared }, judged: { readonly standard?: Standard } | undefined) =>
    courseGraph(
      prepared,
      outlook(prepared, judged),
      scenarios(prepared, undefined, judged?.standard),
    ),
  /** All states and moves, of a situation that has few. */
  allMoves: ({ situation }, judged: { readonly standard?: Standard } | undefined) =>
    allMoves(situation, judged?.standard ?? USUAL_STANDARD),
  /** The briefing of another text. */
  briefingOf: (_: Asked, given: Parameters<typeof briefingOf>[0], watch) =>
    briefingOf(given, watch),
  /** Texts of the situation side by side, the present one among them or not. */
  compareTexts: ({ model }, params: CompareParams, watch) => compareTexts(model, params, watch),
  report: async ({ text, model }, _: None, watch) => {
    const { reportFiles } = await import('./report-files.js');
    return reportFiles(text, model, watch);
  },
} as const satisfies Record<OwnName, (asked: Asked, params: never, watch: Watch) => unknown>;

/** The answer to anything that the page asks. What takes long tells the watch how far it is. */
export function answered(name: AskedName, asked: Asked, params: unknown, watch: Watch): unknown {
  if (!(name in OWN))
    return answerTo(questionNamed(name as QuestionName), asked.situation, params ?? {}, { watch });
  return (OWN[name as OwnName] as (a: Asked, p: unknown, w: Watch) => unknown)(
    asked,
    params,
    watch,
  );
}

export type ParamsOf<Name extends AskedName> = Name extends OwnName
  ? Parameters<(typeof OWN)[Name]> extends [unknown, infer Params, ...unknown[]]
    ? Params
    : undefined
  : Name extends QuestionName
    ? GivenOf<Name> | undefined
    : never;
export type ResultOf<Name extends AskedName> = Name extends OwnName
  ? Awaited<ReturnType<(typeof OWN)[Name]>>
  : Name extends QuestionName
    ? AnswerOf<Name>
    : never;
