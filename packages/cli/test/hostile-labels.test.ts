import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { steeringCharacters } from '@standoff/model';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createProgram } from '../src/program.js';
import { call } from './in-process.js';

/** Moves the cursor, copies to the clipboard, rings, turns the writing round, with and without C1. */
const EVIL = '\u001b[2J\u001b]52;c;Y21k\u0007\u009b31m\u001b[31mX\u202e\u2066\u200b\u2028\u007f';
const evil = (text: string) => `"${text}${EVIL}"`;
// So long that the control characters are not most of it.
const FILL =
  `# ${'a comment as there are many, with nothing in it that matters '.repeat(40)}\n`.repeat(8);
const SITUATION = `situation ${evil('T')} as of 2020-02-01
source s ${evil('A text')} { author ${evil('Ann Example')} publisher ${evil('Press')} published 2020-01-01 url "https://example.org/${EVIL}" note ${evil('n')} }
actor A ${evil('Ann')} aka ${evil('Annie')} {
  option a ${evil('Do a')} taken @s:P1
  option c ${evil('Do c')} irreversible slow
  faction hard ${evil('Hard')} { prefers { a  not B.b because ${evil('so')} } }
  faction soft ${evil('Soft')} { prefers { not a  perhaps B.b } }
}
actor B ${evil('Bob')} { option b ${evil('Do b')}  prefers { not A.c  b if A.a  perhaps A.a } }
actor W ${evil('Workers')} { prefers { not A.c } }
agreement t ${evil('Treaty')} between A, B
promise A.c when B.b to B because ${evil('said')}
threat B.b when A.c to A
demand A.c by B
scenario peace ${evil('Peace')} = A.c and B.b
scenario war ${evil('War')} = not A.c and not B.b
worst for A is war
claim k ${evil('Claimed')} reported, disputed cause of A.a
relation A allied with B
B perceives A { prefers { c } }
event 2020-01-02 ${evil('It began')} { A.a }
event 2020-03-02 ${evil('It went on')} { B.b }
${FILL}`;

let folder: string;
let name: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'standoff-hostile-'));
  name = 'case\u001b[31m\u202e';
  mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, name, 'x\u0007.standoff'), SITUATION);
  const label = JSON.stringify(`sources/${EVIL}.txt`);
  writeFileSync(
    path.join(folder, name, 'sources.json'),
    `{"schema":"standoff/sources/1","sources":[{"id":"s\\u001b[2J","file":${label},"versions":[]}]}`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Of the situation, from the program: one that is added is tried here without a word from anybody. */
const commands = createProgram('0', () => Promise.resolve()).commands.flatMap((command) => {
  const [first] = command.registeredArguments;
  if (command.commands.length > 0)
    return command.commands.map((one) => `${command.name()} ${one.name()}`);
  return first ? [command.name()] : [];
});
const MORE: Readonly<Record<string, readonly string[]>> = {
  cite: ['A.a'],
  mediate: ['--goal', 'peace'],
  report: ['--out', '-'],
  compare: ['.'],
  'source add': ['s', 'missing\u001b[2J.txt'],
};
const OWN = /\u001b\[[0-9;]*m/g;
const LOOKS = new Set(['1', '22', '1;36', '22;39', '31', '32', '33', '34', '39', '90']);

// What `mcp` writes is a protocol, for a program.
it.each(commands.filter((one) => !['new', 'completion', 'schema', 'mcp'].includes(one)))(
  'nothing in a situation steers the terminal: %s',
  async (command) => {
    const args = [...command.split(' '), name, ...(MORE[command] ?? [])];
    for (const columns of [undefined, 80])
      for (const extra of [[], ['--json']]) {
        const { stdout, stderr } = await call([...args, ...extra], {
          cwd: folder,
          ...(columns === undefined ? {} : { columns, env: { TERM: 'xterm' } }),
          whileOpen: () => Promise.resolve(),
        });
        // What `format` gives to a file is the text as it is.
        const exact = command === 'format' && columns === undefined && extra.length === 0;
        for (const text of exact ? [stderr] : [stdout, stderr]) {
          const own = columns === undefined ? [] : (text.match(OWN) ?? []);
          for (const look of own) expect(LOOKS).toContain(look.slice(2, -1));
          const rest = columns === undefined ? text : text.replace(OWN, '');
          expect(steeringCharacters(rest)).toEqual([]);
        }
        expect(stdout + stderr).not.toBe('');
        expect(stdout + stderr).not.toContain('internal error');
      }
  },
);

it('shows them as signs, and says so where the text is checked', async () => {
  const { stdout } = await call(['check', name], { cwd: folder });
  expect(stdout).toContain('hidden-characters');
  const outlook = await call(['outlook', name], { cwd: folder });
  expect(outlook.stdout).toContain('T␛[2J␛]52;c;Y21k␇‹U+009B›31m␛[31mX‹U+202E›');
});

it('keeps what JSON stands for', async () => {
  const { stdout } = await call(['scenarios', name, '--json'], { cwd: folder });
  expect(stdout).toContain('\\u009b');
  expect(stdout).toContain('\\u202e');
  expect(JSON.stringify(JSON.parse(stdout))).toContain(JSON.stringify(EVIL).slice(1, -1));
});

it('writes reports without them', async () => {
  for (const out of ['r.html', 'r.md']) {
    expect((await call(['report', name, '--out', out], { cwd: folder })).status).toBe(0);
    const verified = await call(['report', '--verify', out], { cwd: folder });
    expect(verified.stdout + verified.stderr).toMatch(/same|agree|nothing/i);
  }
  expect(readdirSync(folder)).toContain('r.md');
});
