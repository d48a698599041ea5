import { parentPort } from 'node:worker_threads';
import { serveStability } from '@standoff/engine';

/** What a worker thread runs; see `workers.ts`. */
const port = parentPort!;
serveStability({
  post: (message) => port.postMessage(message),
  listen: (handle) => port.on('message', handle),
});
