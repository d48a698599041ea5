import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { starter } from '../src/starter.js';
import { call } from './in-process.js';

const UNTIDY = starter.replaceAll('  ', '    ');

let place: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'standoff-format-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

it('leaves a file that is laid out alone', async () => {
  const file = path.join(place, 'a.standoff');
  writeFileSync(file, starter);
  const before = statSync(file);
  expect((await call(['format', '--write', file])).stdout).toBe('');
  expect(statSync(file).ino).toBe(before.ino);
  expect((await call(['format', '--check', file])).status).toBe(0);
});

it('replaces a file in one step, with its mode, through a link', async () => {
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
  const file = path.join(place, 'a.standoff');
  writeFileSync(file, 'situation "A" actor {');
  expect((await call(['format', '--write', file])).status).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe('situation "A" actor {');
});

it('prints to standard output', async () => {
  expect((await call(['format', '-'], { input: UNTIDY })).stdout).toBe(starter);
});
