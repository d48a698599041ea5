import { defineConfig } from 'vitest/config';
import { defined } from './packages/cli/defined.js';

const LIBRARY = '{model,engine,language,evidence,situation,document,questions}';

// Tests read the TypeScript sources of all packages, so that a test never passes on a stale build.
export default defineConfig({
  define: defined,
  resolve: { conditions: ['standoff-source'] },
  ssr: { resolve: { conditions: ['standoff-source'] } },
  test: {
    exclude: ['**/dist/**', '**/node_modules/**'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two files of a library, three megabytes; and the command as it is bundled.
    server: { deps: { external: [/evidence\/generated\//, /standoff-command-/] } },
    globalSetup: ['packages/cli/test/build-command.ts'],
    // Tests in a browser wait more than they work.
    maxWorkers: 2,
    // Tests change nothing outside of themselves: what they import is loaded once for all.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'library',
          include: [`packages/${LIBRARY}/test/**/*.test.ts`],
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          include: ['packages/*/test/**/*.test.ts', 'test/*.test.ts'],
          exclude: [`packages/${LIBRARY}/**`, '**/dist/**', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
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
