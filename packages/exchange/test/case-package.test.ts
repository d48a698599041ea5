import { strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packCase, PACKAGE_FILE, unpackCase, type CaseFiles } from '../src/index.js';

const BESIDE = ['annotations.json', 'sources.json', 'suggestions.json', 'variants.json'];
const CASE: CaseFiles = {
  situation: 'harbour.standoff',
  files: new Map([
    ['harbour.standoff', strToU8('situation "Harbour"\n')],
    ['sources.json', strToU8('{}')],
    ['sources/report of May.pdf', new Uint8Array([0, 255, 13, 10])],
  ]),
};

describe('a package', () => {
  it('holds the files of a case as they are, and is the same for the same case', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(
            fc.constantFrom(...BESIDE),
            fc.stringMatching(/^[a-z][a-z0-9 -]{0,8}[a-z]$/).map((name) => `sources/${name}.txt`),
          ),
          fc.uint8Array({ maxLength: 200 }),
        ),
        fc.uint8Array(),
        (beside, text) => {
          const given: CaseFiles = {
            situation: 'a.standoff',
            files: new Map([['a.standoff', text], ...Object.entries(beside)]),
          };
          const bytes = packCase(given);
          expect(unpackCase(bytes, BESIDE)).toEqual(given);
          expect(packCase(given)).toEqual(bytes);
        },
      ),
      { numRuns: 40, seed: 1 },
    );
  });

  /** The package with other contents; undefined: the file is missing. */
  const changed = (files: Record<string, string | undefined>): Uint8Array => {
    const all = new Map(Object.entries<Uint8Array>(unzipSync(packCase(CASE))));
    for (const [name, content] of Object.entries(files))
      if (content === undefined) all.delete(name);
      else all.set(name, strToU8(content));
    return zipSync(Object.fromEntries(all));
  };
  const listing = (name: string, content = 'x'): Uint8Array =>
    packCase({ ...CASE, files: new Map([...CASE.files, [name, strToU8(content)]]) });

  it.each([
    [new Uint8Array(5), /expected a ZIP archive that is whole/],
    [
      packCase(CASE).subarray(0, 200),
      /expected a ZIP archive that is whole, found one that is damaged/,
    ],
    [
      changed({ [PACKAGE_FILE]: undefined }),
      /expected a package of a case, with standoff-package.json/,
    ],
    [changed({ [PACKAGE_FILE]: '{' }), /expected JSON/],
    [
      changed({ [PACKAGE_FILE]: '{"schema":"other/1"}' }),
      /^schema: expected "standoff\/package\/1"/,
    ],
    [changed({ 'sources.json': undefined }), /^"sources.json": expected the file, found none/],
    [changed({ 'sources.json': '{"a":1}' }), /^"sources.json": expected a file as it was packed/],
    [changed({ 'evil.sh': 'rm' }), /^"evil.sh": expected no file that is not listed/],
    [changed({ '../evil.sh': 'rm' }), /^"..\/evil.sh": expected a place within the archive/],
    [listing('.gitignore'), /^files\[3\]\.name: expected a file that a case has/],
    [listing('.git/hooks/x'), /^files\[3\]\.name: expected a file that a case has/],
    [listing('sources/.hidden'), /^files\[3\]\.name: expected a file that a case has/],
    [listing('sources/a/b.txt'), /^files\[3\]\.name: expected a file that a case has/],
    [
      packCase({ ...CASE, situation: 'sources.json' }),
      /^files\[0\]\.name: expected a file that a case has/,
    ],
    [
      packCase({ ...CASE, situation: 'other.standoff' }),
      /^files\[0\]\.name: expected a file that a case has/,
    ],
  ])('%# is refused with its place', (bytes, message) => {
    expect(() => unpackCase(bytes, BESIDE)).toThrow(message);
  });
});
