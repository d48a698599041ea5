/**
 * How soon an editor shows what is wrong: a key stroke to the diagnostics of it, over the protocol, as
 * `standoff lsp` answers an editor; of several versions of the program by turns, in one run.
 *
 *   node bench/editor.js [--case cases/korea-2018/korea.standoff] [--times 20] [ROOT …]
 *
 * ROOT is the folder of a built version; this one when left out. A brace that stands alone comes at the end of the
 * file and goes again, so that every stroke is answered by diagnostics that differ from those before.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    case: { type: 'string', default: 'cases/korea-2018/korea.standoff' },
    times: { type: 'string', default: '20' },
  },
});
const file = resolve(values.case);
const text = readFileSync(file, 'utf8');
const uri = pathToFileURL(file).href;
const roots = positionals.length > 0 ? positionals : [resolve(import.meta.dirname, '..')];

const editors = [];
for (const root of roots) editors.push(await opened(resolve(root)));
for (let k = 0; k < Number(values.times); k++)
  for (const editor of editors) editor.strokes.push(await stroke(editor, k % 2 === 0));
for (const { root, strokes, server } of editors) {
  const [low, median, high] = [0, 0.5, 1].map((share) => quantile(strokes, share));
  console.log(`${root}\n  key stroke to diagnostics: ${median} ms (${low} to ${high})`);
  server.kill();
}

/** The server of a version, the file open in it. */
async function opened(root) {
  const script = join(root, 'packages/cli/bin/standoff.js');
  const server = spawn(process.execPath, [script, 'lsp', '--stdio']);
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  client.listen();
  const capabilities = { textDocument: { publishDiagnostics: {} } };
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
  await client.sendNotification('initialized', {});
  const editor = { root, server, client, version: 1, strokes: [] };
  const first = diagnosed(editor, () => true);
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'standoff', version: 1, text },
  });
  await first;
  return editor;
}

/** The diagnostics of the file, once they are as asked. */
function diagnosed({ client }, asked) {
  return new Promise((found) => {
    const listening = client.onNotification('textDocument/publishDiagnostics', (told) => {
      if (told.uri !== uri || !asked(told.diagnostics)) return;
      listening.dispose();
      found();
    });
  });
}

/** Milliseconds from a brace typed, or taken away, to diagnostics that say so. */
async function stroke(editor, wrong) {
  const isMistake = ({ severity }) => severity === 1;
  const answered = diagnosed(editor, (told) => told.some(isMistake) === wrong);
  const line = text.split('\n').length - 1;
  const start = { line, character: text.length - text.lastIndexOf('\n') - 1 };
  const begun = performance.now();
  await editor.client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: ++editor.version },
    contentChanges: [
      wrong
        ? { range: { start, end: start }, text: '}' }
        : { range: { start, end: { ...start, character: start.character + 1 } }, text: '' },
    ],
  });
  await answered;
  return performance.now() - begun;
}

function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return Math.round(sorted[Math.round(share * (sorted.length - 1))]);
}
