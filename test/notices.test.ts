import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, it } from 'vitest';
import { notices, objections, packagesOf, type Package } from '../scripts/notices.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const one: Package = { name: 'one', version: '1.0.0', licence: 'MIT', text: 'Do as you like.' };

it.each([
  [{}, []],
  [{ licence: '(MIT OR GPL-3.0-or-later)' }, []],
  [{ licence: 'MIT AND Zlib' }, []],
  [{ licence: 'AGPL-3.0-only' }, ['one 1.0.0: licence AGPL-3.0-only']],
  [{ licence: 'MIT AND CC-BY-SA-3.0' }, ['one 1.0.0: licence MIT AND CC-BY-SA-3.0']],
  [{ licence: null }, ['one 1.0.0: licence not said']],
  [{ text: '' }, ['one 1.0.0: ships no licence text']],
])('objects to what may not ship: %o', (part, found) => {
  expect(objections([{ ...one, ...part }])).toEqual(found);
});

it('finds the packages of files, each once', () => {
  const files = ['react/index.js', 'react/jsx-runtime.js', '@fontsource/ibm-plex-mono/400.css'];
  const found = packagesOf([
    ...files.map((file) => path.join(root, 'node_modules', file)),
    path.join(root, 'packages/model/src/index.ts'),
  ]);
  expect(found.map(({ name, licence }) => [name, licence])).toEqual([
    ['@fontsource/ibm-plex-mono', 'OFL-1.1'],
    ['react', 'MIT'],
  ]);
  expect(found[1].text).toContain('Permission is hereby granted');
});

it('prints a text once for all packages that share it', () => {
  const text = notices([one, { ...one, name: 'two' }, { ...one, name: 'three', text: 'Other.' }]);
  expect(text).toContain('one 1.0.0 (MIT)\ntwo 1.0.0 (MIT)\n\nDo as you like.');
  expect(text.split('Do as you like.')).toHaveLength(2);
});

it('goes with the command, which loads no package that is not named in it', () => {
  const text = readFileSync(path.join(inject('command'), 'THIRD-PARTY-NOTICES'), 'utf8');
  for (const name of ['commander', 'langium', 'fastify', 'pdfjs-dist', 'zod'])
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  expect(text).not.toMatch(/citeproc|citation-js/);
});
