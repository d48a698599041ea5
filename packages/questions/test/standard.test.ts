// One standard for holding and moving: what each question says of a course, against a literal reading.
import { expect, it } from 'vitest';
import { prepare, STANDARD_NAMES, type CourseEnd, type Standard } from '@standoff/situation';
import { commitments } from '../src/commitments/solve.js';
import { compare } from '../src/compare/solve.js';
import { factions } from '../src/factions/solve.js';
import { outlook } from '../src/outlook/solve.js';
import { plausible } from '../src/plausible/solve.js';
import { scenarios } from '../src/scenarios/solve.js';
import {
  ACTORS,
  holds,
  keyOf,
  LiteralGame,
  randomText,
  stateOf,
  textOf,
  type Taken,
} from '../../situation/test/random-text.js';
import { modelOf } from '../../situation/test/situations.js';

interface LiteralEnd {
  readonly states: readonly string[];
  readonly share: number;
}

/** The course under a standard, read off the definitions. */
class LiteralStandard {
  readonly #steps = new Map<string, readonly string[][]>();

  constructor(
    readonly game: LiteralGame,
    readonly standard: Standard,
  ) {}

  /** By actor that would move, the best of its undeterred improvements. */
  steps(key: string): readonly string[][] {
    let found = this.#steps.get(key);
    if (!found) {
      found = ACTORS.map((actor) => this.stepsOf(actor, key)).filter((own) => own.length > 0);
      this.#steps.set(key, found);
    }
    return found;
  }

  /** The best of the actor's undeterred improvements. */
  stepsOf(actor: string, key: string): string[] {
    const { game } = this;
    const from = stateOf(key);
    const worth = (to: Taken): number => game.worth(actor, to);
    const undeterred = game
      .improvements(actor, from)
      .filter((to) => this.#answers(actor, to).every((one) => worth(one) > worth(from)));
    const best = Math.max(...undeterred.map(worth));
    return undeterred.filter((to) => worth(to) === best).map(keyOf);
  }

  /** What the answers of the others that the standard counts lead to, the state itself included. */
  #answers(actor: string, to: Taken): Taken[] {
    const { game, standard } = this;
    const reached = [{ state: to, last: actor }];
    const seen = new Set<string>();
    if (standard !== 'at-once')
      for (const { state, last } of reached)
        for (const other of ACTORS) {
          if (other === actor || other === last) continue;
          const next =
            standard === 'guarded' ? game.moves(other, state) : game.improvements(other, state);
          for (const one of next) {
            const key = `${keyOf(one)}|${other}`;
            if (!seen.has(key)) reached.push({ state: one, last: other });
            seen.add(key);
          }
        }
    return reached.map(({ state }) => state);
  }

  around(key: string): Set<string> {
    const found = new Set([key]);
    for (const one of found) for (const to of this.steps(one).flat()) found.add(to);
    return found;
  }

  /** Closed classes, with the share of walks in them after very many steps. */
  ends(start: string): LiteralEnd[] {
    let mass = new Map([[start, 1]]);
    for (let n = 0; n < 600; n++) {
      const next = new Map<string, number>();
      for (const [key, share] of mass) {
        const choices = this.steps(key);
        if (choices.length === 0) next.set(key, (next.get(key) ?? 0) + share);
        for (const own of choices)
          for (const to of own)
            next.set(to, (next.get(to) ?? 0) + share / choices.length / own.length);
      }
      mass = next;
    }
    const classes = new Map<string, string[]>();
    for (const key of this.around(start)) {
      const states = [...this.around(key)].sort();
      if (states.every((one) => this.around(one).has(key))) classes.set(states.join(';'), states);
    }
    return [...classes.values()].map((states) => ({
      states,
      share: states.reduce((sum, key) => sum + (mass.get(key) ?? 0), 0),
    }));
  }
}

/** Outcomes with their shares: "states in which it goes round" or those that nobody tells apart. */
function outcomesOf(
  ends: readonly LiteralEnd[],
  game: LiteralGame,
  inScenario: (key: string) => boolean,
): string[] {
  const groups = new Map<string, { states: string[]; share: number; round: number }>();
  for (const { states, share } of ends) {
    const [first] = states;
    const key =
      states.length > 1
        ? states.join(';')
        : [...ACTORS.map((actor) => game.worth(actor, stateOf(first))), inScenario(first)].join();
    const group = groups.get(key) ?? { states: [], share: 0, round: 0 };
    groups.set(key, {
      states: [...group.states, ...states],
      share: group.share + share,
      round: states.length > 1 ? states.length : 0,
    });
  }
  return [...groups.values()]
    .map(({ states, share, round }) => `${round || states.length} ${round > 0} ${share.toFixed(6)}`)
    .sort();
}

function toldOf(ends: readonly CourseEnd[]): string[] {
  return ends
    .map(({ round, variants, pull }) => `${round || variants} ${round !== 0} ${pull!.toFixed(6)}`)
    .sort();
}

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
