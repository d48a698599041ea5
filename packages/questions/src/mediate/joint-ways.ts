import type { ResponseConcept } from '@standoff/engine';
import type { Prepared } from '@standoff/situation';
import {
  coalitionCount,
  coalitionsOf,
  JointEnds,
  isPartIn,
  startsOf,
  type JointWay,
} from '../coalitions/joint-ends.js';

/**
 * The joint steps to some states, from today and from where the course ends. The coalitions are gone
 * through from the smallest, until so many states have been gone through.
 */
export class JointWays {
  /** Coalitions looked at, and how many there are. */
  readonly looked: number;
  readonly all: number;
  readonly #ends: JointEnds;
  readonly #to = new Map<number, JointWay[]>();

  constructor(
    readonly prepared: Prepared,
    concept: ResponseConcept,
    states: readonly number[],
    most: number,
  ) {
    const { game, space } = prepared;
    this.#ends = new JointEnds(prepared);
    const starts = startsOf(prepared, concept);
    const wished = new Uint8Array(space.size);
    for (const state of states) wished[state] = 1;
    let looked = 0;
    let gone = 0;
    for (const members of coalitionsOf(game.moves.movers)) {
      gone += starts.length * space.size;
      if (gone > most) break;
      looked++;
      for (const from of starts)
        for (const to of this.#ends.from(members, from))
          if (wished[to] === 1)
            this.#to.set(to, [...(this.#to.get(to) ?? []), { members, from, to }]);
    }
    this.looked = looked;
    this.all = coalitionCount(game.moves.movers);
  }

  /** The states that joint steps lead to. */
  get states(): number[] {
    return [...this.#to.keys()];
  }

  /**
   * Of each coalition and each state that it leaves the best for its members among these; none of which a
   * part could leave that state for one of these too.
   */
  among(states: readonly number[]): JointWay[] {
    const groups = new Map<string, JointWay[]>();
    for (const way of states.flatMap((state) => this.#to.get(state) ?? [])) {
      const key = `${way.from}:${way.members.join()}`;
      groups.set(key, [...(groups.get(key) ?? []), way]);
    }
    const best = [...groups.values()].map((ways) => {
      const [{ members, from }] = ways;
      const ends = ways.map(({ to }) => to);
      return { members, from, to: this.#ends.best(members, from, ends)! };
    });
    return best.filter(({ members, from }) => !isPartIn(best, members, from));
  }
}
