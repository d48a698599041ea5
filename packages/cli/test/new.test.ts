import { mkdirSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { call } from './in-process.js';
import { ownPlace } from './place.js';

const place = ownPlace();

it('writes a situation that is laid out and has nothing wrong', async () => {
  const made = place.at('fresh');
  mkdirSync(made);
  expect((await call(['new'], { cwd: made })).status).toBe(0);
  expect(readdirSync(made).sort()).toEqual(['.gitignore', 'fresh.standoff']);
  expect((await place.run('check', '--strict', 'fresh')).status).toBe(0);
  expect((await place.run('format', '--check', 'fresh')).status).toBe(0);
});

it('overwrites nothing', async () => {
  place.put('taken/.gitignore', 'mine');
  expect((await place.run('new', 'taken')).status).toBe(0);
  place.put('taken/taken.standoff', 'mine');
  expect((await place.run('new', 'taken')).status).toBe(2);
  expect(place.get('taken/taken.standoff')).toBe('mine');
  expect(place.get('taken/.gitignore')).toBe('mine');
});
