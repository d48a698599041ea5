import type { Watch } from '@standoff/engine';
import type { Items, Through } from '@standoff/questions';
import { unpacked } from './codec.js';
import { labour } from './labour.js';
import type { Payload } from './payload.js';
import { isOver, stretchOf, type Station } from './station.js';
import type { Kept } from './store.js';
import { begin, sizeFor } from './stretch.js';
import { SweepError } from './sweep-error.js';

/** So long it is looked how long an item takes, in milliseconds. */
const MEASURED = 300;
/** A chunk takes about so long; where that makes few chunks, down to the shorter. */
const CHUNK = 2_000;
const SHORTEST_CHUNK = 500;
const FEW = 32;
/** So long nobody comes back with anything before chunks are put into the queue anew, in milliseconds. */
const STALLED = 180_000;

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
    const { each } = begin(items, MEASURED);
    const kept = await station.begin(
      { model, options: prepared, sweep },
      { name, items: count, size: chunkOf(items, each), each },
    );
    options.begun(kept);
    await finish(station, kept.name, threads, watch);
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

/** Items a chunk. */
function chunkOf({ count }: Pick<Items, 'count'>, each: number): number {
  return Math.max(
    Math.min(sizeFor(each, SHORTEST_CHUNK), count),
    Math.min(sizeFor(each, CHUNK), Math.ceil(count / FEW)),
  );
}

/** Works on a sweep with the others until all of it is done or set aside. */
async function finish(
  station: Station,
  name: string,
  threads: QueueOptions['threads'],
  watch: Watch,
): Promise<void> {
  const { store, queue } = station;
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
    watch((kept.done + kept.aside) / kept.chunks);
    if (kept.done > done) {
      done = kept.done;
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
    const missing = await store.missing(name);
    const again = missing.filter(({ why }) => why === null).map(({ chunk }) => chunk);
    if (again.length > 0) await queue.fill(name, again);
    filling = false;
  };
  await labour(station, threads, look, idle);
}

/** The items of chunks that are not done; neighbours that failed for the same reason are told together. */
async function missingOf(station: Station, kept: Kept): Promise<Missing[]> {
  const found: { from: number; to: number; why: string }[] = [];
  for (const { chunk, why } of await station.store.missing(kept.name)) {
    const { from, to } = stretchOf(kept, chunk);
    const last = found.at(-1);
    const said = why ?? 'it was not done';
    if (last?.to === from && last.why === said) last.to = to;
    else found.push({ from, to, why: said });
  }
  return found;
}
