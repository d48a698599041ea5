import type { Watch } from '@standoff/engine';
import type { Actor } from '@standoff/model';
import {
  type Outcomes,
  movableStatements,
  withStatementMoved,
  ranksOf,
  Random,
  type Outcome,
  type Prepared,
} from '@standoff/situation';
import type { Reorderings } from './answer.js';
import { effectOf, toldOf } from './effect.js';

/** In how many reorderings what was so. */
export interface ReorderingsTally {
  readonly count: number;
  readonly unchanged: number;
  readonly statusQuoHolds: number;
  /** By scenario. */
  readonly holds: readonly number[];
  readonly reached: readonly number[];
}

/** The reorderings from one number up to another. */
export function reorderings(
  outcomes: Outcomes,
  base: Outcome,
  { distance, seed }: { readonly distance: number; readonly seed: number },
  [from, to]: readonly [number, number],
  watch: Watch,
): ReorderingsTally {
  const { prepared } = outcomes;
  const holds = prepared.model.scenarios.map(() => 0);
  const reached = prepared.model.scenarios.map(() => 0);
  let unchanged = 0;
  let statusQuoHolds = 0;
  for (let k = from; k < to; k++) {
    watch((k - from) / (to - from));
    const actors = reordered(prepared.deciders, distance, Random.ofDraw(seed, k));
    const after = outcomes.of(
      actors.map((actor, mover) =>
        actor === prepared.deciders[mover]
          ? prepared.game.ranks[mover]
          : ranksOf(actor, actor.prevails, prepared.lowering, prepared.truth),
      ),
    );
    after.scenarios.forEach((scenario, j) => {
      if (scenario.holds) holds[j]++;
      if (scenario.reached) reached[j]++;
    });
    if (after.statusQuoHolds) statusQuoHolds++;
    if (toldOf(effectOf(outcomes, base, after)) === 0) unchanged++;
  }
  return { count: Math.max(0, to - from), unchanged, statusQuoHolds, holds, reached };
}

export function bothTallies(one: ReorderingsTally, other: ReorderingsTally): ReorderingsTally {
  const added = (a: readonly number[], b: readonly number[]): number[] => a.map((x, j) => x + b[j]);
  return {
    count: one.count + other.count,
    unchanged: one.unchanged + other.unchanged,
    statusQuoHolds: one.statusQuoHolds + other.statusQuoHolds,
    holds: added(one.holds, other.holds),
    reached: added(one.reached, other.reached),
  };
}

export function reorderingsOf(
  { deciders, model }: Prepared,
  { distance, seed }: { readonly distance: number; readonly seed: number },
  { count, unchanged, statusQuoHolds, holds, reached }: ReorderingsTally,
): Reorderings {
  return {
    distance,
    movable: deciders.reduce((sum, one) => sum + movableStatements(one).size, 0),
    count,
    seed,
    unchanged,
    scenarios: model.scenarios.map(({ id }, j) => ({ id, holds: holds[j], reached: reached[j] })),
    statusQuoHolds,
  };
}

/** Some statements exchanged with a neighbour, `distance` times, whosesoever they are. */
function reordered(actors: readonly Actor[], distance: number, random: Random): readonly Actor[] {
  const now = [...actors];
  const movable = now.map((actor) => movableStatements(actor).size);
  if (movable.every((count) => count === 0)) return now;
  for (let done = 0; done < distance;) {
    // Each statement is as likely as any other.
    let pick = random.below(movable.reduce((sum, count) => sum + count, 0));
    const who = movable.findIndex((count) => (pick -= count) < 0);
    const id = [...movableStatements(now[who]).keys()][pick + movable[who]];
    const moved = withStatementMoved(now[who], id, random.below(2) === 0 ? 'up' : 'down');
    if (!moved) continue;
    now[who] = moved;
    done++;
  }
  return now;
}
