import { parentPort } from 'node:worker_threads';
import { serveStability } from '@standoff/engine';

serveStability({
  post: (message) => parentPort.postMessage(message),
  listen: (handle) => parentPort.on('message', handle),
});
