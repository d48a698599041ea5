import type { Watch } from '@standoff/engine';
import { watchOf, type Through } from '@standoff/questions';
import { unpacked } from './codec.js';
import { labour } from './labour.js';
import type { Payload } from './payload.js';
import { isOver, shareOf, type Station } from './station.js';
import type { Kept } from './store.js';
import { begin } from './stretch.js';
import { SweepError } from './sweep-error.js';

/** So long it is looked how long an item takes, in milliseconds. */
const MEASURED = 300;
/** So long nobody comes back with anything before chunks are put into the queue anew, in milliseconds. */
const STALLED = 180_000;
/** So often progress is told, in milliseconds. */
const FRESH = 1_000;

/** Items that are missing in an answer. */
export interface Missing {
  /** The first item. */
  readonly from: number;
  /** The item behind the last. */
  readonly to: number;
  /** What went wrong. */
  readonly why: string;
}

export interface QueueOptions extends Omit<Payload, 'sweep'> {
  /** The name of the sweep; made of what is asked when none is given. */
  readonly name: string | null;
  /** The threads of this process that work with the others. */
  readonly threads: { readonly script: URL; readonly size: number };
  readonly watch: Watch;
  /** Told when the sweep is in the queue. */
  readonly begun: (sweep: Kept) => void;
  /** Told of items that failed however often they were tried. */
  readonly missing: (missing: readonly Missing[]) => void;
}

/** Goes through items with whoever works at a place, this process among them. */
export function throughQueue(station: Station, options: QueueOptions): Through {
  const { model, options: prepared, name, threads, watch } = options;
  return async (sweep, items) => {
    const { count, merge } = items;
    const nothing = items.solve(0, 0);
    if (count === 0) return nothing;
    const kept = await station.begin(
      { model, options: prepared, sweep },
      { name: name && nameOf(name, sweep.stage), items: count },
      () => {
        const started = performance.now();
        const { part, next: to, each } = begin(items, MEASURED);
        return { part, to, each, milliseconds: performance.now() - started };
      },
    );
    options.begun(kept);
    await finish(station, kept.name, threads, watchOf(items, watch));
    await station.queue.remove(kept.name);
    const missing = await missingOf(station, kept);
    let part = nothing;
    let some = false;
    for await (const bytes of station.store.parts(kept.name)) {
      part = merge(part, unpacked(bytes) as typeof part);
      some = true;
    }
    if (!some)
      throw new SweepError(
        'nothing-done',
        `nothing of the sweep ${kept.name} could be done: ${missing[0]?.why ?? 'it was removed'}`,
      );
    if (missing.length > 0) options.missing(missing);
    return part;
  };
}

/** What a stage is called: what was asked for, from the second on with its number. */
function nameOf(name: string, stage: number): string {
  return stage === 0 ? name : `${name}-${stage + 1}`;
}

/** Works on a sweep with the others until all of it is done or set aside. */
async function finish(
  station: Station,
  name: string,
  threads: QueueOptions['threads'],
  watch: Watch,
): Promise<void> {
  const { queue } = station;
  let done = -1;
  let since = performance.now();
  const look = async (): Promise<readonly Kept[] | null> => {
    const kept = await station.expect(name);
    if (kept.cancelled)
      throw new SweepError(
        'cancelled',
        `the sweep ${name} was cancelled`,
        'what was done is kept: the same command goes on with it',
      );
    watch(shareOf(kept));
    if (kept.itemsDone > done) {
      done = kept.itemsDone;
      since = performance.now();
    }
    return isOver(kept) ? null : [kept];
  };
  let filling = false;
  const idle = async (): Promise<void> => {
    // What is neither done nor in the queue was lost with it; what nobody comes back with, perhaps too.
    const stalled = performance.now() - since > STALLED;
    if (filling || (!stalled && (await queue.left(name)) > 0)) return;
    filling = true;
    since = performance.now();
    await queue.tidy();
    await queue.begin(name);
    await station.refill(await station.expect(name));
    filling = false;
  };
  await labour(station, threads, look, { idle, fresh: FRESH });
}

/** The items of chunks that are not done; neighbours that failed for the same reason are told together. */
async function missingOf(station: Station, kept: Kept): Promise<Missing[]> {
  const found: { from: number; to: number; why: string }[] = [];
  for (const { first: from, upto: to, why } of await station.store.missing(kept.name)) {
    const last = found.at(-1);
    const said = why ?? 'it was not done';
    if (last?.to === from && last.why === said) last.to = to;
    else found.push({ from, to, why: said });
  }
  return found;
}
