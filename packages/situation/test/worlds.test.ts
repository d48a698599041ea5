import { describe, expect, it } from 'vitest';
import { caseText } from '../../../test/cases.js';
import { addTally, PlannedWorlds, tallyOf } from '../src/world-tally.js';
import type { ActorWorlds } from '../src/actor-worlds.js';
import { Worlds } from '../src/worlds.js';
import { ask, factions, robustness } from '@standoff/questions';
import { findState } from '../src/state-reference.js';
import { prepare, type Prepared } from '../src/prepare.js';
import { Random } from '../src/random.js';
import { shareOf } from '../src/share.js';
import { randomText } from './random-situation.js';
import { modelOf, PRISONERS } from './situations.js';

/** Two factions; one statement in doubt; three statements in no order: 2 x 2 x 6 worlds for A. */
const OPEN = `
situation "Open"
actor A {
  option x
  option y
  prefers {
    perhaps 70 % x
    in no order { y  not B.z  x }
  }
  faction doves { prefers { not y } }
  faction hawks { prefers { y } }
}
actor B { option z prefers { z iff A.x } }
scenario both = A.x and A.y
scenario calm = not A.x and not B.z
`;

/** Whether Ann fears Ben’s answer is not known; everything hangs on it. */
const DOUBT = PRISONERS.replace('{ B.c  not c }', '{ perhaps B.c  not c }');

