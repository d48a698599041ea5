import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { ANSWERED, QUESTION_NAMES, type QuestionName } from '@standoff/questions';
import { THOROUGH } from '../../../../test/thorough.js';
import { starter } from '../../src/starter.js';
import { call } from '../in-process.js';
import { schemaFaults } from '../schema-faults.js';

const caseAt = (name: string): string =>
  fileURLToPath(new URL(`../../../../cases/${name}`, import.meta.url));
const korea = caseAt('korea-2018');
const border = caseAt('border');

/** Two actors and nothing else that a question could be about. */
const BARE = `
situation "Bare"
actor A { option x prefers { x } }
actor B { option y prefers { not A.x } }
`;

const folder = mkdtempSync(path.join(tmpdir(), 'standoff-questions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** What each needs besides the case: for the starter, the bare one and the Korean one. */
const ASKED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  compare: [
    [written('starter.standoff', starter)],
    [written('bare.standoff', BARE)],
    [`${korea}/later`],
  ],
  mediate: [
    ['--goal', 'settlement'],
    ['--goal', 'A.x and not B.y', '--concept', 'Nash'],
    ['--goal', 'bargain', '--beyond', '0'],
  ],
};

/**
 * Whose answers on the Korean case others look at, as text and as JSON: briefing.test.ts, in those of
 * `analyse --full`, and compare.test.ts.
 */
const LOOKED_AT: ReadonlySet<string> = new Set([
  ...ANSWERED.filter((name) => !(name in ASKED)),
  'compare',
]);

/** What takes longest of the Korean case: a smaller one is asked, which has as many kinds of answer to them. */
const LONG: Readonly<Partial<Record<QuestionName, string>>> = THOROUGH
  ? {}
  : {
      coalitions: border,
      evidence: border,
      grounds: border,
      perceive: caseAt('euphrates-1975-misperception'),
      sensitivity: border,
      states: border,
    };

type AskedOf = readonly [what: string, situation: string, input: string, args: readonly string[]];

/** The case that is looked at beside the small situations; none where another test looks at its answer. */
function caseAsked(name: QuestionName, args: readonly string[]): readonly AskedOf[] {
  if (LOOKED_AT.has(name) && !THOROUGH) return [];
  const place = LONG[name] ?? korea;
  return [[`the case ${path.basename(place)}`, place, '', args]];
}

describe.each(QUESTION_NAMES)('standoff %s', (name) => {
  const asked = ASKED[name] ?? [[], [], []];

  it.each<AskedOf>([
    ['the starter', '-', starter, asked[0]],
    ['a situation without anything to ask about', '-', BARE, asked[1]],
    ...caseAsked(name, asked[2]),
  ])('answers on %s, as text and by its schema', async (_, situation, input, args) => {
    const text = await call([name, situation, ...args], { input });
    expect(text.stderr).toBe('');
    expect(text.status).toBe(0);
    expect(text.stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(text.stdout).not.toMatch(/undefined|NaN|\[object/);
    const json = await call([name, situation, '--json', ...args], { input });
    expect(json.status).toBe(0);
    const answer = JSON.parse(json.stdout) as unknown;
    expect(answer).toMatchObject({ schema: `standoff/${name}/2` });
    expect(await schemaFaults(answer)).toEqual([]);
  });

  it('says how it is used', async () => {
    const { stdout, status } = await call([name, '--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Examples:/);
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('refuses a text that is none', async () => {
    const { status, stdout, stderr } = await call([name, '-', ...asked[0]], {
      input: 'situation {',
    });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/error/);
    expect(stderr).not.toMatch(/ {4}at /);
  });
});
