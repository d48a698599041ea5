import fs, {
  chmodSync,
  chownSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  CaseError,
  CaseFolder,
  fillFolder,
  Folder,
  keepText,
  versionOf,
  writeFiles,
} from '../src/index.js';
import { patched } from './faulty-disk.js';
import { makePipe } from './make-pipe.js';

let place: string;
let folder: Folder;
beforeEach(() => {
  place = realpathSync(mkdtempSync(path.join(tmpdir(), 'standoff-folder-')));
  mkdirSync(path.join(place, 'case'));
  put('../private.txt', 'private');
  put('a', 'one\n');
  folder = new Folder(path.join(place, 'case'), '');
});
afterEach(() => {
  rmSync(place, { recursive: true, force: true });
});

const at = (name: string): string => path.join(place, 'case', name);
const put = (name: string, content: string): void => writeFileSync(at(name), content);
const get = (name: string): string => readFileSync(at(name), 'utf8');
const now = (name: string): string | null => {
  const bytes = folder.read(name, 1e6);
  return bytes && versionOf(bytes);
};
const write = (name: string, content: string, basedOn = now(name)): unknown =>
  writeFiles(folder, { name, content, basedOn });

/** What it said; null: nothing was wrong. */
function refusal(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    expect(error.message).not.toContain('\n');
    return `${error.code}: ${error.message}`;
  }
}

/** Things that stand where a file should. */
const OTHERS: readonly (readonly [string, (name: string) => unknown, RegExp])[] = [
  ['a link that leads out', (name) => symlinkSync('../private.txt', at(name)), /leads out/],
  ['a link to a device', (name) => symlinkSync('/dev/zero', at(name)), /leads out/],
  ['a link that leads nowhere', (name) => symlinkSync('../none.txt', at(name)), /leads nowhere/],
  ['a pipe', (name) => makePipe(at(name)), /a plain file but a pipe/],
  ['a folder', (name) => mkdirSync(at(name)), /a file but a folder/],
];

describe.each(OTHERS)('%s', (_, make, message) => {
  it('is neither read nor written', () => {
    make('b');
    expect(refusal(() => folder.read('b', 1e6))).toMatch(message);
    for (const basedOn of [null, 'x', undefined])
      expect(
        refusal(() =>
          writeFiles(folder, {
            name: 'b',
            content: 'x',
            ...(basedOn === undefined ? {} : { basedOn }),
          }),
        ),
      ).toMatch(message);
    expect(get('../private.txt')).toBe('private');
    expect(readdirSync(place)).not.toContain('none.txt');
    expect(readdirSync(at('.'))).toEqual(['a', 'b']);
  });

  it('as .gitignore keeps a text from being added', () => {
    make('.gitignore');
    expect(refusal(() => keepText(folder, 'x', '.txt', Buffer.from('x'), 1e6))).toMatch(message);
    expect(readdirSync(at('.'))).toEqual(['.gitignore', 'a']);
    expect(get('../private.txt')).toBe('private');
  });

  it('as the undo keeps the file from being replaced', () => {
    make('a.before');
    expect(
      refusal(() => writeFiles(folder, { name: 'a', content: 'x', basedOn: now('a'), undo: true })),
    ).toMatch(message);
    expect(get('a')).toBe('one\n');
  });
});

it('follows links within the folder, but keeps no undo through one', () => {
  symlinkSync('a', at('link'));
  write('link', 'two\n');
  expect(get('a')).toBe('two\n');
  expect(lstatSync(at('link')).isSymbolicLink()).toBe(true);
  put('mine', 'mine');
  symlinkSync('mine', at('a.before'));
  expect(
    refusal(() => writeFiles(folder, { name: 'a', content: 'x', basedOn: now('a'), undo: true })),
  ).toMatch(/is a link/);
  expect(get('mine')).toBe('mine');
});

it('does not write through a folder that leads out', () => {
  mkdirSync(path.join(place, 'elsewhere'));
  symlinkSync('../elsewhere', at('sources'));
  expect(refusal(() => keepText(folder, 'x', '.txt', Buffer.from('x'), 1e6))).toMatch(/leads out/);
  expect(refusal(() => write('sources/b', 'x', null))).toMatch(/leads out/);
  expect(refusal(() => folder.names('sources'))).toMatch(/leads out/);
  expect(readdirSync(path.join(place, 'elsewhere'))).toEqual([]);
});

