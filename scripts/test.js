// What `npm test` runs: build where something is newer than the last one, then checks beside the tests.
// The last line, alone, is `N passed, N failed` (and `, N skipped` if any are); a stage that fails counts
// as one failure. Tests in a browser need a Chromium, those of sweeps on a server PostgreSQL: one that is
// there, or on Debian one that is installed first.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { postgresHere } from './postgres.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'standoff-test-'));
/** Whether it was looked what Debian has. */
let updated = false;
const total = { passed: 0, failed: 0, skipped: 0 };

const env = {
  ...process.env,
  // The command and the page as the build leaves them, for the tests of the one and in a browser.
  STANDOFF_COMMAND: path.join(root, 'packages/cli/dist'),
  STANDOFF_APP: path.join(root, 'packages/cli/dist/app'),
  // Where the tests say how much they looked at.
  STANDOFF_COUNTS: path.join(folder, 'counts'),
};

/** Runs a command with its output shown; true if it exits with 0. */
function run(command, ...args) {
  console.log(`\n$ ${[command, ...args].join(' ')}`);
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (status) => resolve(status === 0));
  });
}

/** A stage that either succeeds, uncounted, or is one failure. */
async function build() {
  const fine = await run('npm', 'run', '--silent', 'build');
  if (!fine) total.failed += 1;
  return fine;
}

/**
 * Another, which leaves the output to what is run meanwhile: tests wait now and then, those in a browser
 * above all, and checks need a core alone.
 * @returns once it has ended: what shows its own output
 */
function check() {
  const child = spawn('npm', ['run', '--silent', 'check'], { cwd: root, env });
  const said = [];
  for (const output of [child.stdout, child.stderr]) output.on('data', (part) => said.push(part));
  return new Promise((resolve) => {
    child.on('error', (error) => said.push(Buffer.from(error.message)));
    child.on('close', (status) => {
      if (status !== 0) total.failed += 1;
      resolve(() => {
        console.log('\n$ npm run check');
        process.stdout.write(Buffer.concat(said));
      });
    });
  });
}

/** Vitest, each of its tests counted. A run that fails without a failed test is a failure too. */
async function vitest() {
  const report = path.join(folder, 'vitest.json');
  const fine = await run(
    'npx',
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
  let failed = 0;
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    // A file that cannot be loaded has no tests of its own to fail.
    const unloaded = result.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    failed = result.numFailedTests + unloaded.length;
    total.passed += result.numPassedTests;
    total.skipped += result.numPendingTests + result.numTodoTests;
  } catch (error) {
    console.error(`vitest left no report: ${error.message}`);
  }
  total.failed += fine ? failed : Math.max(1, failed);
}

/** What all files of tests came to (test/counted.ts). */
function counted() {
  const sum = { expectations: 0, examples: 0 };
  if (!existsSync(env.STANDOFF_COUNTS)) return sum;
  for (const line of readFileSync(env.STANDOFF_COUNTS, 'utf8').trim().split('\n')) {
    const { expectations, examples } = JSON.parse(line);
    sum.expectations += expectations;
    sum.examples += examples;
  }
  return sum;
}

/**
 * Whether a Chromium is there. As root on Debian the one without windows is installed, for which the
 * tests take half the time; where that cannot be done, any that is there does.
 */
async function hasChromium() {
  const places = JSON.parse(readFileSync(path.join(root, 'test/browser/places.json'), 'utf8'));
  const [quick] = places;
  if (process.env.CHROMIUM) return existsSync(process.env.CHROMIUM);
  if (!existsSync(quick)) await install(path.basename(quick), 'for the tests in a browser');
  if (!places.some((place) => existsSync(place)))
    await install('chromium', 'for the tests in a browser');
  return places.some((place) => existsSync(place));
}

/** Whether a PostgreSQL is there. The tests start a server of their own. */
async function hasPostgres() {
  if (postgresHere() === null) await install('postgresql', 'for the tests of sweeps on a server');
  return postgresHere() !== null;
}

/** Debian’s package, where that can be done: as root there. */
async function install(name, what) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`\nInstalling Debian\u2019s ${name} ${what}.`);
  if (!updated) await run('apt-get', ...PATIENCE, 'update', '-qq');
  updated = true;
  await run('apt-get', ...PATIENCE, 'install', '-y', '-qq', name);
}

/** Where nothing can be fetched that is to be known soon. */
const PATIENCE = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20'];

/** Whether the build is newer than all that it is made of: `npm ci` has just made it, as a rule. */
function isBuilt() {
  const last = path.join(env.STANDOFF_APP, 'index.html');
  if (!existsSync(last)) return false;
  const made = statSync(last).mtimeMs;
  const { stdout, status } = spawnSync('git', ['ls-files', '-cdo', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) return false;
  return stdout
    .split('\0')
    .filter((file) => file !== '' && !/\.md$|\/test\//.test(file))
    .every((file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs < made);
}

const browser = await hasChromium();
const postgres = await hasPostgres();
if (isBuilt() || (await build())) {
  const [show] = await Promise.all([check(), vitest()]);
  show();
}
const { expectations, examples } = counted();
rmSync(folder, { recursive: true, force: true });

if (!browser)
  console.log(
    '\nThe tests in a browser were skipped: there is no Chromium here and none could be installed. Install one, or set CHROMIUM to its path.',
  );
if (!postgres)
  console.log(
    '\nThe tests of sweeps on PostgreSQL were skipped: it is not here and could not be installed. Install it.',
  );
const { passed, failed, skipped } = total;
const number = new Intl.NumberFormat('en');
console.log(
  `\n${number.format(expectations)} expectations; ${number.format(examples)} random examples of properties`,
);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
