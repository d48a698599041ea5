import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { serve } from './chromium.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** The workbench as a static site. */
export function serveWorkbench(): ReturnType<typeof serve> {
  const folder = inject('app');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return serve(
    new Map(
      files.map((file) => {
        const name = path.relative(folder, file);
        const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
        return [`/${name === 'index.html' ? '' : name}`, { type, body: readFileSync(file) }];
      }),
    ),
  );
}
