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
export function progressOn({ stderr }: Io): {
  report: (done: number) => void;
  clear: () => void;
} {
  const started = performance.now();
  let shown = '';
  return {
    report(done) {
      const elapsed = performance.now() - started;
      if (!stderr.isTTY || elapsed < QUIET_MS) return;
      const text = `${Math.floor(done * 100)} % analysed${left(elapsed, done)}`;
      if (text === shown) return;
      shown = text;
      stderr.write(LINE_ANEW + text);
    },
    clear() {
      if (shown !== '') stderr.write(LINE_ANEW);
    },
  };
}

/** ", about 40 s left". */
export function left(elapsed: number, done: number): string {
  if (elapsed < ESTIMATE_MS || done < 0.05 || done >= 1) return '';
  const seconds = Math.ceil((elapsed * (1 - done)) / done / 1000);
  return seconds < 100
    ? `, about ${seconds} s left`
    : `, about ${Math.round(seconds / 60)} min left`;
}
