import type { Game } from './game.js';
import type { Demand } from './nearest-ranking.js';
import type { Ranks } from './ranks.js';
import type { ResponseConcept } from './concepts.js';

/** Something that can be taken away from a model: states, moves, or both. */
export interface Removal {
  /** A whole number from 1 on. */
  readonly cost: number;
  /** By state, 1 where it is removed; null: none is. */
  readonly states: Uint8Array | null;
  /** Whether a move is removed; null: none is. Transitive moves must be left transitive. */
  readonly move: ((from: number, to: number) => boolean) | null;
}

/** What may be changed, and at what cost. */
export interface ChangeSpace {
  /** By mover: what a swap in its ranking costs, from 1 on; null: its ranking does not change by swaps. */
  readonly swaps: readonly (number | null)[];
  /**
   * The rankings that another decision maker can be given at exactly this cost, from 1 on; null: they
   * are too many to be listed.
   */
  rankings(mover: number, cost: number): readonly Ranks[] | null;
  readonly removals: readonly Removal[];
}

/** What the changes are to bring about. */
export interface Sought {
  /** One of these states is to be an equilibrium. */
  readonly goal: readonly number[];
  readonly concept: ResponseConcept;
  /** How it is to be reached from one of the starts; null: it need not be. */
  readonly reach: 'improvements' | 'moves' | null;
  readonly starts: readonly number[];
}

/** Changes that bring it about. */
export interface Changes {
  /** The state of the goal that is then an equilibrium. */
  readonly state: number;
  readonly cost: number;
  /** By mover: the ranking given to it; null: its own. */
  readonly rankings: readonly (Given | null)[];
  /** Numbers of removals, ascending. */
  readonly removals: readonly number[];
}

export interface Given {
  readonly cost: number;
  readonly ranks: Ranks;
  /** Its place among those of that cost; null: it came about by swaps. */
  readonly index: number | null;
  /** What it was to meet: of the rankings that do, it takes the fewest swaps. */
  readonly demands: readonly Demand[];
}

/** A state of the goal and the changes made so far. */
export class Candidate {
  constructor(
    readonly state: number,
    readonly ranks: Game['ranks'],
    readonly given: readonly (Given | null)[] = ranks.map(() => null),
    readonly removals: readonly number[] = [],
    readonly taken: readonly Removal[] = [],
    /** Of all changes. */
    readonly cost = 0,
  ) {}

  /** The same for the same changes, in whatever order they were made. */
  key(): string {
    const given = this.given.map((own) =>
      own === null ? '' : own.index === null ? keyOf(own.demands) : `${own.cost}.${own.index}`,
    );
    return `${given.join('|')}|${this.removals.join()}`;
  }

  withRanking(mover: number, given: Given): Candidate {
    return new Candidate(
      this.state,
      this.ranks.map((own, j) => (j === mover ? given.ranks : own)),
      this.given.map((own, j) => (j === mover ? given : own)),
      this.removals,
      this.taken,
      this.cost - (this.given[mover]?.cost ?? 0) + given.cost,
    );
  }

  withRemoval(k: number, removal: Removal): Candidate {
    return new Candidate(
      this.state,
      this.ranks,
      this.given,
      [...this.removals, k].sort((a, b) => a - b),
      [...this.taken, removal],
      this.cost + removal.cost,
    );
  }
}

/** The same for the same demands, in whatever order they were made. */
export function keyOf(demands: readonly Demand[]): string {
  const each = demands.map(
    ({ above, below, strictly }) => `${above}${strictly ? '>' : '-'}${below}`,
  );
  return [...new Set(each.sort())].join();
}
