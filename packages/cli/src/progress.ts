import type { Io } from './io.js';
import { LINE_ANEW } from './terminal.js';

/** Below this nobody wonders what is going on. */
const QUIET_MS = 500;
/** An estimate from less than this is a guess. */
const ESTIMATE_MS = 2000;

/**
 * Shows the share done on standard error, if that is a terminal and the work takes a while; and how
 * long it still takes, as soon as that can be told from what was done.
 */
export function progressOn(
  { stderr }: Io,
  what = 'analysed',
): {
  report: (done: number) => void;
  clear: () => void;
} {
  const started = performance.now();
  let shown = '';
  let furthest = 0;
  let least = Infinity;
  return {
    report(done) {
      const elapsed = performance.now() - started;
      if (!stderr.isTTY || elapsed < QUIET_MS) return;
      furthest = Math.max(furthest, done);
      // An estimate that rises again was none: what was said before stands until it is reached.
      least = Math.min(least, remaining(elapsed, furthest));
      const text = `${Math.floor(furthest * 100)} % ${what}${left(least)}`;
      if (text === shown) return;
      shown = text;
      stderr.write(LINE_ANEW + text);
    },
    clear() {
      if (shown !== '') stderr.write(LINE_ANEW);
    },
  };
}

/** In seconds; endless where that cannot be told yet, or nothing is left. */
export function remaining(elapsed: number, done: number): number {
  if (elapsed < ESTIMATE_MS || done < 0.05 || done >= 1) return Infinity;
  return Math.ceil((elapsed * (1 - done)) / done / 1000);
}

/** ", about 40 s left". */
export function left(seconds: number): string {
  if (seconds === Infinity) return '';
  return seconds < 100
    ? `, about ${seconds} s left`
    : `, about ${Math.round(seconds / 60)} min left`;
}
