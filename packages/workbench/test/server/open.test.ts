import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
  type FSWatcher,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { versionOf } from '@standoff/case';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { THOROUGH } from '../../../../test/thorough.js';
import { buildOpenCommand, type OpenCommand, type Opened } from './command.js';
import { SITUATION } from './served.js';

let command: OpenCommand;
let folder: string;
let file: string;
let open: Opened | null = null;

beforeAll(() => {
  command = buildOpenCommand();
  mkdirSync(command.app);
  writeFileSync(path.join(command.app, 'index.html'), '<!doctype html>');
});
afterAll(() => command.remove());
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'standoff-open-'));
  file = path.join(folder, 'harbour.standoff');
  writeFileSync(file, SITUATION);
});
afterEach(async () => {
  await open?.end('SIGKILL');
  open = null;
  rmSync(folder, { recursive: true, force: true });
});

const statusOf = async (address: string): Promise<number> =>
  (await fetch(address, { redirect: 'manual' })).status;

async function put(
  { port, cookie }: Opened,
  text: string,
  basedOn: string | null,
): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/api/files/situation`, {
    method: 'PUT',
    headers: { Cookie: await cookie(), 'Content-Type': 'application/json' },
    body: JSON.stringify({ text, basedOn }),
  });
}

test('serves until Ctrl-C, at the same address the next time', async () => {
  open = await command.open([folder]);
  const { address } = open;
  const fits = new Ajv2020({ strict: false }).compile(
    JSON.parse(command.run(['schema', 'open']).stdout) as object,
  );
  expect(fits(JSON.parse(open.line))).toBe(true);
  expect(open.line.trimEnd()).not.toContain('\n');
  expect(await statusOf(address)).toBe(303);
  expect(await open.end('SIGINT')).toBe(0);
  await expect(fetch(address)).rejects.toThrow();
  open = await command.open([file]);
  // The same port, and another code.
  expect(new URL(open.address).origin).toBe(new URL(address).origin);
  expect(open.address).not.toBe(address);
  expect(await statusOf(address)).toBe(401);
  expect(await statusOf(open.address)).toBe(303);
  expect(await statusOf(open.address)).toBe(401);
});

test('ends at once where a page listens', async () => {
  open = await command.open([folder]);
  const stream = await fetch(`http://127.0.0.1:${open.port}/api/changes`, {
    headers: { Cookie: await open.cookie() },
  });
  expect(stream.status).toBe(200);
  expect(await open.end('SIGTERM')).toBe(0);
});

test('another case has another address; the same once more has another port', async () => {
  open = await command.open([folder]);
  const again = await command.open([folder]);
  expect(again.port).not.toBe(open.port);
  expect(await statusOf(again.address)).toBe(303);
  await again.end('SIGINT');
  const run = command.run(['open', folder, '--port', String(open.port)]);
  expect(run.status).toBe(2);
  expect(run.stderr).toContain(`port ${open.port} is in use`);
  expect(run.stdout).toBe('');
});

test('a pipe in place of a file of the case holds neither the server up nor its end', async () => {
  for (const name of ['.gitignore', 'sources.json'])
    execFileSync('mkfifo', [path.join(folder, name)]);
  open = await command.open([folder]);
  const ask = async (address: string, options: RequestInit = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${open!.port}${address}`, {
      ...options,
      headers: { Cookie: await open!.cookie(), 'Content-Type': 'application/octet-stream' },
    });
  const answer = await ask('/api/sources/gazette?name=a.txt', { method: 'PUT', body: 'words' });
  expect([answer.status, await answer.text()]).toEqual([
    403,
    '.gitignore is not a plain file but a pipe',
  ]);
  expect((await ask('/api/sources/gazette')).status).toBe(403);
  expect((await ask('/api/case')).status).toBe(200);
  expect(await open.end('SIGTERM')).toBe(0);
});

test('of two servers of one folder, the one that comes second is told of the first', async () => {
  open = await command.open([folder]);
  const other = await command.open([folder]);
  try {
    let version = versionOf(readFileSync(file));
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all(
        [open, other].map((server, k) => put(server, `${round} by ${k}`, version)),
      );
      const results = (await Promise.all(answers.map((answer) => answer.json()))) as {
        saved: boolean;
        version: string;
        present: { text: string };
      }[];
      const stands = readFileSync(file, 'utf8');
      expect(results.filter(({ saved }) => saved)).toHaveLength(1);
      for (const [k, { saved, present }] of results.entries())
        expect(saved ? `${round} by ${k}` : present.text).toBe(stands);
      version = results.find(({ saved }) => saved)!.version;
    }
    expect(readdirSync(folder)).toEqual(['harbour.standoff']);
  } finally {
    await other.end('SIGTERM');
  }
});

test('a situation with errors is opened all the same', async () => {
  writeFileSync(file, 'situation "Broken" {{{\n');
  open = await command.open([folder]);
  const answer = await fetch(`http://127.0.0.1:${open.port}/api/case`, {
    headers: { Cookie: await open.cookie() },
  });
  expect(await answer.text()).toContain('Broken');
});

