import { availableParallelism } from 'node:os';
import type { Watch } from '@standoff/engine';
import { watchOf, type Through } from '@standoff/questions';
import type { Payload } from './payload.js';
import { begin, Pace, type Stretch } from './stretch.js';
import { Thread } from './thread.js';

/** More threads than this wait for memory rather than for each other. */
const MOST = 8;
/** So long it is gone on with alone, in milliseconds, to see how long all takes. */
const ALONE = 200;
/** What takes less than this is not worth the start of a thread. */
const WORTH_THREADS = 1_000;
/** The longest that a stretch on a thread is meant to take, so that progress can be told. */
const STRETCH = 1_000;

/** Threads of this machine that pay. */
export function threadsHere(): number {
  return Math.min(MOST, availableParallelism());
}

/** Goes through items on threads of this machine, where they take a while. */
export function throughThreads(
  { model, options }: Omit<Payload, 'sweep'>,
  { script, watch: watchAll, size = threadsHere() }: { script: URL; watch: Watch; size?: number },
): Through {
  return async (sweep, items) => {
    const { count, merge } = items;
    const watch = watchOf(items, watchAll);
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
    // What threads handed back of a stretch that took longer than it was expected to.
    const back: Stretch[] = [];
    let cut = next;
    const taken = (pace: Pace): Stretch | undefined => {
      if (cut === count) return back.pop();
      const from = cut;
      cut += Math.min(pace.next(count - from, STRETCH), Math.ceil((count - from) / threads));
      return { from, to: cut };
    };
    let { part } = begun;
    let done = next;
    const started = Array.from({ length: threads }, () => new Thread(script));
    try {
      await Promise.all(
        started.map(async (thread) => {
          const pace = new Pace(each);
          for (let mine = taken(pace); mine; mine = taken(pace)) {
            const came = await thread.solve(payload, mine, pace.each);
            // Read now: others may have come meanwhile.
            part = merge(part, came.part as typeof part);
            pace.measure(came.to - mine.from, came.milliseconds);
            if (came.to < mine.to) back.push({ from: came.to, to: mine.to });
            done += came.to - mine.from;
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
