import type { Proportion } from '@standoff/model';
import {
  isTooLarge,
  USUAL_STANDARD,
  type Course,
  type Situation,
  type State,
} from '@standoff/situation';

/**
 * The chance that a forecast gave to a step that happened, as the geometric mean over the steps: its
 * logarithm is the mean log score.
 */
export interface ReplayForecast {
  /** Of the course, as it is drawn for the pull. */
  readonly course: Proportion;
  /** Of movers and moves drawn at random. */
  readonly random: Proportion;
  /** Of the forecast that nothing changes. */
  readonly nothing: Proportion;
}

/** What each forecast keeps for movers and moves at random: what it rules out would count without end. */
const KEPT = 0.1;

/** The chances given to one step. */
export interface Chances {
  /** Null: where the course leads takes too long to be found. */
  readonly course: number | null;
  readonly random: number;
}

/** What the course, and movers at random, give to steps that happened. */
export class Forecaster {
  readonly #course: Course;

  constructor(readonly situation: Situation) {
    this.#course = situation.states.course(USUAL_STANDARD);
  }

  /** @param to where a legal move of the actor led. */
  chances(actor: string, from: State, to: State): Chances {
    const { states, deciders } = this.situation;
    const moves = deciders.map(({ id }) => states.moves(id, from).length);
    const mover = deciders.findIndex(({ id }) => id === actor);
    return {
      random: 1 / moves.filter((count) => count > 0).length / moves[mover],
      course: this.#drawn(mover, from, to),
    };
  }

  /** Who moves is drawn evenly of those that have a step, then one of its steps evenly. */
  #drawn(mover: number, from: State, to: State): number | null {
    const { steps } = this.#course;
    try {
      const out = new Int32Array(steps.maxDegree);
      const state = this.#course.numberOf(from);
      const each = Array.from({ length: steps.movers }, (_, k) => [
        ...out.subarray(0, steps.successors(k, state, out)),
      ]);
      const own = each[mover];
      return own.includes(this.#course.numberOf(to))
        ? 1 / each.filter(({ length }) => length > 0).length / own.length
        : 0;
    } catch (error) {
      if (!isTooLarge(error)) throw error;
      return null;
    }
  }
}

/** Null: there were no steps, or the course is not known at one of them. */
export function forecastOf(chances: readonly Chances[]): ReplayForecast | null {
  const mean = (of: (one: Chances) => number): number =>
    Math.exp(chances.reduce((sum, one) => sum + Math.log(of(one)), 0) / chances.length);
  if (chances.length === 0 || chances.some(({ course }) => course === null)) return null;
  return {
    course: mean(({ course, random }) => (1 - KEPT) * course! + KEPT * random),
    random: mean(({ random }) => random),
    nothing: mean(({ random }) => KEPT * random),
  };
}
