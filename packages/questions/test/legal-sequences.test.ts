import { describe, expect, it } from 'vitest';
import { analyse } from '../src/analyse/solve.js';
import { stateMeant, prepare, type Step } from '@standoff/situation';
import { scenarios } from '../src/scenarios/solve.js';
import {
  ACTORS,
  holds,
  keyOf,
  literalCourse,
  LiteralGame,
  OPTIONS,
  randomText,
  stateOf,
  textOf,
  type LiteralCourse,
  type Taken,
} from '../../situation/test/random-text.js';
import { modelOf } from '../../situation/test/situations.js';

function improving(game: LiteralGame): LiteralCourse {
  return literalCourse(game.random.taken, (state) =>
    ACTORS.flatMap((actor) => game.improvements(actor, state).map((to) => ({ actor, to }))),
  );
}

/** Whether the steps are a legal sequence of improvements from one state to another. */
function expectWay(
  game: LiteralGame,
  from: Taken,
  to: readonly string[],
  steps: readonly Step[],
): void {
  let at = keyOf(from);
  let last = '';
  for (const step of steps) {
    expect(keyOf(step.from)).toBe(at);
    expect(step.actor).not.toBe(last);
    expect(game.improvements(step.actor, new Set(step.from)).map(keyOf)).toContain(keyOf(step.to));
    [at, last] = [keyOf(step.to), step.actor];
  }
  expect(at).toBe(keyOf(to));
}

describe('what improvements lead to, in random texts', () => {
  it('is the same for every question, and what legal sequences lead to', () => {
    let differing = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const random = randomText(seed);
      const game = new LiteralGame(random);
      const course = improving(game);
      // All in which it matters that nobody moves twice in a row, and some others.
      if (!course.differs && seed % 50 > 0) continue;
      if (course.differs) differing++;
      const { distance } = course;
      const model = modelOf(textOf(random));
      const prepared = prepare(model);
      const { equilibria, statusQuo } = analyse(model);
      expect(statusQuo.reaches.improvements).toBe(distance.size - 1);
      for (const one of equilibria) {
        expect(one.reachable.improvements).toBe(distance.has(one.taken.join(' ')));
        if (one.path?.by === 'improvements')
          expectWay(game, random.taken, one.taken, one.path.steps);
      }
      const [there] = scenarios(prepared).scenarios;
      expect(there.reachable.improvements).toBe(
        [...distance.keys()].some((one) => holds(random.scenario, stateOf(one))),
      );

      // Whatever is reached has a shortest way, also one that comes back to a state.
      const { improvements } = prepared.courses;
      for (const [key, steps] of distance) {
        const taken = key.split(' ').filter(Boolean);
        const decimal = OPTIONS.reduce((sum, id, k) => sum + (taken.includes(id) ? 2 ** k : 0), 0);
        const path = improvements.pathTo(
          prepared.space.indexOf(Number(stateMeant(prepared, `#${decimal}`))),
        );
        expectWay(game, random.taken, taken, prepared.naming.steps(path!));
        expect(path).toHaveLength(steps);
      }
    }
    expect(differing).toBeGreaterThan(5);
  });
});
