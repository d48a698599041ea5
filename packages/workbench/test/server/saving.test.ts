import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CaseFolder } from '@standoff/case';
import { keepAddress, keptAddress, newSecret } from '@standoff/workbench/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serveTemporary, SITUATION, type Served } from './served.js';

interface Answer {
  readonly saved: boolean;
  readonly version: string;
  readonly present: { readonly text: string; readonly version: string } | null;
}

let served: Served;
beforeEach(async () => {
  served = await serveTemporary();
});
afterEach(() => served.close());

async function versionOf(name: string): Promise<string> {
  const { files } = (await (await served.ask('/api/case')).json()) as {
    files: Record<string, { version: string }>;
  };
  return files[name].version;
}

async function save(name: string, text: string, basedOn: string | null): Promise<Answer> {
  return (await (await served.save(name, { text, basedOn })).json()) as Answer;
}

/** What the server tells a page that listens, from now on. */
async function listen(): Promise<{
  next(): Promise<Record<string, string | null>>;
  stop(): Promise<void>;
}> {
  const stream = (await served.ask('/api/changes')).body!.getReader();
  let kept = '';
  return {
    async next() {
      while (!kept.includes('\n\n')) {
        const { value, done } = await stream.read();
        if (done) throw new Error('the server hung up');
        kept += new TextDecoder().decode(value);
      }
      const [event = '', ...rest] = kept.split('\n\n');
      kept = rest.join('\n\n');
      return JSON.parse(event.replace(/^data: /, '')) as Record<string, string | null>;
    },
    stop: () => stream.cancel(),
  };
}

describe('saving', () => {
  test('replaces a file that is what the text was made from', async () => {
    chmodSync(served.file, 0o640);
    const first = await save('situation', 'situation "Two"\n', await versionOf('situation'));
    expect(first.saved).toBe(true);
    expect(readFileSync(served.file, 'utf8')).toBe('situation "Two"\n');
    expect(statSync(served.file).mode & 0o777).toBe(0o640);
    expect(await versionOf('situation')).toBe(first.version);
    const second = await save('situation', 'situation "Three"\n', first.version);
    expect(second.saved).toBe(true);
    expect(readdirSync(served.folder)).toEqual(['harbour.standoff']);
  });

  test('leaves a file that somebody else changed, and gives what stands there', async () => {
    const version = await versionOf('situation');
    writeFileSync(served.file, 'situation "Theirs"\n');
    const answer = await served.save('situation', { text: 'mine', basedOn: version });
    expect(answer.status).toBe(409);
    const { saved, present } = (await answer.json()) as Answer;
    expect(saved).toBe(false);
    expect(present!.text).toBe('situation "Theirs"\n');
    expect(readFileSync(served.file, 'utf8')).toBe('situation "Theirs"\n');
    expect((await save('situation', 'mine', present!.version)).saved).toBe(true);
  });

  test('says that a file is gone, and puts it there again when asked to', async () => {
    const version = await versionOf('situation');
    rmSync(served.file);
    expect(await save('situation', 'mine', version)).toEqual({ saved: false, present: null });
    expect((await served.ask('/api/case')).status).toBe(404);
    expect((await save('situation', 'mine', null)).saved).toBe(true);
    expect(readFileSync(served.file, 'utf8')).toBe('mine');
  });

  test('files beside the situation come into being', async () => {
    const { version } = await save('variants.json', '{"a":1}', null);
    expect(readFileSync(path.join(served.folder, 'variants.json'), 'utf8')).toBe('{"a":1}');
    expect(await versionOf('variants.json')).toBe(version);
    expect((await save('variants.json', '{}', null)).saved).toBe(false);
  });

  test('of two at once, one is told of the other', async () => {
    const version = await versionOf('situation');
    const answers = await Promise.all(
      [...'abcdefgh'].map((text) => save('situation', text, version)),
    );
    expect(answers.filter(({ saved }) => saved)).toHaveLength(1);
    const stands = readFileSync(served.file, 'utf8');
    for (const { saved, present } of answers) if (!saved) expect(present!.text).toBe(stands);
  });

  test('keeps line ends and a byte order mark as they are', async () => {
    writeFileSync(served.file, '\uFEFFsituation "Two"\r\n');
    const answer = (await (await served.ask('/api/case')).json()) as {
      files: { situation: { text: string; version: string } };
    };
    expect(answer.files.situation.text).toBe('situation "Two"\r\n');
    await save('situation', 'situation "2"\r\n', answer.files.situation.version);
    expect(readFileSync(served.file, 'utf8')).toBe('\uFEFFsituation "2"\r\n');
  });

  test('follows a link that stays in the folder', async () => {
    renameSync(served.file, path.join(served.folder, 'kept.txt'));
    symlinkSync('kept.txt', served.file);
    expect((await save('situation', 'mine', await versionOf('situation'))).saved).toBe(true);
    expect(readFileSync(path.join(served.folder, 'kept.txt'), 'utf8')).toBe('mine');
  });

  test('what is no text is said to be none', async () => {
    writeFileSync(served.file, Buffer.from([0x66, 0xfc, 0x72]));
    const answer = await served.ask('/api/case');
    expect(answer.status).toBe(422);
    expect(await answer.text()).toBe('harbour.standoff is not UTF-8');
  });
});

