import { fromScores, type Allowance, type Changes, type Given } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import {
  hasStatements,
  prepare,
  PreferenceVariants,
  type Prepared,
  type Variant,
} from '@standoff/situation';
import {
  orderMove,
  rulesFor,
  statementMoves,
  type MediationCosts,
  type MediationMove,
  type Rule,
} from './moves.js';

/** What may be changed in a model, and the model in which it is changed. */
export class Levers {
  /** By decision maker: its lists of statements; null: its ranking changes by swaps. */
  readonly variants: readonly (PreferenceVariants | null)[];
  readonly rules: readonly Rule[];

  constructor(
    readonly prepared: Prepared,
    readonly costs: MediationCosts,
    /** For the lists of statements that decision makers could have. */
    readonly allowance: Allowance,
  ) {
    this.variants = prepared.deciders.map((actor, j) =>
      hasStatements(actor) ? new PreferenceVariants(prepared, j, costs, allowance) : null,
    );
    this.rules = rulesFor(prepared, costs);
  }

  /** Works out the lists of statements up to a cost: in one order everywhere, since they share what they may take. */
  write(cost: number): void {
    for (let price = 1; price <= cost; price++)
      for (const written of this.variants) written?.at(price);
  }

  /** Changes as they are told. */
  movesOf({ rankings, removals }: Changes): MediationMove[] {
    return [
      ...rankings.flatMap((given, mover) => {
        if (!given) return [];
        const written = this.#writtenAs(mover, given);
        return written
          ? statementMoves(this.prepared.deciders[mover], written, this.costs)
          : orderMove(this.prepared, this.prepared.naming, mover, given);
      }),
      ...removals.map((k) => this.rules[k].move),
    ];
  }

  /** The list of statements by which a ranking is given; null: it comes about by swaps. */
  #writtenAs(mover: number, { cost, index }: Given): Variant | null {
    return index === null ? null : this.variants[mover]!.at(cost)![index];
  }

  /** The model in which the changes are made. */
  changed({ rankings, removals }: Changes): Prepared {
    const { prepared } = this;
    const written = rankings.map((given, mover) => given && this.#writtenAs(mover, given)?.edited);
    const actors = prepared.model.actors.map(
      (actor) => written.find((edited) => edited?.id === actor.id) ?? actor,
    );
    const model = removals.reduce<ConflictModel>((now, k) => this.rules[k].apply(now), {
      ...prepared.model,
      actors,
    });
    const changed = prepare(model, { memory: prepared.memory });
    const { game, space } = changed;
    const before = Array.from(space.codes, (code) => prepared.space.indexOf(code));
    const ranks = game.ranks.map((own, mover) => {
      const given = rankings[mover];
      if (given?.index !== null) return own;
      return fromScores(Float64Array.from(before, (s) => given.ranks[s]));
    });
    return changed.withRanks(ranks);
  }
}
