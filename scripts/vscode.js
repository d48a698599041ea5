// Builds the extension for VS Code, editors/vscode/standoff.vsix: the extension, the command with the
// language server, and the colours. What it is built with is no dependency of the rest and is installed there.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { grammarOf } from '../editors/vscode/grammar.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'editors/vscode');
const dist = path.join(folder, 'dist');
const run = (program, args) =>
  execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });

run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts']);
run(path.join(root, 'node_modules/.bin/tsc'), ['-p', '.']);
rmSync(dist, { recursive: true, force: true });
mkdirSync(path.join(dist, 'server'), { recursive: true });
await build({
  entryPoints: [path.join(folder, 'src/extension.ts')],
  outfile: path.join(dist, 'extension.cjs'),
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  external: ['vscode'],
  minifySyntax: true,
  minifyWhitespace: true,
});
run(process.execPath, [path.join(root, 'packages/cli/bundle.js'), path.join(dist, 'server')]);
writeFileSync(path.join(dist, 'server/package.json'), '{ "type": "module" }\n');
const langium = readFileSync(path.join(root, 'packages/language/src/standoff.langium'), 'utf8');
writeFileSync(path.join(dist, 'standoff.tmLanguage.json'), JSON.stringify(grammarOf(langium)));
copyFileSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
run(path.join(folder, 'node_modules/.bin/vsce'), [
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--out',
  'standoff.vsix',
]);
