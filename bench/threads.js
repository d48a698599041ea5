import { Worker } from 'node:worker_threads';
import { createGame, judgeInWorkers, optionMoves, stateSpace, WorkerPool } from '@standoff/engine';
import { CLASSIC } from './kernels.js';

/** The engine in worker threads on the same model: milliseconds, the least of several warm runs. */
export async function inThreads({ options, codes, owned, ranks, directions }, workers, runs) {
  const space = stateSpace(options, codes);
  const game = createGame(optionMoves(space, owned, directions), ranks, space);
  const pool = new WorkerPool(() => {
    const worker = new Worker(new URL('./worker.js', import.meta.url));
    return {
      post: (message) => worker.postMessage(message),
      listen: (handle) => worker.on('message', handle),
      onBreak: (handle) => worker.on('error', ({ message }) => handle(message)),
      close: () => void worker.terminate(),
    };
  }, workers);
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await judgeInWorkers(pool, game, CLASSIC);
    least = Math.min(least, performance.now() - start);
  }
  pool.close();
  return least;
}
