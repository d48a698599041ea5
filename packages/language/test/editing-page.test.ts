import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import * as plain from '../src/index.js';
import * as edit from '../src/edit.js';

const PAGE = readFileSync(new URL('../../../docs/editing.md', import.meta.url), 'utf8');

test('the script on the page prints what the page says', async () => {
  const [, script, output] = /^```js\n(.*?)^```\n\n```text\n(.*?)^```/ms.exec(PAGE)!;
  const bundle = await build({
    stdin: { contents: script, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'esm',
    conditions: ['standoff-source'],
  });
  const run = spawnSync(process.execPath, ['--input-type=module'], {
    input: bundle.outputFiles[0].text,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe(output);
});

test('every function in the table exists', () => {
  const named = [...PAGE.matchAll(/^\|.*\|$/gm)].flatMap(([row]) =>
    [...row.split('|')[2].matchAll(/`([a-z]+[A-Z]?\w*)`/g)].map(([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(20);
  for (const name of named) expect({ ...plain, ...edit }).toHaveProperty(name);
});
