import { EngineError } from '../errors.js';
import type { FromWorker, Port, ToWorker } from './protocol.js';

/** A worker that runs `serveStability`. */
export interface WorkerHandle extends Port {
  /** What to call when the worker breaks, out of memory for example. */
  onBreak(handle: (reason: string) => void): void;
  /** Ends it at once, whatever it is doing. */
  close(): void;
}

/** What is done with what the workers answer, for as long as one piece of work lasts. */
export interface Receiver {
  receive(worker: WorkerHandle, message: FromWorker): void;
  broke(error: EngineError): void;
}

/**
 * Workers that stay alive from one analysis to the next, so that later ones find compiled code.
 * They are started when they are first needed. Close the pool when it is no longer needed.
 */
export class WorkerPool {
  #handles: WorkerHandle[] = [];
  #receiver: Receiver | null = null;
  /** Settles when the work before has ended. */
  #turn: Promise<void> = Promise.resolve();

  /**
   * @param spawn starts a worker.
   * @param size how many to start, 1 or more.
   * @throws EngineError 'bad-argument' for a size that is no whole number from 1.
   */
  constructor(
    readonly spawn: () => WorkerHandle,
    readonly size: number,
  ) {
    if (!Number.isInteger(size) || size < 1)
      throw new EngineError('bad-argument', `a pool of ${size} workers; at least 1 is needed`);
  }

  /** Runs one piece of work after the other. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#turn;
    let done!: () => void;
    this.#turn = new Promise((resolve) => (done = resolve));
    await before;
    try {
      return await work();
    } finally {
      this.#receiver = null;
      done();
    }
  }

  /** The workers, whose answers go to the receiver. @throws what `spawn` throws. */
  start(receiver: Receiver): readonly WorkerHandle[] {
    this.#receiver = receiver;
    while (this.#handles.length < this.size) {
      const handle = this.spawn();
      this.#handles.push(handle);
      handle.listen((message) => {
        if (this.#handles.includes(handle)) this.#receiver?.receive(handle, message as FromWorker);
      });
      handle.onBreak((reason) => {
        if (!this.#handles.includes(handle)) return;
        const receiver = this.#receiver;
        this.close();
        receiver?.broke(new EngineError('worker-failed', `a worker broke: ${reason}`));
      });
    }
    return this.#handles;
  }

  /** Ends the workers at once; the next piece of work starts new ones. */
  close(): void {
    const handles = this.#handles;
    this.#handles = [];
    for (const handle of handles) handle.close();
  }
}

/** Sends a message of the protocol. */
export function send(worker: WorkerHandle, message: ToWorker): void {
  worker.post(message);
}
