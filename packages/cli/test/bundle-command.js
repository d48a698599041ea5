import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The command, bundled from its sources as it ships, in a folder of its own that the caller removes.
 *
 * @returns {string} the folder
 */
export function bundleCommand() {
  const folder = mkdtempSync(path.join(tmpdir(), 'standoff-command-'));
  const bundler = fileURLToPath(new URL('../bundle.js', import.meta.url));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  execFileSync(process.execPath, [bundler, folder]);
  return folder;
}
