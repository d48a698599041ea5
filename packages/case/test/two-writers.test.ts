import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { versionOf } from '../src/index.js';

// As in writer.ts, which cannot be imported: it begins to write.
const [TRY, WAITS, GOES, IS_DONE] = [0, 0, 1, 2];
const turnOf = (writer: number): number => 1 + 2 * writer;
const outcomeOf = (writer: number): number => 2 + 2 * writer;
const [WROTE, WAS_REFUSED, , IS_WAITING] = [1, 2, 3, 4];

const DEAD = `${2 ** 22 + 1}-0123abcd`;
const place = mkdtempSync(path.join(tmpdir(), 'standoff-writers-'));
const script = path.join(place, 'writer.mjs');

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL('writer.ts', import.meta.url))],
    outfile: script,
    bundle: true,
    format: 'esm',
    platform: 'node',
  });
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Two writers in one folder, who go on one call of the file system at a time, as they are told. */
class Two {
  readonly #shared = new Int32Array(new SharedArrayBuffer(20));
  readonly #workers: readonly Worker[];
  #try = 0;

  constructor(
    readonly folder: string,
    name: string,
    basedOn: string | null,
  ) {
    // Each has the number of a process that is there, and not the other's.
    this.#workers = [process.pid, process.ppid].map(
      (pid, writer) =>
        new Worker(script, {
          workerData: { shared: this.#shared, writer, pid, folder, name, basedOn },
        }),
    );
  }

  async ready(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => once(worker, 'online')));
    for (const writer of [0, 1]) this.#await(writer, WAITS);
  }

  /** Begins a try. Its folder. */
  begin(): string {
    this.#try += 1;
    Atomics.store(this.#shared, TRY, this.#try);
    for (const writer of [0, 1]) Atomics.store(this.#shared, outcomeOf(writer), 0);
    return `${this.folder}-${this.#try}`;
  }

  /** Lets a writer do so many calls. Whether it is done. */
  go(writer: number, calls: number): boolean {
    for (let k = 0; k < calls; k++) {
      Atomics.store(this.#shared, turnOf(writer), GOES);
      Atomics.notify(this.#shared, turnOf(writer));
      if (this.#await(writer, GOES) === IS_DONE) return true;
    }
    return false;
  }

  #await(writer: number, before: number): number {
    const turn = turnOf(writer);
    while (Atomics.load(this.#shared, turn) === before) Atomics.wait(this.#shared, turn, before);
    return Atomics.load(this.#shared, turn);
  }

  outcome(writer: number): number {
    return Atomics.load(this.#shared, outcomeOf(writer));
  }

  async end(): Promise<void> {
    for (const worker of this.#workers) await worker.terminate();
  }
}

const BEFORE = 'by neither';

describe.each([
  ['a file that is there', (folder: string) => writeFileSync(path.join(folder, 'a'), BEFORE), true],
  ['a file that is not there yet', () => undefined, false],
  [
    'a file, where one who was killed held the lock',
    (folder: string) => {
      writeFileSync(path.join(folder, 'a'), BEFORE);
      symlinkSync(DEAD, path.join(folder, '.standoff-lock'));
    },
    true,
  ],
] as const)('two who write %s', (what, prepare, exists) => {
  test('in any order with two turns each: one does, the other is told', async () => {
    const two = new Two(
      path.join(place, what.replaceAll(' ', '-')),
      'a',
      exists ? versionOf(Buffer.from(BEFORE)) : null,
    );
    await two.ready();
    let tries = 0;
    try {
      for (let [first, more] = [0, true]; more; first++) {
        for (let [second, others] = [0, true]; others; second++) {
          const folder = two.begin();
          mkdirSync(folder);
          prepare(folder);
          const done = [two.go(0, first), two.go(1, second)];
          more = !done[0];
          others = !done[1] && two.outcome(1) !== IS_WAITING;
          for (const writer of [0, 1]) if (!done[writer]) two.go(writer, Infinity);
          const outcomes = [two.outcome(0), two.outcome(1)];
          const where = `${first} and ${second} calls`;
          expect([...outcomes].sort(), where).toEqual([WROTE, WAS_REFUSED]);
          expect(readdirSync(folder), where).toEqual(['a']);
          expect(readFileSync(path.join(folder, 'a'), 'utf8'), where).toBe(
            `by ${outcomes.indexOf(WROTE)}`,
          );
          rmSync(folder, { recursive: true });
          tries += 1;
        }
      }
    } finally {
      await two.end();
    }
    expect(tries).toBeGreaterThan(100);
  });
});
