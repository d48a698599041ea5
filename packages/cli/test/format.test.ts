import { chmodSync, lstatSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { expect, it } from 'vitest';
import { starter } from '../src/starter.js';
import { call } from './in-process.js';
import { ownPlace } from './place.js';

const UNTIDY = starter.replaceAll('  ', '    ');

const place = ownPlace();

it('leaves a file that is laid out alone', async () => {
  const file = place.put('a.standoff', starter);
  const before = statSync(file);
  expect((await call(['format', '--write', file])).stdout).toBe('');
  expect(statSync(file).ino).toBe(before.ino);
  expect((await call(['format', '--check', file])).status).toBe(0);
});

it('replaces a file in one step, with its mode, through a link', async () => {
  const file = place.put('a.standoff', UNTIDY);
  const link = place.at('link');
  chmodSync(file, 0o640);
  symlinkSync('a.standoff', link);
  expect((await call(['format', '--check', file])).status).toBe(1);
  expect((await call(['format', '--write', link])).status).toBe(0);
  expect(place.get('a.standoff')).toBe(starter);
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(place.get('link.before')).toBe(UNTIDY);
  expect(readdirSync(place.folder).sort()).toEqual(['a.standoff', 'link', 'link.before']);
});

it('leaves a file with errors alone', async () => {
  const file = place.put('a.standoff', 'situation "A" actor {');
  expect((await call(['format', '--write', file])).status).toBe(1);
  expect(place.get('a.standoff')).toBe('situation "A" actor {');
});

it('prints to standard output', async () => {
  expect((await call(['format', '-'], { input: UNTIDY })).stdout).toBe(starter);
});
