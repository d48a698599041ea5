#!/usr/bin/env node
import { existsSync } from 'node:fs';

const bundle = new URL('../dist/standoff.js', import.meta.url);

if (existsSync(bundle)) {
  await import(bundle.href);
} else {
  process.stderr.write('standoff is not built yet; in the repository run: npm run build\n');
  process.exitCode = 3;
}
