import { changedBetween, LegalSequences, type PathStep, type Steps } from '@standoff/engine';
import type { Prepared } from '@standoff/situation';

/**
 * Steps on the way to a goal that harm somebody whom it is meant to win: a decision maker whom the goal is better
 * for than today. Another's step harms it that puts it below today by its own ranking, as it is in the model
 * without changes, in a state in which it has a better move and so could answer (ours).
 */
export class Harm {
  readonly #steps: Steps;
  readonly #out: Int32Array;
  readonly #below: readonly Uint8Array[];
  readonly #members: readonly number[];

  /**
   * @param changed the model in which changes are made.
   * @param goal a state of it.
   */
  constructor(
    readonly prepared: Prepared,
    readonly changed: Prepared,
    goal: number,
    readonly by: 'improvements' | 'moves',
  ) {
    const { space, game, courses } = changed;
    const now = prepared.statusQuo[0];
    const before = Array.from(space.codes, (code) => prepared.space.indexOf(code));
    this.#below = prepared.game.ranks.map((own) =>
      Uint8Array.from(before, (state) => Number(own[state] < own[now])),
    );
    this.#members = prepared.game.ranks.flatMap((own, mover) =>
      own[before[goal]] > own[now] ? [mover] : [],
    );
    this.#steps = courses[by].steps;
    this.#out = new Int32Array(game.moves.maxDegree);
  }

  /** The way there without such a step; null: there is none. */
  way(goal: number): readonly PathStep[] | null {
    const steps: Steps = {
      movers: this.#steps.movers,
      size: this.#steps.size,
      maxDegree: this.#steps.maxDegree,
      // Two steps that harm nobody may come to one that does.
      transitive: false,
      successors: (mover, from, out) => {
        const count = this.#steps.successors(mover, from, out);
        let kept = 0;
        for (let k = 0; k < count; k++)
          if (this.#harmed(mover, from, out[k]).length === 0) out[kept++] = out[k];
        return kept;
      },
    };
    const { game, statusQuo } = this.changed;
    return new LegalSequences(steps, statusQuo, undefined, changedBetween(game)).pathTo(goal);
  }

  /** The first such step on the shortest way there, and whom it harms. */
  first(goal: number): { readonly step: PathStep; readonly harmed: readonly number[] } | null {
    const path = this.changed.courses[this.by].pathTo(goal) ?? [];
    const found = path.find(({ mover, from, to }) => this.#harmed(mover, from, to).length > 0);
    return found ? { step: found, harmed: this.#harmed(found.mover, found.from, found.to) } : null;
  }

  #harmed(mover: number, from: number, to: number): number[] {
    return this.#members.filter(
      (one) =>
        one !== mover &&
        this.#below[one][to] === 1 &&
        this.#below[one][from] === 0 &&
        this.#couldAnswer(one, to),
    );
  }

  #couldAnswer(mover: number, state: number): boolean {
    const { moves, ranks } = this.changed.game;
    const count = moves.successors(mover, state, this.#out);
    for (let k = 0; k < count; k++)
      if (ranks[mover][this.#out[k]] > ranks[mover][state]) return true;
    return false;
  }
}
