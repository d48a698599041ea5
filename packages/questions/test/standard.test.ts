// One standard for holding and moving: what each question says of a course, against a literal reading.
import { expect, it } from 'vitest';
import { prepare, STANDARD_NAMES } from '@standoff/situation';
import { commitments } from '../src/commitments/solve.js';
import { compare } from '../src/compare/solve.js';
import { LiteralStandard, LiteralWalks, outcomesOf, toldOf } from './literal-standard.js';
import { perceive } from '../src/perceive/solve.js';
import { factions } from '../src/factions/solve.js';
import { outlook } from '../src/outlook/solve.js';
import { plausible } from '../src/plausible/solve.js';
import { scenarios } from '../src/scenarios/solve.js';
import {
  ACTORS,
  holds,
  keyOf,
  LiteralGame,
  OPTIONS,
  randomText,
  stateOf,
  textOf,
} from '../../situation/test/random-text.js';
import { modelOf } from '../../situation/test/situations.js';

it('ends, holding and pull are those of the definitions in every question, on random texts', () => {
  const seen = { several: 0, variants: 0, differs: 0, kept: 0, broken: 0 };
  for (let seed = 0; seed < 40; seed++) {
    const random = randomText(seed);
    const game = new LiteralGame(random);
    const model = modelOf(textOf(random, { promised: true }));
    const prepared = prepare(model);
    const start = keyOf(random.taken);
    const inScenario = (key: string): boolean => holds(random.scenario, stateOf(key));
    for (const standard of STANDARD_NAMES) {
      const course = new LiteralStandard(game, standard);
      const reached = [...course.around(start)];
      const literal = course.ends(start);
      const expected = outcomesOf(literal, game, inScenario);
      const equilibria = game.states.map(keyOf).filter((key) => course.steps(key).length === 0);
      const where = `seed ${seed}, ${standard}`;

      const [told] = outlook(prepared, { standard }).outlooks;
      expect(toldOf(told.ends), where).toEqual(expected);
      expect(told.course.states, where).toBe(reached.length - 1);
      expect(told.course.holding, where).toBe(
        reached.filter((key) => equilibria.includes(key)).length,
      );
      for (const { round, nearest, way, hold } of told.ends) {
        const at = nearest.taken.join(' ');
        expect(equilibria.includes(at), where).toBe(round === 0);
        expect(hold === null, where).toBe(round !== 0);
        let now = start;
        for (const { from, to } of way) {
          expect(from.join(' ')).toBe(now);
          expect(course.steps(now).flat(), where).toContain(to.join(' '));
          now = to.join(' ');
        }
        expect(now).toBe(at);
      }

      const [there] = scenarios(prepared, undefined, standard).scenarios;
      expect(there.holding, where).toBe(equilibria.filter(inScenario).length);
      expect(there.firmest !== null, where).toBe(equilibria.some(inScenario));
      expect(there.reachable.course, where).toBe(reached.some(inScenario));
      expect(there.pull, where).toBeCloseTo(
        literal.reduce((sum, { states, share }) => sum + (states.every(inScenario) ? share : 0), 0),
        6,
      );

      const { checks } = plausible(prepared, { standard });
      for (const { actor, fits } of checks.filter(({ kind }) => kind === 'stays'))
        expect(fits, `${where}, ${actor}`).toBe(course.stepsOf(actor!, start).length === 0);

      const given = commitments(prepared, { standard }).commitments;
      given.forEach(({ course: along, readings }, k) => {
        const { when, content } = random.promised[k];
        const due = (key: string): boolean => holds(when, stateOf(key));
        const kept = (key: string): boolean => due(key) && holds(content, stateOf(key));
        const broken = (key: string): boolean => due(key) && !holds(content, stateOf(key));
        const ending = (is: (key: string) => boolean): number =>
          literal.reduce((sum, { states, share }) => sum + (states.every(is) ? share : 0), 0);
        expect(along.comesDue, where).toBe(reached.some(due));
        expect(along.kept, where).toBeCloseTo(ending(kept), 6);
        expect(along.broken, where).toBeCloseTo(ending(broken), 6);
        for (const reading of readings.filter(({ assumed }) => assumed)) {
          expect(reading.onCourse.due, where).toBe(reached.filter(due).length);
          expect(reading.holding.due, where).toBe(equilibria.filter(due).length);
        }
        if (along.kept! > 0) seen.kept++;
        if (along.broken! > 0) seen.broken++;
      });

      const compared = compare(
        [
          { name: 'a', model },
          { name: 'b', model },
        ],
        { standard },
      );
      const [{ conclusions }] = compared.models;
      expect(toldOf(conclusions.ends), where).toEqual(expected);
      const [inCompare] = Object.values(conclusions.scenarios);
      expect([inCompare.holds, inCompare.reached, inCompare.pull], where).toEqual([
        there.firmest !== null,
        there.reachable.course,
        there.pull,
      ]);

      factions(prepared, { standard }).combinations.forEach((one, faction) => {
        const other = new LiteralGame(random, null, faction);
        const theirs = new LiteralStandard(other, standard);
        expect(toldOf(one.ends), where).toEqual(outcomesOf(theirs.ends(start), other, inScenario));
        expect(one.statusQuoHolds, where).toBe(theirs.steps(start).length === 0);
      });

      const differing = told.otherwise.map((one) => one.standard);
      if (differing.length > 0) seen.differs++;
      if (told.ends.length > 1) seen.several++;
      if (told.ends.some(({ variants }) => variants > 1)) seen.variants++;
    }
  }
  expect(
    Object.values(seen).every((times) => times > 3),
    JSON.stringify(seen),
  ).toBe(true);
});