describe('worlds', () => {
  const prepared = prepare(modelOf(OPEN));
  const worlds = new Worlds(prepared);
  const [a, b] = worlds.actors;

  it('are counted without being made, and add up to one', () => {
    expect([a.count, b.count, worlds.count]).toEqual([24n, 1n, 24n]);
    const all = Array.from({ length: 24 }, (_, k) => a.at(BigInt(k)));
    expect(all.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(
      new Set(all.map(({ faction, choices }) => JSON.stringify([faction, choices]))).size,
    ).toBe(24);
    // 70 % of each faction's half have the statement; each order is as likely.
    const present = all.filter(({ choices }) =>
      choices.some((c) => c.kind === 'perhaps' && c.present),
    );
    expect(present.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(0.7, 12);
    expect(present.every(({ weight }) => Math.abs(weight - 0.7 / 12) < 1e-12)).toBe(true);
    expect(() => a.at(24n)).toThrow(RangeError);
  });

  it('number 0 is what is analysed elsewhere: as written', () => {
    expect(Array.from(a.at(0n).ranks)).toEqual(Array.from(prepared.game.ranks[0]));
  });

  it('with the same ranking are one, with their weights added', () => {
    const distinct = a.distinct();
    expect(distinct.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    const keys = distinct.map(({ faction, ranks }) => `${faction} ${ranks.join()}`);
    expect(new Set(keys).size).toBe(distinct.length);
    // With x first, the place of the other x in the list does not matter: 2 orders of y and not z.
    expect(distinct.length).toBeLessThan(24);
  });

  it('are drawn as often as they weigh, the same for the same seed', () => {
    const random = new Random(3);
    let present = 0;
    const firsts = new Map<string, number>();
    for (let k = 0; k < 6000; k++) {
      const { choices } = a.sample(random);
      for (const choice of choices)
        if (choice.kind === 'perhaps') present += Number(choice.present);
        else firsts.set(choice.statements[0], (firsts.get(choice.statements[0]) ?? 0) + 1);
    }
    expect(Math.abs(present - 4200)).toBeLessThan(150);
    for (const count of firsts.values()) expect(Math.abs(count - 2000)).toBeLessThan(180);
    expect(worlds.sample(new Random(9)).actors[0].choices).toEqual(
      worlds.sample(new Random(9)).actors[0].choices,
    );
  });

  it('can be far too many to list, and are then refused with their number', () => {
    const many = PRISONERS.replace(
      '{ B.c  not c }',
      `{ ${Array.from({ length: 40 }, () => 'perhaps c').join(' ')} }`,
    );
    const [own] = new Worlds(prepare(modelOf(many))).actors;
    expect(own.count).toBe(2n ** 40n);
    expect(() => own.distinct()).toThrow(expect.objectContaining({ code: 'too-many-worlds' }));
    expect(own.at(2n ** 40n - 1n).choices.every((c) => c.kind === 'perhaps' && !c.present)).toBe(
      true,
    );
  });
});

describe('a wish that stands twice in no order', () => {
  const own = (statements: string): ActorWorlds =>
    new Worlds(
      prepare(
        modelOf(`situation "Twice" actor A { option x option y
          prefers { in no order { ${statements} } } }`),
      ),
    ).actors[0];

  it.each([
    ['x x', 1n, 1],
    ['x y x', 2n, 2],
    ['x A.x y y', 2n, 2],
    ['perhaps x  x', 2n, 1],
    ['x not x', 2n, 2],
    // Another degree is another wish: which of the two counts is not known.
    ['strongly x  x', 2n, 1],
  ])('%s: its place is counted once', (statements, count, rankings) => {
    const worlds = own(statements);
    expect(worlds.count).toBe(count);
    expect(worlds.distinct()).toHaveLength(rankings);
  });

  it('does not weigh more than one that stands there once', () => {
    const byFirst = (statements: string): number[] =>
      own(statements)
        .distinct()
        .map(({ weight }) => weight);
    expect(byFirst('x y x')).toEqual(byFirst('x y'));
    expect(byFirst('x y x')).toEqual([0.5, 0.5]);
  });
});

describe('robustness', () => {
  it('of the prisoners’ silence: it holds where Ann fears the answer, in half of the worlds', () => {
    const prepared = prepare(modelOf(DOUBT));
    const result = robustness(prepared);
    expect(result.worlds).toEqual({ count: '2', looked: 2, method: 'all', seed: null });
    expect(result.open).toEqual([
      { actor: 'A', factions: [], perhaps: ['A.1'], unordered: 0, rankings: 2 },
    ]);
    expect(result.scenarios.map(({ id, holds }) => [id, holds.share])).toEqual([
      ['silence', 0.5],
      ['betrayal', 1],
    ]);
    expect(result.statusQuo).toEqual({ share: 1, low: null, high: null });
    expect(result.states).toEqual({ all: 1, some: 1, none: 2 });
  });

  it('from a sample, with bounds that hold the exact share', () => {
    const prepared = prepare(modelOf(DOUBT));
    const { worlds, scenarios } = robustness(prepared, { samples: 400, seed: 5 });
    expect(worlds).toMatchObject({ looked: 400, method: 'sample', seed: 5 });
    const { low, high } = scenarios[0].holds;
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
    // 400 draws: about ten points wide.
    expect(high! - low!).toBeLessThan(0.11);
    // Wilson: none of 20 leaves up to 16.1 %.
    expect(shareOf(0, 20, true).high).toBeCloseTo(0.161, 3);
  });

  it('is the same in however many parts it is worked out, in any order', () => {
    const prepared = prepare(modelOf(OPEN));
    const worlds = new Worlds(prepared);
    const outcomes = prepared.outcomes('SEQ');
    for (const plan of [
      { method: 'all', worlds: 24 } as const,
      { method: 'sample', worlds: 50, seed: 2 } as const,
    ]) {
      const planned = new PlannedWorlds(worlds, plan);
      const count = planned.count;
      const whole = tallyOf(outcomes, planned, 0, count, () => undefined);
      const sum = tallyOf(outcomes, planned, 7, count, () => undefined);
      addTally(
        sum,
        tallyOf(outcomes, planned, 3, 7, () => undefined),
      );
      addTally(
        sum,
        tallyOf(outcomes, planned, 0, 3, () => undefined),
      );
      expect(sum).toEqual(whole);
    }
  });

  it('agrees with analysing each world as a text of its own', () => {
    const silent = (text: string): boolean => {
      const prepared = prepare(modelOf(text));
      const outcome = prepared.outcomes('SEQ').of(prepared.game.ranks);
      return outcome.holds[findState(prepared, 'silence')] === 1;
    };
    expect(silent(PRISONERS)).toBe(true);
    expect(silent(PRISONERS.replace('{ B.c  not c }', '{ not c }'))).toBe(false);
  });
});

describe('answers to what could be asked', () => {
  /** A question that arises under one faction only, whose answers are not even. */
  const HALF = `situation "Ask"
    actor A { option o
      faction f { prefers { perhaps 20 % B.p  in no order { o  B.p  not o } } }
      faction g { prefers { not o } } }
    actor B { option p prefers { perhaps A.o  not p } }
    scenario s = A.o`;

  it('have probabilities where the question arises', () => {
    const { questions } = ask(prepare(modelOf(HALF)));
    const shown = questions.map(({ actor, about, arises, answers }) => [
      `${actor} ${about}`,
      arises.toFixed(6),
      answers.map(({ probability }) => probability.toFixed(6)),
    ]);
    expect(new Map(shown.map(([name, ...rest]) => [name, rest]))).toEqual(
      new Map([
        ['A faction', ['1.000000', ['0.500000', '0.500000']]],
        ['A perhaps', ['0.500000', ['0.200000', '0.800000']]],
        // Of three in no order two at a time are asked about.
        ['A order', ['0.500000', ['0.500000', '0.500000']]],
        ['B perhaps', ['1.000000', ['0.500000', '0.500000']]],
      ]),
    );
  });

  it('add up to one, whatever is open', () => {
    let partly = 0;
    for (let seed = 0; seed < 25; seed++) {
      const model = modelOf(randomText(seed, { forms: ['prefers', 'factions'], rules: false }));
      for (const { arises, answers } of ask(prepare(model)).questions) {
        const sum = answers.reduce((all, { probability }) => all + probability, 0);
        expect(sum, `seed ${seed}`).toBeCloseTo(1, 9);
        if (arises < 0.9) partly++;
      }
    }
    expect(partly).toBeGreaterThan(5);
  });
});

describe('factions', () => {
  it('of one actor, side by side; the assumed one first', () => {
    const { actors, combinations, scenarios } = factions(prepare(modelOf(OPEN)));
    expect(actors).toEqual([
      {
        actor: 'A',
        factions: [
          { id: 'doves', label: 'doves' },
          { id: 'hawks', label: 'hawks' },
        ],
        prevails: 'doves',
      },
    ]);
    expect(combinations.map(({ prevails, assumed }) => [prevails.A, assumed])).toEqual([
      ['doves', true],
      ['hawks', false],
    ]);
    // Both take x for its own sake, and y too: the list wishes it before the faction is heard.
    expect(scenarios[0]).toMatchObject({ id: 'both', holds: [true, true], reached: [true, true] });
    for (const { ends } of combinations) expect(ends).toHaveLength(1);
  });

  it('refuses more combinations than can be shown', () => {
    const actor = (k: number): string =>
      `actor A${k} { option o ${Array.from({ length: 4 }, (_, f) => `faction f${k}${f} { prefers { o } }`).join(' ')} }`;
    const text = `situation "Divided" ${[1, 2, 3, 4, 5].map(actor).join('\n')}`;
    expect(() => factions(prepare(modelOf(text)))).toThrow(
      expect.objectContaining({ code: 'too-many-worlds' }),
    );
  });
});

describe('the next question', () => {
  it('is the one on which everything hangs', () => {
    const { undecided, questions } = ask(prepare(modelOf(DOUBT)));
    expect(undecided).toEqual({ told: 1, states: 1 });
    expect(questions).toMatchObject([
      {
        actor: 'A',
        about: 'perhaps',
        arises: 1,
        // One verdict of each kind, yes or no with equal probability: a bit each.
        information: { told: 1, states: 1 },
        answers: [
          {
            answer: 'yes',
            probability: 0.5,
            undecided: { told: 0, states: 0 },
            decides: [{ verdict: { of: 'scenario', id: 'silence', what: 'holds' }, value: true }],
          },
          { answer: 'no', decides: [{ value: false }] },
        ],
      },
    ]);
  });

  it('is none where a probability of 0 or 100 % leaves nothing open', () => {
    for (const [percent, wished] of [
      [0, false],
      [100, true],
    ] as const) {
      const text = `situation "s" actor A { option a prefers { perhaps ${percent} % a } }`;
      const prepared = prepare(modelOf(text));
      expect(ask(prepared)).toMatchObject({ questions: [], worlds: { count: '1' } });
      expect(robustness(prepared).open).toEqual([]);
      // The one world is what is analysed elsewhere: today, without a, holds where A does not want it.
      const outcome = prepared.outcomes('SEQ').of(prepared.game.ranks);
      expect(outcome.statusQuoHolds).toBe(!wished);
      expect(robustness(prepared).statusQuo.share).toBe(wished ? 0 : 1);
    }
  });

  it('has shares that are never above 1 and bits that are numbers, whatever the weights', () => {
    for (const percents of [
      [10, 20, 70],
      [33.3, 66.7, 0.1, 99.9],
      [0, 30, 100],
      [1, 1, 1],
    ]) {
      const wishes = percents.map((percent, k) => `perhaps ${percent} % A.o${k}`).join(' ');
      const options = percents.map((_, k) => `option o${k}`).join(' ');
      const text = `situation "s" actor A { ${options} in no order { ${wishes} } }`;
      const prepared = prepare(
        modelOf(text.replace('in no order', 'prefers { in no order') + ' }'),
      );
      for (const { arises, information, answers } of ask(prepared).questions) {
        expect(arises).toBeLessThanOrEqual(1);
        expect(Number.isFinite(information.told) && Number.isFinite(information.states)).toBe(true);
        expect(answers.every(({ probability }) => probability > 0 && probability <= 1)).toBe(true);
      }
    }
  });

  it('can be about an order of more statements than a number can count', () => {
    const bits = Array.from({ length: 8 }, (_, k) => k);
    // No two of them are one wish.
    const many = Array.from({ length: 180 }, (_, n) =>
      bits
        .filter((k) => ((n + 1) >> k) & 1)
        .map((k) => `a${k}`)
        .join(' and '),
    ).join('\n');
    const options = bits.map((k) => `option a${k}`).join(' ');
    const text = `situation "s" actor A { ${options} prefers { in no order { ${many} } } }`;
    const { worlds } = robustness(prepare(modelOf(text)), { samples: 20 });
    expect(worlds).toMatchObject({ looked: 20, method: 'sample' });
    expect(worlds.count.length).toBeGreaterThan(300);
  });

  it('is asked of fewer worlds where memory is for no more, and refused where for too few', () => {
    const wishes = Array.from({ length: 12 }, (_, k) => `perhaps ${k % 2 ? 'not ' : ''}a`).join(
      ' ',
    );
    const prepared = prepare(
      modelOf(`situation "s" actor A { option a option b prefers { ${wishes} } }`),
    );
    const perWorld = prepared.space.size * 9;
    const withRoom = (worldsKept: number): Prepared =>
      prepare(prepared.model, {
        memory: prepared.memory - prepared.room + worldsKept * perWorld,
      });
    const { worlds } = ask(withRoom(150));
    expect(worlds).toMatchObject({ looked: 150, method: 'sample' });
    expect(() => ask(withRoom(10))).toThrow(expect.objectContaining({ code: 'too-large' }));
    expect(robustness(withRoom(10)).worlds.method).toBe('sample');
  });

  it('names wishes that are the exact opposite of each other', () => {
    const text = PRISONERS.replace('{ B.c  not c }', '{ B.c  not c  not B.c }');
    expect(ask(prepare(modelOf(text))).contradictions).toMatchObject([
      { actor: 'A', earlier: { id: 'A.1' }, later: { id: 'A.3' } },
    ]);
  });

  it('of Korea: who prevails in Washington is worth more than all that is in doubt', () => {
    const text = caseText('korea-2018/korea.standoff');
    const { questions, worlds } = ask(prepare(modelOf(text)));
    expect(worlds.count).toBe('24');
    expect(questions.map(({ actor, about }) => `${actor} ${about}`).slice(0, 2)).toEqual([
      'US faction',
      'SK faction',
    ]);
    const perhaps = questions.filter(({ about }) => about === 'perhaps');
    for (const { information } of perhaps)
      expect(information.told).toBeLessThan(questions[1].information.told);
  });
});
