// The point of a situation: where it leads by one standard, and what would change that.
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSituation } from '@standoff/language/parse';
import type { ConflictModel } from '@standoff/model';
import {
  AnalysisError,
  prepare,
  situationOf,
  STANDARD_NAMES,
  STANDARDS,
  withDiagrams,
  type Standard,
} from '@standoff/situation';
import type { BriefingResult } from '../src/briefing/answer.js';
import { combinationCount, otherFactions } from '../src/factions/combinations.js';
import { briefing, firstOfBriefing, restOfBriefing, wholeBriefing } from '../src/briefing/solve.js';
import { tenths, ways } from '../src/told/shares.js';
import { tellBriefing } from '../src/briefing/tell.js';
import { toldText } from '../src/told/telling.js';
import { Words } from '../src/told/words.js';

const CASES = new URL('../../../cases/', import.meta.url);

const models = new Map<string, ConflictModel>();

function modelAt(name: string): ConflictModel {
  const known = models.get(name);
  if (known) return known;
  const folder = new URL(`${name}/`, CASES);
  const file = readdirSync(folder).find((one) => one.endsWith('.standoff'))!;
  const model = modelOf(readFileSync(new URL(file, folder), 'utf8'));
  models.set(name, model);
  return model;
}

function modelOf(text: string): ConflictModel {
  const { model, diagnostics } = parseSituation(text);
  if (model === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return model;
}

interface Told {
  readonly text: string;
  readonly result: BriefingResult;
}

const knownTold = new Map<ConflictModel, Told>();

/** By the usual standard once for each model. */
function told(model: ConflictModel, standard?: Standard): Told {
  const known = standard === undefined ? knownTold.get(model) : undefined;
  if (known) return known;
  const result = briefing(situationOf(model), standard === undefined ? {} : { standard });
  const text = toldText(
    result.situation,
    'in brief',
    tellBriefing(new Words(model), result, model),
    {},
  );
  if (standard === undefined) knownTold.set(model, { text, result });
  return { text, result };
}

const ends = ({ ends: all }: BriefingResult): [string | null, number][] =>
  all.map(({ state, pull }) => [state.name.label, Math.round(pull * 100) / 100]);

describe('where it leads', () => {
  it('finds the blockade that took the missiles home, and the circle of those who do not look ahead', () => {
    const { result } = told(modelAt('cuban-missile-crisis'));
    expect(ends(result)).toEqual([['The missiles go under blockade', 1]]);
    expect(result.ends[0].hold).toBe('credible');
    expect(result.ends[0].heldBack.map(({ step }) => step.actor)).toEqual(['US']);
    expect(result.otherwise.find(({ standard }) => standard === 'at-once')!.ends).toMatchObject([
      { round: true, pull: 1 },
    ]);
  });

  it('tells the Korean outcomes apart, and what hangs on who prevails', () => {
    const { result, text } = told(modelAt('korea-2018'));
    expect(ends(result)).toEqual([
      ['Open North between the powers', 0.5],
      ['A garrison that keeps its weapons', 0.5],
    ]);
    const [open, garrison] = result.ends;
    expect([open.hold, garrison.hold]).toEqual(['none', 'credible']);
    expect(garrison.shared).toBe(3);
    // Each of the two can be forestalled by the other.
    expect(open.way![3].stoppedBy.map(({ actor }) => actor)).toEqual(['NK']);
    expect(garrison.way![3].stoppedBy.map(({ actor }) => actor)).toEqual(['CN']);
    expect(
      result.factions.map(({ prevails, ends: all }) => [prevails, all[0].state.name.label]),
    ).toEqual([
      [{ US: 'change' }, 'Talks between the Koreas, Washington apart'],
      [{ SK: 'hardline' }, 'Great powers contest the North'],
      [{ US: 'change', SK: 'hardline' }, 'The day of the summit'],
    ]);
    expect(text.replace(/\s+/g, ' ')).toContain('Then it is a race: if China is first');
  });

  it('finds the joint step that ended the conflict of Elmira, and that it takes no promise', () => {
    const { result } = told(modelAt('elmira'));
    expect(ends(result)).toEqual([['Uniroyal delays, council insists', 1]]);
    expect(result.together[0]).toMatchObject({
      members: ['Ministry', 'Uniroyal'],
      exposed: ['Ministry'],
      needCommitment: [],
      hold: 'none',
    });
  });

  it('says which member would not follow where a joint step takes a promise', () => {
    const { result } = told(modelAt('prisoners-dilemma'));
    expect(result.today.hold).toBe('none');
    expect(result.together[0].needCommitment).toHaveLength(1);
  });

  it('finds the joint step of disarmament for relief on the Korean case', () => {
    const { result } = told(modelAt('korea-2018'));
    expect(result.together[0]).toMatchObject({
      members: ['NK', 'US'],
      hold: 'none',
      exposed: ['NK'],
      needCommitment: [],
    });
    expect(result.together[0].steps[0].takes).toEqual(['NK.dismantle']);
  });
});

describe('as it is told', () => {
  const names = readdirSync(CASES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  it.each(names)('%s: at most 45 lines of 100 columns, without syntax', (name) => {
    const model = modelAt(name);
    const { text, result } = told(model);
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(45);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(text).not.toMatch(/undefined|\[object|#\d/);
    const cells = tellBriefing(new Words(model), result, model).flatMap((block) =>
      block.block === 'table' ? block.groups.flatMap(({ rows }) => rows.flat()) : [],
    );
    // A cell begins as a sentence does.
    for (const [first] of cells)
      expect(typeof first === 'string' ? first : '').not.toMatch(/^the /);
  });

  it('begins differently in each case', () => {
    // The others are the same conflict told twice: states merged, a misperception, a step for good.
    const different = names.filter((name) => !/-(?:states|misperception|irreversible)$/.test(name));
    const first = different.map((name) => told(modelAt(name)).text.split('\n\n')[1].split('\n')[0]);
    expect(new Set(first).size).toBe(different.length);
  });
});

describe('whatever there is to say', () => {
  it('nothing is said yet', () => {
    const { text } = told(modelOf('situation s "S"\n'));
    expect(text).toContain('Nobody can move: no actor has an option. Who could do what');
    expect(text).toContain('Nothing is said yet that could rest on anything.');
    expect(text).not.toMatch(/Outcome| 0 |ways/);
  });

  it('nobody can move', () => {
    const { text } = told(modelOf('situation s "S"\nactor A "A" { }\n'));
    expect(text).toContain('Nobody can move');
    expect(text).not.toContain('Outcome');
  });

  it('nobody wishes anything: no verdict, no table, what is missing', () => {
    const { text, result } = told(
      modelOf(
        'situation s "S"\nactor A "Ann" { option x "Go home" }\nactor B "Bob" { option y "Stay" }\n',
      ),
    );
    expect(result.indifferent).toEqual(['A', 'B']);
    const flat = text.replace(/\s+/g, ' ');
    expect(flat).toContain(
      'Ann and Bob can move, but nothing is said of what they want that would make one state better than another: none of them has a reason to leave',
    );
    expect(flat).not.toMatch(/better move|Outcome|firmly/);
  });

  it('one of two wishes nothing', () => {
    const { text, result } = told(
      modelOf(
        'situation s "S"\nactor A "Ann" { option x "Go home" prefers { x } }\nactor B "Bob" { option y "Stay" }\n',
      ),
    );
    expect(result.indifferent).toEqual(['B']);
    expect(text).toContain('All states are alike to Bob, so it never moves of its own accord.');
  });

  it('one actor alone, with all that it would do', () => {
    const { text } = told(
      modelOf(
        'situation s "S"\nactor A "Ann" { option x "Go home" option y "Lock up" prefers { x and y } }\n',
      ),
    );
    expect(text).toContain('Ann would go home and lock up.');
    expect(text).toContain('There it stays: nobody has a better move');
    expect(text).toContain('Ann is the only one who can move: what it does, nobody can answer');
  });

  it('a circle without an end: the steps of one way round', () => {
    const { text, result } = told(modelAt('matching-pennies'), 'at-once');
    expect(result.ends).toMatchObject([{ round: 4, pull: 1, hold: null }]);
    const { circle, state } = result.ends[0];
    expect(circle!.map(({ from }) => from)).toHaveLength(4);
    expect(circle![0].from).toEqual(state.taken);
    expect(circle!.at(-1)!.to).toEqual(state.taken);
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /goes round without an end, through 4 states, .* among them: .* would .*, and so on\./,
    );
  });

  it('what is wished is so today: it is named, and stays', () => {
    const { text, result } = told(
      modelOf(
        'situation s "S"\nactor A "Ann" { option x "Attack" prefers { not x } }\nactor B "Bob" { option y "Attack" prefers { not y } }\nscenario peace "Peace" = not A.x and not B.y\n',
      ),
    );
    expect(result.change).toBeNull();
    expect(text).toContain(
      'Things stay as they are, “Peace”: neither Ann nor Bob has a better move.',
    );
  });

  it('averages over what is open, each world as likely as it is', () => {
    // With one in four Ann goes home, else she stays; nobody else is there.
    const { text, result } = told(
      modelOf(
        'situation s "S"\nactor A "Ann" { option x "Go home" prefers { perhaps 25 % x } }\nstate stays "Ann stays" = { }\n',
      ),
    );
    expect(result.worlds).toMatchObject({ count: '2', looked: 2, seed: null });
    expect(result.worlds!.ends.map(({ state, pull }) => [state.taken, pull])).toEqual([
      [[], 0.75],
      [['A.x'], 0.25],
    ]);
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Open wishes settled either way (2 worlds), 75 ways in 100 leave everything as it is today.',
    );
  });

  it('what is drawn first is what the whole of it says, and what takes longest is not said yet', () => {
    const later = { misreadings: [], worlds: null, change: null, worthAsking: null };
    for (const name of [
      'chicken',
      'elmira',
      'cuban-missile-crisis',
      'euphrates-1975-misperception',
    ])
      for (const standard of STANDARD_NAMES) {
        const whole = briefing(prepare(modelAt(name)), { standard });
        const first = firstOfBriefing(prepare(modelAt(name)), { standard });
        const rests = { ...whole.rests, checks: 0, misfits: 0 };
        expect(first).toEqual({ ...whole, ...later, rests });
        const rest = restOfBriefing(prepare(modelAt(name)), { standard });
        expect(wholeBriefing(first, rest)).toEqual(whole);
      }
    expect(told(modelAt('euphrates-1975-misperception')).result.misreadings).not.toEqual([]);
  });

  it('draws worlds where there are many, and says so', () => {
    const wishes = Array.from({ length: 9 }, (_, k) => `perhaps o${k}`).join('\n');
    const options = Array.from({ length: 9 }, (_, k) => `option o${k}`).join('\n');
    const { result } = told(
      modelOf(`situation s "S"\nactor A "Ann" { ${options}\n prefers { ${wishes} } }\n`),
    );
    expect(result.worlds).toMatchObject({ count: '512', looked: 100, seed: 1 });
  });

  it('more options than can be listed, some of which nobody minds', () => {
    const others = Array.from(
      { length: 8 },
      (_, k) => `actor C${k} "Carl ${k}" { ${'abcde'.replace(/./g, 'option $& "Do $&"\n')} }`,
    );
    const model = modelOf(
      `situation s "S"\nactor A "Ann" { option x "Go home" prefers { x } }\nactor B "Bob" { option y "Stay" prefers { y iff A.x } }\n${others.join('\n')}\n`,
    );
    const result = briefing(withDiagrams(model, undefined, new AnalysisError('too-large', 'many')));
    expect(result.ends).toHaveLength(1);
    expect(result.ends[0]).toMatchObject({ pull: 1, hold: 'none' });
    expect(result.unranked).toHaveLength(40);
    const text = toldText(result.situation, '', tellBriefing(new Words(model), result, model), {});
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Nobody’s ranking depends on “Do a” (Carl 0), “Do b” (Carl 0), “Do c” (Carl 0), “Do d” (Carl 0), “Do e” (Carl 0), “Do a” (Carl 1) and 34 other options',
    );
  });

  it('62 options: where it leads looking ahead, what holds it, and what is left open', () => {
    const { result } = told(modelAt('sarel-basin'));
    expect(ends(result)).toEqual([['A scramble for the water', 1]]);
    expect(result.askedFor).toBeNull();
    expect(result.ends[0]).toMatchObject({ hold: 'credible', interval: null });
    expect(result.ends[0].way).toHaveLength(5);
    expect(result.otherwise).toMatchObject([
      {
        standard: 'at-once',
        ends: [{ state: { name: { label: 'Everybody treats waste water' } } }],
      },
    ]);
    expect(result.elsewhere.map(({ id, hold }) => [id, hold])).toEqual([['clean', 'none']]);
    expect(result.leftOpen.scenarios).toEqual(['agreed', 'silence', 'free']);
  });

  it('never says of one state both that it holds and that somebody leaves it', () => {
    fc.assert(
      fc.property(randomText, fc.constantFrom(...STANDARD_NAMES), (text, standard) => {
        const model = modelOf(text);
        const prepared = prepare(model);
        const { result } = told(model, standard);
        expect(result.today.hold === null).toBe(result.today.steps.length > 0);
        for (const { round, hold } of result.ends) expect(hold === null).toBe(round > 0);
        const shares = result.ends.reduce((sum, { pull }) => sum + pull, 0);
        expect(shares).toBeCloseTo(1, 9);
        for (const { steps, members, from } of result.together) {
          expect(steps[0].from).toEqual(from.taken);
          expect(new Set(steps.map(({ actor }) => actor))).toEqual(new Set(members));
        }
        const stable = prepared.equilibria.conceptsAt(prepared.statusQuo[0]);
        expect(result.today.hold !== null).toBe(stable.includes(STANDARDS[standard].concept));
      }),
      { numRuns: 150 },
    );
  });
});

/** Two or three actors with two options each, and wishes drawn over all of them. */
const randomText: fc.Arbitrary<string> = fc
  .array(fc.array(fc.tuple(fc.nat(5), fc.boolean(), fc.nat(5), fc.boolean()), { maxLength: 4 }), {
    minLength: 2,
    maxLength: 3,
  })
  .map((actors) => {
    const options = actors.flatMap((_, k) => [`A${k}.x`, `A${k}.y`]);
    const literal = (at: number, not: boolean): string =>
      `${not ? 'not ' : ''}${options[at % options.length]}`;
    return `situation s "S"\n${actors
      .map(
        (wishes, k) => `actor A${k} "Actor ${k}" {
  option x "Go"
  option y "Build"
  prefers {
${wishes.map(([a, na, b, nb]) => `    ${literal(a, na)} if ${literal(b, nb)}`).join('\n')}
  }
}`,
      )
      .join('\n')}\n`;
  });

describe('many factions', () => {
  it('looks at those nearest to what the model assumes, however many combinations there are', () => {
    const actors = 8;
    const factions = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const model = modelOf(
      [
        'situation "Many factions"',
        ...Array.from(
          { length: actors },
          (_, k) =>
            `actor P${k} "P${k}" { option go "Go ${k}" ${factions
              .map(
                (name, j) =>
                  `faction ${name} "F ${name}" { prefers { ${j === 0 ? 'not go' : 'go'} } }`,
              )
              .join(' ')} prevails a }`,
        ),
      ].join('\n'),
    );
    const result = briefing(prepare(model));
    expect(result.combinations).toBe(26 ** actors);
    expect(result.factions.length).toBeGreaterThan(0);
    expect(result.factions.every(({ prevails }) => Object.keys(prevails).length === 1)).toBe(true);
  });

  it('comes to every combination once, those with the fewest others first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 4 }), (sizes) => {
        const divided = sizes.map((size, k) => ({
          id: `p${k}`,
          factions: Array.from({ length: size }, (_, j) => ({ id: `f${j}` })),
          prevails: 'f0',
        }));
        const all = [...otherFactions(divided)];
        expect(BigInt(all.length)).toBe(combinationCount(divided));
        expect(new Set(all.map((one) => JSON.stringify([...one].sort()))).size).toBe(all.length);
        const others = all.map(({ size }) => size);
        expect(others).toEqual([...others].sort((a, b) => a - b));
      }),
    );
  });
});

