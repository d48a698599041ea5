import type { RunIo } from './given.js';
import type { Io } from './io.js';

/**
 * What is given, and of the rest what the process has.
 * @param folder where the bundled command and what it loads lie
 */
export function processIo(folder: URL, given: RunIo = {}): Io {
  return {
    cwd: given.cwd ?? process.cwd(),
    env: given.env ?? process.env,
    // Asked for where it is read: to look at it can hold up the process.
    get stdin() {
      return given.stdin ?? process.stdin;
    },
    stdout: given.stdout ?? process.stdout,
    stderr: given.stderr ?? process.stderr,
    threads: given.threads ?? folder,
    schemas: given.schemas ?? new URL('schemas/', folder),
    app: given.app ?? new URL('app/', folder),
    stopped: () => given.stopped?.() ?? signalled(),
  };
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve());
  });
}
