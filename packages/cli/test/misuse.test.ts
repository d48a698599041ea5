import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { starter } from '../src/starter.js';
import { call } from './in-process.js';
import { ownPlace } from './place.js';

const place = ownPlace(({ put }) => put('a.standoff', starter));

/** What is called wrongly, and what is said of it. */
const MISUSE: readonly (readonly [words: readonly string[], said: string])[] = [
  ...[
    ['states', '--taken'],
    ['states', '--where'],
    ['states', '--scenario'],
    ['mediate', '--costs'],
    ['mediate', '--goal'],
    ['explain', '--state'],
    ['explain', '--actor'],
    ['report', '--out'],
    ['analyse', '--memory'],
    ['coalitions', '--partition'],
  ].flatMap(([command, option]) =>
    ['', '  '].map(
      (value) =>
        [[command, 'a.standoff', option, value], 'Something has to be written there.'] as const,
    ),
  ),
  [['states', 'a.standoff', '--taken', ' , '], 'Write at least one'],
  [['mediate', 'a.standoff', '--costs', ','], 'Write at least one'],
  [['analyse', 'a.standoff', '--extension', 'a,,b'], 'Something has to stand between the commas.'],
  [['mediate', 'a.standoff', '--costs', 'binding=1, binding=2'], 'binding stands in it twice'],
  [['report', 'a.standoff', '--date', '2018-02-30'], 'there is no day 30 in 2018-02'],
  [['states', 'a.standoff', '--limit', '0x10'], 'Write a whole number from 1.'],
  [['states', 'a.standoff', '--limit', '1e3'], 'Write a whole number from 1.'],
  [['analyse', 'a.standoff', '--memory', '99999999999999999999TB'], 'Write a size from 1MB'],
  [['check', ''], 'one of the names on the command line is blank'],
  [['check', 'a.standoff', ' '], 'one of the names on the command line is blank'],
  [['new', ''], 'one of the names on the command line is blank'],
  [
    ['coalitions', 'a.standoff', '--partition', 'Union+Union'],
    'Union stands in the partition twice',
  ],
  [['analyse', 'a.standoff', '--coalitions', 'Union+Union'], 'Union stands in the partition twice'],
  [['coalitions', 'a.standoff', '--partition', 'A+A'], 'there is no decision maker called A'],
  [['compare', 'a.standoff'], 'one situation alone has nothing to be compared with'],
  [['mediate', 'a.standoff', '--goal', 'settlement', '--opponents', 'once'], 'the published rule'],
  [['analyse', 'a.standoff', '--memory', '1B'], 'Write a size from 1MB'],
  [['analyse', 'a.standoff', '--memory', '9'.repeat(400)], 'Write a size from 1MB'],
  [['robustness', 'a.standoff', '--samples', '1000000000000'], 'from 1 to 1000000.'],
  [['sensitivity', 'a.standoff', '--distance', '1001'], 'from 1 to 1000.'],
  [['sensitivity', 'a.standoff', '--distance', '1', '--samples', '1e99'], 'from 1 to 1000000.'],
  [['analyse', 'a.standoff', '--limit', '1e20'], 'Write a whole number from 1.'],
  [
    ['mediate', 'a.standoff', '--goal', 'settlement', '--most', '-1'],
    'Write a whole number from 0.',
  ],
  [
    ['report', 'a.standoff', '--out', 'x.pdf'],
    'x.pdf cannot be written: a report is HTML or Markdown',
  ],
  [
    ['report', 'a.standoff', '--out', 'none/x.html'],
    'none/x.html cannot be written: there is no folder none',
  ],
  [['explain', 'a.standoff', '--state', '+strike, -strike'], 'takes Union.strike and gives it up'],
  [['states', 'a.standoff', '--where', 'strike and'], 'not the end of the text'],
  [['states', 'a.standoff', '--where', '(strike'], 'this `(` is never closed'],
  [['states', 'a.standoff', '--where', 'strike) or (strike'], 'this `)` closes nothing'],
  [['states', 'a.standoff', '--scenario', 'setlement'], 'did you mean settlement?'],
  [['scenarios', 'a.standoff', '--scenario', 'setlement'], 'did you mean settlement?'],
  [['commitments', 'a.standoff', '--commitment', 'none'], 'there is no commitment called none'],
];

describe('what is called wrongly', () => {
  it.each(MISUSE)('%j', async (words, said) => {
    const { status, stdout, stderr } = await call(words, { cwd: place.folder });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr).toMatch(/^standoff: .+\n( {2}\S.*\n)?$/);
    expect(existsSync(place.at('x.pdf'))).toBe(false);
  });

  it('writes what is asked for under any name where the format is said', async () => {
    const args = ['report', 'a.standoff', '--out', 'x.txt', '--format', 'markdown'];
    expect((await call(args, { cwd: place.folder })).status).toBe(0);
  });
});

describe('names', () => {
  it('are found by label too, exactly before in another case', async () => {
    mkdirSync(place.at('names'), { recursive: true });
    const text = `${starter}
scenario Upper "Peace at last" = not Union.strike
scenario other "peace at last" = Union.strike
`;
    writeFileSync(place.at('names/b.standoff'), text);
    const of = async (name: string): Promise<string> => {
      const { stdout } = await call(['scenarios', 'names', '--scenario', name, '--json'], {
        cwd: place.folder,
      });
      return (JSON.parse(stdout) as { scenarios: { id: string }[] }).scenarios[0].id;
    };
    expect(await of('Peace at last')).toBe('Upper');
    expect(await of('peace at last')).toBe('other');
    const { status, stderr } = await call(['states', 'names', '--scenario', 'PEACE AT LAST'], {
      cwd: place.folder,
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('Upper, other')]);
  });
});

it.each([40, 60, 80])('wraps all that it says at %d columns', async (columns) => {
  for (const words of [
    ['check', 'a.standoff'],
    ['states', 'a.standoff', '--limit', '1'],
  ]) {
    const { stdout } = await call(words, { cwd: place.folder, columns, env: { NO_COLOR: '1' } });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
  }
});
