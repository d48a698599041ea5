import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';

/** What the page loads before it shows anything, in kilobytes; the views and the workers come later. */
const MOST = 1790;

it(`the page begins with at most ${MOST} kB of scripts`, () => {
  const app = inject('app');
  const page = readFileSync(path.join(app, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, file]) => file!);
  expect(scripts.length).toBeGreaterThan(1);
  const bytes = scripts.reduce((sum, file) => sum + statSync(path.join(app, file)).size, 0);
  expect(bytes / 1000).toBeLessThanOrEqual(MOST);
});
