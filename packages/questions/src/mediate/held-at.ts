import { CONCEPTS, FIRMEST_FIRST, SingleStates } from '@standoff/engine';
import { kindBy, type Concept, type Prepared, type StabilityKind } from '@standoff/situation';

/**
 * How single states of a model hold. A plan tells of one state of a model that is made for it alone: to
 * judge all states of that under all concepts takes many times as long where they are many.
 */
export class HeldAt {
  readonly #single: SingleStates;
  readonly #firmness = new Map<number, number>();

  constructor(readonly prepared: Prepared) {
    this.#single = new SingleStates(prepared.game);
  }

  /** The concepts under which the state is an equilibrium. */
  conceptsAt(state: number): Concept[] {
    return CONCEPTS.filter((concept) => this.#single.equilibrium(state, concept));
  }

  /** By decision maker, why it stays there, or that it does not. */
  kindsAt(state: number): Record<string, StabilityKind> {
    const { deciders } = this.prepared;
    const stays = (mover: number): boolean =>
      CONCEPTS.some((concept) => this.#single.stable(mover, state, concept));
    return Object.fromEntries(
      deciders.map(({ id }, mover) => [
        id,
        kindBy(this.prepared, mover, state, () => stays(mover)),
      ]),
    );
  }

  /** Grows from what holds most firmly. */
  firmness(state: number): number {
    let firmness = this.#firmness.get(state);
    if (firmness === undefined) {
      const first = FIRMEST_FIRST.findIndex((concept) => this.#single.equilibrium(state, concept));
      firmness = first < 0 ? FIRMEST_FIRST.length : first;
      this.#firmness.set(state, firmness);
    }
    return firmness;
  }
}
