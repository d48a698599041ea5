/** Below this nobody wonders what is going on. */
const QUIET_MS = 500;

/** Shows the share done on standard error, if that is a terminal and the work takes a while. */
export function progressOn(stream: NodeJS.WriteStream): {
  report: (done: number) => void;
  clear: () => void;
} {
  const started = performance.now();
  let shown = false;
  return {
    report(done) {
      if (!stream.isTTY || performance.now() - started < QUIET_MS) return;
      shown = true;
      stream.write(`\r${Math.floor(done * 100)} % analysed`);
    },
    clear() {
      if (shown) stream.write('\r\u001b[K');
    },
  };
}
