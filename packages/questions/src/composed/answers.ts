import type { Watch } from '@standoff/engine';
import {
  AnalysisError,
  USUAL_STANDARD,
  type Prepared,
  type Situation,
  type Standard,
} from '@standoff/situation';
import type { CommitmentsResult } from '../commitments/answer.js';
import { commitments } from '../commitments/solve.js';
import type { FactionsResult } from '../factions/answer.js';
import { factions } from '../factions/solve.js';
import type { BriefingResult } from '../briefing/answer.js';
import { briefing } from '../briefing/solve.js';
import type { MediateResult } from '../mediate/answer.js';
import { settling } from '../mediate/settlement.js';
import { QUESTIONS } from '../questions.js';
import { ANSWERED, type Answered } from './answered.js';
import type { OutlookResult } from '../outlook/answer.js';
import { outlook } from '../outlook/solve.js';
import type { PlausibleResult } from '../plausible/answer.js';
import { plausible } from '../plausible/solve.js';
import type { ReplayResult } from '../replay/answer.js';
import { replay } from '../replay/solve.js';
import type { RobustnessResult } from '../robustness/answer.js';
import { robustness } from '../robustness/solve.js';
import type { ScenariosResult } from '../scenarios/answer.js';
import { scenarios } from '../scenarios/solve.js';
import type { StakeholdersResult } from '../stakeholders/answer.js';
import { stakeholders } from '../stakeholders/solve.js';

/**
 * The answers to the questions that the situation has something to say to. One is missing also where it
 * was not asked for, or is among those left out.
 */
export interface Answers {
  /** The point of the situation. */
  readonly briefing?: BriefingResult;
  /** Where the present course leads. */
  readonly outlook?: OutlookResult;
  /** What becomes of the scenarios; missing where the situation names none. */
  readonly scenarios?: ScenariosResult;
  /**
   * Whose word can be believed; missing where nothing is promised, threatened, assured or demanded.
   */
  readonly commitments?: CommitmentsResult;
  /** Which outcome if which faction prevails; missing where no actor has factions. */
  readonly factions?: FactionsResult;
  /** What it means for those who cannot move; missing where all can. */
  readonly stakeholders?: StakeholdersResult;
  /** How much depends on what is not known; missing where nothing is open. */
  readonly robustness?: RobustnessResult;
  /**
   * What would have to change for the scenario that most would gain by and that improvements do not
   * lead to; missing where there is none.
   */
  readonly mediate?: MediateResult;
  /** What happened, and whether the model would have expected it; missing without events. */
  readonly replay?: ReplayResult;
  /** Where the model does not fit what is observed. */
  readonly plausible?: PlausibleResult;
  /** Questions without an answer here, and why. */
  readonly leftOut: readonly {
    /** The question left out. */
    readonly question: Answered;
    /** Why it has no answer here. */
    readonly why: string;
  }[];
}

/** With more states or moves than these, most questions take longer than one waits for a first answer. */
const MOST_STATES = 20_000;
const MOST_MOVES = 20_000_000;

/** Whether all questions can be answered along the way: in seconds. */
export function answeredQuickly({ space, game }: Prepared): boolean {
  return space.size <= MOST_STATES && space.size * game.moves.maxDegree <= MOST_MOVES;
}

/**
 * The composed answer: each question at its defaults, as far as the situation has something to say
 * to it. Mediation is asked of the scenario that `settlement` finds.
 * @param full however long it takes: no first answers of very many states.
 */
export function answers(
  situation: Situation,
  only: readonly Answered[] = ANSWERED,
  watch: Watch = () => undefined,
  standard: Standard = USUAL_STANDARD,
  full = false,
): Answers {
  const { model } = situation;
  const leftOut: { question: Answered; why: string }[] = [];
  const tried = <T>(question: Answered, solve: () => T): T | undefined => {
    if (!only.includes(question) || !QUESTIONS[question].applies(model)) return undefined;
    watch(ANSWERED.indexOf(question) / ANSWERED.length);
    try {
      return solve();
    } catch (error) {
      if (!(error instanceof AnalysisError)) throw error;
      leftOut.push({ question, why: error.message });
      return undefined;
    }
  };
  const told: { readonly [Name in Answered]: Answers[Name] | undefined } = {
    briefing: tried('briefing', () => briefing(situation, { standard, full })),
    outlook: tried('outlook', () => outlook(situation, { standard, full })),
    scenarios: tried('scenarios', () => scenarios(situation, undefined, standard, full)),
    commitments: tried('commitments', () => commitments(situation, { standard, full })),
    factions: tried('factions', () => factions(situation, { standard, full })),
    stakeholders: tried('stakeholders', () => stakeholders(situation, { standard, full })),
    robustness: tried('robustness', () => openOnly(robustness(situation.listed, { standard }))),
    mediate: tried('mediate', () => settling(situation.listed)),
    replay: tried('replay', () => replay(situation, { full })),
    plausible: tried('plausible', () => plausible(situation, { standard, full })),
  };
  return {
    ...(Object.fromEntries(
      Object.entries(told).filter(([, answer]) => answer !== undefined),
    ) as Omit<Answers, 'leftOut'>),
    leftOut,
  };
}

function openOnly(result: RobustnessResult): RobustnessResult | undefined {
  return result.open.length > 0 ? result : undefined;
}
