import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  lstatSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHELLS } from '../src/completion-script.js';
import { starter } from '../src/starter.js';
import { LINE_ANEW } from '../src/terminal.js';
import { buildCommand, type Built } from './built.js';
import { call } from './in-process.js';

let built: Built;
beforeAll(() => {
  built = buildCommand();
});
afterAll(() => {
  built.remove();
});

const UNTIDY = starter.replaceAll('  ', '    ');

function folder(name: string): string {
  const place = path.join(built.folder, name);
  mkdirSync(place);
  return place;
}

/** Free options of indifferent actors: as many states as a long run needs. */
function large(options: number): string {
  const actors = Array.from(
    { length: 5 },
    (_, k) =>
      `actor A${k} { ${Array.from({ length: options / 5 }, (__, o) => `option o${k}${o}`).join(' ')} }`,
  );
  return `situation "Large"\n${actors.join('\n')}\n`;
}

describe('the process', () => {
  it('ends by the signal on Ctrl-C, in the middle of a computation', async () => {
    const place = folder('interrupted');
    writeFileSync(path.join(place, 'a.standoff'), large(20));
    const { code, signal, stderr } = await built.interrupt(['analyse', '.'], { cwd: place });
    expect({ code, signal }).toEqual({ code: null, signal: 'SIGINT' });
    // How much was done, over and over on one line, and nothing else.
    const [before, ...shown] = stderr.split(LINE_ANEW);
    expect(before).toBe('');
    for (const line of shown) expect(line).toMatch(/^\d+ % analysed(, about \d+ (s|min) left)?$/);
  });

  it('ends silently with 0 where its reader has seen enough', () => {
    const place = folder('pipe');
    writeFileSync(path.join(place, 'a.standoff'), large(15));
    const { stdout, stderr } = spawnSync(
      'bash',
      [
        '-c',
        `'${process.execPath}' '${built.script}' states . --json | head -c 1; echo "\${PIPESTATUS[0]}"`,
      ],
      { cwd: place, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(stdout).toBe('{0\n');
  });

  it.runIf(existsSync('/dev/full'))('says that its answer cannot be written', () => {
    const shell = (to: string): ReturnType<typeof spawnSync> =>
      spawnSync('bash', ['-c', `'${process.execPath}' '${built.script}' --help ${to}`], {
        encoding: 'utf8',
      });
    expect(shell('> /dev/full')).toMatchObject({
      status: 2,
      stderr: 'standoff: the answer cannot be written: the disk is full\n',
    });
    expect(shell('> /dev/full 2> /dev/full').status).toBe(2);
  });

  it('reports a fault of its own shortly', () => {
    const { status, stderr } = built.run(['analyse', '-'], {
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
});

describe('format', () => {
  it('leaves a file that is laid out alone', async () => {
    const place = folder('tidy');
    const file = path.join(place, 'a.standoff');
    writeFileSync(file, starter);
    const before = statSync(file);
    expect((await call(['format', '--write', file])).stdout).toBe('');
    expect(statSync(file).ino).toBe(before.ino);
    expect((await call(['format', '--check', file])).status).toBe(0);
  });

  it('replaces a file in one step, with its mode, through a link', async () => {
    const place = folder('untidy');
    const file = path.join(place, 'a.standoff');
    const link = path.join(place, 'link');
    writeFileSync(file, UNTIDY);
    chmodSync(file, 0o640);
    symlinkSync('a.standoff', link);
    expect((await call(['format', '--check', file])).status).toBe(1);
    expect((await call(['format', '--write', link])).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(starter);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(path.join(place, 'link.before'), 'utf8')).toBe(UNTIDY);
    expect(readdirSync(place).sort()).toEqual(['a.standoff', 'link', 'link.before']);
  });

  it('leaves a file with errors alone', async () => {
    const place = folder('broken');
    const file = path.join(place, 'a.standoff');
    writeFileSync(file, 'situation "A" actor {');
    expect((await call(['format', '--write', file])).status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('situation "A" actor {');
  });

  it('prints to standard output', async () => {
    expect((await call(['format', '-'], { input: UNTIDY })).stdout).toBe(starter);
  });
});

describe('new', () => {
  it('writes a situation that is laid out and has nothing wrong', async () => {
    const place = folder('fresh');
    expect((await call(['new'], { cwd: place })).status).toBe(0);
    expect(readdirSync(place).sort()).toEqual(['.gitignore', 'fresh.standoff']);
    expect((await call(['check', '--strict', place])).status).toBe(0);
    expect((await call(['format', '--check', place])).status).toBe(0);
  });

  it('overwrites nothing', async () => {
    const place = folder('taken');
    writeFileSync(path.join(place, '.gitignore'), 'mine');
    expect((await call(['new', place])).status).toBe(0);
    writeFileSync(path.join(place, 'taken.standoff'), 'mine');
    expect((await call(['new', place])).status).toBe(2);
    expect(readFileSync(path.join(place, 'taken.standoff'), 'utf8')).toBe('mine');
    expect(readFileSync(path.join(place, '.gitignore'), 'utf8')).toBe('mine');
  });
});

describe('completion', () => {
  it.each(SHELLS)('for %s names every command', async (shell) => {
    const { stdout, status } = await call(['completion', shell]);
    for (const word of ['check', 'analyse', 'analyze', 'explain', 'states', 'format', 'new'])
      expect(stdout).toContain(word);
    expect(status).toBe(0);
  });

  it.each([
    ['standoff an', 'analyse analyze'],
    ['standoff analyse --stab', '--stability'],
    ['standoff states --concept S', 'SMR SEQ SSEQ SIM'],
    ['standoff completion f', 'fish'],
    ['standoff schema ex', 'explain'],
    ['standoff check ca', 'case.standoff cases'],
  ])('in bash, "%s"', async (line, expected) => {
    const place = path.join(built.folder, `bash-${line.replaceAll(/\W/g, '')}`);
    mkdirSync(path.join(place, 'cases'), { recursive: true });
    writeFileSync(path.join(place, 'case.standoff'), '');
    writeFileSync(path.join(place, 'catalogue.txt'), '');
    writeFileSync(path.join(place, 'completion'), (await call(['completion', 'bash'])).stdout);
    const words = line.split(' ');
    const script = `source ./completion; COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _standoff; echo "\${COMPREPLY[*]}"`;
    const found = execFileSync('bash', ['-c', script], { cwd: place, encoding: 'utf8' });
    expect(found.trim().split(' ').sort()).toEqual(expected.split(' ').sort());
  });
});
