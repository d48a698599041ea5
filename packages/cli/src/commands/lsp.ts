import { Readable, Writable } from 'node:stream';
import { semanticTokens, startLanguageServer } from '@standoff/language/serve';
import {
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node.js';
import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import { answersInEditor } from '../lsp/answers-in-editor.js';
import { renamesInCase } from '../lsp/rename-in-case.js';

/** `standoff lsp`: the language server on standard streams, until the client ends it or its input ends. */
export async function lsp(io: Io): Promise<number> {
  const reader = new StreamMessageReader(Readable.from(io.stdin));
  const ended = new Promise<void>((resolve) => reader.onClose(resolve));
  const { stdout } = io;
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      // Each message comes whole, and nobody looks at it.
      const text = chunk.toString('utf8');
      if (stdout.exactly) stdout.exactly(text);
      else stdout.write(text);
      done();
    },
  });
  const connection = createConnection(reader, new StreamMessageWriter(output));
  startLanguageServer(connection, [semanticTokens, answersInEditor(io), renamesInCase]);
  await Promise.race([ended, io.stopped()]);
  connection.dispose();
  return EXIT.fine;
}
