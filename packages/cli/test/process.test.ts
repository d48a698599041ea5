import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { starter } from '../src/starter.js';
import { LINE_ANEW } from '../src/terminal.js';
import { interrupted, runApart, SCRIPT } from './apart.js';
import { crowd } from './crowd.js';

// What the process makes of signals, of its outputs and of a fault: each test starts one.

let place: string;
beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), 'standoff-process-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const SAREL = new URL('../../../cases/sarel-basin/sarel-basin.standoff', import.meta.url);

it.each([
  ['of listed states, on threads', crowd(20)],
  ['of states that are too many to be listed', readFileSync(SAREL, 'utf8')],
])('ends by the signal on Ctrl-C, in the middle of a computation %s', async (_, text) => {
  const { code, signal, stdout, stderr } = await interrupted(
    ['analyse', '-', '--memory', '8GB'],
    text,
  );
  expect({ code, signal, stdout }).toEqual({ code: null, signal: 'SIGINT', stdout: '' });
  // How much was done, over and over on one line, and nothing else.
  const [before, ...shown] = stderr.split(LINE_ANEW);
  expect(before).toBe('');
  for (const line of shown) expect(line).toMatch(/^\d+ % analysed(, about \d+ (s|min) left)?$/);
});

it('ends silently with 0 where its reader has seen enough', () => {
  const file = path.join(place, 'crowd.standoff');
  writeFileSync(file, crowd(15));
  const { stdout, stderr } = spawnSync(
    'bash',
    [
      '-c',
      `'${process.execPath}' '${SCRIPT}' states '${file}' --json | head -c 1; echo "\${PIPESTATUS[0]}"`,
    ],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout).toBe('{0\n');
});

it.runIf(existsSync('/dev/full'))('says that its answer cannot be written', () => {
  const shell = (to: string): ReturnType<typeof spawnSync> =>
    spawnSync('bash', ['-c', `'${process.execPath}' '${SCRIPT}' --help ${to}`], {
      encoding: 'utf8',
    });
  expect(shell('> /dev/full')).toMatchObject({
    status: 2,
    stderr: 'standoff: the answer cannot be written: the disk is full\n',
  });
  expect(shell('> /dev/full 2> /dev/full').status).toBe(2);
});

it('reports a fault of its own shortly', () => {
  const { status, stderr } = runApart(['analyse', '-'], {
    input: starter,
    env: {
      NODE_OPTIONS: `--import=data:text/javascript,Int32Array.from=()=>{throw(new(TypeError)('gone'))}`,
    },
  });
  expect(stderr).toContain('internal error. This is a fault in standoff');
  expect(stderr).toContain('TypeError: gone');
  expect(stderr.split('\n').length).toBeLessThan(10);
  expect(status).toBe(3);
});
