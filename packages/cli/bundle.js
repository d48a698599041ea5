// Bundles the command: one small entry with the argument parser, and a chunk for what each command
// needs, loaded when it runs. From the sources of all packages, so that it is never stale.
//
//   node bundle.js [FOLDER]     dist, where no folder is named
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { noticesFor } from '../../scripts/notices.js';
import { defined } from './defined.js';
import { straightImports } from './straight-imports.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = path.resolve(process.argv[2] ?? path.join(here, 'dist'));

for (const old of ['chunks', 'schemas', 'drawing'])
  rmSync(path.join(folder, old), { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [
    { in: path.join(here, 'src/main.ts'), out: 'standoff' },
    // For programs that run commands within themselves, tests among them. What finds its files beside
    // itself is in the two entries: code that both have may lie in chunks.
    { in: path.join(here, 'src/index.ts'), out: 'run' },
    { in: path.join(here, 'src/stability-worker.ts'), out: 'stability-worker' },
    { in: path.join(here, 'src/sweep-worker.ts'), out: 'sweep-worker' },
    { in: path.join(here, 'src/reading-worker.ts'), out: 'reading-worker' },
  ],
  outdir: folder,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  // Installed by whoever wants it: the embedded database is 27 MB. The rest pg does without.
  external: ['@electric-sql/*', 'pg-native', 'pg-cloudflare'],
  platform: 'node',
  target: 'node20',
  conditions: ['standoff-source'],
  // A CommonJS module that is imported when needed would lose its named exports in the splitting.
  mainFields: ['module', 'main'],
  define: defined,
  plugins: [straightImports(path.join(here, '..'))],
  minifySyntax: true,
  minifyWhitespace: true,
  // Some dependencies are CommonJS and ask for Node's own modules with require.
  banner: {
    js: "import { createRequire as standoffRequire } from 'node:module'; const require = standoffRequire(import.meta.url);",
  },
  metafile: true,
  logLevel: 'warning',
});
cpSync(path.join(here, 'generated'), path.join(folder, 'schemas'), {
  recursive: true,
  filter: (file) => !file.endsWith('inputs.json'),
});
// What makes pictures of figures: read when one is asked for.
const drawing = [
  '@resvg/resvg-wasm/index_bg.wasm',
  ...['', '-Bold', '-Oblique'].map((cut) => `dejavu-fonts-ttf/ttf/DejaVuSansCondensed${cut}.ttf`),
].map((name) => path.join(here, '../../node_modules', name));
mkdirSync(path.join(folder, 'drawing'), { recursive: true });
for (const file of drawing) cpSync(file, path.join(folder, 'drawing', path.basename(file)));
const inside = Object.values(metafile.outputs).flatMap(({ inputs }) =>
  Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? file : [])),
);
writeFileSync(
  path.join(folder, 'THIRD-PARTY-NOTICES'),
  noticesFor([...inside.map((file) => path.resolve(file)), ...drawing]),
);
