import { serveReading } from '@standoff/evidence/read';

/** What the thread that reads a text runs; see `reading.ts`. */
serveReading({
  post: (message) => postMessage(message),
  listen: (handle) => addEventListener('message', ({ data }) => handle(data)),
});
