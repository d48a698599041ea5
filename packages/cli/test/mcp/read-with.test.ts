import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { ReadWithAnswer } from '../../src/commands/read-with.js';
import { call } from '../in-process.js';
import { schemaFaults } from '../schema-faults.js';
import { emptyCase, STATEMENTS } from './strait.js';

/** A server made for the test, which says the same to everything. */
async function drafting(content: string, use: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((_, response) => {
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
