import { Worker } from 'node:worker_threads';
import { LIMITS } from '@standoff/evidence';
import { Reader, type ReadingThread } from '@standoff/evidence/read';
import type { Io } from './io.js';

/** How often the thread is looked after, in milliseconds. */
const EVERY = 50;

const readers = new Map<string, Reader>();

/** The thread in which texts are read, one after the other; it is kept for those that follow. */
export function readerOf({ threads }: Io): Reader {
  const script = new URL('reading-worker.js', threads);
  const kept = readers.get(script.href) ?? new Reader(() => start(script));
  readers.set(script.href, kept);
  return kept;
}

function start(script: URL): ReadingThread {
  const worker = new Worker(script, {
    // Nothing of how the process was started: “--input-type” is for words on the command line.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.memory / 1e6 },
  });
  return {
    post: (message) => worker.postMessage(message),
    listen: (handle) => worker.removeAllListeners('message').on('message', handle),
    onBreak: (handle) =>
      worker
        .removeAllListeners('error')
        .on('error', (error: NodeJS.ErrnoException) =>
          handle(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : error),
        ),
    close: () => void worker.terminate(),
    watch: (milliseconds, stop) => {
      worker.ref();
      // Time of computing, not of waiting for a busy machine; the command itself does nothing meanwhile.
      const cpu = process.cpuUsage();
      // What lies outside of the heap, bytes above all, has no limit in Node.
      const memory = process.memoryUsage.rss();
      const timer = setInterval(() => {
        const { user, system } = process.cpuUsage(cpu);
        if ((user + system) / 1000 > milliseconds) stop('time');
        else if (process.memoryUsage.rss() - memory > LIMITS.memory) stop('memory');
      }, EVERY);
      return () => {
        clearInterval(timer);
        // The command ends without waiting for a thread that has nothing to do.
        worker.unref();
      };
    },
  };
}
