import { describe, expect, it } from 'vitest';
import { analyse } from '../src/analyse/solve.js';
import { stateMeant, prepare, type Step } from '@standoff/situation';
import { perceive } from '../src/perceive/solve.js';
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
  type LiteralStep,
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

describe('the actual course, in random texts', () => {
  it('is made of legal sequences of steps that are improvements in their movers’ own games', () => {
    let longer = 0;
    let surprised = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const random = randomText(seed);
      const truth = new LiteralGame(random);
      const own = new Map(ACTORS.map((actor) => [actor, new LiteralGame(random, actor)]));
      const stepsFrom = (state: Taken): LiteralStep[] =>
        ACTORS.flatMap((actor) => {
          const game = own.get(actor)!;
          const seen = game.seen(state);
          if (!game.feasible(seen)) return [];
          return game
            .improvements(actor, seen)
            .map(
              (to) => new Set(OPTIONS.filter((id) => (id.startsWith(actor) ? to : state).has(id))),
            )
            .filter((to) => truth.moves(actor, state).some((one) => keyOf(one) === keyOf(to)))
            .map((to) => ({ actor, to }));
        });
      const { distance, standings, differs } = literalCourse(random.taken, stepsFrom);
      if (!differs && seed % 20 > 0) continue;
      const result = perceive(prepare(modelOf(textOf(random, { pictures: true }))));
      if (result.courses.length === 0) continue;
      const [course] = result.courses;
      expect([seed, course.states]).toEqual([seed, distance.size - 1]);
      const today = keyOf(random.taken);
      for (const { state, steps } of course.arrivals) {
        const key = state.taken.join(' ');
        expect(key).not.toBe(today);
        expect(steps).toHaveLength(distance.get(key)!);
        expectOwnSteps(steps);
        expect(keyOf(steps.at(-1)!.to)).toBe(key);
      }
      const order = course.arrivals.map(({ concepts, steps }) => [
        concepts.some((concept) => ['Nash', 'SEQ', 'SSEQ'].includes(concept)) ? 0 : 1,
        steps.length,
        -concepts.length,
      ]);
      expect([...order].sort((x, y) => x[0] - y[0] || x[1] - y[1] || x[2] - y[2])).toEqual(order);
      const held = result.held.map(({ state }) => state.taken.join(' '));
      if (held.length === result.heldCount)
        expect(course.arrivalCount).toBe(
          held.filter((key) => key !== today && distance.has(key)).length,
        );
      for (const { actor, first } of course.surprises) {
        // The nearest step that the actor's own game does not have, or in which its mover does not gain.
        const game = own.get(actor)!;
        const nearest = standings.flatMap(({ state, last, steps }) =>
          stepsFrom(state).flatMap(({ actor: mover, to }) => {
            if (mover === last || mover === actor) return [];
            const [before, after] = [game.seen(state), game.seen(to)];
            const known = OPTIONS.every(
              (id) => state.has(id) === to.has(id) || game.known.includes(id),
            );
            const expected =
              known &&
              game.feasible(before) &&
              game.improvements(mover, before).some((one) => keyOf(one) === keyOf(after));
            return expected ? [] : [steps + 1];
          }),
        );
        expect([seed, actor, first?.steps.length ?? Infinity]).toEqual([
          seed,
          actor,
          Math.min(...nearest),
        ]);
        if (first === null) continue;
        expectOwnSteps(first.steps);
        surprised++;
        if (first.steps.length > 1) longer++;
      }

      function expectOwnSteps(steps: readonly Step[]): void {
        let at = today;
        let last = '';
        for (const step of steps) {
          expect(keyOf(step.from)).toBe(at);
          expect(step.actor).not.toBe(last);
          expect(
            stepsFrom(new Set(step.from)).map(({ actor, to }) => `${actor} ${keyOf(to)}`),
          ).toContain(`${step.actor} ${keyOf(step.to)}`);
          [at, last] = [keyOf(step.to), step.actor];
        }
      }
    }
    expect(surprised).toBeGreaterThan(20);
    expect(longer).toBeGreaterThan(1);
  });

  it('stops where only who has just moved would go on', () => {
    const { courses } = perceive(
      prepare(
        modelOf(`situation "Course"
          actor A { option o  option p taken  prefers { not p  not o }
            cannot move from p and not o to not p and not o }
          actor B { option q  prefers { not q } }
          A perceives B { prefers { q } }`),
      ),
    );
    expect(courses[0]).toMatchObject({ states: 1, arrivalCount: 0, arrivals: [] });
  });

  it('does not count the present state among those it arrives in', () => {
    const { courses } = perceive(
      prepare(
        modelOf(`situation "Still"
          actor A { option o  prefers { not o } }
          actor B { option q  prefers { not q } }
          A perceives B { prefers { q } }`),
      ),
    );
    expect(courses[0].concepts).toContain('Nash');
    expect(courses[0]).toMatchObject({ states: 0, arrivalCount: 0, arrivals: [] });
  });
});
