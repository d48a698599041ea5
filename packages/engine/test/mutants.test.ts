// The ways to break the kernels, which `npm run mutants` tries, are ways to break them as they are now.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MUTANTS } from './mutants.js';

const here = (file: string): URL => new URL(file, import.meta.url);

test('each mutant replaces one place of a kernel, and its tests are there', () => {
  const wrong = MUTANTS.flatMap(({ file, tests, changes }) => {
    const source = readFileSync(here(`../src/${file}`), 'utf8');
    return [
      ...tests.filter((name) => !existsSync(here(`${name}.test.ts`))),
      ...changes
        .map(({ from }) => ({ from, times: source.split(from).length - 1 }))
        .filter(({ times }) => times !== 1)
        .map(({ from, times }) => `${file}: "${from}" occurs ${times} times`),
    ];
  });
  expect(wrong).toEqual([]);
});
