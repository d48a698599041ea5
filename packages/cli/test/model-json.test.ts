import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { saidBy } from '@standoff/language/print';
import { expectSame } from '@standoff/model';
import { casePath } from '../../../test/cases.js';
import { call } from './in-process.js';
import { ownPlace } from './place.js';
import { parsed, RICH, rich, set } from './rich-model.js';

const cases = casePath('');
const { put, run } = ownPlace();

describe('a model in JSON', () => {
  it('is what a situation comes to, and is printed again as it was read', async () => {
    expect(JSON.parse(rich)).toMatchObject({
      schema: 'standoff/model/1',
      situation: { title: 'The harbour strike' },
    });
    const { stdout } = await run('model', put('rich.json', rich));
    expect((await run('model', put('again.json', stdout))).stdout).toBe(stdout);
    expect((await run('model', 'again.json', '--json')).stdout).toBe(stdout);
  });

  it.each(
    readdirSync(cases, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['sarel-basin'].includes(entry.name))
      .map((entry) => entry.name),
  )('answers like the text that it comes from: %s', async (name) => {
    const json = put(`${name}.json`, (await call(['model', cases + name])).stdout);
    const args = ['--json', '--only', 'outcomes'];
    const { stdout } = await run('analyse', json, ...args);
    expect(stdout).toBe((await call(['analyse', cases + name, ...args])).stdout);
    const checked = await run('check', json);
    expect(checked.stderr).toBe('');
    expect(checked.status).toBe(0);
  });

  it('becomes a text that comes to it', async () => {
    const text = (await run('model', put('rich.json', rich), '--text')).stdout;
    expect(text).toMatch(/^situation "The harbour strike"/);
    const { stdout, stderr, status } = await run('model', put('rich.standoff', text));
    expect([stderr, status]).toEqual(['', 0]);
    expectSame(saidBy(JSON.parse(rich) as never), saidBy(JSON.parse(stdout) as never));
    expect((await run('format', '--check', 'rich.standoff')).status).toBe(0);
    expect((await call(['model', '-', '--text'], { input: rich })).stdout).toBe(text);
  });

  it('that no text says is told with its place', async () => {
    const changed = set('actors.0.label', 'two\nlines')(parsed());
    put('lines.json', JSON.stringify(changed));
    const { status, stdout, stderr } = await run('model', 'lines.json', '--text');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      'standoff: lines.json: actors[0].label: expected "two lines", found "two\\nlines"\n  the language has no words for it\n',
    );
    expect((await run('model', 'lines.json', '--text', '--json')).status).toBe(2);
  });

  it('comes through a pipe too', async () => {
    const { stdout, status } = await call(['outlook', '-'], { input: rich });
    expect(status).toBe(0);
    expect(stdout).toBe((await call(['outlook', '-'], { input: RICH })).stdout);
  });

  it('stands beside texts of sources', async () => {
    put('beside/m.json', rich);
    expect((await run('source', 'list', 'beside/m.json')).status).toBe(0);
    expect((await run('cite', 'beside/m.json', 'Union')).stdout).toMatch(/Dockers stop work/);
  });

  it.each([
    [['format', 'rich.json']],
    [['open', 'rich.json', '--no-browser']],
    [['report', 'rich.json', '--out', '-']],
    [['source', 'add', 'rich.json', 'gazette', 'rich.json', '--declare']],
    [['read', 'rich.json', '--for', 'rich.json', '--accept', 'x', '--write']],
  ])('is refused where the text is needed: %j', async (args) => {
    put('rich.json', rich);
    const { status, stdout, stderr } = await run(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/rich\.json is a model in JSON, and the text of a situation is needed/);
  });
});
