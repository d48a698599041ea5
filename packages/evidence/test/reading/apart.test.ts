import { describe, expect, it } from 'vitest';
import { ReadError } from '../../src/index.js';
import { Reader, serveReading, type Exceeded, type ReadingThread } from '../../src/read.js';
import { latin } from './damaged-files.js';

/** A thread in this one: what a platform adds to `serveReading`, at the test's hand. */
class Thread implements ReadingThread {
  heard: (message: unknown) => void = () => undefined;
  broke: (why: 'memory' | Error) => void = () => undefined;
  stop: (exceeded: Exceeded) => void = () => undefined;
  milliseconds = 0;
  watched = 0;
  closed = false;
  #serve: (message: unknown) => void = () => undefined;

  constructor(works: boolean) {
    if (!works) return;
    serveReading({
      post: (message) => {
        // As pdf.js did through the port that is not its own.
        this.heard({ sourceName: 'worker', targetName: 'main', action: 'ready', data: null });
        this.heard(message);
      },
      listen: (handle) => (this.#serve = handle),
    });
  }

  post(message: unknown): void {
    this.#serve({ action: 'test' });
    this.#serve(message);
  }
  listen(handle: (message: unknown) => void): void {
    this.heard = handle;
  }
  onBreak(handle: (why: 'memory' | Error) => void): void {
    this.broke = handle;
  }
  watch(milliseconds: number, stop: (exceeded: Exceeded) => void): () => void {
    this.milliseconds = milliseconds;
    this.stop = stop;
    this.watched++;
    return () => this.watched--;
  }
  close(): void {
    this.closed = true;
  }
}

function readerOf(works: boolean): { reader: Reader; threads: Thread[] } {
  const threads: Thread[] = [];
  const reader = new Reader(() => {
    threads.push(new Thread(works));
    return threads.at(-1)!;
  });
  return { reader, threads };
}

const failed = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => null,
    (error: unknown) => error,
  );
const turn = (): Promise<void> => Promise.resolve().then(() => undefined);

describe('a reader in a thread apart', () => {
  it('reads one text after the other in one thread, and heeds no message but its own', async () => {
    const { reader, threads } = readerOf(true);
    const shares: number[] = [];
    const [first, second] = await Promise.all([
      reader.read(latin('One text.'), {}, (share) => shares.push(share)),
      reader.read(latin('# Another'), { name: 'a.md' }),
    ]);
    expect([first.text, second.text, second.format]).toEqual(['One text.', 'Another', 'markdown']);
    expect(shares).toEqual([1]);
    expect(threads.map(({ watched, closed }) => [watched, closed])).toEqual([[0, false]]);
  });

  it('passes on why a file is refused, and goes on in the same thread', async () => {
    const { reader, threads } = readerOf(true);
    const error = await failed(reader.read(new Uint8Array(0), {}));
    expect(error).toBeInstanceOf(ReadError);
    expect(error).toMatchObject({ code: 'empty', hint: 'Give a file with a text.' });
    await reader.read(latin('One text.'), {});
    expect(threads).toHaveLength(1);
  });

  it.each([
    ['time', 'too-slow', /more than 23 seconds, the most that one of 3\.0 MB is given/u],
    ['memory', 'too-much-memory', /more than 2000 MB of memory/u],
  ] as const)(
    'ends the thread at the limit of %s, says so, and starts another',
    async (limit, code, says) => {
      const { reader, threads } = readerOf(false);
      const reading = failed(reader.read(new Uint8Array(3_000_000), {}));
      await turn();
      expect(threads[0].milliseconds).toBe(23_000);
      threads[0].stop(limit);
      const error = await reading;
      expect(error).toBeInstanceOf(ReadError);
      expect(error).toMatchObject({ code, message: expect.stringMatching(says) as string });
      expect(threads[0]).toMatchObject({ closed: true, watched: 0 });
      const next = failed(reader.read(latin('x'), {}));
      await turn();
      threads[1].broke('memory');
      expect(await next).toMatchObject({ code: 'too-much-memory' });
    },
  );

  it('a thread that breaks is a fault, not a problem of the file', async () => {
    const { reader, threads } = readerOf(false);
    const reading = failed(reader.read(latin('x'), {}));
    await turn();
    threads[0].broke(new Error('no such module'));
    expect(await reading).toMatchObject({ name: 'Error', message: 'no such module' });
  });
});