describe('what has no name', () => {
  it('is told apart by what is different in it', () => {
    const { text, result } = told(
      modelOf(`situation "Two ways"
actor Ann "Ann" { option sail "Sail" option fly "Fly" option pack "Pack"
  prefers { pack (sail or fly) not (sail and fly) } }
actor Bob "Bob" { option sing "Sing" prefers { not sing Ann.sail } }`),
    );
    expect(result.ends.map(({ state }) => state.name.label)).toEqual([null, null]);
    const rows = text.split('\n').filter((line) => / of 10/.test(line));
    expect(rows).toHaveLength(2);
    expect(rows.some((row) => row.includes('Sail'))).toBe(true);
    expect(rows.some((row) => row.includes('Fly'))).toBe(true);
  });

  it('says that today may be another state', () => {
    const { text } = told(
      modelOf(`situation "Not known"
actor Ann "Ann" { option sail "Sail" option fly "Fly" unknown prefers { not sail } }`),
    );
    expect(text).toContain('What is known leaves 2 states in which things may stand today');
  });

  it.each([
    [
      'steps of one actor after another',
      'actor A { option o option p taken prefers { not p not o } cannot move from p and not o to not p and not o }',
      'A would take up “o” and give up “p” and then give up “o”.',
    ],
    [
      'one who would move, from the one of two states that may be today',
      'actor A { option o unknown weighs { A.o: -4  not B.o and o: 6  o: 0 } } actor B { option o prefers { A.o o  o iff A.o } }',
      'B would take up “o”.',
    ],
    [
      'one who likes two ways alike',
      'actor A "Ann" { option x "Sign" option y "Leave" prefers { exactly 1 of {x, y} } } actor B "Bob" { option z "Zip" prefers { z iff A.x not A.x } }',
      'Ann would leave or Ann would sign, which are equally good to it.',
    ],
  ])('%s: the first sentence', (_, actors, sentence) => {
    const { text } = told(modelOf(`situation "First"\n${actors}`));
    expect(text.split('\n')[2]).toBe(sentence);
  });
});

describe('a share of ways', () => {
  it.each([
    [1, 'every way', 'all'],
    [0.998, 'nearly every way', 'nearly all'],
    [0.5, '5 ways in 10', '5 of 10'],
    [0.1, '1 way in 10', '1 of 10'],
    [0.25, '25 ways in 100', '25 of 100'],
    [1 / 6, '17 ways in 100', '17 of 100'],
    [0.01, '1 way in 100', '1 of 100'],
    [0.001, 'less than one way in 100', 'under 1 of 100'],
  ])('%d is told as %s', (share, words, inTable) => {
    expect([ways(share), tenths(share)]).toEqual([words, inTable]);
  });

  it('comes to a whole with the others, within what rounding to hundredths takes', () => {
    for (let ends = 2; ends <= 12; ends++) {
      const [of, all] = tenths(1 / ends)
        .split(' of ')
        .map(Number);
      expect(Math.abs((ends * of) / all - 1)).toBeLessThanOrEqual(ends * 0.005 + 1e-9);
    }
  });
});
