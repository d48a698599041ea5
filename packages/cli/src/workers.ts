import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { WorkerPool, type WorkerHandle } from '@standoff/engine';
import type { Io } from './io.js';

/** More threads than this wait for memory rather than for each other. */
const MOST = 8;

/** Worker threads for the kernels, one a processor. None is started before it is needed. */
export function workerPool({ threads }: Io): WorkerPool {
  return new WorkerPool(() => spawn(threads), Math.min(MOST, availableParallelism()));
}

function spawn(threads: URL): WorkerHandle {
  const worker = new Worker(new URL('stability-worker.js', threads), { execArgv: [] });
  return {
    post: (message) => worker.postMessage(message),
    listen: (handle) => worker.on('message', handle),
    onBreak: (handle) => worker.on('error', ({ message }) => handle(message)),
    close: () => void worker.terminate(),
  };
}
