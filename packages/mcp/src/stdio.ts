import { Readable, Writable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { jsonWithoutSteering } from '@standoff/model';
import { Cases } from './cases.js';
import type { Desk } from './desk.js';
import { createServer } from './server.js';

/** Where messages come from and go to. */
export interface Lines {
  readonly input: AsyncIterable<Uint8Array>;
  readonly write: (text: string) => void;
}

/**
 * Serves one client over standard input and output, a message a line, until the input ends or the server
 * is closed.
 */
export async function serveStdio(
  desk: Desk,
  version: string,
  { input, write }: Lines,
): Promise<{ readonly ended: Promise<void>; close(): Promise<void> }> {
  const server = createServer(new Cases(desk), version);
  const readable = Readable.from(input, { objectMode: false });
  const ended = new Promise<void>((resolve) => {
    readable.once('end', resolve).once('close', resolve);
  });
  const writable = new Writable({
    decodeStrings: false,
    write(chunk: string, _, done) {
      // What would steer a terminal is written as JSON writes it, and read by the client as it was.
      write(jsonWithoutSteering(chunk));
      done();
    },
  });
  await server.connect(new StdioServerTransport(readable, writable));
  return { ended, close: () => server.close() };
}
