import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { ReadWithAnswer } from '../../src/commands/read-with.js';
import { call } from '../in-process.js';
import { schemaFaults } from '../schema-faults.js';
import { emptyCase, STATEMENTS } from './strait.js';

/** A server made for the test, which says the same to everything. */
async function drafting(
  content: string,
  use: (url: string) => Promise<void>,
  meanwhile = (): void => undefined,
): Promise<void> {
  const server = createServer((_, response) => {
    meanwhile();
    response.end(JSON.stringify({ choices: [{ message: { content } }] }));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const BRIEF = ['read', 'article.txt', '--for', 'strait.standoff'];

it('takes of a server what stands in the text, and writes it where asked to', async () => {
  const { folder, situation } = await emptyCase();
  const wrong = { kind: 'actor', quote: 'Brel has surrendered', name: 'Brel', label: 'Brel' };
  const statements = [STATEMENTS[0], wrong, ...STATEMENTS.slice(1, 7), 'surrender'];
  await drafting(JSON.stringify({ statements }), async (url) => {
    const before = situation();
    const shown = await call([...BRIEF, '--with', url, '--json'], { cwd: folder });
    expect(shown).toMatchObject({ status: 0, stderr: '' });
    const answer = JSON.parse(shown.stdout) as ReadWithAnswer;
    expect(await schemaFaults(answer)).toEqual([]);
    expect(answer).toMatchObject({
      source: 'gazette',
      unusable: 1,
      written: false,
      refused: [{ n: 2, code: 'quote-nowhere' }],
    });
    expect(answer.right).toHaveLength(7);
    expect(answer.right[3]).toEqual({
      line: 'option close "Keep the harbour closed" taken @gazette:P1#s4',
      within: 'Arden',
    });
    expect(situation()).toBe(before);
    const told = await call([...BRIEF, '--with', url, '--write'], { cwd: folder });
    expect(told).toMatchObject({ status: 0, stderr: '' });
    expect(told.stdout).toContain('the text before is kept in strait.standoff.before');
    expect(situation()).toContain('option gunboat "Send a gunboat"');
    expect(readFileSync(path.join(folder, 'annotations.json'), 'utf8')).toContain('gunboat');
  });
  expect(await call(['source', 'check', 'strait.standoff'], { cwd: folder })).toMatchObject({
    status: 0,
  });
});

it('takes no line that is more than one, and keeps no statement of what it does not take', async () => {
  const { folder, situation } = await emptyCase();
  const quote = 'Arden closed its harbour';
  const actor = { kind: 'actor', quote, name: 'Arden', label: 'Arden"} actor Evil {\n}' };
  const other = { ...actor, quote: 'Brel can open the strait' };
  const statements = [
    actor,
    { ...other, name: 'Brel {} actor Evil' },
    { ...other, kind: 'wants', actor: 'Arden', what: 'x } } actor Evil { option y' },
    { ...other, kind: 'element', line: 'never a actor Evil "Evil"' },
    { ...other, kind: 'left out', label: 'L" # x', because: '"} actor Evil' },
  ];
  await drafting(JSON.stringify({ statements }), async (url) => {
    const { status, stdout } = await call([...BRIEF, '--with', url, '--write', '--json'], {
      cwd: folder,
    });
    const { right, refused } = JSON.parse(stdout) as ReadWithAnswer;
    expect([status, right.length]).toEqual([0, 2]);
    expect(refused).toMatchObject([
      { n: 2, code: 'bad-name' },
      { n: 3, code: 'no-expression' },
      { n: 4, code: 'ill-written' },
    ]);
  });
  expect(situation()).not.toMatch(/^\s*actor Evil/mu);
  const { stdout } = await call(['model', folder, '--json']);
  expect((JSON.parse(stdout) as { actors: unknown[] }).actors).toHaveLength(1);
  const kept = readFileSync(path.join(folder, 'annotations.json'), 'utf8');
  expect([...kept.matchAll(/"id": "(s\d+)"/g)].map(([, id]) => id)).toEqual(['s1', 's2']);
});

it('writes nothing where the situation was changed while the server drafted', async () => {
  const { folder, situation } = await emptyCase();
  const file = path.join(folder, 'strait.standoff');
  const mine = `${situation()}\n# mine\n`;
  await drafting(
    JSON.stringify({ statements: [STATEMENTS[0]] }),
    async (url) => {
      const { status, stderr } = await call([...BRIEF, '--with', url, '--write'], { cwd: folder });
      expect([status, stderr]).toEqual([2, expect.stringContaining('changed')]);
    },
    () => writeFileSync(file, mine),
  );
  expect(situation()).toBe(mine);
  expect(existsSync(path.join(folder, 'annotations.json'))).toBe(false);
});

it('says what is wrong with a server or with how it is named', async () => {
  const { folder, situation } = await emptyCase();
  const before = situation();
  await drafting('I would rather not.', async (url) => {
    for (const [args, message] of [
      [[...BRIEF, '--with', url], 'did not answer with a list of statements'],
      [[...BRIEF, '--with', 'nowhere'], 'nowhere is no address'],
      [[...BRIEF, '--with', 'file:///etc/passwd'], 'is no address of the web'],
      [['read', 'article.txt', '--with', url], 'add --for CASE'],
      [[...BRIEF, '--model', 'small'], 'add --with URL'],
      [[...BRIEF, '--with', url, '--source', 'other'], 'has no source other'],
    ] as const) {
      const { status, stderr } = await call(args, { cwd: folder });
      expect([args, status, stderr]).toEqual([args, 2, expect.stringContaining(message)]);
    }
  });
  // Before anything is sent it is said that the text would leave this machine.
  const { stderr } = await call([...BRIEF, '--with', 'http://model.invalid'], { cwd: folder });
  expect(stderr).toMatch(/^model\.invalid is not this machine: the text is sent there\./);
  expect(situation()).toBe(before);
});
