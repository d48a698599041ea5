import { chmodSync, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FERRY, ownFerry, SITUATION } from './ferry.js';
import { call } from './in-process.js';

const place = ownFerry();
const { annotate, at, get, json, put, run } = place;

describe('source add', () => {
  it('copies the text, records its hash, keeps it out of git, and stores none of its words', async () => {
    expect(await json('source', 'add', 'case', 'ferry', 'ferry.txt')).toMatchObject({
      change: 'new',
      version: 1,
      copied: true,
      lastParagraph: 3,
      metadata: { title: 'Ferry talks stall', author: 'Ann Example', published: '2024-05-03' },
    });
    expect(get('case/sources/ferry.txt')).toBe(FERRY);
    expect(get('case/.gitignore')).toContain('sources/\n');
    expect(get('case/sources.json')).not.toMatch(/subsidy|council|mayor/);
  });

  it('changes nothing for the same file again', async () => {
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    const before = get('case/sources.json');
    expect(await json('source', 'add', 'case', 'ferry', 'ferry.txt')).toMatchObject({
      change: 'same',
    });
    expect(get('case/sources.json')).toBe(before);
    expect((await run('source', 'add', 'case', 'ferry', 'case/sources/ferry.txt')).status).toBe(0);
    expect(get('case/sources.json')).toBe(before);
  });

  it('makes another text a new version, keeps the old file, and tells the orphans', async () => {
    await annotate();
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    put('new.txt', FERRY.replace('without a subsidy', 'without public money'));
    const answer = await json('source', 'add', 'case', 'ferry', 'new.txt');
    expect(answer).toMatchObject({ change: 'changed', version: 2, annotations: 1 });
    expect(answer['problems']).toMatchObject([
      {
        reference: '@ferry:P2#subsidy',
        message: 'other words stand in its place',
        elements: [{ id: 'Operator.close', line: 4 }],
        near: [{ place: 'P2', words: 'without public money' }],
      },
    ]);
    expect(get(String(answer['kept']))).toBe(FERRY);
    expect(get('case/annotations.json')).toContain('without a subsidy');
  });

  it('says that a file with other bytes has the same words', async () => {
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    put('crlf.txt', FERRY.replaceAll('\n', '\r\n'));
    expect(await json('source', 'add', 'case', 'ferry', 'crlf.txt')).toMatchObject({
      change: 'other bytes',
    });
  });

  it('refuses letters it cannot tell, takes a name for them, and reads them so again', async () => {
    // "Киев." in KOI8-R, and nothing that says so.
    put('kiev.txt', Uint8Array.of(0xeb, 0xc9, 0xc5, 0xd7, 0x2e));
    const refused = await run('source', 'add', 'case', 'ferry', 'kiev.txt');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--encoding NAME');
    expect(existsSync(at('case/sources.json'))).toBe(false);
    expect(
      await json('source', 'add', 'case', 'ferry', 'kiev.txt', '--encoding', 'KOI8-R'),
    ).toMatchObject({ encoding: 'koi8-r', change: 'new', warnings: [] });
    const { stdout } = await run('source', 'list', 'case');
    expect(stdout).toContain('as recorded');
    expect(
      await run('source', 'add', 'case', 'ferry', 'kiev.txt', '--encoding', 'klingon'),
    ).toMatchObject({ status: 2 });
    // Another file in its place is not read with the name that was given for the first.
    put('case/sources/ferry.txt', FERRY);
    expect((await run('source', 'list', 'case')).stdout).not.toContain('unreadable');
  });

  it('reads a text recorded with the name of its encoding so in every command', async () => {
    // "Киев." in KOI8-R.
    const letters = Buffer.from('ebc9c5d72e', 'hex');
    put('kiev.txt', letters);
    put('case/ferry.standoff', SITUATION.replaceAll(/P[23](?:#subsidy)?/g, 'P1'));
    await run('source', 'add', 'case', 'ferry', 'kiev.txt', '--encoding', 'koi8-r');

    expect((await run('source', 'check', 'case')).stdout).toContain('as recorded');
    expect((await run('cite', 'case', 'Operator.close')).stdout).toContain('Киев.');
    expect((await run('report', 'case', '--out', 'r.html')).status).toBe(0);
    expect((await run('read', 'kiev.txt')).status).toBe(2);
    const told = { source: 'ferry', text: { paragraphs: 1, warnings: [] } };
    expect(await json('read', 'kiev.txt', '--for', 'case')).toMatchObject(told);
    expect(await json('source', 'add', 'case', 'ferry', 'kiev.txt')).toMatchObject({
      change: 'same',
    });
    // Standard input has no name and no record: it is told.
    const given = { cwd: place.folder, input: letters };
    expect((await call(['read', '-'], given)).stderr).toContain('--encoding NAME');
    const read = await call(['read', '-', '--encoding', 'koi8-r', '--json'], given);
    expect(JSON.parse(read.stdout)).toMatchObject({ text: { paragraphs: 1, warnings: [] } });
  });

  it('leaves a file where it is with --in-place', async () => {
    expect(await json('source', 'add', 'case', 'ferry', 'ferry.txt', '--in-place')).toMatchObject({
      copied: false,
    });
    expect(existsSync(at('case/sources'))).toBe(false);
    expect(get('case/sources.json')).toContain('"../ferry.txt"');
    expect((await run('source', 'check', 'case')).stdout).toContain('../ferry.txt, plain text');
  });

  it.each([
    ['situation "A" # first\nactor B\n', 'situation "A" # first\n\nsource ferry'],
    ['situation "A"\r\n', 'situation "A"\r\n\r\nsource ferry'],
    ['situation "A" actor B {\n option c }\n', 'situation "A"\n\nsource ferry'],
  ])('declares the source with --declare in %j', async (before, after) => {
    put('case/ferry.standoff', before);
    expect((await run('source', 'add', 'case', 'ferry', 'ferry.txt')).stdout).toContain(
      'source ferry "Ferry talks stall" {\n  author "Ann Example"\n  published 2024-05-03\n}\n',
    );
    expect(get('case/ferry.standoff')).toBe(before);
    expect(await json('source', 'add', 'case', 'ferry', 'ferry.txt', '--declare')).toMatchObject({
      declared: true,
    });
    expect(get('case/ferry.standoff')).toContain(after);
    expect((await run('check', 'case')).status).toBe(0);
  });

  const citing = (source: string): string =>
    `situation "A"\nactor B @${source}:P1 { option c "Sail" @${source}:P2 prefers { c } }\n`;

  it('declares with --declare what is cited already, and says what of it is found', async () => {
    put('case/ferry.standoff', citing('ferry'));
    expect((await run('source', 'add', 'case', 'ferry', 'ferry.txt')).status).toBe(1);
    const { stdout, status } = await run(
      'source',
      'add',
      'case',
      'ferry',
      'ferry.txt',
      '--declare',
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/References to it: \d of 2 found\./);
    expect((await run('check', 'case')).status).toBe(0);
  });

  it.each([
    ['another source that is not declared', citing('talk'), /no source called talk/],
    ['an error of its own', `${citing('ferry')}actor {`, /error/],
  ])('declares nothing where the situation has %s', async (_, text, message) => {
    put('case/ferry.standoff', text);
    const { stderr, status } = await run(
      'source',
      'add',
      'case',
      'ferry',
      'ferry.txt',
      '--declare',
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(get('case/ferry.standoff')).toBe(text);
    expect(existsSync(at('case/sources.json'))).toBe(false);
  });

  it('adds its line to a .gitignore that is there', async () => {
    put('case/.gitignore', 'notes');
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    expect(get('case/.gitignore')).toMatch(/^notes\n# .*\nsources\/\n$/);
  });

  it.each([
    [['-', 'ferry', 'ferry.txt'], /standard input has no texts/],
    [['case', 'ferry', 'none.txt'], /there is no file none\.txt/],
    [['case', 'ferry', 'case'], /is not a file/],
    [['case', 'fery', 'ferry.txt'], /did you mean ferry/],
    [['case', 'Mayor', 'ferry.txt'], /it is the actor/],
    [['case', '../x', 'ferry.txt'], /cannot be the name/],
    [['case', 'ferry'], /missing required argument/],
    [['case', 'case', 'ferry', 'ferry.txt'], /too many arguments/],
  ])('refuses %j', async (args, message) => {
    const { status, stderr } = await run('source', 'add', ...args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
    expect(existsSync(at('case/sources.json'))).toBe(false);
  });

  it('refuses a file that is no text, or empty', async () => {
    put('empty.txt', '');
    expect(await run('source', 'add', 'case', 'ferry', 'empty.txt')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/empty/) as string,
    });
  });

  it('leaves a broken file of records as it is', async () => {
    put('case/sources.json', '{"sources": [');
    const { status, stderr } = await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    expect(status).toBe(1);
    expect(stderr).toMatch(/sources\.json is not JSON: .* in line 1/);
    expect(get('case/sources.json')).toBe('{"sources": [');
    expect(existsSync(at('case/sources'))).toBe(false);
  });

  it('refuses a record that it does not understand', async () => {
    const broken = '{"sources": [{"id": "ferry", "file": 3}]}';
    put('case/sources.json', broken);
    const { status, stderr } = await run('source', 'add', 'case', 'ferry', 'ferry.txt');
    expect(status).toBe(1);
    expect(stderr).toContain('item 1 ("ferry"), file');
    expect(get('case/sources.json')).toBe(broken);
  });

  it.skipIf(process.getuid?.() === 0)('says that a folder cannot be written', async () => {
    chmodSync(at('case'), 0o500);
    expect((await run('source', 'add', 'case', 'ferry', 'ferry.txt')).status).toBe(2);
    chmodSync(at('case'), 0o700);
  });
});
