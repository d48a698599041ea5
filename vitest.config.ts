import { defineConfig } from 'vitest/config';
import { defined } from './packages/cli/defined.js';

const LIBRARY = '{model,engine,language,evidence,situation,exchange,document,questions}';

// Tests read the TypeScript sources of all packages, so that a test never passes on a stale build.
// Made anew for each project: what is defined is taken out of the object by the first that reads it.
const sources = () => ({
  define: { ...defined },
  resolve: { conditions: ['standoff-source'] },
  ssr: { resolve: { conditions: ['standoff-source'] } },
});

const run = {
  exclude: ['**/dist/**', '**/node_modules/**'],
  setupFiles: ['test/seed.ts', 'test/counted.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Two files of a library, three megabytes; and the command as it is bundled.
  server: { deps: { external: [/evidence\/generated\//, /standoff-command-/] } },
  // Tests change nothing outside of themselves: what they import is loaded once for all.
  isolate: false,
};

export default defineConfig({
  test: {
    // Once for all projects: one that extended this would bundle the command anew.
    globalSetup: ['packages/cli/test/build-command.ts'],
    // Tests in a browser wait more than they work.
    maxWorkers: 2,
    projects: [
      {
        ...sources(),
        test: {
          ...run,
          name: 'library',
          include: [`packages/${LIBRARY}/test/**/*.test.ts`],
        },
      },
      {
        ...sources(),
        test: {
          ...run,
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
