import { CONCEPTS } from '@standoff/engine';
import { expect, test } from 'vitest';
import { AnalysisError } from '../src/errors.js';
import { prepare } from '../src/prepare.js';
import { withDiagrams } from '../src/situation.js';
import { STANDARD_NAMES } from '../src/standard.js';
import type { Course, States, StateSet } from '../src/states.js';
import { randomText } from './random-situation.js';
import { modelOf } from './situations.js';

const WHY = new AnalysisError('too-large', 'to compare');
const ALL = 1000;

/** All that a maker says of a situation, in one form. */
function said(states: States, actors: readonly string[], deciders: readonly string[]): unknown {
  const told = (set: StateSet): unknown => [set.count, set.isEmpty, set.first(ALL)];
  const one = states.where({ op: 'scenario', id: 'one' });
  const two = states.where({ op: 'scenario', id: 'two' });
  const all = states.all.first(ALL);
  const some = all.filter((_, k) => k % 3 === 0);
  return {
    now: states.now,
    all: told(states.all),
    joined: [one, two, one.and(two), one.or(two), one.minus(two)].map(told),
    first: states.all.first(2),
    has: all.map((state) => [one.has(state), states.scenariosOf(state)]),
    shown: all.map((state) => states.shown(state)),
    liked: actors.flatMap((actor) => [
      told(states.best(actor, one)),
      told(states.worst(actor, one)),
      states.places(actor, states.all),
      states.places(actor, two),
      ...some.flatMap((state) => [
        told(states.better(actor, state)),
        told(states.worse(actor, state)),
        all.map((other) => Math.sign(states.compare(actor, state, other))),
        all.map((other) => states.level(actor, state) === states.level(actor, other)),
      ]),
    ]),
    moves: deciders.flatMap((actor) => [
      ...some.map((state) => states.moves(actor, state)),
      told(states.leading(actor, one, false)),
      told(states.leading(actor, one, true)),
      states.improves(actor, one, two),
      states.improves(actor, two, one),
      states.improves(actor, one, one),
      ...some.map((state) => states.standing(actor, state)),
    ]),
    courses: STANDARD_NAMES.map((standard) => {
      const course = states.course(standard);
      // Asked from where it stands first: the diagrams number states as they are met.
      const from = [...states.now, ...all];
      return from.map((state) => stepsFrom(course, course.numberOf(state)));
    }),
    nash: told(states.holding('Nash')!),
    reached: [true, false].flatMap((improving) =>
      [{}, { without: 'A' }, { from: some.slice(0, 1) }].map((more) => {
        const reached = states.reached(improving, more);
        const ways = all.map((state) => reached.wayTo(state));
        return [
          told(reached.states),
          reached.complete,
          'without' in more ? null : [reached.nearest(one, 1), reached.nearest(two, ALL)],
          'without' in more
            ? ways.map((way) => way !== null)
            : ways.map((way) => way?.moves.length),
        ];
      }),
    ),
  };
}

/** By mover, where its steps lead. */
function stepsFrom(course: Course, from: number): unknown {
  const { steps } = course;
  return Array.from({ length: steps.movers }, (_, mover) => {
    const out = new Int32Array(steps.maxDegree);
    const found = [...out.subarray(0, steps.successors(mover, from, out))];
    return found.map((to) => course.stateOf(to)).sort((a, b) => Number(a - b));
  });
}

test('random situations: both makers of sets of states say the same', () => {
  let compared = 0;
  for (let seed = 0; compared < 40; seed++) {
    const text = randomText(seed, { forms: ['prefers', 'ranks', 'weighs', 'factions'] });
    const model = modelOf(text);
    let listed: States;
    try {
      listed = prepare(model).states;
    } catch (error) {
      // The status quo may break a constraint.
      if (error instanceof AnalysisError) continue;
      throw error;
    }
    compared++;
    const { states, deciders } = withDiagrams(model, undefined, WHY);
    const actors = model.actors.map(({ id }) => id);
    const movers = deciders.map(({ id }) => id);
    expect(said(states, actors, movers), text).toEqual(said(listed, actors, movers));
    expect(CONCEPTS.filter((concept) => states.holding(concept) !== null)).toEqual(['Nash']);
  }
});

test('what takes a list is refused with the reason', () => {
  const model = modelOf('situation "S" actor A { option a }');
  expect(() => withDiagrams(model, undefined, WHY).listed).toThrow(WHY);
});
