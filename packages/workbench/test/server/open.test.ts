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
import { pathToFileURL } from 'node:url';
import { versionOf } from '@standoff/case';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { THOROUGH } from '../../../../test/thorough.js';
import { makePipe } from '../../../case/test/make-pipe.js';
import { call } from '../../../cli/test/in-process.js';
import {
  buildOpenCommand,
  openHere,
  type OpenCommand,
  type OpenedApart,
  type OpenedHere,
} from './command.js';
import { SITUATION } from './served.js';

let command: OpenCommand;
let folder: string;
let file: string;
/** The server of a test, which may have ended it. */
let apart: OpenedApart | null = null;
let here: OpenedHere | null = null;

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
  await apart?.end('SIGKILL');
  apart = null;
  await here?.close();
  here = null;
  rmSync(folder, { recursive: true, force: true });
});

const statusOf = async (address: string): Promise<number> =>
  (await fetch(address, { redirect: 'manual' })).status;

/** Opens it in this process. */
const opened = (...args: string[]): Promise<OpenedHere> =>
  openHere(args, { app: command.app, state: path.join(command.folder, 'state') });

async function put(
  { port, cookie }: OpenedApart,
  text: string,
  basedOn: string | null,
): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/api/files/situation`, {
    method: 'PUT',
    headers: { Cookie: await cookie(), 'Content-Type': 'application/json' },
    body: JSON.stringify({ text, basedOn }),
  });
}

// A process: signals, and a port that is free again.
test('serves until Ctrl-C, at the same address the next time', async () => {
  apart = await command.open([folder]);
  const { address } = apart;
  const fits = new Ajv2020({ strict: false }).compile(
    JSON.parse((await call(['schema', 'open'])).stdout) as object,
  );
  expect(fits(JSON.parse(apart.line))).toBe(true);
  expect(apart.line.trimEnd()).not.toContain('\n');
  expect(await statusOf(address)).toBe(303);
  expect(await apart.end('SIGINT')).toBe(0);
  await expect(fetch(address)).rejects.toThrow();
  apart = await command.open([file]);
  // The same port, and another code.
  expect(new URL(apart.address).origin).toBe(new URL(address).origin);
  expect(apart.address).not.toBe(address);
  expect(await statusOf(address)).toBe(401);
  expect(await statusOf(apart.address)).toBe(303);
  expect(await statusOf(apart.address)).toBe(401);
});

test('ends at once where a page listens', async () => {
  here = await opened(folder);
  const stream = await fetch(`http://127.0.0.1:${here.port}/api/changes`, {
    headers: { Cookie: await here.cookie() },
  });
  expect(stream.status).toBe(200);
  expect(await here.close()).toMatchObject({ status: 0, stderr: '' });
});

test('another case has another address; the same once more has another port', async () => {
  here = await opened(folder);
  const again = await opened(folder);
  expect(again.port).not.toBe(here.port);
  expect(await statusOf(again.address)).toBe(303);
  await again.close();
  const run = await call(['open', folder, '--port', String(here.port)], {
    app: pathToFileURL(`${command.app}${path.sep}`),
  });
  expect(run.status).toBe(2);
  expect(run.stderr).toContain(`port ${here.port} is in use`);
  expect(run.stdout).toBe('');
});

// A process: it does not end while one of its threads waits for the pipe.
test('a pipe in place of a file of the case holds neither the server up nor its end', async () => {
  for (const name of ['.gitignore', 'sources.json']) makePipe(path.join(folder, name));
  apart = await command.open([folder]);
  const ask = async (address: string, options: RequestInit = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${apart!.port}${address}`, {
      ...options,
      headers: { Cookie: await apart!.cookie(), 'Content-Type': 'application/octet-stream' },
    });
  const answer = await ask('/api/sources/gazette?name=a.txt', { method: 'PUT', body: 'words' });
  expect([answer.status, await answer.text()]).toEqual([
    403,
    '.gitignore is not a plain file but a pipe',
  ]);
  expect((await ask('/api/sources/gazette')).status).toBe(403);
  expect((await ask('/api/case')).status).toBe(200);
  expect(await apart.end('SIGTERM')).toBe(0);
});

// Two processes: in one, no write of a file comes between those of another.
test('of two servers of one folder, the one that comes second is told of the first', async () => {
  apart = await command.open([folder]);
  const other = await command.open([folder]);
  try {
    let version = versionOf(readFileSync(file));
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all(
        [apart, other].map((server, k) => put(server, `${round} by ${k}`, version)),
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
  here = await opened(folder);
  const answer = await fetch(`http://127.0.0.1:${here.port}/api/case`, {
    headers: { Cookie: await here.cookie() },
  });
  expect(await answer.text()).toContain('Broken');
});

