import {
  agreements,
  coalitions,
  commitments,
  ask,
  evidence,
  factions,
  grounds,
  manageableSize,
  mediate,
  outlook,
  perceive,
  plausible,
  replay,
  robustness,
  scenarios,
  sensitivity,
  settlement,
  stakeholders,
  courseGraph,
  type MediateResult,
} from '@standoff/questions';
import { diagnose, findState, type Concept, type Prepared } from '@standoff/situation';
import type { Watch } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import type { QuestionName } from './lanes.js';
import { lesson, type LessonParams } from './lesson.js';
import { matching } from './matching.js';
import { preferences, type PreferenceHolder } from './preferences.js';
import { reportFiles } from './report-files.js';
import { standing } from './standing.js';
import { stateTable } from './state-table.js';
import { whyHere, whyStable } from './why.js';
import { compareTexts, type CompareParams } from '../variants/comparison.js';

/** What a question is asked of: the situation of one version of the text, prepared once. */
export interface Asked {
  readonly text: string;
  readonly model: ConflictModel;
  /** @throws AnalysisError where the model has no states to speak of. */
  readonly prepared: Prepared;
}

/** A question without parameters. */
export type None = undefined;

/** A state by its decimal. */
export interface OfState {
  readonly state: number;
}

/**
 * What each question is. Results are plain data: they are copied from the worker. What takes long
 * tells the watch how far it is.
 */
export const QUESTIONS = {
  standing: ({ prepared }) => standing(prepared),
  outlook: ({ prepared }) => outlook(prepared),
  states: ({ prepared }) => stateTable(prepared),
  whyHere: ({ prepared }, { state }: OfState) => whyHere(prepared, state),
  why: (
    { prepared },
    { state, actor, concept }: OfState & { readonly actor: string; readonly concept: Concept },
  ) => whyStable(prepared, state, actor, concept),
  /** The states an expression of the language holds in. */
  matching: (asked, { expression }: { readonly expression: string }) => matching(asked, expression),
  /** How an actor ranks the states, or is taken to by another. */
  preferences: ({ prepared }, holder: PreferenceHolder) => preferences(prepared, holder),
  /** What is wrong with the model, beyond what is wrong with the text. */
  problems: ({ model }) => diagnose(model),
  /** The hand calculation of a verdict. */
  lesson: ({ prepared }, params: LessonParams) => lesson(prepared, params),
  scenarios: ({ prepared }) => scenarios(prepared),
  /** The readable part of what improvements reach, to be drawn. */
  courseGraph: ({ prepared }) => courseGraph(prepared, outlook(prepared), scenarios(prepared)),
  plausible: ({ prepared }) => plausible(prepared),
  commitments: ({ prepared }) => commitments(prepared),
  stakeholders: ({ prepared }) => stakeholders(prepared),
  factions: ({ prepared }, _: None, watch) => factions(prepared, { watch }),
  replay: ({ prepared }) => replay(prepared),
  agreements: ({ prepared }) => agreements(prepared),
  /** The simple paths from the status quo to a state. */
  paths: ({ prepared }, { state }: OfState) =>
    outlook(prepared, { to: findState(prepared, `#${state}`) }),
  coalitions: ({ prepared }, _: None, watch) =>
    coalitions(prepared, { size: manageableSize(prepared), watch }),
  perceive: ({ prepared }) => perceive(prepared, { level: 2 }),
  robustness: ({ prepared }, _: None, watch) => robustness(prepared, { watch }),
  sensitivity: ({ prepared }, _: None, watch) => sensitivity(prepared, { watch }),
  ask: ({ prepared }, _: None, watch) => ask(prepared, { watch }),
  evidence: ({ prepared }, _: None, watch) => evidence(prepared, { watch }),
  grounds: ({ prepared }, { state, pairs }: OfState & { readonly pairs: boolean }, watch) =>
    grounds(prepared, findState(prepared, `#${state}`), { pairs, watch }),
  /** What would have to change for a scenario: the one named, or the one that most would gain by. */
  mediate: (
    { prepared },
    { scenario, most = 4 }: { readonly scenario: string | null; readonly most?: number },
    watch,
  ): MediateResult | null => {
    const wished = scenario ?? settlement(scenarios(prepared).scenarios)?.id ?? null;
    return wished === null
      ? null
      : mediate(prepared, { op: 'scenario', id: wished }, { text: wished, most, watch });
  },
  /** Texts of the situation side by side, the present one among them or not. */
  compare: ({ model }, params: CompareParams, watch) => compareTexts(model, params, watch),
  report: ({ text, model }, _: None, watch) => reportFiles(text, model, watch),
} as const satisfies Record<QuestionName, (asked: Asked, params: never, watch: Watch) => unknown>;

export type ParamsOf<Name extends QuestionName> =
  Parameters<(typeof QUESTIONS)[Name]> extends [unknown, infer Params, ...unknown[]]
    ? Params
    : undefined;
export type ResultOf<Name extends QuestionName> = ReturnType<(typeof QUESTIONS)[Name]>;
