import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { casePath } from '../../../test/cases.js';
import { starter } from '../src/starter.js';
import { THOROUGH } from '../../../test/thorough.js';
import type { Run } from './in-process.js';
import { ownPlace } from './place.js';
import { schemaFaults } from './schema-faults.js';

const cases = casePath('');

const place = ownPlace(({ put }) => put('harbour.standoff', starter));

const run = (...args: string[]): Promise<Run> => place.run('report', ...args);

describe('writing', () => {
  it('writes one file, named after the situation, and nothing else', async () => {
    const { status, stdout, stderr } = await run('harbour.standoff');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^wrote harbour\.report\.html \(\d+ sections\)\n$/);
    expect(readdirSync(place.folder).sort()).toEqual(['harbour.report.html', 'harbour.standoff']);
    expect(place.get('harbour.report.html')).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
  });

  it('gives the same bytes to a file, to standard output, and again', async () => {
    await run('harbour.standoff');
    const first = place.get('harbour.report.html');
    expect((await run('harbour.standoff', '--out', '-')).stdout).toBe(first);
    expect((await run('harbour.standoff')).status).toBe(0);
    expect(place.get('harbour.report.html')).toBe(first);
  });

  it('takes the form from the name, or as asked', async () => {
    await run('harbour.standoff', '--out', 'a.md');
    expect(place.get('a.md')).toMatch(/^<!-- Standoff \S+ report -->\n\n# /);
    expect((await run('harbour.standoff', '--format', 'markdown')).stdout).toContain(
      'harbour.report.md',
    );
  });

  it('overwrites a report, but nothing else unless forced', async () => {
    place.put('notes.html', 'my notes');
    const { status, stderr } = await run('harbour.standoff', '--out', 'notes.html');
    expect(status).toBe(2);
    expect(stderr).toContain('notes.html exists, is no report of Standoff, and is left as it is');
    expect(place.get('notes.html')).toBe('my notes');
    expect((await run('harbour.standoff', '--out', 'notes.html', '--force')).status).toBe(0);
    expect(place.get('notes.html')).toContain('<!doctype html>');
    expect((await run('harbour.standoff', '--out', 'harbour.standoff')).status).toBe(2);
    expect(place.get('harbour.standoff')).toBe(starter);
  });

  it('does not take a picture for a report', async () => {
    place.put('x.html', Buffer.from([137, 80, 78, 71, 0, 1, 2, 3]));
    const { status, stderr } = await run('harbour.standoff', '--out', 'x.html');
    expect([status, stderr]).toEqual([2, expect.stringContaining('x.html exists, is no report')]);
  });

  it('leaves nothing else behind, also where it cannot write', async () => {
    mkdirSync(place.at('folder.html'));
    expect((await run('harbour.standoff', '--out', 'folder.html', '--force')).status).toBe(2);
    expect(readdirSync(place.folder).sort()).toEqual(['folder.html', 'harbour.standoff']);
  });

  it('cites in a style, and tells a day', async () => {
    await run('harbour.standoff', '--style', 'apa', '--date', '2024-03-05', '--out', 'a.md');
    expect(place.get('a.md')).toContain('made on 5 March 2024');
    expect(place.get('a.md')).toContain('Example, R. (2024');
    expect((await run('--verify', 'a.md')).status).toBe(0);
  });

  it.each([
    [['nowhere'], 2, 'there is no file or folder nowhere'],
    [[], 2, "missing required argument 'case'"],
    [['harbour.standoff', '--date', 'today'], 2, 'Write a date'],
    [['harbour.standoff', '--style', 'mla'], 2, 'apa'],
    [['harbour.standoff', '--out', 'no/such/folder/x.html'], 2, 'cannot be written'],

    [['harbour.standoff', '--verify', 'x.html'], 2, 'a report is checked by itself'],
  ])('%j says what is wrong', async (args, exit, message) => {
    const { status, stderr } = await run(...args);
    expect(status).toBe(exit);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('does not send a report and JSON to the same place', async () => {
    const { status, stdout } = await run('harbour.standoff', '--out', '-', '--json');
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'standoff/error/2',
      message: 'a report and JSON cannot both go to standard output',
    });
  });

  it('of a broken situation gives the diagnostics, and no file', async () => {
    place.put('broken.standoff', starter.replace('Port.raise  ', 'Port.rise  '));
    const { status, stderr } = await run('broken.standoff');
    expect(status).toBe(1);
    expect(stderr).toContain('did you mean');
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.html'))).toEqual([]);
  });

  it('of a model with no state says so', async () => {
    place.put('none.standoff', `${starter}\nnever Port.raise\nalways Port.raise\n`);
    expect((await run('none.standoff')).status).toBe(1);
  });
});

