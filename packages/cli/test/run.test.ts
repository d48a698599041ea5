import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { starter } from '../src/starter.js';
import { call } from './in-process.js';
import { ownPlace } from './place.js';

const place = ownPlace(({ put }) => put('a.standoff', starter));

describe('run', () => {
  it('answers by what it is given alone, several at once', async () => {
    const before = process.exitCode;
    const calls = await Promise.all([
      call(['check', 'a.standoff'], { cwd: place.folder }),
      call(['states', '-', '--limit', '1', '--json'], { input: starter }),
      call(['nonsense']),
      call(['check', 'a.standoff'], { cwd: path.dirname(place.folder) }),
      call(['--version']),
      call(['help', 'check']),
      call([]),
    ]);
    expect(calls.map(({ status }) => status)).toEqual([0, 0, 2, 2, 0, 0, 2]);
    const [checked, states, nonsense, elsewhere, version, help, nothing] = calls;
    expect(checked).toMatchObject({ stderr: '' });
    expect(checked.stdout).toMatch(/^a\.standoff: nothing wrong/);
    expect(JSON.parse(states.stdout)).toMatchObject({ schema: 'standoff/states/2' });
    expect(nonsense).toMatchObject({ stdout: '' });
    expect(nonsense.stderr).toContain("unknown command 'nonsense'");
    expect(elsewhere.stderr).toContain('there is no file or folder a.standoff');
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(help.stdout).toContain('Usage: standoff check');
    expect(nothing.stderr).toContain('Usage: standoff');
    expect(process.exitCode).toBe(before);
  });

  it('keeps nothing for the next run', async () => {
    const args = ['analyse', '-', '--json'];
    const first = await call(args, { input: starter });
    await call([...args, '--concepts', 'Nash', '--opponents', 'once', '--only', 'outlook'], {
      input: starter,
    });
    await call([...args, '--limit', '0'], { input: starter });
    expect(await call(args, { input: starter })).toEqual(first);
  });

  it('writes where it is called, and names files as they were given', async () => {
    const cwd = place.at('written');
    mkdirSync(cwd);
    expect(await call(['new'], { cwd })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('wrote written.standoff\n') as string,
    });
    expect(readdirSync(cwd).sort()).toEqual(['.gitignore', 'written.standoff']);
    expect((await call(['new'], { cwd })).stderr).toContain(
      'written.standoff exists already and is left as it is',
    );
    const report = await call(['report', '.', '--out', 'r.md'], { cwd });
    expect(report).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(path.join(cwd, 'r.md'), 'utf8')).toContain('The harbour strike');
    const none = await call(['report', '.', '--out', 'none/r.md'], { cwd });
    expect(none).toEqual({
      status: 2,
      stdout: '',
      stderr: 'standoff: none/r.md cannot be written: there is no folder none\n',
    });
  });

  it('takes width and colour from its outputs and its environment', async () => {
    const told = (columns: number, env: Record<string, string> = {}): ReturnType<typeof call> =>
      call(['analyse', 'a.standoff'], { cwd: place.folder, columns, env });
    expect((await told(60)).stdout).toContain('\u001b[');
    expect((await told(60, { NO_COLOR: '1' })).stdout).not.toContain('\u001b[');
    expect((await told(60, { TERM: 'dumb' })).stdout).not.toBe(
      (await told(100, { TERM: 'dumb' })).stdout,
    );
  });

  it('serves a case until it is stopped', async () => {
    const env = { XDG_STATE_HOME: place.at('state') };
    const whileOpen = async (stdout: string): Promise<void> => {
      const { address } = JSON.parse(stdout) as { address: string };
      expect((await fetch(new URL('/api/case', address))).status).toBe(401);
    };
    const opened = await call(['open', 'a.standoff', '--json'], {
      cwd: place.folder,
      env,
      whileOpen,
    });
    expect(opened).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^standoff: refused GET .api.case: 401/) as string,
    });
    expect(readdirSync(place.at('state/standoff'))).toHaveLength(1);
  });
});
