import { WriteError } from '@standoff/workbench/server';
import { usage } from './failure.js';
import { placeOf, type Io } from './io.js';

/**
 * Writes a file or into a folder, with one of the writers of the workbench's server.
 * @param name as the user knows it
 * @throws Failure, with exit code 2, that calls it by that name
 */
export function writeAt<A extends readonly unknown[], R>(
  io: Io,
  name: string,
  how: (place: string, ...content: A) => R,
  ...content: A
): R {
  const place = placeOf(io, name);
  try {
    return how(place, ...content);
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    throw usage(
      error.code,
      error.message.replace(place, () => name),
    );
  }
}
