import { parentPort } from 'node:worker_threads';
import { serveReading } from '@standoff/evidence/read';

/** What the thread that reads texts runs; see `reading.ts`. */
const port = parentPort!;
serveReading({
  post: (message) => port.postMessage(message),
  listen: (handle) => port.on('message', handle),
});

// pdf.js gives up parts of a damaged file that nobody waits for; what is waited for tells its own failure.
process.on('unhandledRejection', () => undefined);
