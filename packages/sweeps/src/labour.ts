import type { Station } from './station.js';
import type { Kept } from './store.js';
import { Thread } from './thread.js';

/** Milliseconds until it is looked again whether a chunk waits. */
const PAUSE = 200;

/**
 * Works on sweeps with some threads, a chunk a thread.
 * @param sweeps those to be worked on, the first first; null: it is over
 * @param idle done by a thread that finds nothing to do
 */
export async function labour(
  station: Station,
  { script, size }: { readonly script: URL; readonly size: number },
  sweeps: () => Promise<readonly Kept[] | null>,
  idle: () => Promise<void> = async () => undefined,
): Promise<void> {
  let over = false;
  const oneThread = async (thread: Thread): Promise<void> => {
    while (!over) {
      const list = await sweeps();
      if (list === null) break;
      if (await workedOnOne(station, list, thread)) continue;
      await station.queue.tidy();
      await idle();
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    over = true;
  };
  const threads = Array.from({ length: size }, () => new Thread(script));
  // One that fails ends the others, each behind its chunk.
  const ended = await Promise.allSettled(
    threads.map((thread) =>
      oneThread(thread).finally(() => {
        over = true;
        return thread.close();
      }),
    ),
  );
  for (const one of ended) if (one.status === 'rejected') throw one.reason as Error;
}

async function workedOnOne(
  station: Station,
  list: readonly Kept[],
  thread: Thread,
): Promise<boolean> {
  for (const sweep of list) if (await station.work(sweep, thread)) return true;
  return false;
}
