import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import type {} from './built.js';

export default function buildCommand(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'standoff-command-'));
  const bundler = fileURLToPath(new URL('../bundle.js', import.meta.url));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  execFileSync(process.execPath, [bundler, folder]);
  project.provide('command', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
