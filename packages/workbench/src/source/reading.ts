import type { SourceText } from '@standoff/evidence';
import { Reader, type ReadingThread } from '@standoff/evidence/read';
import { textVersion } from '@standoff/evidence/records';

/** A text as read, with its hash: what anchors are made in. */
export interface TextRead extends SourceText {
  readonly version: string;
}

/**
 * Reads a text in a worker of its own, so that a large one blocks nothing and its memory is given back.
 * @throws ReadError where the file cannot be read
 */
export async function readInWorker(
  name: string,
  bytes: Uint8Array,
  encoding?: string,
): Promise<TextRead> {
  const reader = new Reader(start);
  try {
    const text = await reader.read(bytes, { name, encoding });
    return { ...text, version: textVersion(text.text) };
  } finally {
    reader.close();
  }
}

/** A browser tells neither memory nor time of computing: what the readers count has to do for the first. */
function start(): ReadingThread {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (message) => worker.postMessage(message),
    listen: (handle) => (worker.onmessage = ({ data }) => handle(data)),
    onBreak: (handle) =>
      (worker.onerror = ({ message }) =>
        handle(new Error(message || 'The reader of texts could not be started.'))),
    watch: (milliseconds, stop) => {
      const timer = setTimeout(() => stop('time'), milliseconds);
      return () => clearTimeout(timer);
    },
    close: () => worker.terminate(),
  };
}
