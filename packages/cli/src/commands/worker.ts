import { threadsHere, work } from '@standoff/sweeps';
import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import { atStation } from '../station.js';
import { warn } from '../terminal.js';

interface WorkerFlags {
  readonly on: string;
  readonly threads?: number;
  readonly once?: boolean;
}

/** `standoff worker`: works on the sweeps of a place, until it is told to stop. */
export function workOnSweeps(
  io: Io,
  { on, threads = threadsHere(), once = false }: WorkerFlags,
): Promise<number> {
  return atStation(io, on, async (station) => {
    warn(
      io,
      `worker ${station.worker} at ${station.database.place.shown}${once ? '' : '; Ctrl-C ends it behind what it is at'}`,
    );
    let stopped = false;
    void io.stopped().then(() => (stopped = true));
    await work(station, {
      script: new URL('sweep-worker.js', io.threads),
      size: threads,
      once,
      stopped: () => stopped,
      refused: (message) => warn(io, `standoff: ${message}`),
    });
    return EXIT.fine;
  });
}
