import { hostname } from 'node:os';
import { hashOf, packed, unpacked } from './codec.js';
import { Database } from './database.js';
import type { Payload } from './payload.js';
import type { Place } from './place.js';
import { Queue, type Fetched } from './queue.js';
import { Store, type Done, type Kept } from './store.js';
import { Pace, type Gone } from './stretch.js';
import { SweepError } from './sweep-error.js';
import type { Thread } from './thread.js';

/** A chunk is given up on after so many times the time that an item was expected to take, in a minute at the earliest. */
const TIMES_EXPECTED = 30;
/** Chunks cut at a time, where much is left. */
const AT_ONCE = 4;

/** How whoever works on sweeps is set up. */
export interface StationOptions {
  /** Of standoff; others' sweeps are not worked on. */
  readonly version: string;
  /** Seconds after which a chunk is given to another; a minute at least when left out. */
  readonly patience?: number;
  /** Items a chunk; by the time that they take when left out. */
  readonly size?: number;
  /** Milliseconds for which it is waited for a database that went away. */
  readonly waitFor?: number;
  /** Told when it is waited for the database, and why. */
  readonly waiting?: (why: string) => void;
}

/** Where sweeps are begun, worked on, watched and ended: the tables and the queue of one place. */
export class Station {
  readonly #payloads = new Map<string, Promise<Payload>>();
  /** Of each sweep that was worked on here. */
  readonly #paces = new Map<string, Pace>();
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
      await store.make();
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
   * @param measure goes through the first items, to see how long one takes, where it was not begun
   * @throws SweepError where another sweep has the name, or another version began it
   */
  async begin(
    payload: Payload,
    { name: given, items }: { readonly name: string | null; readonly items: number },
    measure: () => Gone & { readonly each: number },
  ): Promise<Kept> {
    const hash = hashOf(payload);
    const { question } = payload.sweep;
    const name = given ?? `${question}-${hash.slice(0, 8)}`;
    const { version } = this.options;
    if ((await this.store.named(name)) === null) {
      const { part, to, milliseconds, each } = measure();
      const situation = payload.model.situation.title;
      await this.store.add(
        { name, question, situation, version, hash, items, each },
        packed(payload),
        this.#done({ part, to, milliseconds }),
      );
    }
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
    await this.queue.begin(name);
    await this.refill(kept);
    await this.#cut(kept);
    return this.expect(name);
  }

  /** Puts what is neither done nor set aside into the queue. */
  async refill(sweep: Kept): Promise<void> {
    const missing = await this.store.missing(sweep.name);
    const again = missing.filter(({ why }) => why === null).map(({ first }) => first);
    await this.#queued(sweep, again);
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

  /** Works on a chunk of a sweep, one that waits or a new one: false where there is none. */
  async work(sweep: Kept, thread: Pick<Thread, 'solve'>): Promise<boolean> {
    const fetched =
      (await this.queue.fetch(sweep.name)) ??
      ((await this.#cut(sweep)) ? await this.queue.fetch(sweep.name) : null);
    if (fetched === null) return false;
    // Null: somebody was later than expected, and did it all the same.
    const chunk = await this.store.open(sweep.name, fetched.first);
    if (chunk !== null) {
      const gone = await this.#solved(sweep, fetched, chunk.upto, thread);
      if (gone === null) return true;
      const rest = await this.store.keepPart(sweep.name, fetched.first, this.#done(gone));
      if (rest !== null) await this.#queued(sweep, [rest]);
    }
    await this.queue.complete(sweep.name, fetched);
    return true;
  }

  /** Null: it failed. */
  async #solved(
    sweep: Kept,
    fetched: Fetched,
    upto: number,
    thread: Pick<Thread, 'solve'>,
  ): Promise<Gone | null> {
    const payload = await this.payload(sweep);
    const pace = this.#paceOf(sweep);
    try {
      const gone = await thread.solve(payload, { from: fetched.first, to: upto }, pace.each);
      pace.measure(gone.to - fetched.first, gone.milliseconds);
      return gone;
    } catch (error) {
      await this.queue.fail(
        sweep.name,
        fetched,
        error instanceof Error ? error.message : String(error),
      );
      return null;
    }
  }

  /** Makes more chunks, as long as items take here: false where all is cut, or nobody works on it any more. */
  async #cut(sweep: Kept): Promise<boolean> {
    const left = sweep.items - sweep.cut;
    if (left <= 0) return false;
    const size = this.options.size ?? this.#paceOf(sweep).next(left);
    const more = await this.store.cut(sweep.name, size, Math.ceil(left / size) > 64 ? AT_ONCE : 1);
    if (more.length === 0) return false;
    try {
      await this.#queued(sweep, more);
      return true;
    } catch (error) {
      // Cancelled or removed meanwhile, there is no queue.
      if ((await this.store.named(sweep.name))?.cancelled !== false) return false;
      throw error;
    }
  }

  #queued({ name, each }: Kept, chunks: readonly number[]): Promise<void> {
    const { patience = Math.max(60, (each * TIMES_EXPECTED) / 1000) } = this.options;
    return this.queue.add(name, chunks, patience);
  }

  #paceOf({ hash, each }: Kept): Pace {
    let known = this.#paces.get(hash);
    if (!known) this.#paces.set(hash, (known = new Pace(each)));
    return known;
  }

  #done({ part, to, milliseconds }: Gone): Done {
    return { part: packed(part), upto: to, worker: this.worker, milliseconds };
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

/** Whether nothing is left to be done. */
export function isOver({ items, itemsDone, itemsAside, cancelled }: Kept): boolean {
  return cancelled || itemsDone + itemsAside >= items;
}

/** The share of the items of which nobody has to come back with anything more, 0 to 1. */
export function shareOf({ items, itemsDone, itemsAside }: Kept): number {
  return items === 0 ? 1 : (itemsDone + itemsAside) / items;
}

export function otherVersion({ name, version }: Kept, own: string): SweepError {
  return new SweepError(
    'version',
    `the sweep ${name} was begun by standoff ${version}, and this is ${own}: results of two versions are not mixed`,
    `install standoff ${version} here, or begin it anew: standoff sweep remove ${name}`,
  );
}
