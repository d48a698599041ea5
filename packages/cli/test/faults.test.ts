import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CaseFolder, Folder } from '@standoff/case';
import { readText, suggest } from '@standoff/evidence';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contentsOf, Killed, withFault, type Fault } from '../../case/test/faulty-disk.js';
import { addSource as putSource } from '../../workbench/server/source-texts.js';
import { format } from '../src/commands/format.js';
import { create } from '../src/commands/new.js';
import { read } from '../src/commands/read.js';
import { report } from '../src/commands/report.js';
import { addSource } from '../src/commands/source-add.js';
import { failureOf } from '../src/errors-shown.js';
import { readSituation } from '../src/situation-file.js';

const TEXT = `Ferry talks stall

The island council will vote on the ferry on 9 May 2024.

The operator says that without a subsidy the line closes.
`;
const SITUATION = `situation "The ferry" as of 2024-05-04
source ferry "Ferry talks stall"
actor  Operator "The operator" { option close "Close the line" }
`;

const place = realpathSync(mkdtempSync(path.join(tmpdir(), 'standoff-faults-')));
let idOfEvent: string;
beforeAll(async () => {
  Object.assign(globalThis, { STANDOFF_VERSION: '0.0.0' });
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const [event] = suggest(await readText(bytes(TEXT), { name: 'ferry.txt' }), {
    source: 'ferry',
    known: [],
  }).filter(({ kind }) => kind === 'event');
  idOfEvent = event!.id;
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(place, { recursive: true, force: true });
});

const at = (name: string): string => path.join(place, name);
const put = (name: string, content: string): void => writeFileSync(at(name), content);

/** A folder with a case, as it is before each try. */
function lay(prepare: Step): Promise<unknown> {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(path.join(place, 'sources'), { recursive: true });
  put('ferry.standoff', SITUATION);
  put('ferry.txt', TEXT);
  return Promise.resolve(prepare());
}

type Step = () => unknown;
const nothing: Step = () => undefined;
const served = (): CaseFolder => new CaseFolder(at('ferry.standoff'));
const bytes = (text: string): Buffer => Buffer.from(text);

/** Everything that writes: a name, what is there before, and what is done. */
const WRITING: readonly (readonly [string, Step, Step])[] = [
  ['new', nothing, () => create(at('other'), {})],
  ['new, in a folder', () => mkdirSync(at('other')), () => create(at('other'), {})],
  ['format --write', nothing, () => format([at('ferry.standoff')], { write: true })],
  [
    'format --write once more',
    async () => {
      await format([at('ferry.standoff')], { write: true });
      put('ferry.standoff', SITUATION.replace('Close', 'Shut'));
    },
    () => format([at('ferry.standoff')], { write: true }),
  ],
  [
    'source add, the first',
    () => rmSync(at('sources'), { recursive: true }),
    () => addSource(place, 'ferry', at('ferry.txt'), {}),
  ],
  [
    'source add, another text, with more in .gitignore',
    async () => {
      await addSource(place, 'ferry', at('ferry.txt'), {});
      put('ferry.txt', TEXT.replace('9 May', '10 May'));
      put('.gitignore', 'notes');
    },
    () => addSource(place, 'ferry', at('ferry.txt'), {}),
  ],
  [
    'source add --declare',
    nothing,
    () => addSource(place, 'strike', at('ferry.txt'), { declare: true }),
  ],
  [
    'source add --in-place',
    nothing,
    () => addSource(place, 'ferry', at('ferry.txt'), { inPlace: true }),
  ],
  ['read --accept --write', nothing, () => accept({ write: true })],
  ['read --accept', nothing, () => accept({})],
  [
    'read --undecide',
    () => accept({}),
    () => read(at('ferry.txt'), { for: place, undecide: [idOfEvent] }),
  ],
  [
    'read --draft --out',
    nothing,
    () => read(at('ferry.txt'), { draft: true, out: at('draft.standoff') }),
  ],
  ['report', nothing, () => written({})],
  ['report, over another', () => written({}), () => written({ date: '2024-05-05' })],
  ['report --force', () => put('report.md', 'mine'), () => written({ force: true })],
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

function save(name: 'situation' | 'annotations.json' | 'variants.json', text: string): void {
  const folder = served();
  expect(folder.save(name, text, folder.read(name)?.version ?? null).saved).toBe(true);
}
function written(flags: object): Promise<number> {
  const all = { seed: 1, memory: 1e9, opponents: 'legal sequences', out: at('report.md') } as const;
  return report(at('ferry.standoff'), { ...all, ...flags });
}
function accept(flags: { readonly write?: true }): Promise<number> {
  return read(at('ferry.txt'), { for: place, accept: [idOfEvent], ...flags });
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

const FAULTS: readonly Fault[] = [
  'kill',
  'ENOSPC',
  'ENOSPC for good',
  'EIO',
  'EIO for good',
  'EROFS for good',
];

describe.each(WRITING)('%s', (_, prepare, run) => {
  let before: Contents;
  let after: Contents;
  let calls: readonly string[];
  beforeAll(async () => {
    await lay(prepare);
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
    await lay(prepare);
    expect((await withFault(place, 'halves', 0, run)).error).toBeNull();
    expect(contents()).toEqual(after);
  });

  it.each(FAULTS)('leaves the old or the new at every call: %s', async (fault) => {
    for (const k of calls.keys()) {
      await lay(prepare);
      const { error } = await withFault(place, fault, k, run);
      const where = `${fault} at ${k}, ${calls[k]}`;
      if (error !== null && !(error instanceof Killed))
        expect(failureOf(error)?.exit, where).toBe(2);
      if (error === null && fault !== 'kill') expectNew(after, where);
      expectOldOrNew(before, after, where);
      // A disk that is full before the first file took its place.
      if (fault.startsWith('ENOSPC') && calls[k] === 'writeSync')
        for (const [name, content] of before) expect(contents().get(name), where).toBe(content);
      await readSituation(at('ferry.standoff'));
      if (existsSync(at('other'))) new Folder(at('other'));
      expect([...contents().keys()].filter(isLeftover), where).toEqual([]);
    }
  });
});

function expectNew(after: Contents, where: string): void {
  const now = new Map([...contents()].filter(([name]) => !isLeftover(name)));
  expect(now, where).toEqual(after);
}
