// Makes the copy of pdf.js that the reader of PDFs uses, in generated/. The text of the library stays as
// it is but for one number; a few names of its modules are hidden from it, and some of its classes can be reached:
//
// - It writes to no console: it complains of a canvas that reading does not need while it is loaded, when
//   its option for that cannot be set yet.
// - It sees no Node: there it would load a library for drawing, where one is installed, and make globals of
//   the program of what that has.
// - It needs no DOMMatrix: only drawing asks for it.
// - Its worker does not take the thread that it is loaded in for one of its own and speak through its port.
// - It does not put an Array.prototype.push of its own, which is many times slower, in the place of the
//   engine's: in Node 20 it would, for the sake of the message of an error.
// - What reading a page costs can be counted where it is spent (src/reading/pdf-budget.ts): pdf.js has no
//   limits of its own.
// - It makes no spaces of gaps: what is drawn later, a raised note's mark, may stand in one, and letters may
//   be set apart. Which gaps part words is told where all of a line is known (src/reading/pdf-lines.ts).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const COUNTED = [
  'BrotliStream',
  'CMap',
  'DecodeStream',
  'Font',
  'Lexer',
  'PartialEvaluator',
  'StateManager',
  'StructElementNode',
];
const FIRST =
  'const console = { log() {}, info() {}, warn() {}, error() {} }; class DOMMatrix {} const self = undefined, process = undefined; const builtInPush = Array.prototype.push;';
const LAST = 'Array.prototype.push = builtInPush;';

const require = createRequire(import.meta.url);
const { version } = require('pdfjs-dist/package.json');
const folder = path.join(import.meta.dirname, 'generated');
mkdirSync(folder, { recursive: true });

copy('pdf.mjs', LAST, (text) => text);
// A class that pdf.js no longer has is an error when the copy is loaded.
copy('pdf.worker.mjs', `${LAST} export { ${COUNTED.join(', ')} };`, (text) => {
  const [before, after, ...more] = text.split('SPACE_IN_FLOW_MAX_FACTOR = 0.6;');
  if (after === undefined || more.length > 0)
    throw new Error('pdf.js makes spaces in another way.');
  return `${before}SPACE_IN_FLOW_MAX_FACTOR = 0;${after}`;
});

function copy(name, last, change) {
  const text = readFileSync(require.resolve(`pdfjs-dist/legacy/build/${name}`), 'utf8');
  const whole = change(text.replace(/^\/\/# sourceMappingURL=.*$/m, ''));
  const changed = `// pdfjs-dist ${version}, changed here (see generate.js), by the next line and by the last one.`;
  writeFileSync(path.join(folder, name), [changed, FIRST, whole.trimEnd(), last, ''].join('\n'));
}
