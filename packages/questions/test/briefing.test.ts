// The point of a situation: where it leads by one standard, and what would change that.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AnalysisError,
  prepare,
  STANDARD_NAMES,
  STANDARDS,
  withDiagrams,
} from '@standoff/situation';
import { modelOf } from '../../situation/test/situations.js';
import { briefing, firstOfBriefing, restOfBriefing, wholeBriefing } from '../src/briefing/solve.js';
import { tellBriefing } from '../src/briefing/tell.js';
import { toldText } from '../src/told/telling.js';
import { Words } from '../src/told/words.js';
import { modelAt, told, ends } from './briefings.js';

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
