// Whether what would be published is what those who install it take it for: the fields and files of
// each package (publint) and its types, under every way of resolving them (attw). A package that is as
// it was when it was found well is not looked at again.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { published } from './published.js';

const root = path.join(import.meta.dirname, '..');
const cache = path.join(root, 'node_modules/.cache/standoff/packages');
mkdirSync(cache, { recursive: true });

// Packages are ES modules; CommonJS can import them since Node 20.19, and resolvers from before
// `exports` find the main door alone.
const NOT_MEANT = ['CJSResolvesToESM', 'NoResolution'];

const changed = published()
  .map(({ name, folder }) => ({
    name,
    folder,
    state: stateOf(folder),
    kept: path.join(cache, path.basename(folder)),
  }))
  .filter(({ kept, state }) => read(kept) !== state);

let problems = 0;
const tarballs = pack(changed);
for (const { name, kept, state } of changed) {
  const found = await problemsOf(tarballs.get(name));
  for (const problem of found) console.error(`${name}: ${problem}`);
  problems += found.length;
  if (found.length === 0) writeFileSync(kept, state);
}
process.exitCode = problems > 0 ? 1 : 0;

/** The packages as npm would publish them, by name: all in one run of it, most of which is its start. */
function pack(packages) {
  if (packages.length === 0) return new Map();
  // A folder of its own: two checkouts may be checked at once.
  const out = mkdtempSync(path.join(tmpdir(), 'standoff-pack-'));
  const wanted = packages.map(({ name }) => `--workspace=${name}`);
  const packed = execFileSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--offline', '--pack-destination', out, ...wanted],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const tarballs = new Map(
    JSON.parse(packed).map(({ name, filename }) => [
      name,
      new Uint8Array(readFileSync(path.join(out, filename))),
    ]),
  );
  rmSync(out, { recursive: true });
  return tarballs;
}

async function problemsOf(tarball) {
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
  const types = pkg.exports ? await checkPackage(createPackageFromTarballData(tarball)) : null;
  return [
    ...messages
      // There is no address to be found at yet.
      .filter(({ code }) => code !== 'USE_REPOSITORY')
      .map((message) => formatMessage(message, pkg, { color: false })),
    ...(types?.problems ?? [])
      .filter(
        ({ kind, resolutionKind }) => !NOT_MEANT.includes(kind) || resolutionKind === 'node16-esm',
      )
      .map(({ kind, ...where }) => `${kind} ${JSON.stringify(where)}`),
  ];
}

/** What package.json says and which files were built when. */
function stateOf(folder) {
  const hash = createHash('sha256').update(readFileSync(path.join(folder, 'package.json')));
  const dist = path.join(folder, 'dist');
  let files;
  try {
    files = readdirSync(dist, { recursive: true, withFileTypes: true });
  } catch {
    throw new Error(`${folder} is not built; run: npm run build`);
  }
  for (const file of files.filter((one) => one.isFile())) {
    const name = path.join(file.parentPath, file.name);
    const { size, mtimeMs } = statSync(name);
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
