// What `npm test` runs: build, checks, tests. The last line, alone, is `N passed, N failed` (and
// `, N skipped` if any are); a stage that fails counts as one failure. There are no browser tests
// yet: they become one more stage.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

if (stage('build')) {
  stage('check');
  vitest();
}

const { passed, failed, skipped } = total;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
