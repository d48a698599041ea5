/**
 * Told every few milliseconds of long work how much of it is done, as a share from 0 to 1. What it
 * throws stops the work and comes out of the call: cancellation leaves nothing behind.
 */
export type Watch = (done: number) => void;

/** For work that nobody watches. */
export const unwatched: Watch = () => undefined;

/** The part of a watch from `from` to `to`, as a watch of its own. */
export function between(watch: Watch, from: number, to: number): Watch {
  return (done) => watch(from + (to - from) * done);
}