test('what is refused is told on standard error, once for many, without the code', async () => {
  here = await opened(folder);
  const code = new URL(here.address).searchParams.get('code')!;
  await fetch(`http://127.0.0.1:${here.port}/api/case?code=${code}`);
  for (let n = 0; n < 20; n++) await fetch(`http://127.0.0.1:${here.port}/?code=${code}${n}`);
  expect((await here.close()).stderr.split('\n')).toEqual([
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
  ])('%s', async (_, args, words) => {
    const { status, stdout, stderr } = await call(['open', ...args], { cwd: folder });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
  });

  test('a symbolic link out of the folder', async () => {
    const other = path.join(folder, 'other');
    mkdirSync(other);
    symlinkSync('../harbour.standoff', path.join(other, 'x.standoff'));
    const { status, stderr } = await call(['open', other]);
    expect(status).toBe(2);
    expect(stderr).toContain('leads out of the folder of the case');
  });

  test('a workbench that is not built', async () => {
    const { status, stderr } = await call(['open', folder], {
      app: pathToFileURL(path.join(folder, 'no-app/')),
    });
    expect(status).toBe(3);
    expect(stderr).toContain('the workbench is not built');
    expect(stderr).toContain('npm run build');
  });
});

/** Somebody who may not write, also where the tests are run by one who may do everything. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534 } : {};

// A process, of another user.
test('a folder that may not be written to is opened, and said to be one', async () => {
  chmodSync(command.folder, 0o755);
  chmodSync(folder, 0o555);
  chmodSync(file, 0o444);
  apart = await command.open([folder], NOBODY);
  expect(apart.writable).toBe(false);
  const { files } = (await (
    await fetch(`http://127.0.0.1:${apart.port}/api/case`, {
      headers: { Cookie: await apart.cookie() },
    })
  ).json()) as { files: { situation: { version: string } } };
  const answer = await put(apart, 'mine', files.situation.version);
  expect(answer.status).toBe(403);
  expect(await answer.text()).toBe('harbour.standoff cannot be written: permission denied');
  expect(readFileSync(file, 'utf8')).toBe(SITUATION);
  chmodSync(folder, 0o755);
  expect(apart.errors()).toContain('changes cannot be saved');
});

/** Kills the server at so many changes in the folder: a temporary file made, written, put in place. */
function killedAt(change: number, { process }: OpenedApart): FSWatcher {
  let seen = 0;
  return watch(folder, () => {
    if (++seen === change) process.kill('SIGKILL');
  });
}

// A process, since it is killed.
test('killed at any moment, the file is the old or the new one, and nothing is left over', async () => {
  let leftovers = 0;
  let acknowledged = 0;
  for (let round = 0; round < 12; round += THOROUGH ? 1 : 3) {
    apart = await command.open([folder]);
    expect(readdirSync(folder)).toEqual(['harbour.standoff']);
    // Large enough that writing takes a while, and told apart by every byte.
    const textOf = (n: number): string => `${round}-${n};`.repeat(400_000).slice(0, 3_000_000);
    let stands = readFileSync(file, 'utf8');
    let sent = stands;
    const watcher = killedAt(1 + 2 * round, apart);
    const ended = new Promise<void>((resolve) => {
      apart!.process.once('exit', () => resolve());
    });
    const saving = (async () => {
      const loaded = await fetch(`http://127.0.0.1:${apart.port}/api/case`, {
        headers: { Cookie: await apart.cookie() },
      });
      const { files } = (await loaded.json()) as { files: { situation: { version: string } } };
      let { version } = files.situation;
      for (let n = 0; ; n++) {
        sent = textOf(n);
        const answer = await put(apart, sent, version);
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
  apart = await command.open([folder]);
  expect(readdirSync(folder)).toEqual(['harbour.standoff']);
  console.log(`${acknowledged} saves acknowledged, ${leftovers} in the midst of writing`);
});
