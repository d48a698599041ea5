// What `npm test` runs: build, checks, tests. The last line, alone, is `N passed, N failed` (and
// `, N skipped` if any are); a stage that fails counts as one failure. Tests in a browser need a
// Chromium: one that is there, or on Debian one that is installed first.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs a command with its output shown; true if it exits with 0. */
function run(command, ...args) {
  console.log(`\n$ ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  return status === 0;
}

/** A stage that either succeeds, uncounted, or is one failure. */
function stage(script) {
  const fine = run('npm', 'run', '--silent', script);
  if (!fine) total.failed += 1;
  return fine;
}

/** Vitest, each of its tests counted. A run that fails without a failed test is a failure too. */
function vitest() {
  const folder = mkdtempSync(path.join(tmpdir(), 'standoff-test-'));
  const report = path.join(folder, 'vitest.json');
  const fine = run(
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
  rmSync(folder, { recursive: true, force: true });
}

/** Whether a Chromium is there; as root on Debian it is installed where it is not. */
function hasChromium() {
  const places = JSON.parse(readFileSync(path.join(root, 'test/browser/places.json'), 'utf8'));
  const found = () => [process.env.CHROMIUM ?? '', ...places].some((place) => existsSync(place));
  if (found()) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log('\nNo Chromium here: installing Debian\u2019s for the tests in a browser.');
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', 'chromium');
  return found();
}

const browser = hasChromium();
if (stage('build')) {
  stage('check');
  vitest();
}

if (!browser)
  console.log(
    '\nThe tests in a browser were skipped: there is no Chromium here and none could be installed. Install one, or set CHROMIUM to its path.',
  );
const { passed, failed, skipped } = total;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
