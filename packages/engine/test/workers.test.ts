import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  arcMoves,
  createGame,
  enumerateStates,
  fromScores,
  judgeInWorkers,
  optionMoves,
  stabilityKernel,
  WorkerPool,
  type Game,
  type OpponentsRule,
  type StabilityConcept,
  type WorkerHandle,
} from '../src/index.js';
import { layoutOf } from '../src/dense/layout.js';

let folder = '';
const pools: WorkerPool[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'standoff-workers-'));
  await build({
    stdin: {
      contents: `import { parentPort } from 'node:worker_threads';
        import { serveStability } from '@standoff/engine';
        serveStability({
          post: (message) => parentPort.postMessage(message),
          listen: (handle) => parentPort.on('message', handle),
        });`,
      resolveDir: import.meta.dirname,
    },
    outfile: path.join(folder, 'worker.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['standoff-source'],
  });
  await writeFile(path.join(folder, 'broken.mjs'), 'throw new Error("no such luck");');
});

afterAll(async () => {
  for (const pool of pools) pool.close();
  await rm(folder, { recursive: true });
});

function poolOf(size: number, module = 'worker.mjs'): WorkerPool {
  const spawn = (): WorkerHandle => {
    const worker = new Worker(path.join(folder, module));
    return {
      post: (message) => worker.postMessage(message),
      listen: (handle) => worker.on('message', handle),
      onBreak: (handle) => worker.on('error', (error) => handle(error.message)),
      close: () => void worker.terminate(),
    };
  };
  const pool = new WorkerPool(spawn, size);
  pools.push(pool);
  return pool;
}

function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}

function optionGame(options: number, opponentsRule: OpponentsRule, atMost = options): Game {
  const next = numbers(options);
  const all = Array.from({ length: options }, (_, option) => ({ kind: 'option', option }) as const);
  const space = enumerateStates(
    options,
    [{ kind: 'count', min: 0, max: atMost, of: all }],
    2 ** 22,
  );
  const owned = [0, 1, 2].map((i) => all.map((_, k) => k).filter((k) => k % 3 === i));
  const directions = all.map((_, k) => (k === 4 ? ('forward' as const) : ('both' as const)));
  const ranks = owned.map(() => fromScores(Float64Array.from(space.codes, () => next() % 500)));
  return createGame(optionMoves(space, owned, directions), ranks, space, opponentsRule);
}

function graphGame(): Game {
  const next = numbers(3);
  const arcs = [0, 1, 2].map(() =>
    Array.from({ length: 40 }, (_, s) => [1, 7, 12].map((d) => (s + d * (next() % 3) + 1) % 40)),
  );
  const ranks = arcs.map(() => fromScores(Float64Array.from({ length: 40 }, () => next() % 30)));
  return createGame(
    arcMoves(
      40,
      arcs.map((lists) => lists.map((to, s) => to.filter((t) => t !== s))),
    ),
    ranks,
    null,
  );
}

const CLASSIC: StabilityConcept[] = ['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ'];

test.each([
  { name: 'passes over option bits', game: optionGame(11, 'legal sequences'), dense: true },
  { name: 'sparse states', game: optionGame(18, 'legal sequences', 2), dense: false },
  { name: 'each opponent at most once', game: optionGame(7, 'each at most once'), dense: false },
  { name: 'states and arcs', game: graphGame(), dense: false },
])('workers give the verdicts of the kernel: $name', async ({ game, dense }) => {
  if (game.opponentsRule === 'legal sequences')
    expect(layoutOf(game.moves, game.space) !== null).toBe(dense);
  const concepts: StabilityConcept[] = game.space ? [...CLASSIC, 'SIM'] : CLASSIC;
  const kernel = stabilityKernel(game);
  const expected = concepts.map((concept) => game.ranks.map((_, i) => kernel(i, concept)));
  const pool = poolOf(2);
  const shares: number[] = [];
  const verdicts = await judgeInWorkers(pool, game, concepts, {
    watch: (done) => shares.push(done),
  });
  expect(verdicts).toEqual(expected);
  expect(shares.at(-1)).toBeCloseTo(1);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  // The workers stay, and work again for another game and fewer concepts.
  expect(await judgeInWorkers(pool, game, ['SEQ'])).toEqual([expected[concepts.indexOf('SEQ')]]);
});

test('two analyses asked for at once are done one after the other', async () => {
  const [one, two] = [optionGame(9, 'legal sequences'), optionGame(10, 'legal sequences')];
  const pool = poolOf(2);
  const [first, second] = await Promise.all([
    judgeInWorkers(pool, one, ['Nash']),
    judgeInWorkers(pool, two, ['Nash']),
  ]);
  expect(first[0][0]).toEqual(stabilityKernel(one)(0, 'Nash'));
  expect(second[0][2]).toEqual(stabilityKernel(two)(2, 'Nash'));
});

test('a cancelled analysis ends its workers at once, and the pool works again', async () => {
  const game = optionGame(20, 'legal sequences');
  let open = 0;
  const plain = poolOf(2);
  const pool = new WorkerPool(() => {
    const handle = plain.spawn();
    open++;
    const close = () => {
      open--;
      handle.close();
    };
    return { ...handle, close };
  }, 2);
  pools.push(pool);
  const controller = new AbortController();
  // Cancelled in the middle of the work: after the first message of a worker about it.
  const running = judgeInWorkers(pool, game, CLASSIC, {
    signal: controller.signal,
    watch: () => controller.abort(),
  });
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  expect(open).toBe(0);
  const already = judgeInWorkers(pool, game, CLASSIC, { signal: controller.signal });
  await expect(already).rejects.toMatchObject({ code: 'cancelled' });
  const small = optionGame(8, 'legal sequences');
  expect((await judgeInWorkers(pool, small, ['GMR']))[0][1]).toEqual(
    stabilityKernel(small)(1, 'GMR'),
  );
});

test('what the watch throws stops the work and comes out', async () => {
  const stop = new Error('enough');
  const watch = (): void => {
    throw stop;
  };
  await expect(
    judgeInWorkers(poolOf(1), optionGame(8, 'legal sequences'), ['SEQ'], { watch }),
  ).rejects.toBe(stop);
});

test('workers that break, and pools of none, are errors that say so', async () => {
  const game = optionGame(8, 'legal sequences');
  await expect(judgeInWorkers(poolOf(1, 'broken.mjs'), game, ['Nash'])).rejects.toMatchObject({
    code: 'worker-failed',
    message: expect.stringContaining('no such luck') as string,
  });
  await expect(judgeInWorkers(poolOf(1, 'missing.mjs'), game, ['Nash'])).rejects.toMatchObject({
    code: 'worker-failed',
  });
  expect(() => poolOf(0)).toThrow('at least 1');
  // SIM has no meaning without options: the worker's own error arrives.
  await expect(judgeInWorkers(poolOf(1), graphGame(), ['SIM'])).rejects.toMatchObject({
    code: 'bad-argument',
  });
});
