import type { Constraint } from '@standoff/model';
import { AnalysisError } from './errors.js';
import { openRules } from './open-rules.js';
import type { Outcome } from './outcomes.js';
import { prepare, type Prepared } from './prepare.js';
import { emptyTally, type WorldTally } from './world-tally.js';

/** One way to settle which of the rules in doubt hold. */
export interface RuleWorld {
  /** By the id of a rule in doubt: whether it holds. */
  readonly holds: ReadonlyMap<string, boolean>;
  /** The share of the worlds that this one stands for; they add up to 1. */
  readonly weight: number;
  /** The situation under the rules that hold. */
  readonly prepared: Prepared;
  /** The place of each of its states among those that there are without any of the rules in doubt. */
  readonly places: Uint32Array;
}

export interface RuleWorlds {
  /** The situation without any of the rules in doubt: the states of all worlds. */
  readonly wide: Prepared;
  readonly worlds: readonly RuleWorld[];
}

/** So many rules in doubt are gone through: each doubles the situations. */
const MOST_RULES = 6;

/**
 * Every way to settle which of the rules in doubt hold, the first as the model takes it, with all of them.
 * One world where nothing is in doubt. Ours.
 *
 * @param open the rules that are settled; the others hold.
 * @throws AnalysisError 'too-many-worlds'.
 */
export function ruleWorlds(prepared: Prepared, open = openRules(prepared.model)): RuleWorlds {
  if (open.length > MOST_RULES)
    throw new AnalysisError(
      'too-many-worlds',
      `${open.length} rules are in doubt; at most ${MOST_RULES} are settled both ways`,
      'write down as certain, or leave out, those that matter least',
    );
  const wide = open.length === 0 ? prepared : without(prepared, open);
  const worlds = Array.from({ length: 2 ** open.length }, (_, k): RuleWorld => {
    const broken = open.filter((_, bit) => ((k >> bit) & 1) === 1);
    const under =
      broken.length === 0
        ? prepared
        : broken.length === open.length
          ? wide
          : without(prepared, broken);
    return {
      holds: new Map(open.map((rule) => [rule.id, !broken.includes(rule)])),
      weight: open.reduce((product, rule) => {
        const chance = rule.perhaps?.probability ?? 0.5;
        return product * (broken.includes(rule) ? 1 - chance : chance);
      }, 1),
      prepared: under,
      places: under.space.codes.map((code) => wide.space.indexOf(code)),
    };
  });
  return { wide, worlds };
}

function without({ model, memory, game }: Prepared, rules: readonly Constraint[]): Prepared {
  const constraints = model.constraints.filter((rule) => !rules.includes(rule));
  return prepare(
    { ...model, constraints },
    { memory, opponentsRule: game.opponentsRule, statusQuoOptional: true },
  );
}

/** An outcome by the states of all worlds: what a rule takes away holds nowhere and is not reached. */
export function widened(outcome: Outcome, { places }: RuleWorld, { space }: Prepared): Outcome {
  const holds = new Uint8Array(space.size);
  const distance = new Int32Array(space.size).fill(-1);
  places.forEach((at, s) => {
    holds[at] = outcome.holds[s];
    distance[at] = outcome.distance[s];
  });
  const ends = outcome.ends.map(({ states, share }) => ({
    states: states.map((s) => places[s]),
    share,
  }));
  return { ...outcome, holds, distance, ends };
}

/** The same of a tally, each of its worlds by a weight. */
export function widenedTally(
  tally: WorldTally,
  { places }: RuleWorld,
  weight: number,
  wide: Prepared,
): WorldTally {
  const all = emptyTally(wide);
  places.forEach((at, s) => {
    all.holds[at] = weight * tally.holds[s];
    all.reached[at] = weight * tally.reached[s];
    all.ended[at] = weight * tally.ended[s];
    all.wentRound[at] = weight * tally.wentRound[s];
  });
  return {
    ...all,
    worlds: tally.worlds,
    weight: weight * tally.weight,
    statusQuo: weight * tally.statusQuo,
    scenarios: tally.scenarios.map(({ holds, reached, pull }) => ({
      holds: weight * holds,
      reached: weight * reached,
      pull: weight * pull,
    })),
  };
}
