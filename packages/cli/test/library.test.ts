import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, test } from 'vitest';

// docs/library.md: what it runs of the command, from the bundle as it ships.
const PAGE = readFileSync(new URL('../../../docs/library.md', import.meta.url), 'utf8');
const examples = [...PAGE.matchAll(/^```js\n(.*?)^```\n\n```text\n(.*?)^```/gms)].filter(
  ([, script]) => script.includes("from 'standoff'"),
);

test('the script that calls the command prints what the page says', () => {
  expect(examples).toHaveLength(1);
  const [[, script, output]] = examples;
  const bundle = pathToFileURL(path.join(inject('command'), 'run.js')).href;
  const ran = spawnSync(process.execPath, ['--input-type=module'], {
    input: script.replace("'standoff'", `'${bundle}'`),
    encoding: 'utf8',
  });
  expect(ran.stderr).toBe('');
  expect(ran.stdout).toBe(output);
});

test('what is not given is as the process and the folder of the command have it', () => {
  const bundle = pathToFileURL(path.join(inject('command'), 'run.js')).href;
  const ran = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { run } from '${bundle}'; process.exitCode = await run(['schema', 'model']);`,
    ],
    { encoding: 'utf8' },
  );
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(ran.stdout)).toMatchObject({ title: 'standoff/model/1' });
});
