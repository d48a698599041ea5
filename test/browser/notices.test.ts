import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';

it('goes with the page, its workers and its fonts', () => {
  const text = readFileSync(path.join(inject('app'), 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  const packages = [
    'react',
    '@codemirror/state',
    'langium',
    'pdfjs-dist',
    'mammoth',
    'react-aria-components',
  ];
  for (const name of [...packages, '@fontsource-variable/newsreader'])
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  expect(text).toContain('SIL Open Font License');
});