describe('writing', () => {
  it('leaves what somebody else wrote meanwhile', () => {
    const version = now('a');
    put('a', 'theirs');
    expect(refusal(() => write('a', 'mine', version))).toMatch(/^changed: a was changed/);
    rmSync(at('a'));
    expect(refusal(() => write('a', 'mine', version))).toMatch(/^changed: a was removed/);
    put('a', 'theirs');
    expect(refusal(() => write('a', 'mine', null))).toMatch(/^exists: a exists already/);
    expect(get('a')).toBe('theirs');
  });

  it('leaves what somebody else writes between the comparison and a file’s making', () => {
    const end = patched({
      linkSync: (...args) => {
        end();
        put('new', 'theirs');
        fs.linkSync(...(args as [string, string]));
      },
    });
    expect(refusal(() => write('new', 'mine', null))).toMatch(/^exists: new exists already/);
    expect(get('new')).toBe('theirs');
    expect(readdirSync(at('.'))).toEqual(['a', 'new']);
  });

  it('writes none of several where one was changed', () => {
    const writes = ['a', 'b'].map((name) => ({ name, content: 'new', basedOn: now(name) }));
    put('b', 'theirs');
    expect(refusal(() => writeFiles(folder, ...writes))).toMatch(/^exists: b/);
    expect([get('a'), get('b')]).toEqual(['one\n', 'theirs']);
  });

  it('keeps the mode, and a file that is made as asked', () => {
    chmodSync(at('a'), 0o640);
    write('a', 'two');
    writeFiles(folder, { name: 'b', content: 'x', basedOn: null, mode: 0o600 });
    expect([statSync(at('a')).mode & 0o777, statSync(at('b')).mode & 0o777]).toEqual([
      0o640, 0o600,
    ]);
  });

  it.runIf(process.getuid?.() === 0)('keeps the owner, of the undo too', () => {
    chownSync(at('a'), 65_534, 65_533);
    writeFiles(folder, { name: 'a', content: 'two', basedOn: now('a'), undo: true });
    for (const name of ['a', 'a.before']) {
      const { uid, gid } = statSync(at(name));
      expect([uid, gid]).toEqual([65_534, 65_533]);
    }
  });

  it('does not write what is write-protected, whoever asks', () => {
    chmodSync(at('a'), 0o444);
    expect(refusal(() => write('a', 'two'))).toBe(
      'unwritable: a cannot be written: permission denied',
    );
    expect(refusal(() => writeFiles(folder, { name: 'a', content: 'two' }))).toMatch(
      /permission denied/,
    );
    expect(get('a')).toBe('one\n');
  });

  it.each([
    ['\uFEFFone\r\ntwo\r\n', '\uFEFF1\r\n2\r\n'],
    ['\uFEFFone\n', '\uFEFF1\n2\n'],
    ['one\r\ntwo\n', '1\n2\n'],
    ['one', '1\n2\n'],
    ['', '1\n2\n'],
  ])('keeps the byte order mark and the line ends of %j', (before, after) => {
    put('a', before);
    write('a', '1\n2\n');
    expect(get('a')).toBe(after);
  });

  it('keeps the text before, once', () => {
    for (const content of ['two', 'three'])
      writeFiles(folder, { name: 'a', content, basedOn: now('a'), undo: true });
    expect([get('a'), get('a.before')]).toEqual(['three', 'two']);
    expect(readdirSync(at('.'))).toEqual(['a', 'a.before']);
  });

  it.each([230, 240, 255])('does it for a name of %i letters', (length) => {
    const name = 'n'.repeat(length);
    write(name, 'one', null);
    write(name, 'two');
    expect(get(name)).toBe('two');
  });

  it('says that a name is too long', () => {
    const name = 'n'.repeat(256);
    expect(refusal(() => write(name, 'x', null))).toMatch(/the name is too long$/);
    expect(refusal(() => folder.read(name, 1e6))).toMatch(/the name is too long$/);
    const [most, copy] = ['n'.repeat(255), { undo: true } as const];
    write(most, 'one', null);
    expect(
      refusal(() => writeFiles(folder, { name: most, content: 'x', basedOn: now(most), ...copy })),
    ).toMatch(/too long$/);
    expect(get(most)).toBe('one');
  });

  it('does not make a folder anew that is gone', () => {
    const text = keepText(folder, 'x', '.txt', Buffer.from('x'), 1e6);
    rmSync(at('.'), { recursive: true });
    expect(refusal(() => writeFiles(folder, ...text.writes))).toMatch(/its folder is gone$/);
    expect(refusal(() => write('a', 'x', null))).toMatch(/its folder is gone$/);
    expect(folder.read('a', 1e6)).toBeNull();
    expect(readdirSync(place)).toEqual(['private.txt']);
  });

  it('works where there are no links', () => {
    const none = (): never => {
      throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
    };
    const end = patched({ linkSync: none, symlinkSync: none });
    try {
      write('a', 'two');
      write('b', 'two', null);
      expect(refusal(() => write('b', 'three', null))).toMatch(/^exists/);
    } finally {
      end();
    }
    expect([get('a'), get('b'), readdirSync(at('.'))]).toEqual(['two', 'two', ['a', 'b']]);
  });

  it('of a folder that cannot be filled leaves none', () => {
    const fill = (into: Folder): never => {
      expect(into.names()).toEqual([]);
      throw new CaseError('unwritable', 'x');
    };
    expect(refusal(() => fillFolder(at('new'), fill))).toBe('unwritable: x');
    expect(refusal(() => fillFolder(at('a'), fill))).toMatch(/is a file, not a folder$/);
    expect(readdirSync(at('.'))).toEqual(['a']);
  });
});

