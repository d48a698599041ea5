import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { bundleCommand } from './bundle-command.js';
import type {} from './built.js';

export default function buildCommand(project: TestProject): () => void {
  const folder = bundleCommand();
  project.provide('command', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
