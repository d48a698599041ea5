import { isResponse, ruleOf, slack, slackByOther, type ResponseConcept } from '@standoff/engine';
import { takenIn, type Prepared, type Concept } from '@standoff/situation';
import type { SlackResult } from './answer.js';

/** Rankings of others are searched one by one: with more states than these that takes too long. */
const MOST_STATES = 100;

/** How far the search through the rankings of one other goes. */
const OTHERS = { most: 4, budget: 1000 };

/**
 * How many swaps in rankings the verdict of an actor on a state is away from turning. Null where
 * answers are simultaneous: that is not defined then.
 */
export function slackOf(
  prepared: Prepared,
  state: number,
  actor: string,
  concept: Concept,
): SlackResult | null {
  if (!isResponse(concept)) return null;
  const { game, deciders } = prepared;
  const mover = deciders.findIndex(({ id }) => id === actor);
  // A stakeholder has no move, so no ranking of anybody unsettles it.
  if (mover < 0) return { swaps: null, change: null, others: [] };
  const { swaps, change } = slack(game, mover, state, concept);
  const { naming } = prepared;
  return {
    swaps,
    change: change && {
      direction: change.direction,
      past: { taken: takenIn(prepared, change.past), name: naming.name(change.past) },
      alone: change.alone,
    },
    others: byOthers(prepared, mover, state, concept),
  };
}

function byOthers(
  { game, deciders }: Prepared,
  mover: number,
  state: number,
  concept: ResponseConcept,
): SlackResult['others'] {
  if (ruleOf(concept).answers !== 'credible') return [];
  if (game.moves.size > MOST_STATES) return null;
  return deciders.flatMap(({ id }, other) => {
    if (other === mover) return [];
    const { swaps, moreThan } = slackByOther(game, mover, state, concept, other, OTHERS);
    return [{ actor: id, swaps, moreThan }];
  });
}
