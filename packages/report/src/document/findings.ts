import {
  agreements,
  analyse,
  analyseLarge,
  AnalysisError,
  answeredQuickly,
  ANSWERED,
  answers,
  evidence,
  explainState,
  prepare,
  robustness,
  sensitivity,
  type AgreementsResult,
  type AnalysisResult,
  type Answers,
  type EquilibriumResult,
  type EvidenceResult,
  type ExplanationResult,
  type LargeAnalysisResult,
  type Prepared,
  type SensitivityResult,
} from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { holdOf } from '../concepts.js';
import { counted } from '../english.js';
import { courseGraph, stateWith, type CourseGraph } from './course-graph.js';

/** What decides the findings besides the model. */
export interface FindingsOptions {
  /** Where worlds have to be drawn. */
  readonly seed: number;
  /** Bytes that the states may take. */
  readonly memory: number;
  readonly opponentsRule: AnalysisResult['opponentsRule'];
  /** Told the share of the work done, 0 to 1; what it throws stops the work. */
  readonly watch?: (done: number) => void;
}

/** What the analyses say of a situation: all that a report tells. */
export interface Findings {
  readonly size: 'listed';
  readonly model: ConflictModel;
  readonly analysis: AnalysisResult;
  /** Why each decision maker that could do better stays or not today (SEQ). */
  readonly reasons: readonly ExplanationResult[];
  /** For the first outcomes, why those stay who could do better. */
  readonly deterrents: ReadonlyMap<number, readonly ExplanationResult[]>;
  readonly graph: CourseGraph | null;
  readonly answers: Answers;
  readonly sensitivity: SensitivityResult | null;
  readonly agreements: AgreementsResult | null;
  readonly evidence: EvidenceResult | null;
  /** Why questions beyond the outcomes were not asked; null: they were. */
  readonly shortened: string | null;
}

/** The same of a model whose states cannot be listed. */
export interface LargeFindings {
  readonly size: 'large';
  readonly model: ConflictModel;
  readonly analysis: LargeAnalysisResult;
}

/** Outcomes that are told one by one. */
const TOLD_OUTCOMES = 6;

/** The firmer outcomes first that improvements lead to, then the others. */
export function toldOutcomes({ equilibria }: AnalysisResult): EquilibriumResult[] {
  const group = ({ reachable, concepts }: EquilibriumResult): number =>
    (holdOf(concepts)!.firm ? 0 : 2) + (reachable.improvements ? 0 : 1);
  return [...equilibria].sort((a, b) => group(a) - group(b)).slice(0, TOLD_OUTCOMES);
}

/**
 * Asks every question of a model that a report answers.
 * @throws AnalysisError where the model has no answer.
 */
export function findingsOf(
  model: ConflictModel,
  options: FindingsOptions,
): Findings | LargeFindings {
  const { watch = () => undefined, memory, opponentsRule } = options;
  let prepared: Prepared;
  try {
    prepared = prepare(model, { memory, opponentsRule });
  } catch (error) {
    if (!(error instanceof AnalysisError) || error.code !== 'too-large') throw error;
    return {
      size: 'large',
      model,
      analysis: analyseLarge(model, {
        why: error.message,
        memory,
        opponentsRule,
        onProgress: watch,
      }),
    };
  }
  const part =
    (from: number, to: number) =>
    (done: number): void => {
      watch(from + (to - from) * done);
    };
  const analysis = analyse(model, { memory, opponentsRule, onProgress: part(0, 0.2) });
  const base = {
    size: 'listed',
    model,
    analysis,
    reasons: reasonsAt(prepared, analysis.statusQuo.taken, analysis.statusQuo.kinds),
    deterrents: new Map(
      toldOutcomes(analysis).map((one) => [
        one.name.decimal,
        reasonsAt(prepared, one.taken, one.kinds),
      ]),
    ),
  } as const;
  if (!answeredQuickly(prepared))
    return {
      ...base,
      graph: null,
      answers: { leftOut: [] },
      sensitivity: null,
      agreements: null,
      evidence: null,
      shortened: `with ${counted(analysis.space.feasible, 'state')} most other questions take long; each has a command of its own`,
    };
  const composed = answers(
    prepared,
    ANSWERED.filter((question) => question !== 'robustness'),
    part(0.2, 0.5),
  );
  const open = robustness(prepared, { seed: options.seed, watch: part(0.5, 0.6) });
  const all: Answers = open.open.length === 0 ? composed : { ...composed, robustness: open };
  return {
    ...base,
    graph: all.outlook ? courseGraph(prepared, all.outlook, all.scenarios ?? null) : null,
    answers: all,
    sensitivity: sensitivity(prepared, { watch: part(0.6, 0.9) }),
    agreements: model.agreements.length > 0 ? agreements(prepared) : null,
    evidence: evidence(prepared, { watch: part(0.9, 1) }),
    shortened: null,
  };
}

/** By SEQ, whose answers are those to be expected, for whoever could do better. */
function reasonsAt(
  prepared: Prepared,
  taken: readonly string[],
  kinds: AnalysisResult['statusQuo']['kinds'],
): ExplanationResult[] {
  const state = stateWith(prepared, taken);
  return prepared.deciders
    .filter(({ id }) => kinds[id] === 'deterred' || kinds[id] === 'unstable')
    .map(({ id }) => explainState(prepared, state, id, 'SEQ'));
}
