import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makePipe } from '../../case/test/make-pipe.js';
import { SCRIPT } from './apart.js';
import type { Run } from './in-process.js';
import { ownPlace } from './place.js';

const TEXT = 'Ferry talks stall\n\nThe council will vote on 9 May 2024.\n\nThe line may close.\n';
const SITUATION = `situation "The ferry"
source ferry "Ferry talks stall"
actor  Operator "The operator" { option close "Close the line" @ferry:P1 }
`;

const place = ownPlace(({ put }) => {
  put('case/ferry.standoff', SITUATION);
  put('ferry.txt', TEXT);
  put('private.txt', 'Private\n\nWhat nobody else should read.\n');
});
const { at, put, get, run } = place;

/** One line that says what is wrong, perhaps one that says what to do. */
function expectRefused({ status, stdout, stderr }: Run, message: RegExp): void {
  expect([status, stdout]).toEqual([2, '']);
  const [first, ...rest] = stderr.trimEnd().split('\n');
  expect(first).toMatch(/^standoff: /);
  expect(first).toMatch(message);
  expect(rest.length).toBeLessThan(2);
}

const PLACED: readonly (readonly [string, (name: string) => unknown, RegExp])[] = [
  ['a link that leads out', (name) => symlinkSync(at('private.txt'), at(name)), /leads out/],
  ['a link to /dev/zero', (name) => symlinkSync('/dev/zero', at(name)), /leads out/],
  ['a pipe', (name) => makePipe(at(name)), /a pipe/],
  ['a folder', (name) => mkdirSync(at(name)), /a folder/],
];

describe.each(PLACED)('%s', (_, make, message) => {
  it('as .gitignore, as the records and as the only situation is refused', async () => {
    make('case/.gitignore');
    expectRefused(await run('source', 'add', 'case', 'ferry', 'ferry.txt'), message);
    rmSync(at('case/.gitignore'), { recursive: true });

    make('case/sources.json');
    expectRefused(await run('source', 'add', 'case', 'ferry', 'ferry.txt'), message);
    expectRefused(await run('cite', 'case', 'Operator'), message);
    expect(readdirSync(at('case')).sort()).toEqual(['ferry.standoff', 'sources.json']);

    rmSync(at('case'), { recursive: true });
    mkdirSync(at('case'));
    make('case/x.standoff');
    expectRefused(await run('check', 'case'), message);
    expect(get('private.txt')).toMatch(/^Private/);
  });
});

it('texts outside the folder are shown only where they are those recorded', async () => {
  expect((await run('source', 'add', 'case', 'ferry', 'ferry.txt', '--in-place')).status).toBe(0);
  expect((await run('cite', 'case', 'Operator')).stdout).toContain('The council will vote');
  put('case/sources.json', get('case/sources.json').replace('../ferry.txt', '../private.txt'));
  for (const args of [
    ['cite', 'case', 'Operator'],
    ['cite', 'case', 'ferry', '--json'],
  ]) {
    const { stdout, stderr } = await run(...args);
    expect(stdout + stderr).not.toContain('nobody else');
    expect(stderr).toMatch(
      /private\.txt lies outside the folder of the case and is not the text recorded/,
    );
  }
  expect(await run('source', 'check', 'case')).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('is not the text recorded') as string,
  });
});

it('a link among the texts is no way out', async () => {
  await run('source', 'add', 'case', 'ferry', 'ferry.txt');
  rmSync(at('case/sources/ferry.txt'));
  symlinkSync('../../private.txt', at('case/sources/ferry.txt'));
  expect((await run('cite', 'case', 'Operator')).stdout).not.toContain('nobody else');
  expectRefused(await run('source', 'add', 'case', 'ferry', 'ferry.txt'), /leads out/);
  rmSync(at('case/sources'), { recursive: true });
  mkdirSync(at('elsewhere'));
  symlinkSync('../elsewhere', at('case/sources'));
  expectRefused(await run('source', 'add', 'case', 'ferry', 'ferry.txt'), /leads out/);
  expect([readdirSync(at('elsewhere')), get('private.txt')]).toEqual([
    [],
    expect.stringContaining('nobody'),
  ]);
});

describe('--out', () => {
  it.each(PLACED)('in place of %s replaces nothing', async (_, make, message) => {
    mkdirSync(at('out'));
    make('out/x.html');
    expectRefused(await run('report', 'case', '--out', 'out/x.html', '--force'), message);
    expectRefused(await run('read', 'ferry.txt', '--draft', '--out', 'out/x.html'), message);
    expect(readdirSync(at('out'))).toEqual(['x.html']);
    expect(get('private.txt')).toMatch(/^Private/);
  });

  it('of a name that is too long, a file that is write-protected, and a folder that is none', async () => {
    expectRefused(await run('report', 'case', '--out', 'n'.repeat(256)), /the name is too long/);
    expectRefused(await run('new', 'n'.repeat(256)), /the name is too long/);
    // The folder can be made, the file in it cannot.
    expectRefused(await run('new', 'n'.repeat(250)), /the name is too long/);
    put('report.html', 'mine');
    chmodSync(at('report.html'), 0o444);
    expectRefused(
      await run('report', 'case', '--out', 'report.html', '--force'),
      /permission denied/,
    );
    expectRefused(
      await run('report', 'case', '--out', 'ferry.txt/x.html'),
      /there is no folder|not a folder/,
    );
    expect(readdirSync(place.folder).sort()).toEqual([
      'case',
      'ferry.txt',
      'private.txt',
      'report.html',
    ]);
    expect(get('report.html')).toBe('mine');
  });

  it('in a folder of 230 letters and a file as long is written', async () => {
    const name = `${'n'.repeat(230)}.html`;
    expect((await run('report', 'case', '--out', name)).status).toBe(0);
    expect(existsSync(at(name))).toBe(true);
  });
});