test('what is refused is told on standard error, once for many, without the code', async () => {
  open = await command.open([folder]);
  const code = new URL(open.address).searchParams.get('code')!;
  await fetch(`http://127.0.0.1:${open.port}/api/case?code=${code}`);
  for (let n = 0; n < 20; n++) await fetch(`http://127.0.0.1:${open.port}/?code=${code}${n}`);
  await open.end('SIGINT');
  expect(open.errors().split('\n')).toEqual([
    'standoff: refused GET /api/case: 401, this needs the address that “standoff open” printed, with its code',
    'standoff: refused 20 more requests',
    '',
  ]);
});

describe('wrong usage', () => {
  test.each([
    ['a case that is not there', ['no-such-case'], 'there is no file or folder'],
    ['standard input', ['-'], 'cannot be opened'],
    ['a port that is none', ['.', '--port', '70000'], '1 to 65535'],
    ['a privileged word', ['.', '--port', 'http'], '1 to 65535'],
    ['no case', [], "missing required argument 'case'"],
  ])('%s', (_, args, words) => {
    const { status, stdout, stderr } = command.run(['open', ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
  });

  test('a symbolic link out of the folder', () => {
    const other = path.join(folder, 'other');
    mkdirSync(other);
    symlinkSync('../harbour.standoff', path.join(other, 'x.standoff'));
    const { status, stderr } = command.run(['open', other]);
    expect(status).toBe(2);
    expect(stderr).toContain('leads out of the folder of the case');
  });

  test('a workbench that is not built', () => {
    rmSync(command.app, { recursive: true });
    const { status, stderr } = command.run(['open', folder]);
    mkdirSync(command.app);
    writeFileSync(path.join(command.app, 'index.html'), '<!doctype html>');
    expect(status).toBe(3);
    expect(stderr).toContain('the workbench is not built');
    expect(stderr).toContain('npm run build');
  });
});

/** Somebody who may not write, also where the tests are run by one who may do everything. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534 } : {};

test('a folder that may not be written to is opened, and said to be one', async () => {
  chmodSync(command.folder, 0o755);
  chmodSync(folder, 0o555);
  chmodSync(file, 0o444);
  open = await command.open([folder], NOBODY);
  expect(open.writable).toBe(false);
  const { files } = (await (
    await fetch(`http://127.0.0.1:${open.port}/api/case`, {
      headers: { Cookie: await open.cookie() },
    })
  ).json()) as { files: { situation: { version: string } } };
  const answer = await put(open, 'mine', files.situation.version);
  expect(answer.status).toBe(403);
  expect(await answer.text()).toBe('harbour.standoff cannot be written: permission denied');
  expect(readFileSync(file, 'utf8')).toBe(SITUATION);
  chmodSync(folder, 0o755);
  expect(open.errors()).toContain('changes cannot be saved');
});

/** Kills the server at so many changes in the folder: a temporary file made, written, put in place. */
function killedAt(change: number, { process }: Opened): FSWatcher {
  let seen = 0;
  return watch(folder, () => {
    if (++seen === change) process.kill('SIGKILL');
  });
}

test('killed at any moment, the file is the old or the new one, and nothing is left over', async () => {
  let leftovers = 0;
  let acknowledged = 0;
  for (let round = 0; round < 12; round += THOROUGH ? 1 : 3) {
    open = await command.open([folder]);
    expect(readdirSync(folder)).toEqual(['harbour.standoff']);
    // Large enough that writing takes a while, and told apart by every byte.
    const textOf = (n: number): string => `${round}-${n};`.repeat(400_000).slice(0, 3_000_000);
    let stands = readFileSync(file, 'utf8');
    let sent = stands;
    const watcher = killedAt(1 + 2 * round, open);
    const ended = new Promise<void>((resolve) => {
      open!.process.once('exit', () => resolve());
    });
    const saving = (async () => {
      const loaded = await fetch(`http://127.0.0.1:${open.port}/api/case`, {
        headers: { Cookie: await open.cookie() },
      });
      const { files } = (await loaded.json()) as { files: { situation: { version: string } } };
      let { version } = files.situation;
      for (let n = 0; ; n++) {
        sent = textOf(n);
        const answer = await put(open, sent, version);
        ({ version } = (await answer.json()) as { version: string });
        expect(answer.status).toBe(200);
        stands = sent;
        acknowledged++;
      }
    })();
    await expect(saving).rejects.toThrow(/fetch failed|terminated/);
    await ended;
    watcher.close();
    const now = readFileSync(file, 'utf8');
    // What was acknowledged is there, or what was sent after it.
    expect(now === stands || now === sent).toBe(true);
    leftovers += readdirSync(folder).length - 1;
  }
  open = await command.open([folder]);
  expect(readdirSync(folder)).toEqual(['harbour.standoff']);
  console.log(`${acknowledged} saves acknowledged, ${leftovers} in the midst of writing`);
});
