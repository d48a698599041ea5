// Which file of ours imports which, types included: read by the compiler's scanner, found as a bundler
// finds them, from the sources of all packages. A second for all files.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ResolverFactory } from 'oxc-resolver';
import ts from 'typescript';

const SOURCE = /[.](?:ts|tsx|js)$/;
/** Another file beside it, or one of another of our packages. */
const OURS = /^(?:[.]|@standoff\/)/;

const resolver = new ResolverFactory({
  conditionNames: ['standoff-source', 'import', 'types', 'default'],
  extensions: ['.ts', '.tsx', '.js', '.d.ts', '.json'],
  extensionAlias: { '.js': ['.ts', '.tsx', '.js', '.d.ts'] },
});

/** The files that git has or would have, of the kinds that import and are imported: absolute names. */
export function sourceFiles(root) {
  return execFileSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', '-z', '*.ts', '*.tsx', '*.js'],
    { cwd: root, encoding: 'utf8' },
  )
    .split('\0')
    .filter((name) => name !== '')
    .map((name) => path.join(root, name))
    .filter((file) => existsSync(file));
}

/**
 * All files with all that they import of ours, what is generated among them.
 * @param {string[]} files where to begin; absolute names
 * @returns {Map<string, { text: string, imports: string[] }>} of what is no source (a page, data), no imports
 * @throws {Error} where what is imported is not there
 */
export function importsOf(files) {
  const found = new Map();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    const text = readFileSync(file, 'utf8');
    const imports = SOURCE.test(file) ? importedBy(file, text) : [];
    found.set(file, { text, imports });
    open.push(...imports);
  }
  return found;
}

function importedBy(file, text) {
  const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return [...new Set(names.filter((name) => OURS.test(name)))].map((name) => {
    const { path: target, error } = resolver.sync(path.dirname(file), name);
    if (target === undefined) throw new Error(`${file} imports ${name}: ${error}`);
    // What a bundler does with it stands behind the name.
    return target.replace(/[?].*$/, '');
  });
}
