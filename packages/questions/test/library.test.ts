import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as questions from '@standoff/questions';
import * as situation from '@standoff/situation';
import { printedBy, scriptsOf } from '../../../test/printed.js';

// docs/library.md: each script is run as it stands, and must print what follows it.
const PAGE = readFileSync(new URL('../../../docs/library.md', import.meta.url), 'utf8');
const all = scriptsOf(PAGE);
// The command is bundled by tests of its own: packages/cli/test/library.test.ts.
const examples = all.filter(({ script }) => !script.includes("from 'standoff'"));

test('every script on the page has its output', () => {
  expect(all.length).toBe([...PAGE.matchAll(/^```js$/gm)].length);
  expect(examples.length).toBeGreaterThan(1);
});

test.each(examples.map(({ script, output }, k) => [k + 1, script, output] as const))(
  'script %i prints what the page says',
  async (_, script, output) => {
    expect(await printedBy(script)).toBe(output);
  },
);

test('every question in the table is a function', () => {
  const table = /^\| question of the command.*?\n\n/ms.exec(PAGE)![0];
  const named = [...table.matchAll(/^\|.*\|$/gm)]
    .slice(2)
    .flatMap(([row]) => [...row.split('|')[2].matchAll(/`(\w+)/g)].map(([, name]) => name));
  expect(named.length).toBeGreaterThan(10);
  for (const name of named) expect({ ...situation, ...questions }).toHaveProperty(name);
});
