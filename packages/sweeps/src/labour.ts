import type { Station } from './station.js';
import type { Kept } from './store.js';
import { Thread } from './thread.js';

/** Milliseconds until it is looked again whether a chunk waits, doubling up to the last of them. */
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 2_000;

/**
 * Works on sweeps with some threads, a chunk a thread.
 * @param sweeps those to be worked on, the first first; null: it is over
 * @param stopped whether it is to end, each thread behind its chunk
 * @param idle done by a thread that finds nothing to do
 * @param fresh so many milliseconds it is gone on with the same sweeps while there is work: to look how far they are
 *   takes the database longer, the further they are
 */
export async function labour(
  station: Station,
  { script, size }: { readonly script: URL; readonly size: number },
  sweeps: () => Promise<readonly Kept[] | null>,
  {
    stopped = () => false,
    idle = async () => undefined,
    fresh,
  }: {
    readonly stopped?: () => boolean;
    readonly idle?: () => Promise<void>;
    readonly fresh: number;
  },
): Promise<void> {
  let over = false;
  const oneThread = async (thread: Thread): Promise<void> => {
    let list: readonly Kept[] | null = [];
    let looked = -Infinity;
    let pause = FIRST_PAUSE;
    while (!over && !stopped()) {
      if (performance.now() - looked > fresh) {
        list = await sweeps();
        looked = performance.now();
      }
      if (list === null) break;
      if (await workedOnOne(station, list, thread)) {
        pause = FIRST_PAUSE;
        continue;
      }
      looked = -Infinity;
      await station.queue.tidy();
      await idle();
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(2 * pause, LONGEST_PAUSE);
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
