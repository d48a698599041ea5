import { hostname } from 'node:os';
import { hashOf, packed, unpacked } from './codec.js';
import { Database } from './database.js';
import type { Payload } from './payload.js';
import type { Place } from './place.js';
import { Queue, type Fetched } from './queue.js';
import { Store, type Kept } from './store.js';
import type { Stretch } from './stretch.js';
import { SweepError } from './sweep-error.js';
import type { Thread } from './thread.js';

/** A chunk is given up on after so many times the time that it was expected to take, in a minute at the earliest. */
const TIMES_EXPECTED = 30;

/** How whoever works on sweeps is set up. */
export interface StationOptions {
  /** Of standoff; others' sweeps are not worked on. */
  readonly version: string;
  /** Seconds after which a chunk is given to another; a minute at least when left out. */
  readonly patience?: number;
  /** Milliseconds for which it is waited for a database that went away. */
  readonly waitFor?: number;
  /** Told when it is waited for the database, and why. */
  readonly waiting?: (why: string) => void;
}

/** Where sweeps are begun, worked on, watched and ended: the tables and the queue of one place. */
export class Station {
  readonly #payloads = new Map<string, Promise<Payload>>();
  /** Who works here, as others see it. */
  readonly worker = `${hostname()}/${process.pid}`;

  private constructor(
    readonly database: Database,
    readonly store: Store,
    readonly queue: Queue,
    readonly options: StationOptions,
  ) {}

  /** @throws SweepError */
  static async open(place: Place, options: StationOptions): Promise<Station> {
    const { waitFor, waiting } = options;
    const database = await Database.connect(place, {
      ...(waitFor === undefined ? {} : { patience: waitFor }),
      ...(waiting ? { waiting } : {}),
    });
    try {
      const store = new Store(database);
      await store.open();
      return new Station(database, store, await Queue.open(database, store), options);
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.queue.close().catch(() => undefined);
    await this.database.close();
  }

  /**
   * Begins a sweep, or goes on with it where it was begun: what is done is not done again, and what was
   * set aside is tried again.
   * @param name none: made of what is asked
   * @param each milliseconds an item is expected to take
   * @throws SweepError where another sweep has the name, or another version began it
   */
  async begin(
    payload: Payload,
    {
      name: given,
      items,
      size,
      each,
    }: {
      readonly name: string | null;
      readonly items: number;
      readonly size: number;
      readonly each: number;
    },
  ): Promise<Kept> {
    const hash = hashOf(payload);
    const name = given ?? `${payload.sweep.question}-${hash.slice(0, 8)}`;
    const { version, patience } = this.options;
    const chunks = Math.ceil(items / size);
    const { question } = payload.sweep;
    await this.store.add(
      {
        name,
        question,
        situation: payload.model.situation.title,
        version,
        hash,
        items,
        size,
        chunks,
      },
      packed(payload),
    );
    const kept = await this.expect(name);
    if (kept.hash !== hash)
      throw new SweepError(
        'other-sweep',
        `the sweep ${name} asks something else: ${kept.question} of "${kept.situation}"`,
        'choose another name, or remove it: standoff sweep remove',
      );
    if (kept.version !== version) throw otherVersion(kept, version);
    await this.store.setCancelled(name, false);
    await this.store.forgetAside(name);
    const missing = await this.store.missing(name);
    const expected = (kept.size * each * TIMES_EXPECTED) / 1000;
    await this.queue.fill(
      name,
      missing.map(({ chunk }) => chunk),
      patience ?? Math.max(60, expected),
    );
    return kept;
  }

  /** @throws SweepError where there is none. */
  async expect(name: string): Promise<Kept> {
    const kept = await this.store.named(name);
    if (kept) return kept;
    const all = await this.store.all();
    throw new SweepError(
      'no-sweep',
      `there is no sweep ${name} at ${this.database.place.shown}`,
      all.length === 0 ? null : `there are ${all.map((one) => one.name).join(', ')}`,
    );
  }

  /** Works on a chunk of a sweep, if one waits: false where none does. */
  async work(sweep: Kept, thread: Thread): Promise<boolean> {
    const fetched = await this.queue.fetch(sweep.name);
    if (fetched === null) return false;
    // Somebody was later than expected, and did it all the same.
    if (!(await this.store.isDone(sweep.name, fetched.chunk)))
      if (!(await this.#solved(sweep, fetched, thread))) return true;
    await this.queue.complete(sweep.name, fetched);
    return true;
  }

  async #solved(sweep: Kept, fetched: Fetched, thread: Thread): Promise<boolean> {
    const payload = await this.payload(sweep);
    const started = performance.now();
    let part: unknown;
    try {
      part = await thread.solve(payload, stretchOf(sweep, fetched.chunk));
    } catch (error) {
      await this.queue.fail(
        sweep.name,
        fetched,
        error instanceof Error ? error.message : String(error),
      );
      return false;
    }
    await this.store.keepPart(sweep.name, fetched.chunk, {
      part: packed(part),
      worker: this.worker,
      milliseconds: performance.now() - started,
    });
    return true;
  }

  /** What a sweep is made of; sent once. */
  payload({ name, hash }: Kept): Promise<Payload> {
    let known = this.#payloads.get(hash);
    if (!known) {
      known = this.store.payload(name).then((bytes) => {
        if (bytes === null) throw new SweepError('no-sweep', `the sweep ${name} was removed`);
        return unpacked(bytes) as Payload;
      });
      this.#payloads.set(hash, known);
    }
    return known;
  }

  /** Nobody works on it any more; what is done of it is kept. */
  async cancel(name: string): Promise<void> {
    await this.expect(name);
    await this.store.setCancelled(name, true);
    await this.queue.remove(name);
  }

  /** Nothing is kept of it. */
  async remove(name: string): Promise<void> {
    await this.cancel(name);
    await this.store.remove(name);
  }
}

/** The items of a chunk. */
export function stretchOf({ items, size }: Pick<Kept, 'items' | 'size'>, chunk: number): Stretch {
  return { from: chunk * size, to: Math.min(items, (chunk + 1) * size) };
}

/** Whether nothing is left to be done. */
export function isOver({ chunks, done, aside, cancelled }: Kept): boolean {
  return cancelled || done + aside >= chunks;
}

export function otherVersion({ name, version }: Kept, own: string): SweepError {
  return new SweepError(
    'version',
    `the sweep ${name} was begun by standoff ${version}, and this is ${own}: results of two versions are not mixed`,
    `install standoff ${version} here, or begin it anew: standoff sweep remove ${name}`,
  );
}
