// One of two writers, in a thread of its own. It waits for its turn before each call of the file
// system, so that the test decides in which order they come.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { workerData } from 'node:worker_threads';
import { CaseError } from '../src/case-error.js';
import { Folder } from '../src/folder.js';
import { writeFiles } from '../src/write.js';

/** What the test and the writers share: the number of the try, then for each writer turn and outcome. */
export const TRY = 0;
export const turnOf = (writer: number): number => 1 + 2 * writer;
export const outcomeOf = (writer: number): number => 2 + 2 * writer;
/** A turn. */
export const [WAITS, GOES, IS_DONE] = [0, 1, 2];
/** An outcome. */
export const [WROTE, WAS_REFUSED, FAILED, IS_WAITING] = [1, 2, 3, 4];

export interface WriterData {
  readonly shared: Int32Array;
  readonly writer: number;
  readonly pid: number;
  /** The folder of a try, without its number. */
  readonly folder: string;
  readonly name: string;
  readonly basedOn: string | null;
}

const { shared, writer, pid, folder, name, basedOn } = workerData as WriterData;
const turn = turnOf(writer);
const pause = Atomics.wait.bind(Atomics);

/** Lets the test go on, until it is this writer's turn again. */
function giveTurn(as: number): void {
  Atomics.store(shared, turn, as);
  Atomics.notify(shared, turn);
  for (let now = as; now !== GOES; now = Atomics.load(shared, turn)) pause(shared, turn, now);
}

/** Those at which what the other does can matter. */
const CALLS = 'open rename link symlink unlink readlink lstat'
  .split(' ')
  .map((call) => `${call}Sync`);
const disk = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
for (const call of CALLS) {
  const real = disk[call];
  disk[call] = (...args) => {
    giveTurn(WAITS);
    return real(...args);
  };
}
syncBuiltinESMExports();
Object.defineProperty(process, 'pid', { value: pid });
// The pause before a lock is tried again: nothing new comes of it until the other goes on.
Atomics.wait = () => {
  Atomics.store(shared, outcomeOf(writer), IS_WAITING);
  return 'timed-out';
};

function outcome(): number {
  try {
    const place = new Folder(`${folder}-${Atomics.load(shared, TRY)}`);
    writeFiles(place, { name, content: `by ${writer}`, basedOn });
    return WROTE;
  } catch (error) {
    return error instanceof CaseError ? WAS_REFUSED : FAILED;
  }
}

giveTurn(IS_DONE);
for (;;) {
  Atomics.store(shared, outcomeOf(writer), outcome());
  giveTurn(IS_DONE);
}
