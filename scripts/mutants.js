// npm run mutants: breaks the kernels of the engine in known ways, one at a time, in a copy, and sees
// whether their tests notice. Prints what survives and the score. Several minutes; for a nightly run.
//
//   npm run mutants                 all
//   npm run mutants -- improvements those whose file has this in its name
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  mkdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MUTANTS } from '../packages/engine/test/mutants.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv[2] ?? '';
const copy = mkdtempSync(path.join(tmpdir(), 'standoff-mutants-'));
const engine = path.join(copy, 'packages/engine');
mkdirSync(path.join(copy, 'packages'));
cpSync(path.join(root, 'packages/engine'), engine, {
  recursive: true,
  filter: (file) => !/node_modules|dist$/.test(file),
});
symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
for (const file of ['package.json', 'tsconfig.base.json', 'test/seed.ts'])
  cpSync(path.join(root, file), path.join(copy, file));
// The engine needs nothing of the others, and so nothing that they ask of a run.
writeFileSync(
  path.join(copy, 'vitest.config.js'),
  `export default { test: { setupFiles: ['test/seed.ts'], testTimeout: 60_000 } };\n`,
);

/** Whether the tests pass. */
function pass(tests) {
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--bail=1',
      // In threads: a mutant without an end is ended together with the run.
      '--pool=threads',
      '--reporter=dot',
      ...tests.map((test) => `packages/engine/test/${test}.test.ts`),
    ],
    // The models are the same in every run, so that the score is.
    {
      cwd: copy,
      env: { ...process.env, STANDOFF_MODELS: '1500' },
      timeout: 300_000,
      killSignal: 'SIGKILL',
    },
  );
  return status === 0;
}

for (const { file, changes } of MUTANTS) {
  const source = readFileSync(path.join(engine, 'src', file), 'utf8');
  for (const { from } of changes)
    if (source.split(from).length !== 2)
      throw new Error(`${file}: "${from}" occurs ${source.split(from).length - 1} times, not once`);
}

let killed = 0;
let equivalent = 0;
const survivors = [];
try {
  for (const { file, tests, changes } of MUTANTS) {
    if (!file.includes(wanted)) continue;
    const source = path.join(engine, 'src', file);
    const original = readFileSync(source, 'utf8');
    if (!pass(tests)) throw new Error(`the tests of ${file} fail without a mutant`);
    for (const { from, to, same } of changes) {
      if (same) {
        equivalent++;
        continue;
      }
      writeFileSync(
        source,
        original.replace(from, () => to),
      );
      if (pass(tests)) survivors.push(`${file}: ${from}  →  ${to}`);
      else killed++;
      writeFileSync(source, original);
      process.stdout.write('.');
    }
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log('');
for (const survivor of survivors) console.log(`survived  ${survivor}`);
console.log(
  `${killed} of ${killed + survivors.length} mutants killed; ${equivalent} more change no verdict and are listed with the reason`,
);
process.exitCode = survivors.length > 0 ? 1 : 0;