describe('checking', () => {
  it('finds a report as made', async () => {
    await run('harbour.standoff');
    const { status, stdout, stderr } = await run('--verify', 'harbour.report.html');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('harbour.report.html: the same. All ');
  });

  it('names what was changed, where, and what it should be', async () => {
    await run('harbour.standoff');
    place.put(
      'harbour.report.html',
      place.get('harbour.report.html').replace('3 options', '4 options'),
    );
    const { status, stdout } = await run('--verify', 'harbour.report.html');
    expect(status).toBe(1);
    expect(stdout).toContain('the section “Who can do what”: changed after the report was made');
    expect(stdout).toMatch(/in the file:.*4 options/);
    expect(stdout).toMatch(/worked out now:.*3 options/);
  });

  it('says of another version that it is one', async () => {
    await run('harbour.standoff');
    place.put(
      'harbour.report.html',
      place
        .get('harbour.report.html')
        .replaceAll(/(Standoff |"version":")\d+\.\d+\.\d+/g, '$10.0.1'),
    );
    const { stdout } = await run('--verify', 'harbour.report.html');
    expect(stdout).toContain('was made by Standoff 0.0.1; this is ');
  });

  it.each([
    ['text.txt', 'hello', 2, 'it is no report of Standoff'],
    ['harbour.standoff', starter, 2, 'it is no report of Standoff'],
  ])('of %s says that it is none', async (name, text, exit, message) => {
    place.put(name, text);
    const { status, stderr } = await run('--verify', name);
    expect(status).toBe(exit);
    expect(stderr).toContain(message);
  });

  it('of half a report says that it is cut short', async () => {
    await run('harbour.standoff');
    place.put('half.html', place.get('harbour.report.html').slice(0, 20_000));
    const { status, stderr } = await run('--verify', 'half.html');
    expect(status).toBe(1);
    expect(stderr).toContain('half.html cannot be checked: the report is cut short');
  });

  it('does not take more memory than allowed because a file says so', async () => {
    await run('harbour.standoff');
    place.put(
      'harbour.report.html',
      place.get('harbour.report.html').replace('"memory":2147483648', '"memory":99999999999999'),
    );
    const { status, stderr } = await run('--verify', 'harbour.report.html');
    expect(status).toBe(2);
    expect(stderr).toContain('--memory 99999999999999');
  });
});

describe('JSON', () => {
  it.each([
    ['report', ['harbour.standoff']],
    ['report-check', ['--verify', 'harbour.report.html']],
  ])('%s fits its schema', async (name, args) => {
    await run('harbour.standoff');
    const { stdout } = await run(...args, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ schema: `standoff/${name}/2` });
    expect(await schemaFaults(JSON.parse(stdout))).toEqual([]);
  });
});

describe('every case', () => {
  const names = readdirSync(cases, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    // These two are large, and worked out twice.
    .filter((name) => THOROUGH || !['korea-2018', 'sarel-basin'].includes(name));

  it.each(names)('%s has a report that can be checked', async (name) => {
    expect((await run(path.join(cases, name), '--out', 'r.html')).stderr).not.toContain('internal');
    const { stdout, stderr, status } = await run('--verify', 'r.html');
    expect([stdout.split('\n')[0], stderr, status]).toEqual([
      expect.stringContaining('r.html: the same.'),
      '',
      0,
    ]);
  });
});
