import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * For esbuild: what is imported from a package of this repository comes straight from the file that has it,
 * and not through the package's index.
 *
 * With splitting, esbuild loads at a start whatever the imports of a file lead to, used or not: one word
 * taken from an index made the help of the command load all questions with all they are answered by.
 */
export function straightImports(packages) {
  const indexes = new Map();
  const indexOf = (specifier) => {
    if (!indexes.has(specifier)) indexes.set(specifier, readIndex(packages, specifier));
    return indexes.get(specifier);
  };
  return {
    name: 'straight-imports',
    setup(build) {
      build.onLoad({ filter: /packages[\\/][^\\/]+[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => ({
        contents: straightened(readFileSync(file, 'utf8'), path.dirname(file), indexOf),
        loader: 'ts',
      }));
    },
  };
}

const FROM_PACKAGE = /^(import|export) (type )?\{([^}]*)\} from '(@standoff\/[^']+)';/gmu;

/** Lines stay where they are. Types are left out: nothing of them is left to load. */
function straightened(text, folder, indexOf) {
  return text.replace(FROM_PACKAGE, (statement, verb, types, names, specifier) => {
    const index = indexOf(specifier);
    if (index === null) return statement;
    const lines = '\n'.repeat(statement.split('\n').length - 1);
    if (types) return lines;
    const apart = namesIn(names).map(({ name, as }) => {
      const { file, name: there } = index.get(name) ?? {};
      if (file === undefined) throw new Error(`${specifier} exports no ${name}`);
      const from = path.relative(folder, file).replaceAll('\\', '/');
      return `${verb} { ${there} as ${as} } from '${from.startsWith('.') ? from : `./${from}`}';`;
    });
    return apart.join(' ') + lines;
  });
}

/** The names of an import or export that stand for values. */
function namesIn(list) {
  return list
    .replace(/\/\/.*$/gmu, '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && !one.startsWith('type '))
    .map((one) => {
      const [name, as = name] = one.split(/\s+as\s+/u);
      return { name, as };
    });
}

/** By name: in which file what a package exports is, and what it is called there; null: loading its index may do something. */
function readIndex(packages, specifier) {
  const [, name, ...below] = specifier.split('/');
  const folder = path.join(packages, name);
  const { exports, sideEffects } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  // A list is of files, which an index is none of.
  if (sideEffects !== false && !Array.isArray(sideEffects)) return null;
  const entry = exports[['.', ...below].join('/')]?.['standoff-source'];
  return entry === undefined ? null : exportsOf(path.join(folder, entry));
}

const EXPORTED_FROM = /^export (type )?(\*|\{([^}]*)\}) from '(\.[^']+)';/gmu;
const DECLARED = /^export (?:abstract |async )?(?:const|let|function\*?|class|enum) (\w+)/gmu;
const LISTED = /^export \{([^}]*)\};/gmu;

function exportsOf(file) {
  const text = readFileSync(file, 'utf8');
  const found = new Map();
  for (const [, name] of text.matchAll(DECLARED)) found.set(name, { file, name });
  for (const [, names] of text.matchAll(LISTED))
    for (const { as } of namesIn(names)) found.set(as, { file, name: as });
  for (const [, types, all, names, specifier] of text.matchAll(EXPORTED_FROM)) {
    if (types) continue;
    const there = exportsOf(path.join(path.dirname(file), specifier.replace(/\.js$/u, '.ts')));
    if (all === '*') for (const [name, origin] of there) found.set(name, origin);
    else
      for (const { name, as } of namesIn(names)) {
        const origin = there.get(name);
        if (origin === undefined) throw new Error(`${file} exports ${name}, which is nowhere`);
        found.set(as, origin);
      }
  }
  return found;
}
