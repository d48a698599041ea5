// npm run dev [CASE]: `standoff open` with the workbench made from the sources of all packages, and made
// anew in the page whenever one of them is saved. What is edited there is saved in the case, as always.
//
//   npm run dev                                 cases/korea-2018
//   npm run dev -- FOLDER --port 8000           options are those of `standoff open`
//
// The server itself (packages/case, packages/workbench/server) is as it was when it began.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleCommand } from '../packages/cli/test/bundle-command.js';
import { liveApp } from '../packages/workbench/live-app.js';

const root = path.join(import.meta.dirname, '..');
const args = process.argv.slice(2);
const named = args.length > 0 && !args[0].startsWith('-');

const command = bundleCommand();
process.on('exit', () => rmSync(command, { recursive: true, force: true }));
const folder = pathToFileURL(`${command}/`);
const { run } = await import(new URL('run.js', folder).href);

process.exitCode = await run(
  ['open', ...(named ? [] : [path.join(root, 'cases/korea-2018')]), ...args],
  {
    // Where npm was called; it moves to the folder of the repository.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    app: liveApp(),
  },
);