it('what is done by own games is the best that nothing undoes in each, on random texts', () => {
  const seen = { elsewhere: 0, unexpected: 0, stuck: 0, several: 0 };
  for (let seed = 0; seed < 60; seed++) {
    const random = randomText(seed);
    const truth = new LiteralGame(random);
    const own = new Map(ACTORS.map((actor) => [actor, new LiteralGame(random, actor)]));
    const prepared = prepare(modelOf(textOf(random, { pictures: true })));
    const start = keyOf(random.taken);
    const inScenario = (key: string): boolean => holds(random.scenario, stateOf(key));
    for (const standard of STANDARD_NAMES) {
      const where = `seed ${seed}, ${standard}`;
      const games = new Map(
        [...own].map(([actor, game]) => [actor, new LiteralStandard(game, standard)]),
      );
      const stepsOf = (actor: string, key: string): string[] => {
        const state = stateOf(key);
        const at = own.get(actor)!.seen(state);
        if (!own.get(actor)!.feasible(at)) return [];
        const can = truth.moves(actor, state).map(keyOf);
        return games
          .get(actor)!
          .stepsOf(actor, keyOf(at))
          .map((to) =>
            keyOf(OPTIONS.filter((id) => (id.startsWith(actor) ? stateOf(to) : state).has(id))),
          )
          .filter((to) => can.includes(to));
      };
      const walks = new LiteralWalks(stepsOf);
      const result = perceive(prepared, { standard, limit: 100 });
      const [course] = result.courses;
      expect(toldOf(course.ends), where).toEqual(outcomesOf(walks.ends(start), truth, inScenario));
      expect(course.states, where).toBe(walks.around(start).size - 1);
      for (const { step, possible, unexpectedBy } of course.steps.filter((one) => one.possible)) {
        const [from, to] = [step.from, step.to].map((taken) => stateOf(taken.join(' ')));
        expect(possible && stepsOf(step.actor, keyOf(from)), where).toContain(keyOf(to));
        const surprised = ACTORS.filter((actor) => {
          if (actor === step.actor) return false;
          const game = own.get(actor)!;
          const known = OPTIONS.every(
            (id) => from.has(id) === to.has(id) || game.known.includes(id),
          );
          return !(
            known &&
            game.feasible(game.seen(from)) &&
            games
              .get(actor)!
              .stepsOf(step.actor, keyOf(game.seen(from)))
              .includes(keyOf(game.seen(to)))
          );
        });
        expect(unexpectedBy.map(({ actor }) => actor).sort(), where).toEqual(surprised);
        if (surprised.length > 0) seen.unexpected++;
      }
      // Where it stays and does not hold, somebody does not recognise it or tries in vain.
      for (const { nearest, round, hold, stuck } of course.ends) {
        expect(hold === null, where).toBe(round !== 0 || stuck !== undefined);
        if (stuck !== undefined) seen.stuck++;
        if (stuck !== 'not recognised') continue;
        const at = stateOf(nearest.taken.join(' '));
        expect(
          [...own.values()].some((game) => !game.feasible(game.seen(at))),
          where,
        ).toBe(true);
      }
      if (JSON.stringify(toldOf(course.ends)) !== JSON.stringify(toldOf(course.asIs)))
        seen.elsewhere++;
      if (course.ends.length > 1) seen.several++;
    }
  }
  expect(
    Object.values(seen).every((times) => times > 3),
    JSON.stringify(seen),
  ).toBe(true);
});
