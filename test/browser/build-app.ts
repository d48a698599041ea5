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

export default async function buildApp(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'standoff-app-'));
  await build({
    configFile: fileURLToPath(new URL('../../packages/workbench/vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir: folder },
  });
  project.provide('app', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
