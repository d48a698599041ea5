import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serve } from './chromium.js';

const config = fileURLToPath(new URL('../../packages/workbench/vite.config.ts', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** The workbench built from its sources and served as a static site. */
export async function serveWorkbench(): ReturnType<typeof serve> {
  const folder = mkdtempSync(path.join(tmpdir(), 'standoff-app-'));
  await build({ configFile: config, logLevel: 'error', build: { outDir: folder } });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const site = await serve(
    new Map(
      files.map((file) => {
        const name = path.relative(folder, file);
        const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
        return [`/${name === 'index.html' ? '' : name}`, { type, body: readFileSync(file) }];
      }),
    ),
  );
  rmSync(folder, { recursive: true, force: true });
  return site;
}
