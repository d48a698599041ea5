import type { AgreementsResult } from '../../agreements/answer.js';
import { agreements } from '../../agreements/solve.js';
import { analyse } from '../../analyse/solve.js';
import { analyseLarge } from '../../large/solve.js';
import {
  isTooLarge,
  AnalysisError,
  prepare,
  withDiagrams,
  type Prepared,
  type StateName,
} from '@standoff/situation';
import type { BriefingResult } from '../../briefing/answer.js';
import { briefing } from '../../briefing/solve.js';
import { ANSWERED } from '../answered.js';
import { answeredQuickly, answers, type Answers } from '../answers.js';
import type { CoalitionsResult } from '../../coalitions/answer.js';
import { coalitions } from '../../coalitions/solve.js';
import type { EvidenceResult } from '../../evidence/answer.js';
import { evidence } from '../../evidence/solve.js';
import { explainState } from '../../explain/explanation.js';
import type { GroundsResult } from '../../grounds/answer.js';
import { grounds } from '../../grounds/solve.js';
import { QUESTIONS } from '../../questions.js';
import { perceive } from '../../perceive/solve.js';
import { robustness } from '../../robustness/solve.js';
import type { SensitivityResult } from '../../sensitivity/answer.js';
import { sensitivity } from '../../sensitivity/solve.js';
import { USUAL_CONCEPT } from '@standoff/engine';
import type { AnalysisResult } from '../../analyse/answer.js';
import type { ExplanationResult } from '../../explain/answer.js';
import type { LargeAnalysisResult } from '../../large/answer.js';
import type { PerceiveResult } from '../../perceive/answer.js';
import type { ConflictModel } from '@standoff/model';
import { counted } from '../../told/english.js';
import { mostTelling } from '../../analyse/tell-outcomes.js';
import { courseGraph, stateWith, type CourseGraph } from '../../outlook/course-graph.js';

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
  /** Why each decision maker that could do better stays or not today. */
  readonly reasons: readonly ExplanationResult[];
  /** For the first outcomes, why those stay who could do better. */
  readonly deterrents: ReadonlyMap<StateName['decimal'], readonly ExplanationResult[]>;
  readonly graph: CourseGraph | null;
  readonly answers: Answers;
  readonly sensitivity: SensitivityResult | null;
  readonly agreements: AgreementsResult | null;
  readonly evidence: EvidenceResult | null;
  /** Null: nobody is wrong about anybody. */
  readonly perception: PerceiveResult | null;
  /** Null: there are not two to act together, or it is not defined under the opponents' rule. */
  readonly coalitions: CoalitionsResult | null;
  /** What the first outcomes rest on. */
  readonly grounds: readonly GroundsResult[];
  /** Which questions were not asked, and why; null: none. */
  readonly shortened: string | null;
}

/** The same of a model whose states cannot be listed. */
export interface LargeFindings {
  readonly size: 'large';
  readonly model: ConflictModel;
  readonly analysis: LargeAnalysisResult;
  /** Null: the sets of states are too irregular for it. */
  readonly briefing: BriefingResult | null;
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
    if (!isTooLarge(error)) throw error;
    return {
      size: 'large',
      model,
      analysis: analyseLarge(model, {
        why: error.message,
        memory,
        opponentsRule,
        onProgress: watch,
      }),
      briefing: largeBriefing(model, memory, error),
    };
  }
  const part =
    (from: number, to: number) =>
    (done: number): void => {
      watch(from + (to - from) * done);
    };
  const { deciders } = prepared;
  const analysis = analyse(model, { memory, opponentsRule, onProgress: part(0, 0.2) });
  const base = {
    size: 'listed',
    model,
    analysis,
    reasons: reasonsAt(prepared, analysis.statusQuo.taken, analysis.statusQuo.kinds),
    deterrents: new Map(
      mostTelling(analysis).map((one) => [
        one.name.decimal,
        reasonsAt(prepared, one.taken, one.kinds),
      ]),
    ),
  } as const;
  if (!answeredQuickly(prepared))
    return {
      ...base,
      graph: null,
      answers: answers(prepared, ['briefing'], part(0.2, 1)),
      sensitivity: null,
      agreements: null,
      evidence: null,
      perception: null,
      coalitions: null,
      grounds: [],
      shortened: `with ${counted(analysis.space.feasible, 'state')} most other questions take long; each has a command of its own`,
    };
  const composed = answers(
    prepared,
    ANSWERED.filter((question) => question !== 'robustness'),
    part(0.2, 0.4),
  );
  const open = robustness(prepared, { seed: options.seed, watch: part(0.4, 0.5) });
  const all: Answers = open.open.length === 0 ? composed : { ...composed, robustness: open };
  return {
    ...base,
    graph: all.outlook ? courseGraph(prepared, all.outlook, all.scenarios ?? null) : null,
    answers: all,
    sensitivity: sensitivity(prepared, { watch: part(0.5, 0.7) }),
    agreements: QUESTIONS.agreements.applies(model) ? agreements(prepared) : null,
    evidence: evidence(prepared, { watch: part(0.7, 0.75) }),
    ...together(prepared, part(0.75, 0.9)),
    grounds: groundsOf(prepared, analysis, part(0.9, 1)),
    shortened:
      deciders.length < 2 || opponentsRule === 'legal sequences'
        ? null
        : 'what decision makers could do together, which is defined by the published rule of opponents only',
  };
}

function largeBriefing(
  model: ConflictModel,
  memory: number,
  why: AnalysisError,
): BriefingResult | null {
  try {
    return briefing(withDiagrams(model, memory, why));
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return null;
  }
}

/** Who is wrong about whom, and who could act together, where there is something to say. */
function together(
  prepared: Prepared,
  watch: (done: number) => void,
): Pick<Findings, 'perception' | 'coalitions'> {
  const { model, game } = prepared;
  return {
    perception: QUESTIONS.perceive.applies(model) ? perceive(prepared) : null,
    coalitions:
      QUESTIONS.coalitions.applies(model) && game.opponentsRule === 'legal sequences'
        ? coalitions(prepared, { watch })
        : null,
  };
}

/** Outcomes whose grounds are told; each takes about a second with 10 000 states. */
const TOLD_GROUNDS = 2;

function groundsOf(
  prepared: Prepared,
  analysis: AnalysisResult,
  watch: (done: number) => void,
): GroundsResult[] {
  const found = mostTelling(analysis)
    .slice(0, TOLD_GROUNDS)
    .map(({ taken }, k, all) =>
      grounds(prepared, stateWith(prepared, taken), {
        watch: (done) => watch((k + done) / all.length),
      }),
    );
  // Where all is given as rankings, no statement can be tried.
  return found.filter(({ tried }) => tried > 0);
}

/** By the usual concept, whose answers are those to be expected, for whoever could do better. */
function reasonsAt(
  prepared: Prepared,
  taken: readonly string[],
  kinds: AnalysisResult['statusQuo']['kinds'],
): ExplanationResult[] {
  const state = stateWith(prepared, taken);
  return prepared.deciders
    .filter(({ id }) => kinds[id] === 'deterred' || kinds[id] === 'unstable')
    .map(({ id }) => explainState(prepared, state, id, USUAL_CONCEPT));
}
