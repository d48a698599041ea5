import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tokensIn } from '@standoff/mcp';
import { expect, it } from 'vitest';
import { call } from '../in-process.js';
import { overHttp } from './clients.js';
import { ARTICLE, emptyCase } from './strait.js';

const skill = readFileSync(
  new URL('../../../../skills/standoff/SKILL.md', import.meta.url),
  'utf8',
);

/** What stands for a word in capitals of the guide. */
const MEANT: Readonly<Record<string, string>> = {
  CASE: 'harbour',
  NAME: 'gazette',
  FILE: 'article.txt',
  QUOTE: 'Brel could also send a gunboat',
  KIND: 'can',
  WHO: 'the ministry',
  STATE: 'none',
  COPY: 'copy',
};

it('has a name and a description, as assistants look for', () => {
  const [, front] = /^---\n([\s\S]*?)\n---\n/.exec(skill)!;
  expect(front).toMatch(/^name: standoff\ndescription: .{80,1000}$/);
});

it('does the whole work with the command alone, as it says', async () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'standoff-skill-'));
  writeFileSync(path.join(cwd, 'article.txt'), ARTICLE);
  const [, table] = /## What to use\n([\s\S]*?)\n## /.exec(skill)!;
  const commands = [...table.matchAll(/`standoff ([^`]+)`/g)].map(([, words]) => words);
  expect(commands.length).toBeGreaterThan(14);
  const failed: unknown[] = [];
  for (const words of commands) {
    const args = [...words.matchAll(/"([A-Z]+)"|(\S+)/g)].map(
      ([, quoted, word]) => MEANT[quoted ?? word] ?? word,
    );
    if (args.includes('copy'))
      cpSync(path.join(cwd, 'harbour'), path.join(cwd, 'copy'), { recursive: true });
    const { status, stdout, stderr } = await call(args, { cwd });
    if (status !== 0 || stdout === '') failed.push([args, status, stderr]);
  }
  expect(failed).toEqual([]);
});

it('is the guide of the server, in some 1,500 tokens', async () => {
  const { folder } = await emptyCase();
  await overHttp(folder, async (client) => {
    const [guide] = (await client.readResource({ uri: 'standoff://guide' })).contents;
    const { text } = guide as { text: string };
    expect(skill.endsWith(text)).toBe(true);
    expect(text).toMatch(/^# /);
    expect(tokensIn(text)).toBeLessThan(1900);
    const [language] = (await client.readResource({ uri: 'standoff://language' })).contents;
    expect((language as { text: string }).text).toContain('prefers');
  });
});
