import { availableParallelism } from 'node:os';
import type { Watch } from '@standoff/engine';
import type { Through } from '@standoff/questions';
import type { Payload } from './payload.js';
import { begin, sizeFor, stretches } from './stretch.js';
import { Thread } from './thread.js';

/** More threads than this wait for memory rather than for each other. */
const MOST = 8;
/** So long it is gone on with alone, in milliseconds, to see how long all takes. */
const ALONE = 200;
/** What takes less than this is not worth the start of a thread. */
const WORTH_THREADS = 1_000;
/** A stretch on a thread: so that none waits long for the others, and progress can be told. */
const STRETCH = 500;

/** Threads of this machine that pay. */
export function threadsHere(): number {
  return Math.min(MOST, availableParallelism());
}

/** Goes through items on threads of this machine, where they take a while. */
export function throughThreads(
  { model, options }: Omit<Payload, 'sweep'>,
  { script, watch, size = threadsHere() }: { script: URL; watch: Watch; size?: number },
): Through {
  return async (sweep, items) => {
    const { count, merge } = items;
    const begun = begin(items, ALONE, watch);
    const { next, each } = begun;
    const threads = Math.min(size, count - next);
    if (threads < 2 || (count - next) * each < WORTH_THREADS) {
      const share = next / count;
      return merge(
        begun.part,
        items.solve(next, count, (done) => watch(share + done * (1 - share))),
      );
    }
    const payload: Payload = { model, options, sweep };
    const waiting = stretches(
      next,
      count,
      Math.min(sizeFor(each, STRETCH), Math.ceil((count - next) / threads)),
    );
    let { part } = begun;
    let done = next;
    const started = Array.from({ length: threads }, () => new Thread(script));
    try {
      await Promise.all(
        started.map(async (thread) => {
          for (let mine = waiting.shift(); mine; mine = waiting.shift()) {
            const came = (await thread.solve(payload, mine)) as typeof part;
            // Read now: others may have come meanwhile.
            part = merge(part, came);
            done += mine.to - mine.from;
            watch(done / count);
          }
        }),
      );
    } finally {
      await Promise.all(started.map((thread) => thread.close()));
    }
    return part;
  };
}
