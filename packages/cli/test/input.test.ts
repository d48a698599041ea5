import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { starter } from '../src/starter.js';
import { call } from './in-process.js';
import { ownPlace } from './place.js';

const place = ownPlace();

/** More states than a megabyte is for. */
const MANY = `situation "Many" actor A { ${Array.from({ length: 20 }, (_, k) => `option o${k}`).join(' ')} }`;

describe('input', () => {
  it('is a file, a folder with one situation, or standard input, with the same answer', async () => {
    const file = place.put('one/case.standoff', starter);
    const answers = [
      await call(['analyse', file, '--json']),
      await call(['analyse', path.dirname(file), '--json']),
      await call(['analyze', '-', '--json'], { input: starter }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1);
  });

  it('may have Windows line ends and a byte order mark', async () => {
    const text = starter.replaceAll('\n', '\r\n');
    const { status, stdout } = await call(['check', '-'], { input: `\ufeff${text}` });
    expect(stdout).toContain('stdin: nothing wrong');
    expect(status).toBe(0);
  });

  it.each(['le', 'be'])('in UTF-16 %s is refused', async (order) => {
    const bytes = Buffer.from(`\ufeff${starter}`, 'utf16le');
    const { status, stderr } = await call(['check', '-'], {
      input: order === 'le' ? bytes : bytes.swap16(),
    });
    expect(stderr).toContain('stdin is UTF-16; a situation is UTF-8');
    expect(status).toBe(2);
  });

  it('over 5 MB is refused, from a file and from standard input', async () => {
    const large = Buffer.alloc(50_000_000, '# comment\n');
    const file = place.put('large.standoff', large);
    for (const { status, stderr } of [
      await call(['analyse', file]),
      await call(['analyse', '-'], { input: large }),
    ]) {
      expect(stderr).toContain('larger than 5 MB, the most a situation may be');
      expect(status).toBe(2);
    }
  });

  it('deeply nested is answered, not crashed on', async () => {
    const deep = `situation "Deep" actor A { option a prefers { ${'('.repeat(20_000)}a${')'.repeat(20_000)} } }`;
    const { status, stderr } = await call(['analyse', '-'], { input: deep });
    expect(status).toBe(1);
    expect(stderr).not.toMatch(/internal error|\n\s+at /);
  });
});

describe('one JSON document on standard output', () => {
  it.each([
    [['check'], 'standoff/check/2'],
    [['analyse'], 'standoff/analysis/2'],
    [['analyse', '--stability'], 'standoff/analysis/2'],
    [['explain'], 'standoff/explain/2'],
    [['explain', '--actor', 'Port', '--concept', 'seq'], 'standoff/explain/2'],
    [['states', '--equilibria'], 'standoff/states/2'],
    [['format'], 'standoff/format/2'],
  ])('from %j', async (args, schema) => {
    const { status, stdout, stderr } = await call([...args, '-', '--json'], { input: starter });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ schema });
    expect(status).toBe(0);
  });

  it.each([
    [['analyse', 'nowhere', '--json'], 2],
    [['analyse', '--json'], 2],
    [['analyse', '-', '--nonsense', '--json'], 2],
    [['nonsense', '--json'], 2],
    [['states', '-', '--where', 'and', '--json'], 2],
    [['robustness', '-', '--memory', '1MB', '--json'], 1, MANY],
  ])('for the error of %j', async (args, exit, input = starter) => {
    const { status, stdout, stderr } = await call(args, { input });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'standoff/error/2', diagnostics: [] });
    expect(status).toBe(exit);
  });
});

describe('states', () => {
  it.each([
    [[], 6],
    [['--equilibria'], 2],
    [['--concept', 'Nash'], 1],
    [['--scenario', 'deadlock'], 2],
    [['--taken', 'strike', '--not-taken', 'Port.hire,raise'], 1],
    [['--where', 'settlement or hire', '--limit', '2'], 3],
    [['--reachable', 'improvements'], 3],
  ])('with %j', async (filter, matching) => {
    const { stdout } = await call(['states', '-', '--json', ...filter], { input: starter });
    expect(JSON.parse(stdout)).toMatchObject({ matching });
  });
});

describe('colour', () => {
  it('is used on request only, and never with NO_COLOR', async () => {
    const coloured = async (env: Record<string, string>): Promise<boolean> =>
      (await call(['analyse', '-'], { input: starter, env })).stdout.includes('\u001b[');
    expect(await coloured({})).toBe(false);
    expect(await coloured({ FORCE_COLOR: '1' })).toBe(true);
    expect(await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  });
});
