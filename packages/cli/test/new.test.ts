import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { call } from './in-process.js';

let place: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'standoff-new-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

function folder(name: string): string {
  const made = path.join(place, name);
  mkdirSync(made);
  return made;
}

it('writes a situation that is laid out and has nothing wrong', async () => {
  const made = folder('fresh');
  expect((await call(['new'], { cwd: made })).status).toBe(0);
  expect(readdirSync(made).sort()).toEqual(['.gitignore', 'fresh.standoff']);
  expect((await call(['check', '--strict', made])).status).toBe(0);
  expect((await call(['format', '--check', made])).status).toBe(0);
});

it('overwrites nothing', async () => {
  const made = folder('taken');
  writeFileSync(path.join(made, '.gitignore'), 'mine');
  expect((await call(['new', made])).status).toBe(0);
  writeFileSync(path.join(made, 'taken.standoff'), 'mine');
  expect((await call(['new', made])).status).toBe(2);
  expect(readFileSync(path.join(made, 'taken.standoff'), 'utf8')).toBe('mine');
  expect(readFileSync(path.join(made, '.gitignore'), 'utf8')).toBe('mine');
});
