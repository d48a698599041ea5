import { Worker } from 'node:worker_threads';
import { EngineError } from '@standoff/engine';
import type { Payload } from './payload.js';
import type { FromThread, ToThread } from './serve-thread.js';
import type { Gone, Stretch } from './stretch.js';

/** A worker thread that goes through one stretch at a time. It is started when it is first needed. */
export class Thread {
  #worker: Worker | null = null;
  #payload: Payload | null = null;

  /** @param script its module: a call of `serveThread`. */
  constructor(readonly script: URL) {}

  /**
   * Goes through a stretch, or the first items of it where all of it would take too long.
   * @throws EngineError 'worker-failed'; the next stretch finds a new thread then.
   */
  async solve(payload: Payload, stretch: Stretch, each: number): Promise<Gone> {
    const worker = (this.#worker ??= new Worker(this.script, { execArgv: [] }));
    const message: ToThread = {
      payload: payload === this.#payload ? null : payload,
      stretch,
      each,
    };
    this.#payload = payload;
    worker.postMessage(message);
    try {
      const answer = await answerOf(worker);
      if ('part' in answer) return answer;
      throw new EngineError('worker-failed', answer.failed);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Ends it at once. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#payload = null;
    await worker?.terminate();
  }
}

function answerOf(worker: Worker): Promise<FromThread> {
  return new Promise((resolve, reject) => {
    const broke = (why: string): void => {
      settle();
      reject(new EngineError('worker-failed', why));
    };
    const answered = (answer: FromThread): void => {
      settle();
      resolve(answer);
    };
    const failed = ({ message }: Error): void => broke(message);
    const ended = (): void => broke('the thread ended');
    const settle = (): void => {
      worker.off('message', answered).off('error', failed).off('exit', ended);
    };
    worker.on('message', answered).on('error', failed).on('exit', ended);
  });
}
