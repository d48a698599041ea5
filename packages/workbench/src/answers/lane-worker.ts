import type { FromWorker, ToWorker } from './protocol.js';

/** What is needed of a Worker. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

type Turn = Extract<ToWorker, { type: 'text' | 'model' }>;
type Ask = Extract<ToWorker, { type: 'ask' }>;

/**
 * So long a worker may go on with what is asked of an older text, in milliseconds; then it is ended
 * and another one started. What is quick is quicker ended by itself.
 */
const PATIENCE = 250;

/** A worker that is started when it is first needed, and replaced where it works on what is past. */
export class LaneWorker {
  #worker: WorkerLike | null = null;
  #turn: Turn | null = null;
  /** Whether the worker has turned to the present text. */
  #turned = false;
  /** Asked of the present text and not answered. */
  readonly #open = new Map<string, Ask>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly start: () => WorkerLike,
    readonly told: (message: FromWorker) => void,
  ) {}

  /** Turns to a text. What was asked of older ones is dropped. */
  turn(message: Turn): void {
    // One clock for all the key strokes that a busy worker has not heard yet.
    if (this.#turned && this.#open.size > 0)
      this.#timer = setTimeout(() => this.#restart(), PATIENCE);
    this.#turn = message;
    this.#turned = false;
    this.#open.clear();
    this.#post(message);
  }

  ask(message: Ask): void {
    if (this.#open.has(message.key)) return;
    this.#open.set(message.key, message);
    this.#post(message);
  }

  /**
   * Gives up questions: they are taken from those that wait, or the worker is ended that works on one
   * of them and another one started for the others.
   */
  drop(keys: readonly string[]): void {
    const [first] = this.#open.keys();
    const dropped = keys.filter((key) => this.#open.delete(key));
    if (dropped.includes(first)) this.#restart();
    else for (const key of dropped) this.#post({ type: 'drop', key });
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
    this.#turned = false;
  }

  #post(message: ToWorker): void {
    if (this.#worker === null) {
      const worker = this.start();
      worker.onmessage = ({ data }) => this.#receive(data);
      worker.onerror = (event) => this.#failed(event.message);
      this.#worker = worker;
      if (message.type === 'ask' && this.#turn !== null) worker.postMessage(this.#turn);
    }
    this.#worker.postMessage(message);
  }

  #receive(message: FromWorker): void {
    if (message.type === 'read') {
      clearTimeout(this.#timer);
      this.#turned = message.version === this.#turn?.version;
    } else if (message.type !== 'progress' && message.version === this.#turn?.version)
      this.#open.delete(message.key);
    this.told(message);
  }

  #restart(): void {
    const asks = [...this.#open.values()];
    this.close();
    if (this.#turn !== null) this.#post(this.#turn);
    for (const ask of asks) this.#post(ask);
  }

  /** The worker ended by itself, out of memory as a rule: what was asked fails, and a new one may try. */
  #failed(why: string): void {
    const asks = [...this.#open.values()];
    this.#open.clear();
    this.close();
    for (const { version, key } of asks)
      this.told({
        type: 'failed',
        version,
        key,
        problem: {
          code: 'worker-failed',
          message: `the answer could not be worked out${why ? `: ${why}` : ''}`,
          hint: 'a model with fewer states may fit: add the constraints that rule out what cannot be',
        },
      });
  }
}
