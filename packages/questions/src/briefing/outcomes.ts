import { FIRMEST_FIRST, holdOf, type AnswerKind } from '@standoff/engine';
import { STANDARDS, type Prepared, type Standard } from '@standoff/situation';
import type { BriefOutcome } from './answer.js';

/** Says states as outcomes: how each fares there, and how it is held. */
export class OutcomesOf {
  readonly #rankings: readonly (readonly [string, ArrayLike<number>])[];
  readonly #today: number;

  constructor(
    readonly prepared: Prepared,
    readonly standard: Standard,
  ) {
    this.#rankings = [...prepared.ranks];
    this.#today = prepared.statusQuo[0];
  }

  /** Equal for states that every actor ranks alike, of the same scenarios and of the same name. */
  keyOf(state: number): string {
    const { naming } = this.prepared;
    return [
      ...this.#rankings.map(([, ranks]) => ranks[state]),
      ...naming.scenariosOf(state),
      naming.labelOf(state),
    ].join('\n');
  }

  outcome(state: number): BriefOutcome {
    return {
      state: this.prepared.naming.state(state),
      besides: [],
      against: this.against(state),
      hold: this.hold(state),
    };
  }

  against(state: number): BriefOutcome['against'] {
    return Object.fromEntries(
      this.#rankings.map(([id, ranks]) => [
        id,
        ranks[state] > ranks[this.#today]
          ? 'better'
          : ranks[state] < ranks[this.#today]
            ? 'worse'
            : 'same',
      ]),
    );
  }

  /** By the firmest concept under which all stay; null where not all do by the standard. */
  hold(state: number): AnswerKind | null {
    const concepts = this.prepared.equilibria.conceptsAt(state);
    if (!concepts.includes(STANDARDS[this.standard].concept)) return null;
    return holdOf(concepts)!.answers;
  }

  /** By the firmest concept under which all stay, whatever the standard. */
  firmness(state: number): number {
    const concepts = this.prepared.equilibria.conceptsAt(state);
    const first = FIRMEST_FIRST.findIndex((concept) => concepts.includes(concept));
    return first < 0 ? FIRMEST_FIRST.length : first;
  }

  /** How many more fare better than worse. */
  surplus(state: number): number {
    return Object.values(this.against(state)).reduce(
      (sum, fares) => sum + (fares === 'better' ? 1 : fares === 'worse' ? -1 : 0),
      0,
    );
  }
}

/**
 * Outcomes of one name, or of none, side by side: what each has that others of them have not. What has
 * no name is said as its difference from today, and is told apart where that reads alike.
 */
export function toldApart<O extends BriefOutcome>(outcomes: readonly O[]): O[] {
  return outcomes.map((one) => {
    const { label } = one.state.name;
    const others = outcomes.filter((other) => other !== one && other.state.name.label === label);
    const besides = one.state.taken.filter((option) =>
      others.some((other) => !other.state.taken.includes(option)),
    );
    return besides.length === 0 ? one : { ...one, besides };
  });
}
