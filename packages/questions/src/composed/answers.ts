import type { Watch } from '@standoff/engine';
import { AnalysisError, type Prepared } from '@standoff/situation';
import { commitments, type CommitmentsResult } from '../commitments/solve.js';
import { factions, type FactionsResult } from '../factions/solve.js';
import { mediate } from '../mediate/solve.js';
import type { MediateResult } from '../mediate/answer.js';
import { QUESTIONS, type QuestionName } from '../questions.js';
import { outlook, type OutlookResult } from '../outlook/solve.js';
import { plausible, type PlausibleResult } from '../plausible/solve.js';
import { replay, type ReplayResult } from '../replay/solve.js';
import { robustness, type RobustnessResult } from '../robustness/solve.js';
import { scenarios, type ScenarioAnswer, type ScenariosResult } from '../scenarios/solve.js';
import { stakeholders, type StakeholdersResult } from '../stakeholders/solve.js';

/** The questions that the composed answer asks, in its order. */
export const ANSWERED = [
  'outlook',
  'scenarios',
  'commitments',
  'factions',
  'stakeholders',
  'robustness',
  'mediate',
  'replay',
  'plausible',
] as const satisfies readonly QuestionName[];
export type Answered = (typeof ANSWERED)[number];

/**
 * The answers to the questions that the situation has something to say to. One is missing also where it
 * was not asked for, or is among those left out.
 */
export interface Answers {
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

/** What changes may cost that are sought along the way, and how much is looked at for them. */
const MOST_COST = 2;
const MOST_STEPS = 2e7;

/**
 * The composed answer: each question at its defaults, as far as the situation has something to say
 * to it. Mediation is asked of the scenario that `settlement` finds.
 */
export function answers(
  prepared: Prepared,
  only: readonly Answered[] = ANSWERED,
  watch: Watch = () => undefined,
): Answers {
  const { model } = prepared;
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
  const told = {
    outlook: tried('outlook', () => outlook(prepared)),
    scenarios: tried('scenarios', () => scenarios(prepared)),
    commitments: tried('commitments', () => commitments(prepared)),
    factions: tried('factions', () => factions(prepared)),
    stakeholders: tried('stakeholders', () => stakeholders(prepared)),
    robustness: tried('robustness', () => openOnly(robustness(prepared))),
    mediate: tried('mediate', () => settling(prepared)),
    replay: tried('replay', () => replay(prepared)),
    plausible: tried('plausible', () => plausible(prepared)),
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

function settling(prepared: Prepared): MediateResult | undefined {
  const { scenarios: all } = scenarios(prepared);
  const wished = settlement(all);
  return wished === null
    ? undefined
    : mediate(
        prepared,
        { op: 'scenario', id: wished.id },
        { text: wished.id, most: MOST_COST, beyond: 0, limit: 3, steps: MOST_STEPS },
      );
}

/**
 * The scenario that most would gain by and that improvements do not lead to: of those better for more
 * actors than they are worse for, where they would hold best, the one with the largest surplus. Ours:
 * nothing in a situation says what is wished.
 */
export function settlement(all: readonly ScenarioAnswer[]): ScenarioAnswer | null {
  const surplus = ({ against }: ScenarioAnswer): number =>
    Object.values(against).reduce((sum, { firmest, everywhere }) => {
      const fares = firmest ?? everywhere;
      return sum + (fares === 'better' ? 1 : fares === 'worse' ? -1 : 0);
    }, 0);
  return all
    .filter((one) => one.states !== 0 && !one.holdsNow && !one.reachable.improvements)
    .filter((one) => surplus(one) > 0)
    .reduce<ScenarioAnswer | null>(
      (best, one) => (best === null || surplus(one) > surplus(best) ? one : best),
      null,
    );
}
