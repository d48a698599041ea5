import { execFileSync } from 'node:child_process';

/** Makes a named pipe, by the program of the system that does: Node has no call for it. Whoever opens it to read waits. */
export function makePipe(file: string): void {
  execFileSync('mkfifo', [file]);
}
