import {
  bestOf,
  LegalSequences,
  reachable,
  undeterred,
  type ResponseConcept,
} from '@standoff/engine';
import type { Prepared } from '@standoff/situation';
import { maskOf } from './joint-move.js';

/** Coalitions of two and more, of at most so many members, the smaller before the larger. */
export function* coalitionsOf(movers: number, most = movers): Generator<number[]> {
  for (let size = 2; size <= Math.min(most, movers); size++) yield* ofSize(movers, size, []);
}

function* ofSize(movers: number, size: number, begun: readonly number[]): Generator<number[]> {
  if (begun.length === size) yield [...begun];
  else
    for (let next = (begun.at(-1) ?? -1) + 1; next < movers; next++)
      yield* ofSize(movers, size, [...begun, next]);
}

/** How many coalitions of two and more there are, of at most so many members. */
export function coalitionCount(movers: number, most = movers): number {
  let count = 0;
  let choices = movers;
  for (let size = 2; size <= Math.min(most, movers); size++) {
    choices *= (movers - size + 1) / size;
    count += choices;
  }
  return Math.round(count);
}

/**
 * Where a coalition can bring it from a state: by moves of its members alone, of each at least one, to
 * what each of them likes better. The one definition of a joint step where states are listed.
 */
export class JointEnds {
  readonly #own: readonly number[];
  readonly #most: readonly number[];

  constructor(readonly prepared: Prepared) {
    this.#own = prepared.deciders.map(({ options }) => Number(maskOf(prepared, options)));
    this.#most = prepared.game.ranks.map((own) => {
      let most = 1;
      for (let s = 0; s < own.length; s++) if (own[s] > most) most = own[s];
      return most;
    });
  }

  from(members: readonly number[], from: number): number[] {
    const wished = this.#wished(members, from);
    if (wished.length === 0) return [];
    const { distance } = reachable(this.prepared.game, [from], false, members);
    return wished.filter((to) => distance[to] > 0);
  }

  /** What each of them likes better and has its part in; who moves changes options of its own alone, where that is known. */
  #wished(members: readonly number[], from: number): number[] {
    const { game, space } = this.prepared;
    const start = space.codes[from];
    const ranks = members.map((m) => game.ranks[m]);
    const own = members.reduce((mask, m) => mask | this.#own[m], 0);
    const others = game.moves.form === null ? 0 : ~own;
    const [first] = ranks;
    const better: number[] = [];
    // One member after the other is asked of all that is left: few states are left after the first.
    for (let to = 0; to < space.size; to++)
      if (first[to] > first[from] && ((space.codes[to] ^ start) & others) === 0) better.push(to);
    return better.filter((to) =>
      members.every(
        (m, k) => ranks[k][to] > ranks[k][from] && this.#own[m] & (space.codes[to] ^ start),
      ),
    );
  }

  /**
   * The best of them for the coalition, the first of several: by the gain of the member that gains least,
   * as a share of its ranks, then by fewer options changed; null: there is none.
   */
  best(members: readonly number[], from: number, ends: readonly number[]): number | null {
    return ends.reduce<number | null>(
      (best, to) => (best === null || this.#compare(members, from, to, best) > 0 ? to : best),
      null,
    );
  }

  #compare(members: readonly number[], from: number, a: number, b: number): number {
    return (
      this.#least(members, from, a) - this.#least(members, from, b) ||
      this.#changed(from, b) - this.#changed(from, a)
    );
  }

  #least(members: readonly number[], from: number, to: number): number {
    const { ranks } = this.prepared.game;
    return Math.min(...members.map((m) => (ranks[m][to] - ranks[m][from]) / this.#most[m]));
  }

  #changed(from: number, to: number): number {
    const { codes } = this.prepared.space;
    let count = 0;
    for (let rest = (codes[from] ^ codes[to]) >>> 0; rest !== 0; rest &= rest - 1) count++;
    return count;
  }
}

/** A joint step of a coalition, states by their places. */
export interface JointWay {
  /** Places among the decision makers. */
  readonly members: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Whether a part of the coalition could leave the same state. */
export function isPartIn<From>(
  found: readonly { readonly members: readonly number[]; readonly from: From }[],
  members: readonly number[],
  from: From,
): boolean {
  return found.some(
    (other) =>
      other.from === from &&
      other.members.length < members.length &&
      other.members.every((m) => members.includes(m)),
  );
}

/** Ends of the course from which joint steps are looked for, beside today; the nearest. */
const ENDS = 8;

/** Where joint steps are looked for: today, and the nearest states at which the course stays. */
export function startsOf({ game, statusQuo }: Prepared, concept: ResponseConcept): number[] {
  const stays = new LegalSequences(bestOf(undeterred(game, concept), game.ranks), statusQuo)
    .ends()
    .flatMap(({ states, nearest }) => (states.length === 1 ? [nearest] : []))
    .slice(0, ENDS);
  return [...new Set([statusQuo[0], ...stays])];
}
