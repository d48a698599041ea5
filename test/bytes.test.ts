import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One word of each door, and the most kilobytes that it may bring: bundled, minified, without what is loaded later. */
const WORDS: readonly (readonly [word: string, door: string, most: number])[] = [
  ['mentionedOptions', '@standoff/model', 1],
  ['createModel', '@standoff/engine', 15],
  ['nearest', '@standoff/language', 1],
  ['parseSituation', '@standoff/language/parse', 560],
  ['rename', '@standoff/language/edit', 570],
  ['printSituation', '@standoff/language/print', 580],
  ['completionsAt', '@standoff/language/serve', 545],
  ['paragraphText', '@standoff/evidence', 1],
  ['readText', '@standoff/evidence/read', 30],
  ['resolveAnchor', '@standoff/evidence/anchor', 7],
  ['suggest', '@standoff/evidence/aid', 100],
  ['readSourceRecords', '@standoff/evidence/records', 100],
  ['bibliography', '@standoff/evidence/cite', 8],
  ['prepare', '@standoff/situation', 32],
  ['outlook', '@standoff/questions', 32],
  ['references', '@standoff/document', 4],
  ['percent', '@standoff/questions', 4],
  ['CaseFolder', '@standoff/case', 12],
];

it.each(WORDS)('%s of %s brings at most %i kB', async (word, door, most) => {
  const { outputFiles } = await bundle({
    stdin: { contents: `export { ${word} } from '${door}';`, resolveDir: path.join(root, 'test') },
    outdir: 'out',
    bundle: true,
    splitting: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'node',
    conditions: ['standoff-source'],
  });
  const [first] = outputFiles.filter(({ path: file }) => file.endsWith('stdin.js'));
  let bytes = 0;
  const seen = new Set<string>();
  const load = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const { text, contents } = outputFiles.find((one) => path.basename(one.path) === file)!;
    bytes += contents.length;
    for (const [, next] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) load(next!);
  };
  load(path.basename(first!.path));
  expect(bytes / 1000).toBeLessThanOrEqual(most);
});
