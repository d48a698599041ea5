import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import {
  addTally,
  Outcomes,
  PlannedWorlds,
  tallyOf,
  Worlds,
  type Concept,
  type Prepared,
  type PrepareOptions,
  type WorldPlan,
  type WorldTally,
} from '@standoff/situation';
import { EngineError, type Watch } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import type { Io } from './io.js';

/** What each worker thread is given once. */
export interface Sweep {
  readonly model: ConflictModel;
  readonly options: PrepareOptions;
  readonly concept: Concept;
  readonly plan: WorldPlan;
}

/** Worlds by number, without the last. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** More threads than this wait for memory rather than for each other. */
const MOST = 8;
/** Worlds times states that are not worth the start of a thread. */
const WORTH_THREADS = 500_000;
/** Parts for each thread: so that none waits long for the others, and progress can be told. */
const PARTS = 16;

/** The tally of all worlds of a plan, shared among worker threads where there are many. */
export async function sweep(
  prepared: Prepared,
  worlds: Worlds,
  plan: WorldPlan,
  {
    concept,
    options,
    watch,
    io,
  }: Pick<Sweep, 'concept' | 'options'> & { readonly watch: Watch; readonly io: Io },
): Promise<WorldTally> {
  const planned = new PlannedWorlds(worlds, plan);
  const { count } = planned;
  const threads = Math.min(MOST, availableParallelism(), count);
  if (threads < 2 || count * prepared.space.size < WORTH_THREADS)
    return tallyOf(new Outcomes(prepared, concept), planned, 0, count, (done) => {
      watch(done / count);
    });
  const parts = partsOf(count, threads * PARTS);
  const job: Sweep = { model: prepared.model, options, concept, plan };
  const tallies: WorldTally[] = [];
  let next = 0;
  let done = 0;
  await Promise.all(
    Array.from({ length: threads }, () =>
      inThread(io, job, {
        next: () => parts[next++] ?? null,
        done: ({ from, to }, tally) => {
          tallies.push(tally);
          done += to - from;
          watch(done / count);
        },
      }),
    ),
  );
  return tallies.reduce((total, tally) => {
    addTally(total, tally);
    return total;
  });
}

function partsOf(count: number, most: number): Part[] {
  const size = Math.ceil(count / most);
  return Array.from({ length: Math.ceil(count / size) }, (_, k) => ({
    from: k * size,
    to: Math.min(count, (k + 1) * size),
  }));
}

/** One thread, given parts until none is left. @throws EngineError 'worker-failed'. */
function inThread(
  { threads }: Io,
  job: Sweep,
  parts: { next: () => Part | null; done: (part: Part, tally: WorldTally) => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('world-worker.js', threads), { workerData: job });
    let part: Part | null = null;
    const give = (): void => {
      part = parts.next();
      if (part) worker.postMessage(part);
      else void worker.terminate().then(() => resolve(), reject);
    };
    worker.on('message', (tally: WorldTally) => {
      parts.done(part!, tally);
      give();
    });
    worker.on('error', ({ message }) => {
      reject(new EngineError('worker-failed', message));
    });
    give();
  });
}
