import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { bundleCommand } from './bundle-command.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the command, bundled from its sources once for all tests. */
    command: string;
  }
}

export default function buildCommand(project: TestProject): (() => void) | undefined {
  // `npm test` has built it a moment ago.
  const built = process.env['STANDOFF_COMMAND'];
  if (built !== undefined) {
    project.provide('command', built);
    return undefined;
  }
  const folder = bundleCommand();
  project.provide('command', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
