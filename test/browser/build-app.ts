import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the workbench, built from its sources once for all tests in a browser. */
    app: string;
  }
}

export default async function buildApp(project: TestProject): Promise<(() => void) | undefined> {
  // `npm test` has built it a moment ago.
  const built = process.env['STANDOFF_APP'];
  if (built !== undefined) {
    project.provide('app', built);
    return undefined;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'standoff-app-'));
  // Vitest says "test", for which the libraries of the app would be those for developers, several times slower.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  await build({
    configFile: fileURLToPath(new URL('../../packages/workbench/vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir: folder },
  });
  process.env['NODE_ENV'] = before;
  project.provide('app', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
