import { EngineError } from '../errors.js';
import type { Game } from '../game.js';
import { coalitionsUpTo, partitionOf, type Coalition } from './coalition.js';

/**
 * How a coalition moves (theory 5.1). Published: by any legal sequence of its members' moves, every
 * state on the way feasible. An earlier tool: all members change their options at once, and only the
 * end state has to be feasible. Of a single decision maker both are its own moves.
 */
export type JointMoveRule = 'legal sequences' | 'at once';

/** Whether every member has to gain, or none to lose and one to gain (Pareto). */
export type ImprovementRule = 'every member' | 'Pareto';

/**
 * Who outside a coalition acts in answer to it; sources differ. A response is a sequence of moves of
 * these actors, none of them twice in succession, all disjoint from the coalition; a credible
 * response one in which each move is an improvement for its actor from where it is made.
 * - 'singly': each outsider by itself (the default; R^+ of the outsiders in CSEQ).
 * - 'coalitions': every coalition of outsiders, single ones included. So in CSEQ a step of the
 *   sanction may be a joint one that all who take part in it gain by, though no part of it does them
 *   good. Published versions go in this direction and differ in which coalitions may follow each
 *   other; here any but the same one twice.
 * - a partition: its blocks act as one decision maker each (theory 5.5). The coalition itself must be
 *   a block.
 */
export type Outsiders = 'singly' | 'coalitions' | readonly Coalition[];

/** How coalitions act; what is left out is the published reading. */
export interface CoalitionRules {
  readonly moves: JointMoveRule;
  readonly improvement: ImprovementRule;
  readonly outsiders: Outsiders;
}

/**
 * The rules with what was left out.
 * @throws EngineError 'bad-argument' for a rule that is none, a partition that is none, 'at once' for
 *   a model without option form, and a game in which opponents move at most once each.
 */
export function completeRules(game: Game, given: Partial<CoalitionRules>): CoalitionRules {
  const { moves = 'legal sequences', improvement = 'every member', outsiders = 'singly' } = given;
  expectOneOf('moves of coalitions', moves, ['legal sequences', 'at once']);
  expectOneOf('improvements of coalitions', improvement, ['every member', 'Pareto']);
  if (typeof outsiders === 'string') expectOneOf('outsiders', outsiders, ['singly', 'coalitions']);
  if (game.opponentsRule !== 'legal sequences')
    throw new EngineError(
      'bad-argument',
      `coalitions are defined by legal sequences, but opponents of this game move "${game.opponentsRule}"; create the game with the rule "legal sequences"`,
    );
  if (moves === 'at once' && !(game.moves.form && game.space))
    throw new EngineError(
      'bad-argument',
      'members can change their options at once only where moves are given by options; leave the moves at "legal sequences"',
    );
  return {
    moves,
    improvement,
    outsiders: typeof outsiders === 'string' ? outsiders : partitionOf(game.moves, outsiders),
  };
}

/** Who may act in answer to a coalition: the actors of `Outsiders`. */
export function actorsOutside(
  movers: number,
  coalition: Coalition,
  outsiders: Outsiders,
): Coalition[] {
  const others = Array.from({ length: movers }, (_, j) => j).filter((j) => !coalition.includes(j));
  if (outsiders === 'singly') return others.map((j) => [j]);
  if (outsiders === 'coalitions')
    return coalitionsUpTo(others.length).map((members) => members.map((k) => others[k]));
  const blocks = outsiders.filter((block) => block.join() !== coalition.join());
  if (blocks.length === outsiders.length)
    throw new EngineError(
      'bad-argument',
      `the coalition of ${coalition.join(', ')} is no block of the partition; ask for one of its blocks`,
    );
  return blocks;
}

function expectOneOf(what: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value))
    throw new EngineError(
      'bad-argument',
      `there is no rule "${value}" for ${what}; choose from ${choices.join(', ')}`,
    );
}
