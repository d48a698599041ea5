import { ReadError, textVersion, type SourceText } from '@standoff/evidence';
import type { Read, ReadAnswer } from './reading-worker.js';

/** A text as read, with its hash: what anchors are made in. */
export interface TextRead extends SourceText {
  readonly version: string;
}

/**
 * Reads a text in a worker of its own, so that a large one blocks nothing.
 * @throws ReadError where the file cannot be read
 */
export async function readInWorker(name: string, bytes: Uint8Array): Promise<TextRead> {
  const answer = await new Promise<ReadAnswer>((resolve, reject) => {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
    const end = (): void => worker.terminate();
    worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
      resolve(data);
      end();
    };
    worker.onerror = ({ message }) => {
      reject(new Error(message || 'The reader of texts could not be started.'));
      end();
    };
    worker.postMessage({ name, bytes } satisfies Read);
  });
  if ('text' in answer) return { ...answer.text, version: await textVersion(answer.text.text) };
  const { code, message, hint } = answer.problem;
  throw new ReadError(code, message, hint);
}
