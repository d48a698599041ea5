// The linter, over the files whose findings may have changed since it found nothing in them: what it says
// of a file depends on that file, on all that it imports (their types), on what is declared for all, on
// what is installed, and on its rules. With --all, over all of them.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { importsOf, sourceFiles } from './imports.js';

const root = path.join(import.meta.dirname, '..');
const linter = path.join(root, 'node_modules/oxlint/bin/oxlint');
const options = ['-c', 'oxlint.config.js'];
const kept = path.join(root, 'node_modules/.cache/standoff/lint.json');

const files = linted();
const found = importsOf([...new Set([...sourceFiles(root), ...files])]);
const digests = new Map([...found].map(([file, { text }]) => [file, digest(text)]));
const common = stateOfAll();
const states = new Map(files.map((file) => [path.relative(root, file), stateOf(file)]));

const fine = process.argv.includes('--all') ? {} : read();
const changed = [...states].filter(([file, state]) => fine[file] !== state).map(([file]) => file);
process.exitCode = changed.length === 0 ? 0 : lint(changed);
if (process.exitCode === 0) {
  mkdirSync(path.dirname(kept), { recursive: true });
  writeFileSync(kept, JSON.stringify(Object.fromEntries(states)));
}

/** The files that the linter would look at: it knows what its configuration leaves out. */
function linted() {
  return execFileSync(process.execPath, [linter, ...options, '--debug=files'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
    .split('\n')
    .filter((line) => line !== '')
    .map((file) => path.join(root, file));
}

function lint(names) {
  const { status } = spawnSync(process.execPath, [linter, ...options, ...names], {
    cwd: root,
    stdio: 'inherit',
    // A tenth of the processor time is the compiler's clearing of memory, which a short run can do without.
    env: { GOGC: '400', ...process.env },
  });
  return status ?? 1;
}

/** What the findings in every file depend on. */
function stateOfAll() {
  const declaring = [...found]
    .filter(
      ([file, { text }]) => /[.]d[.]ts$/.test(file) || /\bdeclare (?:global|module)\b/.test(text),
    )
    .map(([file]) => file);
  const configured = execFileSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', '-z', '*tsconfig*.json', '*package.json'],
    { cwd: root, encoding: 'utf8' },
  )
    .split('\0')
    .filter((name) => name !== '');
  const rules = ['oxlint.config.js', 'scripts/lint-private-members.js'];
  const installed = ['package-lock.json', 'node_modules/.package-lock.json'];
  const read = [...configured, ...rules, ...installed].map((name) => path.join(root, name));
  return digest(
    [...declaring.toSorted(), ...read]
      .map((file) => `${file} ${digests.get(file) ?? digest(textOf(file))}`)
      .join('\n'),
  );
}

/** What the findings in a file depend on: all that can be come to from it by imports. */
function stateOf(file) {
  const all = new Set([file]);
  for (const one of all) for (const other of found.get(one).imports) all.add(other);
  const parts = [...all].toSorted().map((one) => `${path.relative(root, one)} ${digests.get(one)}`);
  return digest([common, ...parts].join('\n'));
}

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function digest(text) {
  return createHash('sha256').update(text).digest('base64');
}

/** The states in which the linter found nothing in the files; none, where what is kept is no whole file. */
function read() {
  try {
    return JSON.parse(textOf(kept));
  } catch {
    return {};
  }
}
