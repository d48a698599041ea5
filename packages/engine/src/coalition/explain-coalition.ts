import { ruleOf, type CoalitionConcept } from '../concepts.js';
import type { Game } from '../game.js';
import { expectState, expectWhole } from '../validate.js';
import { Actors } from './actors.js';
import { coalitionOf, type Coalition } from './coalition.js';
import { Gains } from './gains.js';
import { actorsOutside, completeRules, type CoalitionRules } from './rules.js';
import type { JointStep } from '../ways.js';

/** Why a coalition stays in a state or leaves it. */
export interface CoalitionExplanation {
  readonly stable: boolean;
  /** How many improvements the coalition has. */
  readonly count: number;
  /**
   * The nearest of them, as many as asked for; one without a sanction stands first, and is there
   * whenever the coalition is unstable.
   */
  readonly improvements: readonly CoalitionImprovement[];
}

export interface CoalitionImprovement {
  /** How the members bring it about. */
  readonly path: readonly JointStep[];
  readonly to: number;
  /** Null: nothing that the concept allows the outsiders deters the coalition. */
  readonly sanction: {
    readonly path: readonly JointStep[];
    readonly to: number;
    /** The members who end there no better off than they started (Pareto: who ends worse off). */
    readonly deterred: Coalition;
  } | null;
  /** How many states the outsiders could answer with; 0 where answers do not count. */
  readonly answers: number;
}

/**
 * The reason for a verdict on a coalition, read off the definition, with paths. O(reachable states) for
 * each improvement, and with escapes for each answer to it.
 *
 * @param most how many improvements to tell; 5 when left out. All are looked at.
 * @throws EngineError 'bad-argument' as `coalitionKernel`, and for a state that there is not.
 */
export function explainCoalition(
  game: Game,
  members: Coalition,
  state: number,
  concept: CoalitionConcept,
  given: Partial<CoalitionRules> = {},
  most = 5,
): CoalitionExplanation {
  const coalition = coalitionOf(game.moves, members);
  expectState(game.moves, state);
  expectWhole('the number of improvements to tell', most, 1, Infinity);
  const rules = completeRules(game, given);
  const actors = new Actors(game, rules);
  const gains = new Gains(game.ranks, coalition, rules.improvement, game.moves.size);
  const outside = actorsOutside(game.moves.movers, coalition, rules.outsiders);
  const own = actors.ways(ownActors(coalition, rules));
  const rule = ruleOf(concept);
  const answers = actors.ways(outside, rule.answers === 'credible');
  const found = own.from(state);
  const improvements = found.states
    .filter((to) => to !== state && gains.improves(to, state))
    .map((to): CoalitionImprovement => {
      const told = { path: found.pathTo(to), to };
      if (rule.answers === 'none') return { ...told, sanction: null, answers: 0 };
      const answered = answers.from(to);
      const sanction = answered.states.find(
        (s2) =>
          s2 !== to &&
          !gains.improves(s2, state) &&
          (!rule.escape || !own.from(s2).states.some((s3) => gains.improves(s3, state))),
      );
      return {
        ...told,
        answers: answered.states.length - 1,
        sanction:
          sanction === undefined
            ? null
            : {
                path: answered.pathTo(sanction),
                to: sanction,
                deterred: deterred(game, coalition, rules, sanction, state),
              },
      };
    });
  const unsanctioned = improvements.findIndex(({ sanction }) => sanction === null);
  if (unsanctioned > 0) improvements.unshift(...improvements.splice(unsanctioned, 1));
  return {
    stable: unsanctioned < 0,
    count: improvements.length,
    improvements: improvements.slice(0, most),
  };
}

/** Its members one by one, or all at once as one actor. */
export function ownActors(coalition: Coalition, { moves }: CoalitionRules): Coalition[] {
  return moves === 'at once' ? [coalition] : coalition.map((member) => [member]);
}

function deterred(
  { ranks }: Game,
  coalition: Coalition,
  { improvement }: CoalitionRules,
  sanction: number,
  state: number,
): Coalition {
  const worse = coalition.filter((i) => ranks[i][sanction] < ranks[i][state]);
  if (improvement === 'Pareto' && worse.length > 0) return worse;
  return coalition.filter((i) => ranks[i][sanction] <= ranks[i][state]);
}
