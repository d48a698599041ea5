import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defined } from './packages/cli/defined.js';

const LIBRARY = '{model,engine,language,evidence,situation,exchange,document,questions}';

/** Small files that take long. Vitest begins with the large ones, and a run would wait for these at its end. */
const LONG =
  /\/(cli\/test\/(driver|transcripts|large|workers|in-proportion)|test\/fuzz)\.test\.ts$/;

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    // One project after the other, as they are: a worker serves one of them.
    return projects.flatMap((name) => {
      const own = sorted.filter(({ project }) => project.name === name);
      const long = own.filter(({ moduleId }) => LONG.test(moduleId));
      return [...long, ...own.filter((file) => !long.includes(file))];
    });
  }
}

// Tests read the TypeScript sources of all packages, so that a test never passes on a stale build.
// Made anew for each project: what is defined is taken out of the object by the first that reads it.
const sources = () => ({
  define: { ...defined },
  resolve: { conditions: ['standoff-source'] },
  ssr: { resolve: { conditions: ['standoff-source'] } },
});

/**
 * Where tests put their files: in memory where there is room for them. What is written so that it outlasts a
 * failure of the machine is waited for on a disk: eight milliseconds for each file, where memory takes none.
 */
function placeForFiles(): string {
  const memory = '/dev/shm';
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= 2 ** 30 ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

const env = { TMPDIR: placeForFiles() };

const run = {
  exclude: ['**/dist/**', '**/node_modules/**'],
  setupFiles: ['test/seed.ts', 'test/counted.ts'],
  // Against what never ends. On a machine that has other things to do a test takes longer, and does not fail for it.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  // Two files of a library, three megabytes; and the command as it is bundled.
  server: { deps: { external: [/evidence\/generated\//, /standoff-command-|\/cli\/dist\//] } },
  // Tests change nothing outside of themselves: what they import is loaded once for all.
  isolate: false,
};

export default defineConfig({
  test: {
    // Once for all projects: one that extended this would bundle the command anew.
    globalSetup: ['packages/cli/test/build-command.ts'],
    // Tests in a browser wait more than they work: with one more of them two cores are never idle.
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        ...sources(),
        test: {
          ...run,
          env,
          name: 'library',
          include: [`packages/${LIBRARY}/test/**/*.test.ts`],
        },
      },
      {
        ...sources(),
        test: {
          ...run,
          env,
          name: 'node',
          include: ['packages/*/test/**/*.test.ts', 'test/*.test.ts'],
          exclude: [...run.exclude, `packages/${LIBRARY}/**`],
        },
      },
      {
        ...sources(),
        test: {
          ...run,
          name: 'browser',
          include: ['test/browser/*.test.ts'],
          globalSetup: ['test/browser/build-app.ts'],
          // On a machine that has other things to do an answer takes longer; none is missed for it.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