describe('reading', () => {
  it('refuses what is too large, also where it grows meanwhile', () => {
    expect(refusal(() => folder.read('a', 3))).toMatch(/^file-too-large: a is larger than/);
    const end = patched({ fstatSync: () => Object.assign(statSync(at('a')), { size: 1 }) });
    expect(refusal(() => folder.read('a', 3))).toMatch(/^file-too-large/);
    end();
  });

  it('refuses a pipe that took the place of a file', () => {
    const end = patched({
      openSync: (...args) => {
        end();
        rmSync(at('a'));
        makePipe(at('a'));
        return fs.openSync(...(args as [string, number]));
      },
    });
    expect(refusal(() => folder.read('a', 1e6))).toMatch(/^not-a-file/);
  });

  it('refuses names that are none', () => {
    expect(refusal(() => folder.read('a\0b', 1e6))).toMatch(/a zero byte$/);
    expect(refusal(() => folder.read('../private.txt', 1e6))).toMatch(/leads out/);
    expect(refusal(() => folder.read('.', 1e6))).toMatch(/a folder$|leads out/);
  });
});

describe('what others left', () => {
  const [dead, here] = [2 ** 22 + 1, process.ppid];
  const old = new Date(0);
  const temporary = (mark: string): string => `.standoff.${mark}.tmp`;
  let waits = 0;
  // A lock that somebody holds is waited for: not here, where nobody lets go of it.
  beforeEach(() => {
    waits = 0;
    vi.spyOn(Atomics, 'wait').mockImplementation(() => {
      waits += 1;
      return 'timed-out';
    });
  });
  afterEach(() => void vi.restoreAllMocks());

  it('is removed where nobody works at it any more, in the folder of texts too', () => {
    mkdirSync(at('sources'));
    const gone = [`${dead}-01234567`, `${process.pid}-01234567`].map(temporary);
    const kept = [`${here}-01234567`, `${dead}-01234567-00000000`].map(temporary);
    const long = `${dead}-89abcdef-00000000`;
    for (const name of [...gone, ...kept, temporary(long), `sources/${gone[0]}`]) put(name, 'half');
    utimesSync(at(temporary(long)), old, old);
    symlinkSync(`${dead}-01234567`, at('.standoff-lock'));
    symlinkSync(`${dead}-01234567`, at('.standoff-lock-01234567'));
    new Folder(at('.'));
    expect(readdirSync(at('.')).sort()).toEqual([...kept, 'a', 'sources'].sort());
    expect(readdirSync(at('sources'))).toEqual([]);
  });

  it('is respected where somebody may, and told', () => {
    symlinkSync(`${here}-01234567`, at('.standoff-lock'));
    expect(refusal(() => write('a', 'two'))).toBe(
      `busy: a is being written by another program (process ${here}) and is left as it is`,
    );
    expect(readdirSync(at('.'))).toEqual(['.standoff-lock', 'a']);
    expect(waits).toBeGreaterThan(100);
  });

  it.each(['a link', 'a pipe', 'a file'])(
    '%s in place of a lock is in nobody’s way for long',
    (kind) => {
      const lock = at('.standoff-lock');
      if (kind === 'a link') symlinkSync('../private.txt', lock);
      else if (kind === 'a pipe') makePipe(lock);
      else put('.standoff-lock', 'x');
      expect(refusal(() => write('a', 'two'))).toMatch(/^busy/);
      lutimesSync(lock, old, old);
      write('a', 'two');
      expect([get('a'), get('../private.txt'), readdirSync(at('.'))]).toEqual([
        'two',
        'private',
        ['a'],
      ]);
    },
  );
});

it('a text is kept beside the one that lies there, and beside another of the same beginning', () => {
  const keep = (text: string): void =>
    void writeFiles(folder, ...keepText(folder, 'x', '.txt', Buffer.from(text), 1e6).writes);
  keep('one');
  const first = versionOf(Buffer.from('one'));
  put(`sources/x.${first.slice(0, 8)}.txt`, 'mine');
  keep('two');
  expect(get('sources/x.txt')).toBe('two');
  expect(get(`sources/x.${first.slice(0, 8)}.txt`)).toBe('mine');
  expect(get(`sources/x.${first.slice(0, 16)}.txt`)).toBe('one');
  expect(keepText(folder, 'x', '.txt', Buffer.from('two'), 1e6).writes).toEqual([]);
});

it('a save that is asked for again is done', () => {
  const served = new CaseFolder(at('a'));
  const before = served.read('situation')!.version;
  const first = served.save('situation', 'two', before);
  expect(served.save('situation', 'two', before)).toEqual(first);
  expect(served.save('situation', 'three', before)).toEqual({
    saved: false,
    present: { text: 'two', version: versionOf(Buffer.from('two')) },
  });
});
