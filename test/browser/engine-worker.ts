import { serveStability } from '@standoff/engine';

serveStability({
  post: (message) => globalThis.postMessage(message),
  listen: (handle) => {
    globalThis.onmessage = ({ data }: MessageEvent) => handle(data);
  },
});
