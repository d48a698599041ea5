import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CaseError, CaseFolder, Folder } from '@standoff/case';
import { suggest } from '@standoff/evidence/aid';
import { readText } from '@standoff/evidence/read';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { THOROUGH } from '../../../test/thorough.js';
import { contentsOf, withFault, type Fault } from '../../case/test/faulty-disk.js';
import { addSource as putSource } from '../../workbench/server/source-texts.js';
import { run } from '../src/run.js';
import { callWith } from './in-process.js';

// In the thread of the test, not in one of its own: a fault is told to this thread alone.
vi.mock('../src/reading.js', async () => {
  const evidence = await import('@standoff/evidence/read');
  return { readerOf: () => ({ read: evidence.readText }) };
});

const TEXT = `Ferry talks stall

The island council will vote on the ferry on 9 May 2024.

The operator says that without a subsidy the line closes.
`;
const SITUATION = `situation "The ferry" as of 2024-05-04
source ferry "Ferry talks stall"
actor  Operator "The operator" { option close "Close the line" }
`;

const place = realpathSync(mkdtempSync(path.join(tmpdir(), 'standoff-faults-')));
/** Beside the folder: what lies in it before each try of the step that is tried now. */
const kept = `${place}-kept`;
let idOfEvent: string;
beforeAll(async () => {
  Object.assign(globalThis, { STANDOFF_VERSION: '0.0.0' });
  const [event] = suggest(await readText(bytes(TEXT), { name: 'ferry.txt' }), {
    source: 'ferry',
    known: [],
  }).filter(({ kind }) => kind === 'event');
  idOfEvent = event.id;
});
afterAll(() => {
  for (const folder of [place, kept]) rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => path.join(place, name);
const put = (name: string, content: string): void => writeFileSync(at(name), content);

/** A folder with a case, as it is before each try; what prepares it is run once for all of them. */
async function prepared(prepare: Step): Promise<void> {
  for (const folder of [place, kept]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(place, 'sources'), { recursive: true });
  put(FILE, SITUATION);
  put('ferry.txt', TEXT);
  await prepare();
  cpSync(place, kept, { recursive: true, verbatimSymlinks: true });
}

function lay(): void {
  rmSync(place, { recursive: true, force: true });
  cpSync(kept, place, { recursive: true, verbatimSymlinks: true });
}

/** All that lies in the folder, empty folders too: a command that reads it says the same of the same. */
const lying = (): string =>
  JSON.stringify([
    [...contents()],
    readdirSync(place, { recursive: true, encoding: 'utf8' }).sort(),
  ]);

type Step = () => unknown;
const FILE = 'ferry.standoff';
const nothing: Step = () => undefined;
const served = (): CaseFolder => new CaseFolder(at(FILE));
const bytes = (text: string): Buffer => Buffer.from(text);

/** Everything that writes: a name, what is there before, and what is done. */
const WRITING: readonly (readonly [string, Step, Step])[] = [
  ['new', nothing, () => standoff('new', 'other')],
  ['new, in a folder', () => mkdirSync(at('other')), () => standoff('new', 'other')],
  ['format --write', nothing, () => standoff('format', '--write', FILE)],
  [
    'format --write once more',
    async () => {
      await standoff('format', '--write', FILE);
      put(FILE, SITUATION.replace('Close', 'Shut'));
    },
    () => standoff('format', '--write', FILE),
  ],
  [
    'source add, the first',
    () => rmSync(at('sources'), { recursive: true }),
    () => standoff('source', 'add', FILE, 'ferry', 'ferry.txt'),
  ],
  [
    'source add, another text, with more in .gitignore',
    async () => {
      await standoff('source', 'add', FILE, 'ferry', 'ferry.txt');
      put('ferry.txt', TEXT.replace('9 May', '10 May'));
      put('.gitignore', 'notes');
    },
    () => standoff('source', 'add', FILE, 'ferry', 'ferry.txt'),
  ],
  [
    'source add --declare',
    nothing,
    () => standoff('source', 'add', FILE, 'strike', 'ferry.txt', '--declare'),
  ],
  [
    'source add --in-place',
    nothing,
    () => standoff('source', 'add', FILE, 'ferry', 'ferry.txt', '--in-place'),
  ],
  ['read --accept --write', nothing, () => decide('--accept', '--write')],
  ['read --accept', nothing, () => decide('--accept')],
  ['read --undecide', () => decide('--accept'), () => decide('--undecide')],
  [
    'read --draft --out',
    nothing,
    () => standoff('read', 'ferry.txt', '--draft', '--out', 'draft.standoff'),
  ],
  ['report', nothing, () => report()],
  ['report, over another', () => report(), () => report('--date', '2024-05-05')],
  ['report --force', () => put('report.md', 'mine'), () => report('--force')],
  ['a save of the situation', nothing, () => save('situation', 'situation "Mine"\n')],
  ['a first save', nothing, () => save('annotations.json', '{}')],
  [
    'a save of what is beside it',
    () => put('variants.json', '{"a": 1}'),
    () => save('variants.json', '{}'),
  ],
  ['a text from a page', nothing, () => putSource(served(), 'ferry', 'a.txt', bytes(TEXT))],
  [
    'another text from a page',
    () => putSource(served(), 'ferry', 'a.txt', bytes(TEXT)),
    () => putSource(served(), 'ferry', 'a.txt', bytes('other words')),
  ],
];

/** Thrown where a command ends with another exit code than 0. */
class Ended extends Error {
  constructor(readonly exit: number | null) {
    super(`exit ${exit}`);
  }
}

async function standoff(...args: readonly string[]): Promise<void> {
  const { status } = await callWith(run, args, { cwd: place });
  if (status !== 0) throw new Ended(status);
}
const report = (...args: string[]): Promise<void> =>
  standoff('report', FILE, '--out', 'report.md', ...args);
const decide = (how: string, ...args: string[]): Promise<void> =>
  standoff('read', 'ferry.txt', '--for', FILE, how, idOfEvent, ...args);
function save(name: 'situation' | 'annotations.json' | 'variants.json', text: string): void {
  const folder = served();
  expect(folder.save(name, text, folder.read(name)?.version ?? null).saved).toBe(true);
}

/** A save of the server ends with words for the page. */
function exitOf(error: unknown): number | null {
  return error instanceof Ended ? error.exit : error instanceof CaseError ? 2 : null;
}

/** What no command or save needs, and what only a program that was killed leaves. */
const isLeftover = (name: string): boolean => /\.tmp$|standoff-lock/.test(name);

function expectOldOrNew(before: Contents, after: Contents, where: string): void {
  const now = contents();
  for (const name of new Set([...before.keys(), ...after.keys(), ...now.keys()]))
    if (!isLeftover(name))
      expect([before.get(name), after.get(name)], `${where}: ${name}`).toContain(now.get(name));
}

type Contents = ReadonlyMap<string, string>;

/** Without the times at which texts were added. */
function contents(): Contents {
  const all = [...contentsOf(place)];
  return new Map(all.map(([name, held]) => [name, held.replace(/"added": ".*?"/g, '')]));
}

/** Of each kind one: a fault that passes and one that stays; all of them in a thorough run. */
const FAULTS: readonly Fault[] = THOROUGH
  ? ['kill', 'ENOSPC', 'ENOSPC for good', 'EIO', 'EIO for good', 'EROFS for good']
  : ['kill', 'ENOSPC', 'EIO for good', 'EROFS for good'];

/** A disk that is read-only is so from the first call on; one that becomes so is for the program one with an error that stays. */
function callsFor(fault: Fault, calls: readonly string[]): readonly number[] {
  const all = [...calls.keys()];
  return fault === 'EROFS for good' && !THOROUGH ? all.slice(0, 1) : all;
}

describe.each(WRITING)('%s', (_, prepare, run) => {
  let before: Contents;
  let after: Contents;
  let calls: readonly string[];
  /** What the next command found in order and left as it was. */
  const checked = new Set<string>();
  beforeAll(async () => {
    await prepared(prepare);
    before = contents();
    const whole = await withFault(place, 'kill', null, run);
    expect(whole.error).toBeNull();
    ({ calls } = whole);
    after = contents();
    expect([...after.keys()].filter(isLeftover)).toEqual([]);
    expect(after).not.toEqual(before);
  });

  it('syncs what it writes before it takes its place, and the folder behind it', () => {
    const placed = (name: string): boolean => name === 'renameSync' || name === 'linkSync';
    expect(calls.slice(0, calls.findIndex(placed))).toContain('fsyncSync');
    expect(calls.slice(calls.findLastIndex(placed))).toContain('fsyncSync');
  });

  it('goes through where the disk takes half of each write', async () => {
    lay();
    expect((await withFault(place, 'halves', 0, run)).error).toBeNull();
    expect(contents()).toEqual(after);
  });

  it.each(FAULTS)('leaves the old or the new at every call: %s', async (fault) => {
    for (const k of callsFor(fault, calls)) {
      lay();
      const { error } = await withFault(place, fault, k, run);
      const where = `${fault} at ${k}, ${calls[k]}`;
      if (error !== null && fault !== 'kill') expect(exitOf(error), where).toBe(2);
      if (error === null && fault !== 'kill') expectNew(after, where);
      expectOldOrNew(before, after, where);
      // A disk that is full before the first file took its place.
      if (fault.startsWith('ENOSPC') && calls[k] === 'writeSync')
        for (const [name, content] of before) expect(contents().get(name), where).toBe(content);
      const left = lying();
      if (!checked.has(left)) await standoff('check', FILE);
      if (lying() === left) checked.add(left);
      if (existsSync(at('other'))) new Folder(at('other'));
      expect([...contents().keys()].filter(isLeftover), where).toEqual([]);
    }
  });
});

function expectNew(after: Contents, where: string): void {
  const now = new Map([...contents()].filter(([name]) => !isLeftover(name)));
  expect(now, where).toEqual(after);
}
