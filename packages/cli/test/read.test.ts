import { describe, expect, it } from 'vitest';
import type { Run } from './in-process.js';
import { ownPlace } from './place.js';
import { schemaFaults } from './schema-faults.js';

const TEXT = `Ferry talks stall

By Ann Example

3 May 2024

Norway demands that the line stay open. Sweden threatened to close it. The two met last week.
`;
const SITUATION = `situation "The ferry"   # as told
source ferry "Ferry talks stall"
actor NO "Norway" { option pay "Pay" }
`;

interface Read {
  readonly suggestions: readonly {
    readonly id: string;
    readonly kind: string;
    readonly known?: string;
    readonly proposal: string | null;
    readonly decision: string | null;
  }[];
  readonly inserted: readonly string[];
}

const place = ownPlace(({ put }) => {
  put('ferry.txt', TEXT);
  put('ferry.standoff', SITUATION);
});

const run = (...args: string[]): Promise<Run> => place.run('read', ...args);
const asked = async (...args: string[]): Promise<Read> =>
  JSON.parse((await run(...args, '--json')).stdout) as Read;
const forCase = ['ferry.txt', '--for', 'ferry.standoff'] as const;
const idOf = async (kind: string): Promise<string> =>
  (await asked('ferry.txt')).suggestions.find((one) => one.kind === kind)!.id;

it('prints what fits the published schema', async () => {
  expect(await schemaFaults(await asked(...forCase, '--all'))).toEqual([]);
});

describe('beside a situation', () => {
  it('knows what the model has', async () => {
    const actors = (await asked(...forCase, '--all', '--kind', 'actor')).suggestions;
    expect(actors.map(({ known, proposal }) => [known, proposal])).toEqual([
      ['NO', null],
      [undefined, 'actor Sweden "Sweden"  @ferry:P1'],
    ]);
    expect((await asked(...forCase, '--kind', 'actor')).suggestions).toHaveLength(1);
  });

  it('changes nothing unless it is told to', async () => {
    await run(...forCase);
    await run(...forCase, '--accept', await idOf('event'));
    expect(place.get('ferry.standoff')).toBe(SITUATION);
  });

  it('puts in what is accepted, and leaves the rest byte for byte', async () => {
    const { inserted } = await asked(...forCase, '--accept', await idOf('event'), '--write');
    expect(inserted).toHaveLength(1);
    const text = place.get('ferry.standoff');
    expect(text.startsWith(SITUATION.trimEnd())).toBe(true);
    expect(text).toContain(inserted[0]);
    expect(
      (await asked(...forCase, '--all')).suggestions.find(({ kind }) => kind === 'event'),
    ).toMatchObject({ decision: 'accepted' });
  });

  it('takes a list that is said in parts, as one', async () => {
    const both = [await idOf('demand'), await idOf('event')];
    const rejected = async (...flags: string[]): Promise<number> => {
      await run(...forCase, ...flags);
      const { suggestions } = await asked(...forCase, '--all');
      return suggestions.filter(({ decision }) => decision === 'rejected').length;
    };
    expect(await rejected('--reject', both[0], '--reject', both[1])).toBe(2);
    expect(await rejected('--undecide', both.join(','))).toBe(0);
  });

  it('remembers what is rejected when the text changes elsewhere', async () => {
    await run(...forCase, '--reject', await idOf('demand'));
    place.put('ferry.txt', TEXT.replace('Sweden', 'Later\n\nSweden'));
    expect((await asked(...forCase, '--kind', 'demand')).suggestions).toEqual([]);
    await run(...forCase, '--undecide', await idOf('demand'));
    expect((await asked(...forCase, '--kind', 'demand')).suggestions).toHaveLength(1);
  });

  it('writes nothing where the line would break the situation', async () => {
    place.put('ferry.standoff', SITUATION.replace('source ferry', 'source other'));
    const { status, stderr } = await run(
      ...forCase,
      '--source',
      'ferry',
      '--accept',
      await idOf('event'),
      '--write',
    );
    expect(status).toBe(2);
    expect(stderr).toContain('no source ferry');
    expect(
      (await asked(...forCase, '--all')).suggestions.every(({ decision }) => decision === null),
    ).toBe(true);
  });
});

it('drafts a situation that reads without errors', async () => {
  expect((await run('ferry.txt', '--draft', '--out', 'draft.standoff')).status).toBe(0);
  const { status, stdout } = await place.run('check', 'draft.standoff');
  expect(stdout).toContain('nothing wrong');
  expect(status).toBe(0);
  expect((await run('ferry.txt', '--draft', '--out', 'draft.standoff')).stderr).toContain(
    'left as it is',
  );
});

it('keeps a file of decisions that is not understood', async () => {
  place.put('suggestions.json', '{ nonsense');
  const { status, stderr } = await run(...forCase, '--reject', await idOf('demand'));
  expect(status).toBe(1);
  expect(stderr).toContain('suggestions.json');
  expect(place.get('suggestions.json')).toBe('{ nonsense');
});

it.each([
  [['nowhere.txt'], 'no file'],
  [['ferry.txt', '--accept', 'x'], '--for CASE'],
  [[...forCase, '--accept', 'zzz'], 'no suggestion'],
  [['ferry.txt', '--kind', 'wish'], 'Choose from'],
  [['ferry.txt', '--paragraph', 'nine'], 'Write paragraphs'],
  [['ferry.txt', '--out', 'x'], '--draft'],
  [['ferry.txt', '--for', '-'], 'standard input'],
])('refuses %j', async (args, words) => {
  const { status, stderr } = await run(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(words);
  expect(stderr).not.toContain('    at ');
});
