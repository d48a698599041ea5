// What the briefing says in words, and what is looked at where there is much.
import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepare } from '@standoff/situation';
import { CASES } from '../../../test/cases.js';
import { modelOf } from '../../situation/test/situations.js';
import { combinationCount, otherFactions } from '../src/factions/combinations.js';
import { briefing } from '../src/briefing/solve.js';
import { tenths, ways } from '../src/told/shares.js';
import { tellBriefing } from '../src/briefing/tell.js';
import { Words } from '../src/told/words.js';
import { modelAt, told } from './briefings.js';

describe('as it is told', () => {
  const names = readdirSync(CASES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  it.each(names)(
    '%s: at most 45 lines of 100 columns, without syntax',
    (name) => {
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
    },
    180_000,
  );

  it('begins differently in each case', () => {
    // The others are the same conflict told twice: states merged, a misperception, a step for good.
    const different = names.filter((name) => !/-(?:states|misperception|irreversible)$/.test(name));
    const first = different.map((name) => told(modelAt(name)).text.split('\n\n')[1].split('\n')[0]);
    expect(new Set(first).size).toBe(different.length);
  });
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
