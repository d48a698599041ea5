import { describe, expect, it } from 'vitest';
import { casePath } from '../../../../test/cases.js';
import { call, type Run } from '../in-process.js';
import { schemaFaults } from '../schema-faults.js';

const korea = casePath('korea-2018');
const euphrates = casePath('euphrates-1975-misperception');

const perceive = (args: readonly string[], input = ''): Promise<Run> =>
  call(['perceive', ...args], { input });

const TWO = `
situation "Two"
actor A { option go "Go"  prefers { not B.trap  go } }
actor B { option trap "Lay a trap"  prefers { trap iff A.go } }
`;

/** A text without its line breaks. */
const flowing = (text: string): string => text.replace(/\s+/g, ' ');

describe('standoff perceive', () => {
  it('leads with where it ends and who is mistaken, and says by what Japan is surprised, with its paragraph', async () => {
    const { stdout, status } = await perceive([korea, '--actor', 'JP', '--level', '2']);
    expect(status).toBe(0);
    expect(stdout.split('\n')[2]).toMatch(
      /^Each acting by what it sees, it would end in “Open North/,
    );
    expect(flowing(stdout)).toContain(
      '. Japan does not expect the United States to assure Pyongyang',
    );
    expect(stdout).toMatch(/cogan P16$/m);
    expect(flowing(stdout)).toContain(
      '1 of the 3 steps that somebody would take today would surprise it: The United States takes up',
    );
    expect(stdout).not.toContain('North Korea sees');
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('says so where nobody has a picture of another', async () => {
    const { stdout, status } = await perceive(['-'], TWO);
    expect(status).toBe(0);
    expect(stdout).toContain('Everybody sees the same game');
  });

  it('says so where what is believed contradicts itself', async () => {
    const { stdout, status } = await perceive(
      ['-', '--level', '2'],
      `${TWO}A perceives B { never trap  always trap }`,
    );
    expect(status).toBe(0);
    expect(flowing(stdout)).toContain(
      'contradicts itself: no state satisfies “never trap” and “always trap”',
    );
  });

  it('says so where the present state is not recognised, or an option taken is not seen', async () => {
    const now = TWO.replace('"Lay a trap"', '"Lay a trap" taken');
    const { stdout } = await perceive(['-'], `${now}A perceives B { never trap }`);
    expect(flowing(stdout)).toContain(
      'Does not recognise the present state: it contradicts “never trap”',
    );
    const unseen = await perceive(['-'], `${now}A perceives B { unaware of trap }`);
    expect(flowing(unseen.stdout)).toContain('Does not see that today “Lay a trap” is taken.');
  });

  it.each([
    [korea, ''],
    [euphrates, ''],
    ['-', `${TWO}A perceives B { unaware of trap }`],
    ['-', `${TWO}A perceives B { never trap  always trap }`],
  ])('has its schema at both levels (%s)', async (situation, input) => {
    for (const level of ['1', '2']) {
      const { stdout, status } = await perceive([situation, '--json', '--level', level], input);
      expect(status).toBe(0);
      expect(await schemaFaults(JSON.parse(stdout))).toEqual([]);
      const text = await perceive([situation, '--level', level], input);
      expect(text.stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
      expect(text.stdout).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('refuses an actor that there is not, and a level that there is not', async () => {
    const wrong = await perceive([korea, '--actor', 'JPN']);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toMatch(/there is no actor called "JPN"/);
    expect((await perceive([korea, '--level', '3'])).status).toBe(2);
  });

  it('says in whose eyes a ranking is incomplete', async () => {
    const { status, stderr } = await perceive(
      ['-'],
      `${TWO}state x = { }\nA perceives B { ranks x }`,
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/as A sees it: the ranking of B leaves out 3 states/);
  });
});