describe('the undo', () => {
  it('of each command that changes a situation is told', async () => {
    const kept = 'case/ferry.standoff.before';
    expect((await run('format', '--write', 'case')).stdout).toBe(
      `wrote case/ferry.standoff; the text before is kept in ${kept}\n`,
    );
    expect(get(kept)).toBe(SITUATION);
    const laidOut = get('case/ferry.standoff');
    expect(
      (await run('source', 'add', 'case', 'gazette', 'ferry.txt', '--declare')).stdout,
    ).toContain(`Declared in case/ferry.standoff; the text before is kept in ${kept}.`);
    expect(get(kept)).toBe(laidOut);
    const declared = get('case/ferry.standoff');
    const { suggestions } = JSON.parse(
      (await run('read', 'ferry.txt', '--for', 'case', '--json', '--kind', 'event')).stdout,
    ) as { suggestions: { id: string }[] };
    const accept = ['--accept', suggestions[0].id, '--write'];
    expect((await run('read', 'ferry.txt', '--for', 'case', ...accept)).stdout).toContain(
      `The text before is kept in ${kept}.`,
    );
    expect(get(kept)).toBe(declared);
  });

  it('keeps the byte order mark and the Windows line ends, as what replaces it does', async () => {
    const windows = `\uFEFF${SITUATION.replaceAll('\n', '\r\n')}`;
    put('case/ferry.standoff', windows);
    expect((await run('format', '--check', 'case')).status).toBe(1);
    await run('format', '--write', 'case');
    expect(get('case/ferry.standoff.before')).toBe(windows);
    expect(get('case/ferry.standoff')).toMatch(/^\uFEFFsituation "The ferry"\r\n\r?\n?source/);
    expect(get('case/ferry.standoff')).not.toMatch(/[^\r]\n/);
    expect((await run('format', '--check', 'case')).status).toBe(0);
    await run('source', 'add', 'case', 'gazette', 'ferry.txt', '--declare');
    expect(get('case/ferry.standoff')).toMatch(/^\uFEFF/);
    expect(get('case/ferry.standoff')).not.toMatch(/[^\r]\n/);
  });
});

/** Kills the process at a call of the file system, in the midst of it where it writes. */
const KILLER = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { KILL_AT } = process.env;
const real = fs[KILL_AT];
fs[KILL_AT] = (...args) => {
  if (KILL_AT === 'writeSync') real(args[0], args[1], 0, 10);
  process.kill(process.pid, 'SIGKILL');
};
syncBuiltinESMExports();
`;

// Processes, since they are killed.
it('what is killed while it writes, replaces or removes leaves nothing behind that stays', async () => {
  put('killer.mjs', KILLER);
  for (const moment of ['writeSync', 'renameSync', 'unlinkSync']) {
    put('case/ferry.standoff', SITUATION);
    const { signal } = spawnSync(
      process.execPath,
      ['--import', at('killer.mjs'), SCRIPT, 'format', '--write', 'case'],
      { cwd: place.folder, env: { ...process.env, KILL_AT: moment } },
    );
    expect([moment, signal]).toEqual([moment, 'SIGKILL']);
    const stands = get('case/ferry.standoff');
    expect((await run('check', 'case')).status).toBe(0);
    expect(readdirSync(at('case')).filter((name) => !name.startsWith('ferry'))).toEqual([]);
    expect((await run('format', '--write', 'case')).status).toBe(0);
    expect([SITUATION, get('case/ferry.standoff')]).toContain(stands);
    rmSync(at('case'), { recursive: true });
    mkdirSync(at('case'));
  }
});

// Processes: in one, no write of a file comes between those of another.
it('two commands at once lose no word of each other', async () => {
  const started = (id: string): Promise<number | null> =>
    new Promise((resolve) => {
      const args = ['source', 'add', 'case', id, 'ferry.txt', '--declare'];
      spawn(process.execPath, [SCRIPT, ...args], { cwd: place.folder }).on('exit', resolve);
    });
  const ids = ['gazette', 'courier', 'herald'];
  const codes = await Promise.all(ids.map(started));
  expect(codes).toContain(0);
  for (const [k, id] of ids.entries()) {
    expect([0, 2]).toContain(codes[k]);
    expect(get('case/ferry.standoff').includes(`source ${id} `)).toBe(codes[k] === 0);
    expect(get('case/sources.json').includes(`"${id}"`)).toBe(codes[k] === 0);
  }
  expect((await run('check', 'case')).status).toBe(0);
});
