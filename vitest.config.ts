import { defineConfig } from 'vitest/config';

// Tests read the TypeScript sources of all packages, so that a test never passes on a stale build.
export default defineConfig({
  resolve: { conditions: ['standoff-source'] },
  ssr: { resolve: { conditions: ['standoff-source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/dist/**', '**/node_modules/**'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
