import { ReadError, type SourceText } from '../source-text.js';
import { LIMITS, megabytes, timeFor } from './limits.js';
import type { ReadOptions } from './read-options.js';
import { readText } from './read-text.js';

/** What can be told to another thread. */
export type FileOptions = Omit<ReadOptions, 'limits' | 'signal' | 'progress'>;

/** Of what a thread had more than it is given. */
export type Exceeded = 'time' | 'memory';

interface Port {
  post(message: unknown): void;
  listen(handle: (message: unknown) => void): void;
}

/** A thread that runs `serveReading`, as its platform starts and watches it. */
export interface ReadingThread extends Port {
  /** What to call when the thread ends by itself: out of memory, or why it did. */
  onBreak(handle: (why: 'memory' | Error) => void): void;
  /**
   * Calls `stop` when the thread has more than so many milliseconds of computing, or as much memory as
   * LIMITS say where that can be told.
   * @returns ends the watch
   */
  watch(milliseconds: number, stop: (exceeded: Exceeded) => void): () => void;
  /** Ends it at once, whatever it is doing. */
  close(): void;
}

/** All messages carry the number of the reading: libraries may post their own through the same port. */
interface Request {
  readonly reading: number;
  readonly bytes: Uint8Array;
  readonly options: FileOptions;
}

type Reply = { readonly reading: number } & (
  | { readonly share: number }
  | { readonly text: SourceText }
  | { readonly problem: Pick<ReadError, 'code' | 'message' | 'hint'> }
  | { readonly fault: string }
);

/** The thread's side. The module of such a thread consists of one call of it. */
export function serveReading(port: Port): void {
  port.listen((message) => {
    if (!isNumbered<Request>(message)) return;
    const { reading, bytes, options } = message;
    const progress = (share: number): void => port.post({ reading, share } satisfies Reply);
    readText(bytes, { ...options, progress }).then(
      (text) => port.post({ reading, text } satisfies Reply),
      (error: unknown) => {
        if (!(error instanceof ReadError)) {
          port.post({ reading, fault: String(error) } satisfies Reply);
          return;
        }
        const { code, message, hint } = error;
        port.post({ reading, problem: { code, message, hint } } satisfies Reply);
      },
    );
  });
}

/**
 * Reads texts in a thread beside this one, one after the other, so that no file can stop the program:
 * at the limits of time and memory the thread is ended. It is started with the first text and kept for
 * those that follow.
 */
export class Reader {
  #thread: ReadingThread | null = null;
  #readings = 0;
  /** Settles when the text before is read. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(readonly start: () => ReadingThread) {}

  /** @throws ReadError where the file cannot be read within the limits */
  read(
    bytes: Uint8Array,
    options: FileOptions,
    progress?: (share: number) => void,
  ): Promise<SourceText> {
    const mine = this.#turn.then(() => this.#read(bytes, options, progress));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  close(): void {
    this.#thread?.close();
    this.#thread = null;
  }

  #read(
    bytes: Uint8Array,
    options: FileOptions,
    progress: ((share: number) => void) | undefined,
  ): Promise<SourceText> {
    const reading = ++this.#readings;
    const thread = (this.#thread ??= this.start());
    const milliseconds = timeFor(bytes.length);
    return new Promise<SourceText>((resolve, reject) => {
      const end = thread.watch(milliseconds, (exceeded) => fail(exceededError(exceeded, bytes)));
      const fail = (error: Error): void => {
        end();
        this.close();
        reject(error);
      };
      thread.onBreak((why) => fail(why === 'memory' ? exceededError(why, bytes) : why));
      thread.listen((message) => {
        if (!isNumbered<Reply>(message) || message.reading !== reading) return;
        if ('share' in message) {
          progress?.(message.share);
          return;
        }
        if ('fault' in message) {
          fail(new Error(message.fault));
          return;
        }
        end();
        if ('text' in message) resolve(message.text);
        else {
          const { code, message: what, hint } = message.problem;
          reject(new ReadError(code, what, hint));
        }
      });
      thread.post({ reading, bytes, options } satisfies Request);
    });
  }
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the sides of a thread know what the other posts
function isNumbered<Message extends { readonly reading: number }>(
  message: unknown,
): message is Message {
  return typeof message === 'object' && message !== null && 'reading' in message;
}

function exceededError(exceeded: Exceeded, { length }: Uint8Array): ReadError {
  const seconds = Math.round(timeFor(length) / 1000);
  return exceeded === 'time'
    ? new ReadError(
        'too-slow',
        `The file is not read: it takes more than ${seconds} seconds, the most that one of ${megabytes(length)} is given.`,
        'Save its text as plain text, or split it.',
      )
    : new ReadError(
        'too-much-memory',
        `The file is not read: it takes more than ${megabytes(LIMITS.memory)} of memory.`,
        'Save its text as plain text, or split it.',
      );
}
