import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { build } from 'vite';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One word of each door, and the most kilobytes that it may bring: bundled, minified, without what is loaded later. */
const WORDS: readonly (readonly [word: string, door: string, most: number])[] = [
  ['mentionedOptions', '@standoff/model', 1],
  ['createModel', '@standoff/engine', 17.5],
  ['nearest', '@standoff/model', 1.2],
  // With the slips that have a hint of their own, a hundred more since 570.
  ['parseSituation', '@standoff/language/parse', 602],
  // With the line that is left of a merge, one more since 622.
  ['rename', '@standoff/language/edit', 623],
  ['printSituation', '@standoff/language/print', 622],
  ['completionsAt', '@standoff/language/serve', 562],
  ['paragraphText', '@standoff/evidence', 1],
  // With bylines and date lines of many languages and the words that keep their hyphens, 6 more since 50.
  ['readText', '@standoff/evidence/read', 56],
  ['resolveAnchor', '@standoff/evidence/anchor', 7],
  // With what deeds are to others, by verb and object, 24 more since 132; with what a line carries, what is said and
  // who speaks, 22 more since 156.
  ['suggest', '@standoff/evidence/aid', 190],
  ['readSourceRecords', '@standoff/evidence/records', 100],
  ['bibliography', '@standoff/evidence/cite', 8],
  // With what is on a situation: names, courses, verdicts, worlds, sets of states, what follows by itself.
  ['prepare', '@standoff/situation', 89],
  // With what a first answer of very many listed states is made of, 23 more since 37.
  ['outlook', '@standoff/questions', 61],
  ['references', '@standoff/document', 4],
  ['percent', '@standoff/questions', 4],
  ['CaseFolder', '@standoff/case', 12],
];

const ENTRY = 'word.js';

it.each(WORDS)('%s of %s brings at most %f kB', async (word, door, most) => {
  const built = await build({
    root: path.join(root, 'test'),
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: ENTRY,
        resolveId: (id) => (path.basename(id) === ENTRY ? path.join(root, 'test', ENTRY) : null),
        load: (id) => (path.basename(id) === ENTRY ? `export { ${word} } from '${door}';` : null),
      },
    ],
    resolve: { conditions: ['standoff-source', 'node', 'import', 'default'] },
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: ENTRY, formats: ['es'] },
      rolldownOptions: { external: [/^node:/], checks: { ineffectiveDynamicImport: false } },
    },
  });
  const chunks = [built]
    .flat()
    .flatMap((one) => ('output' in one ? one.output : []))
    .filter((one) => one.type === 'chunk');
  const seen = new Set<string>();
  const load = (file: string): void => {
    const chunk = chunks.find(({ fileName }) => fileName === file);
    if (chunk === undefined || seen.has(file)) return;
    seen.add(file);
    for (const next of chunk.imports) load(next);
  };
  load(chunks.find(({ isEntry }) => isEntry)!.fileName);
  let bytes = 0;
  for (const { fileName, code } of chunks)
    // Of a library's modules the spaces are left by the bundler.
    if (seen.has(fileName))
      bytes += Buffer.byteLength((await transform(code, { minify: true, format: 'esm' })).code);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes / 1000).toBeLessThanOrEqual(most);
});
