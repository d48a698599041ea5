import { labour } from './labour.js';
import { isOver, otherVersion, type Station } from './station.js';
import type { Kept } from './store.js';

/** Milliseconds after which a worker that has work looks whether there is other work. */
const FRESH = 30_000;

export interface WorkerOptions {
  /** The module of a thread: a call of `serveThread`. */
  readonly script: URL;
  /** How many threads. */
  readonly size: number;
  /** Ends when nothing is left to be done; else it waits for more. */
  readonly once: boolean;
  /** Whether it is to end, each thread behind its chunk. */
  readonly stopped: () => boolean;
  /** Told of what is not worked on, once for each sweep. */
  readonly refused: (message: string) => void;
}

/**
 * Works on all sweeps of a place that this version began.
 * @throws SweepError 'version' where there are only those of another version
 */
export async function work(
  station: Station,
  { script, size, once, stopped, refused }: WorkerOptions,
): Promise<void> {
  const { version } = station.options;
  const told = new Set<string>();
  let first = true;
  const open = async (): Promise<readonly Kept[] | null> => {
    const all = (await station.store.all()).filter((sweep) => !isOver(sweep));
    const own = all.filter((sweep) => sweep.version === version);
    const others = all.filter((sweep) => sweep.version !== version && !told.has(sweep.name));
    if (first && own.length === 0 && others.length > 0) throw otherVersion(others[0], version);
    first = false;
    for (const sweep of others) {
      told.add(sweep.name);
      refused(otherVersion(sweep, version).message);
    }
    return once && own.length === 0 ? null : own;
  };
  await labour(station, { script, size }, open, { stopped, fresh: FRESH });
}
