import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** "[text](address)" or '<img src="address"', to what stands in the repository. */
const LINK = /(?:\]\(|\bsrc=")(?![a-z]+:)([^)"\s]*)/g;

const pages = ['.', 'docs', 'cases', 'packages']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: folder !== '.', encoding: 'utf8' }).map(
      (file) => path.join(folder, file),
    ),
  )
  .filter((file) => file.endsWith('.md') && !/\b(?:node_modules|dist|docs\/api)\b/.test(file));

test.each(pages)('the links of %s lead somewhere', (page) => {
  const broken = [...prose(page).matchAll(LINK)]
    .map(([, address]) => address)
    .filter((address) => {
      const [file, heading] = address.split('#');
      const target = file === '' ? page : path.join(path.dirname(page), file);
      if (!existsSync(path.join(root, target))) return true;
      return heading !== undefined && !headings(target).includes(heading);
    });
  expect(broken).toEqual([]);
});

test('the places that CONTRIBUTING names are there', () => {
  const map = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');
  const places = [...map.matchAll(/`((?:packages|docs|test|cases)\/[\w./-]*)`/g)];
  expect(places.length).toBeGreaterThan(20);
  for (const [, place] of places) expect(existsSync(path.join(root, place)), place).toBe(true);
});

/** A page without its listings. */
function prose(page: string): string {
  return readFileSync(path.join(root, page), 'utf8').replace(/^```[\s\S]*?^```$|`[^`\n]*`/gm, '');
}

/** What a link calls the headings of a page, as GitHub makes it of their words. */
function headings(page: string): string[] {
  return [...readFileSync(path.join(root, page), 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, text]) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
