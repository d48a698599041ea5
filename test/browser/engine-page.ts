import { EngineError, judgeInWorkers, WorkerPool, type WorkerHandle } from '@standoff/engine';
import { digits, gameOf, LARGE, RECIPES, resultsOf, type EnginePage } from './engine-results.js';

function pool(): WorkerPool {
  const spawn = (): WorkerHandle => {
    const worker = new Worker('/worker.js', { type: 'module' });
    return {
      post: (message) => worker.postMessage(message),
      listen: (handle) => {
        worker.onmessage = ({ data }) => handle(data);
      },
      onBreak: (handle) => {
        worker.onerror = ({ message }) => handle(message);
      },
      close: () => worker.terminate(),
    };
  };
  return new WorkerPool(spawn, 2);
}

const CONCEPTS = ['Nash', 'GMR', 'SMR', 'SEQ'] as const;

const page: EnginePage = {
  all: () => RECIPES.map(resultsOf),
  async inWorkers() {
    const workers = pool();
    let reports = 0;
    const lists = await judgeInWorkers(workers, gameOf(LARGE), CONCEPTS, {
      watch: () => {
        reports++;
      },
    });
    workers.close();
    return {
      shared: globalThis.crossOriginIsolated,
      verdicts: lists.flatMap((list) => list.map(digits)),
      reports,
    };
  },
  async cancelled() {
    const workers = pool();
    const game = gameOf(LARGE);
    const control = new AbortController();
    const work = judgeInWorkers(workers, game, CONCEPTS, { signal: control.signal });
    control.abort();
    const code = await work.then(
      () => 'finished',
      (error: unknown) => (error instanceof EngineError ? error.code : String(error)),
    );
    const [nash] = await judgeInWorkers(workers, game, ['Nash']);
    workers.close();
    return { code, after: nash.map(digits) };
  },
};

Object.assign(globalThis, { enginePage: page });
