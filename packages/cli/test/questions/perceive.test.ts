import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, type Built, type Run } from '../built.js';

const korea = fileURLToPath(new URL('../../../../cases/korea-2018', import.meta.url));
const euphrates = fileURLToPath(
  new URL('../../../../cases/euphrates-1975-misperception', import.meta.url),
);

let built: Built;
beforeAll(() => {
  built = buildCommand();
});
afterAll(() => {
  built.remove();
});

const perceive = (args: readonly string[], input = ''): Run =>
  built.run(['perceive', ...args], { input });

const TWO = `
situation "Two"
actor A { option go "Go"  prefers { not B.trap  go } }
actor B { option trap "Lay a trap"  prefers { trap iff A.go } }
`;

/** A text without its line breaks. */
const flowing = (text: string): string => text.replace(/\s+/g, ' ');

describe('standoff perceive', () => {
  it('leads with who is mistaken and says by what Japan is surprised, with its paragraph', () => {
    const { stdout, status } = perceive([korea, '--actor', 'JP', '--level', '2']);
    expect(status).toBe(0);
    expect(stdout.split('\n')[2]).toMatch(/^Japan sees United States otherwise than it is\./);
    expect(stdout).toMatch(/cogan P16$/m);
    expect(flowing(stdout)).toContain(
      '2 of the 4 steps that somebody has reason to take today would surprise it: United States takes up',
    );
    expect(stdout).not.toContain('North Korea sees');
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('says so where nobody has a picture of another', () => {
    const { stdout, status } = perceive(['-'], TWO);
    expect(status).toBe(0);
    expect(stdout).toContain('Everybody sees the same game');
  });

  it('says so where what is believed contradicts itself', () => {
    const { stdout, status } = perceive(
      ['-', '--level', '2'],
      `${TWO}A perceives B { never trap  always trap }`,
    );
    expect(status).toBe(0);
    expect(flowing(stdout)).toContain(
      'contradicts itself: no state satisfies “never trap” and “always trap”',
    );
  });

  it('says so where the present state is not recognised, or an option taken is not seen', () => {
    const now = TWO.replace('"Lay a trap"', '"Lay a trap" taken');
    const { stdout } = perceive(['-'], `${now}A perceives B { never trap }`);
    expect(flowing(stdout)).toContain(
      'Does not recognise the present state: it contradicts “never trap”',
    );
    const unseen = perceive(['-'], `${now}A perceives B { unaware of trap }`);
    expect(flowing(unseen.stdout)).toContain('Does not see that today “Lay a trap” is taken.');
  });

  it.each([
    [korea, ''],
    [euphrates, ''],
    ['-', `${TWO}A perceives B { unaware of trap }`],
    ['-', `${TWO}A perceives B { never trap  always trap }`],
  ])('has its schema at both levels (%s)', (situation, input) => {
    const schema = JSON.parse(built.run(['schema', 'perceive']).stdout) as object;
    const validate = new Ajv2020({ strictTypes: false }).compile(schema);
    for (const level of ['1', '2']) {
      const { stdout, status } = perceive([situation, '--json', '--level', level], input);
      expect(status).toBe(0);
      validate(JSON.parse(stdout));
      expect(validate.errors).toBeNull();
      const text = perceive([situation, '--level', level], input);
      expect(text.stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
      expect(text.stdout).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('refuses an actor that there is not, and a level that there is not', () => {
    const wrong = perceive([korea, '--actor', 'JPN']);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toMatch(/there is no actor called "JPN"/);
    expect(perceive([korea, '--level', '3']).status).toBe(2);
  });

  it('says in whose eyes a ranking is incomplete', () => {
    const { status, stderr } = perceive(['-'], `${TWO}state x = { }\nA perceives B { ranks x }`);
    expect(status).toBe(1);
    expect(stderr).toMatch(/as A sees it: the ranking of B leaves out 3 states/);
  });
});
