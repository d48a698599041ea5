import type { Count } from '@standoff/model';
import { reason } from '../explain/explanation.js';
import {
  Naming,
  type Prepared,
  STANDARDS,
  type Concept,
  type Standard,
  type StateShown,
  type Step,
} from '@standoff/situation';
import { OwnMoves, undeterred, type Attempt } from './own-moves.js';
import { conceptsIn, countsOf, type ConceptMasks } from './concept-masks.js';
import type { SeenGame } from './seen-game.js';

/** Universal states about which an actor is mistaken: by concept how many, and some of them. */
export interface Surprise {
  /** By concept, how many states there are of the kind. */
  readonly counts: Readonly<Record<Concept, Count>>;
  /** Of those by the standard the ones reached soonest from today by what actors would do, then those with most concepts. */
  readonly examples: readonly Mistake[];
}

export interface Mistake {
  /** The state about which the actor is mistaken. */
  readonly state: StateShown;
  /** The concepts under which the actor is mistaken about it. */
  readonly concepts: readonly Concept[];
  /** Steps from today by what actors have reason to do; null: they do not lead there. */
  readonly distance: Count | null;
  /** Where the actor expects the state to hold: what an actor would do there, by the standard. */
  readonly leaves: Attempt | null;
  /** Where the actor does not: what it expects somebody to do there; null also where it does not recognise the state. */
  readonly expected: {
    /** The move that it expects. */
    readonly step: Step;
    /** Why it expects the move. */
    readonly because: string;
  } | null;
}

/**
 * Where an actor's expectation and the hypergame part (the first part theory 8.1, ours): states that it
 * expects to hold while some other is unstable there in its own game, and hypergame equilibria that it
 * does not expect. An actor that does not recognise a state has no reason to move there.
 */
export class Surprises {
  readonly #moves: OwnMoves;
  readonly #naming: Naming;

  constructor(
    readonly real: Prepared,
    readonly games: ReadonlyMap<string, SeenGame>,
    /** By decision maker, where it is stable in its own game. */
    readonly stable: ReadonlyMap<string, ConceptMasks>,
    readonly hypergame: ConceptMasks,
    /** Steps from today; -1: not reached. */
    readonly distance: (state: number) => number,
    readonly standard: Standard,
  ) {
    this.#moves = new OwnMoves(real, games, standard);
    this.#naming = real.naming;
  }

  leaves(actor: string, limit: number): Surprise {
    const expected = this.games.get(actor)!.equilibria();
    const masks = expected.map((mask, s) => {
      let left = 0;
      for (const [id, stable] of this.stable)
        if (this.games.get(id)!.projection[s] >= 0) left |= ~stable[s];
      return mask & left;
    });
    return this.#surprise(masks, limit, (s, concept) => ({
      leaves: this.#departure(s, concept),
      expected: null,
    }));
  }

  holds(actor: string, limit: number): Surprise {
    const game = this.games.get(actor)!;
    const expected = game.equilibria();
    const masks = this.hypergame.map((mask, s) => mask & ~expected[s]);
    return this.#surprise(masks, limit, (s, concept) => ({
      leaves: null,
      expected: this.#expectedStep(game, s, concept),
    }));
  }

  #surprise(
    masks: ConceptMasks,
    limit: number,
    witness: (state: number, concept: Concept) => Pick<Mistake, 'leaves' | 'expected'>,
  ): Surprise {
    const { concept } = STANDARDS[this.standard];
    const states: number[] = [];
    masks.forEach((mask, s) => {
      if (conceptsIn(mask).includes(concept)) states.push(s);
    });
    const far = (s: number): number => (this.distance(s) < 0 ? Infinity : this.distance(s));
    const nearer = (a: number, b: number): number => (far(a) === far(b) ? 0 : far(a) - far(b));
    const size = (s: number): number => conceptsIn(masks[s]).length;
    states.sort((a, b) => nearer(a, b) || size(b) - size(a) || a - b);
    return {
      counts: countsOf(masks),
      examples: states.slice(0, limit).map((s) => {
        const concepts = conceptsIn(masks[s]);
        return {
          state: this.#naming.state(s),
          concepts,
          distance: this.distance(s) < 0 ? null : this.distance(s),
          ...witness(s, concept),
        };
      }),
    };
  }

  #departure(state: number, concept: Concept): Attempt | null {
    for (const id of this.stable.keys()) {
      const departure = this.#moves.departure(id, state, concept);
      if (departure) return departure;
    }
    return null;
  }

  /** Who would leave in the actor's eyes, and by what step. */
  #expectedStep(game: SeenGame, state: number, concept: Concept): Mistake['expected'] {
    const from = game.projection[state];
    if (from < 0) return null;
    for (const { id } of game.prepared!.deciders) {
      const to = undeterred(game, id, from, concept);
      if (to !== null)
        return {
          step: this.#moves.step(id, game.taken(from), game.taken(to)),
          because: reason(game.prepared!, game.mover(id), to, from),
        };
    }
    return null;
  }
}
