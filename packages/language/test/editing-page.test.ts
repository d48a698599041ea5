import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printedBy, scriptsOf } from '../../../test/printed.js';
import * as plain from '../src/index.js';
import * as edit from '../src/edit.js';

const PAGE = readFileSync(new URL('../../../docs/editing.md', import.meta.url), 'utf8');

test('the script on the page prints what the page says', async () => {
  const [{ script, output }] = scriptsOf(PAGE);
  expect(await printedBy(script)).toBe(output);
});

test('every function in the table exists', () => {
  const named = [...PAGE.matchAll(/^\|.*\|$/gm)].flatMap(([row]) =>
    [...row.split('|')[2].matchAll(/`([a-z]+[A-Z]?\w*)`/g)].map(([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(20);
  for (const name of named) expect({ ...plain, ...edit }).toHaveProperty(name);
});
