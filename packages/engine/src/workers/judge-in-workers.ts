import { DEFINITIONS, type StabilityConcept, type Verdicts } from '../concepts.js';
import { layoutOf } from '../dense/layout.js';
import { emptyBlocks, type RankedBlocks } from '../dense/order.js';
import { EngineError } from '../errors.js';
import type { Game } from '../game.js';
import { unwatched, type Watch } from '../watch.js';
import { allocateShared, gameData, SHARED_MEMORY } from './game-data.js';
import { send, type WorkerHandle, type WorkerPool } from './pool.js';
import type { FromWorker, Task } from './protocol.js';

/** As much of the platform's AbortSignal as is used. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface JudgeOptions {
  /** Aborting it ends the workers at once. */
  readonly signal?: CancelSignal;
  readonly watch?: Watch;
}

/**
 * Where each decision maker is stable under each concept, worked out by several workers on shared
 * memory (on copies where the platform shares none). The same verdicts as `stabilityKernel`.
 *
 * @returns by concept, as listed, and decision maker.
 * @throws EngineError 'cancelled', 'worker-failed'; what a kernel or the watch throws. The workers
 *   have ended then.
 */
export function judgeInWorkers(
  pool: WorkerPool,
  game: Game,
  concepts: readonly StabilityConcept[],
  { signal, watch = unwatched }: JudgeOptions = {},
): Promise<readonly (readonly Verdicts[])[]> {
  return pool.exclusively(
    () =>
      new Promise((resolve, reject) => {
        const settle = (): void => signal?.removeEventListener('abort', cancel);
        const fail = (error: unknown): void => {
          settle();
          pool.close();
          // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- handed on as it is
          reject(error);
        };
        const cancel = (): void => fail(new EngineError('cancelled', 'the analysis was cancelled'));
        if (signal?.aborted) {
          cancel();
          return;
        }
        signal?.addEventListener('abort', cancel);
        try {
          new Run(pool, game, concepts, watch, fail, (verdicts) => {
            settle();
            resolve(verdicts);
          }).start();
        } catch (error) {
          fail(error);
        }
      }),
  );
}

/** What kinds of tasks cost against each other, roughly: for shares of the work done. */
const WEIGHT = { sort: 1, moves: 1, improvements: 3 };

type WeightedTask = Task & { readonly weight: number };

/** One analysis: its tasks and how far they are. */
class Run {
  readonly #blocks: RankedBlocks[] | null;
  readonly #tasks: readonly WeightedTask[];
  readonly #started: Uint8Array;
  readonly #shares: Float64Array;
  readonly #idle: WorkerHandle[] = [];
  readonly #result: Verdicts[][];
  #unsorted: number;
  #unfinished: number;

  constructor(
    readonly pool: WorkerPool,
    readonly game: Game,
    readonly concepts: readonly StabilityConcept[],
    readonly watch: Watch,
    readonly fail: (error: unknown) => void,
    readonly succeed: (verdicts: readonly (readonly Verdicts[])[]) => void,
  ) {
    const improving = concepts.filter(byImprovements);
    const rest = concepts.filter((concept) => !byImprovements(concept));
    this.#blocks = improving.length > 0 ? sharedBlocks(game) : null;
    const forAll = <T>(task: (mover: number) => T): T[] =>
      game.ranks.map((_, mover) => task(mover));
    const judging = (asked: readonly StabilityConcept[], weight: number): WeightedTask[] =>
      asked.length === 0
        ? []
        : forAll((mover) => ({ kind: 'judge', mover, concepts: asked, weight }));
    this.#tasks = [
      ...(this.#blocks
        ? forAll((mover) => ({ kind: 'sort' as const, mover, weight: WEIGHT.sort }))
        : []),
      // The longest first, so that the workers end at about the same time.
      ...judging(improving, WEIGHT.improvements * improving.length),
      ...judging(rest, WEIGHT.moves * rest.length),
    ];
    this.#started = new Uint8Array(this.#tasks.length);
    this.#shares = new Float64Array(this.#tasks.length);
    this.#result = concepts.map(() => new Array<Verdicts>(game.ranks.length));
    this.#unsorted = this.#tasks.filter(({ kind }) => kind === 'sort').length;
    this.#unfinished = this.#tasks.length;
  }

  start(): void {
    if (this.#tasks.length === 0) {
      this.succeed(this.#result);
      return;
    }
    const game = gameData(this.game);
    const workers = this.pool.start({
      receive: (worker, message) => this.#receive(worker, message),
      broke: this.fail,
    });
    for (const worker of workers) {
      send(worker, { kind: 'game', game, blocks: this.#blocks });
      this.#idle.push(worker);
    }
    this.#dispatch();
  }

  #dispatch(): void {
    for (let id = this.#next(); id >= 0 && this.#idle.length > 0; id = this.#next()) {
      this.#started[id] = 1;
      send(this.#idle.pop()!, { ...this.#tasks[id], id });
    }
  }

  /** The first task that can start: improvements wait until all blocks are sorted. */
  #next(): number {
    return this.#tasks.findIndex(
      (task, id) =>
        this.#started[id] === 0 &&
        (task.kind === 'sort' || this.#unsorted === 0 || !task.concepts.some(byImprovements)),
    );
  }

  #receive(worker: WorkerHandle, message: FromWorker): void {
    if (message.kind === 'failed') {
      this.fail(new EngineError(message.code ?? 'worker-failed', message.message));
      return;
    }
    try {
      this.#progress(message.id, message.kind === 'done' ? 1 : message.done);
    } catch (error) {
      this.fail(error);
      return;
    }
    if (message.kind !== 'done') return;
    const task = this.#tasks[message.id];
    if (task.kind === 'sort') this.#unsorted--;
    else
      task.concepts.forEach((concept, k) => {
        this.#result[this.concepts.indexOf(concept)][task.mover] = message.verdicts[k];
      });
    if (--this.#unfinished === 0) {
      this.succeed(this.#result);
      return;
    }
    this.#idle.push(worker);
    this.#dispatch();
  }

  #progress(id: number, share: number): void {
    this.#shares[id] = share;
    let done = 0;
    let all = 0;
    this.#tasks.forEach(({ weight }, k) => {
      done += this.#shares[k] * weight;
      all += weight;
    });
    this.watch(done / all);
  }
}

function byImprovements(concept: StabilityConcept): boolean {
  return DEFINITIONS[concept].answers === 'credible';
}

/** Memory that all workers sort into and read; null where the kernel needs none or none is shared. */
function sharedBlocks(game: Game): RankedBlocks[] | null {
  if (!SHARED_MEMORY || game.opponentsRule !== 'legal sequences') return null;
  const layout = layoutOf(game.moves, game.space);
  return layout && layout.movers.map((mover) => emptyBlocks(layout.points, mover, allocateShared));
}
