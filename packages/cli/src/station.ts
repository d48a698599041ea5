import { placeOf, Station, SweepError } from '@standoff/sweeps';
import { usage } from './failure.js';
import type { Io } from './io.js';
import { warn } from './terminal.js';
import { standoffVersion } from './version.js';

/**
 * Does something where sweeps are kept.
 * @throws Failure where there is no such place, or it fails
 */
export async function atStation<T>(
  io: Io,
  on: string,
  work: (station: Station) => Promise<T>,
): Promise<T> {
  try {
    const station = await Station.open(placeOf(on, io.cwd), {
      version: standoffVersion(),
      waiting: (why) => warn(io, `standoff: ${why}; it is tried again`),
    });
    try {
      return await work(station);
    } finally {
      await station.close();
    }
  } catch (error) {
    if (error instanceof SweepError) throw usage(error.code, error.message, error.hint);
    throw error;
  }
}
