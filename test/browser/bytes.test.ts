import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';

/** The first view, and the text of a case, which a static site has in place of a server. */
const FIRST = ['overview-', 'korea-'];

/** What the page itself loads until it shows the first answers, in kilobytes; the rest of it comes later. */
const MOST = 900;

/** The worker that reads the text and answers, in kilobytes, with all that it begins with: 870 before bodies of members and a hundred more slips. */
const MOST_OF_WORKER = 912;

const folder = (): string => path.join(inject('app'), 'assets');

const kilobytes = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + statSync(path.join(folder(), file)).size, 0) / 1000;

/** The scripts of the build whose names begin so. */
function named(...beginnings: readonly string[]): string[] {
  const all = readdirSync(folder()).filter((file) => file.endsWith('.js'));
  return beginnings.map((one) => {
    const found = all.filter((file) => file.startsWith(one));
    expect(found, one).toHaveLength(1);
    return found[0];
  });
}

/** Scripts with all that they need before they can begin. */
function loadedWith(scripts: readonly string[]): ReadonlySet<string> {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    const text = readFileSync(path.join(folder(), file), 'utf8');
    for (const [, next] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
      load(next);
  };
  for (const file of scripts) load(file);
  return loaded;
}

it(`the page loads at most ${MOST} kB of scripts before the first answers`, () => {
  const page = readFileSync(path.join(inject('app'), 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)].map(
    ([, file]) => file,
  );
  expect(scripts.length).toBeGreaterThan(1);
  const loaded = loadedWith([...scripts, ...named(...FIRST)]);
  expect(kilobytes(loaded)).toBeLessThanOrEqual(MOST);
});

it(`the worker that answers has at most ${MOST_OF_WORKER} kB`, () => {
  expect(kilobytes(loadedWith(named('worker-')))).toBeLessThanOrEqual(MOST_OF_WORKER);
});
