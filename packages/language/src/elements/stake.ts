import { statementsOf, type ConflictModel } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';

/** The commitment that a statement is about, where it wants that to be kept and nothing else. */
export function stakeOf({ wants }: ast.Statement): { keeps: string } | undefined {
  const [only, more] = wants.operands;
  return more === undefined && only.nots.length === 0 && only.of.$type === 'Kept'
    ? { keeps: only.of.commitment }
    : undefined;
}

/** A name can be staked only on what one gives oneself. */
export function checkStakes({ actors, commitments }: ConflictModel, { reporter }: Context): void {
  for (const actor of actors) {
    for (const { keeps, at } of statementsOf(actor.preference)) {
      if (keeps === undefined) continue;
      const commitment = commitments.find(({ id }) => id === keeps);
      if (commitment === undefined) continue;
      const { id, by, kind } = commitment;
      if (by === actor.id && kind !== 'demand') continue;
      reporter.say(
        'stake-of-another',
        at!,
        kind === 'demand'
          ? `${id} is a demand, which nobody keeps`
          : `${id} is given by ${by}, so the name of ${actor.id} is not staked on it`,
        { hint: `write what ${actor.id} wants itself` },
      );
    }
  }
}