describe('changes', () => {
  test('by another program are told, however it writes', async () => {
    const page = await listen();
    const first = await page.next();
    expect(first).toMatchObject({
      situation: await versionOf('situation'),
      'annotations.json': null,
    });
    writeFileSync(served.file, 'situation "Written over"\n');
    expect(await page.next()).toEqual({ situation: await versionOf('situation') });
    writeFileSync(`${served.file}.new`, 'situation "Renamed"\n');
    renameSync(`${served.file}.new`, served.file);
    expect(await page.next()).toEqual({ situation: await versionOf('situation') });
    writeFileSync(path.join(served.folder, 'annotations.json'), '{}');
    expect(await page.next()).toEqual({ 'annotations.json': await versionOf('annotations.json') });
    rmSync(served.file);
    expect(await page.next()).toEqual({ situation: null });
    await page.stop();
  });

  test('are told when the folder itself is replaced', async () => {
    const page = await listen();
    await page.next();
    renameSync(served.folder, `${served.folder}.old`);
    mkdirSync(served.folder);
    writeFileSync(served.file, 'situation "Checked out"\n');
    const told = await page.next();
    expect(told['situation'] ?? (await page.next())['situation']).toBe(
      await versionOf('situation'),
    );
    await page.stop();
  });

  test('by one page are told to another', async () => {
    const pages = [await listen(), await listen()];
    for (const page of pages) await page.next();
    const { version } = await save('situation', 'mine', await versionOf('situation'));
    for (const page of pages) expect(await page.next()).toEqual({ situation: version });
    for (const page of pages) await page.stop();
  });

  test('a file that is written again as it was is none', async () => {
    const page = await listen();
    await page.next();
    writeFileSync(served.file, SITUATION);
    writeFileSync(path.join(served.folder, 'other.txt'), 'x');
    // What is written after it is told alone, and told by the same watching.
    writeFileSync(path.join(served.folder, 'variants.json'), '{}');
    expect(await page.next()).toEqual({ 'variants.json': await versionOf('variants.json') });
    await page.stop();
  });
});

describe('texts of sources', () => {
  const add = (id: string, name: string, body: BodyInit): Promise<Response> =>
    served.ask(`/api/sources/${id}?name=${encodeURIComponent(name)}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/octet-stream' },
      body,
    });

  test('are kept under the name of the source, out of git, and given back', async () => {
    expect((await served.ask('/api/sources/gazette')).status).toBe(204);
    const bytes = new Uint8Array([0, 255, 10, 13]);
    const added = await add('gazette', '/home/me/An Article.PDF', bytes);
    expect(await added.json()).toEqual({ file: 'sources/gazette.pdf' });
    const answer = await served.ask('/api/sources/gazette');
    expect(answer.headers.get('standoff-name')).toBe('gazette.pdf');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(readFileSync(path.join(served.folder, '.gitignore'), 'utf8')).toContain('sources/\n');
  });

  test('another text of the name is kept beside it', async () => {
    await add('gazette', 'a.txt', 'one');
    await add('gazette', 'b.txt', 'two');
    const names = readdirSync(path.join(served.folder, 'sources')).sort();
    expect(names).toHaveLength(2);
    expect(names[0]).toMatch(/^gazette\.[0-9a-f]{8}\.txt$/);
    expect(readFileSync(path.join(served.folder, 'sources', names[0]), 'utf8')).toBe('one');
    expect(await (await served.ask('/api/sources/gazette')).text()).toBe('two');
  });

  test('are not kept in a folder that is gone, which is not made anew', async () => {
    rmSync(served.folder, { recursive: true });
    const answer = await add('gazette', 'a.txt', 'one');
    expect([answer.status, await answer.text()]).toEqual([
      403,
      'sources/gazette.txt cannot be written: its folder is gone',
    ]);
    expect((await served.save('situation', { text: 'x', basedOn: null })).status).toBe(403);
    expect(existsSync(served.folder)).toBe(false);
  });

  test.each(['no-ending', '.txt', 'a.', 'a.t/x', 'a.averylongending'])(
    'the name %s will not do',
    async (name) => {
      expect((await add('gazette', name, 'x')).status).toBe(400);
      expect(existsSync(path.join(served.folder, 'sources'))).toBe(false);
    },
  );
});

test('what killed writers left is removed, what living ones write is not', () => {
  const left = (owner: number): string =>
    path.join(served.folder, `.harbour.standoff.${owner}-0123abcd.tmp`);
  // No process has a number that is larger than the system's largest.
  const [dead, living, own] = [left(2 ** 22 + 1), left(process.ppid), left(process.pid)];
  for (const name of [dead, living, own, path.join(served.folder, '.mine.tmp')])
    writeFileSync(name, 'half');
  new CaseFolder(served.file);
  expect([dead, own].filter((name) => existsSync(name))).toEqual([]);
  expect(existsSync(living)).toBe(true);
  expect(existsSync(path.join(served.folder, '.mine.tmp'))).toBe(true);
});

test('an address is kept for the user alone, and a broken one is as none', () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'standoff-state-')), 'standoff');
  const address = { port: 40_000, key: newSecret() };
  expect(keptAddress(folder, 'a')).toBeNull();
  keepAddress(folder, 'a', address);
  expect(keptAddress(folder, 'a')).toEqual(address);
  expect(keptAddress(folder, 'b')).toBeNull();
  const file = path.join(folder, 'open-a.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const broken of ['', '{', '{}', '{"port":0,"key":""}', '{"port":40000,"key":"short"}']) {
    writeFileSync(file, broken);
    expect(keptAddress(folder, 'a')).toBeNull();
  }
  // One that others could read is none either, and is made anew for the user alone.
  keepAddress(folder, 'a', address);
  chmodSync(file, 0o644);
  expect(keptAddress(folder, 'a')).toBeNull();
  keepAddress(folder, 'a', address);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(keptAddress(folder, 'a')).toEqual(address);
  rmSync(path.dirname(folder), { recursive: true });
});
