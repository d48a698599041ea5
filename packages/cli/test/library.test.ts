import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, test } from 'vitest';
import { printedByModule, scriptsOf } from '../../../test/printed.js';

// docs/library.md: what it runs of the command, from the bundle as it ships.
const PAGE = readFileSync(new URL('../../../docs/library.md', import.meta.url), 'utf8');
const examples = scriptsOf(PAGE).filter(({ script }) => script.includes("from 'standoff'"));

const bundle = pathToFileURL(path.join(inject('command'), 'run.js')).href;

test('the script that calls the command prints what the page says', async () => {
  expect(examples).toHaveLength(1);
  const [{ script, output }] = examples;
  expect(await printedByModule(script.replace("'standoff'", `'${bundle}'`))).toBe(output);
});

/** A script in a process of its own: its output, its folder and how it was started are what is looked at. */
function scripted(argv: readonly string[], input = ''): ReturnType<typeof spawnSync> {
  return spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { run } from '${bundle}'; process.exitCode = await run(${JSON.stringify(argv)});`,
    ],
    { encoding: 'utf8', input },
  );
}

test('what is not given is as the process and the folder of the command have it', () => {
  const ran = scripted(['schema', 'model']);
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(String(ran.stdout))).toMatchObject({ title: 'standoff/model/1' });
});

test('texts are read by a thread however the process was started', () => {
  const ran = scripted(['read', '-'], 'Norway demands that Chile open the strait.');
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(ran.stdout).toContain('Norway');
});
