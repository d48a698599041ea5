import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSituation } from '@standoff/language/parse';
import { answerTo, QUESTIONS, type RobustnessResult } from '@standoff/questions';
import { situationOf } from '@standoff/situation';
import { placeOf, Station, SweepError, throughQueue, work, type Missing } from '@standoff/sweeps';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { call, SWEEP_WORKER } from './in-process.js';

/** 36 worlds, some of which weigh more than others. */
const TEXT = `situation "Orders"
actor A { option x option y prefers { in no order { x  y  B.z } perhaps 30 % not B.z } }
actor B { option z prefers { perhaps 70 % z  in no order { A.x  not A.y } perhaps A.x } }
scenario both = A.x and B.z`;

const { model } = parseSituation(TEXT);
const OPTIONS = { memory: 2 ** 31, opponentsRule: 'legal sequences' } as const;

let folder: string;
let station: Station;
const on = (): string => `pglite:${path.join(folder, 'sweeps')}`;
const threads = (size: number) => ({ script: SWEEP_WORKER, size });

/** In a minute somebody else would have the chunk; here as soon as it is looked. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sw-'));
  station = await Station.open(placeOf(on(), folder), { version: '1', patience: 1, size: 2 });
  // Its first start compiles it: seconds, and more where much else is done.
}, 600_000);
afterAll(async () => {
  await station.close();
  rmSync(folder, { recursive: true, force: true });
});

const alone = (): Promise<RobustnessResult> =>
  answerTo(QUESTIONS.robustness, situationOf(model!, OPTIONS), {});

/** The same question through the queue. */
async function throughIt(
  name: string,
  missing: (found: readonly Missing[]) => void = () => undefined,
  { script, size } = threads(1),
): Promise<RobustnessResult> {
  const through = throughQueue(station, {
    model: model!,
    options: OPTIONS,
    name,
    threads: { script, size },
    watch: () => undefined,
    begun: () => undefined,
    missing,
  });
  return answerTo(QUESTIONS.robustness, situationOf(model!, OPTIONS), {}, { through });
}

/** The sweep as it stands before anybody works on it, in chunks of two. */
async function begun(name: string, version?: string): Promise<void> {
  const payload = {
    model: model!,
    options: OPTIONS,
    sweep: { question: 'robustness', options: {}, stage: 0 },
  };
  const { count, solve } = (await QUESTIONS.robustness.cut!())(situationOf(model!, OPTIONS), {});
  await station.begin(payload, { name, items: count }, () => nothing(solve(0, 0)));
  if (version !== undefined)
    await station.database.executeSql('UPDATE standoff.sweep SET version = $2 WHERE name = $1', [
      name,
      version,
    ]);
}

/** Of a sweep that whoever begins it does nothing of. */
const nothing = (part: unknown) => ({ part, to: 0, each: 1, milliseconds: 0 });

it('goes on after an interruption, with whoever comes, and comes to the same bit for bit', async () => {
  await begun('one');
  // Somebody takes a chunk and does not come back; somebody else does three and leaves.
  await station.queue.fetch('one');
  let looks = 0;
  await work(station, {
    ...threads(1),
    once: true,
    stopped: () => ++looks > 3,
    refused: () => undefined,
  });
  expect(await station.store.named('one')).toMatchObject({ done: 3, aside: 0, itemsDone: 6 });
  const found: Missing[] = [];
  expect(await throughIt('one', (missing) => found.push(...missing))).toEqual(await alone());
  expect(found).toEqual([]);
  // Once more it is all there.
  expect(await throughIt('one')).toEqual(await alone());
});

it('what a worker hands back of a chunk is another chunk; who comes later with more counts for nothing', async () => {
  await begun('rest');
  const sweep = (await station.store.named('rest'))!;
  const { count, solve } = (await QUESTIONS.robustness.cut!())(situationOf(model!, OPTIONS), {});
  const gone = (from: number, to: number) => ({ part: solve(from, to), to, milliseconds: 1 });
  const half = { solve: (_: unknown, { from }: { from: number }) => gone(from, from + 1) };
  const slow = await station.queue.fetch('rest');
  expect(slow?.first).toBe(0);
  await station.queue.add('rest', [0]);
  while (await station.work(sweep, half as unknown as Parameters<Station['work']>[1]));
  const done = { part: Buffer.from(''), upto: 2, worker: 'late', milliseconds: 1 };
  expect(await station.store.keepPart('rest', 0, done)).toBeNull();
  expect(await station.store.named('rest')).toMatchObject({ done: count, itemsDone: count });
  expect(await throughIt('rest')).toEqual(await alone());
});

it('sets aside what fails three times, and says what the answer is without', async () => {
  await begun('two');
  await station.queue.begin('two');
  await station.queue.add('two', [0]);
  for (let tried = 0; tried < 3; tried++) {
    const fetched = await station.queue.fetch('two');
    expect(fetched?.first).toBe(0);
    await station.queue.fail('two', fetched!, 'no luck');
  }
  await station.queue.tidy();
  expect(await station.store.named('two')).toMatchObject({ done: 0, aside: 1 });
  const { items } = (await station.store.named('two'))!;
  const missing = await station.store.missing('two');
  expect(missing[0]).toEqual({ first: 0, upto: 2, why: 'no luck' });
  await station.refill((await station.store.named('two'))!);
  await work(station, {
    ...threads(1),
    once: true,
    stopped: () => false,
    refused: () => undefined,
  });
  expect(await station.store.named('two')).toMatchObject({ itemsDone: items - 2, aside: 1 });
  // Asked again it is tried again.
  expect(await throughIt('two')).toEqual(await alone());
});

it('answers without what fails, however often it is tried, and says what that is', async () => {
  await begun('part');
  await work(station, {
    ...threads(1),
    once: false,
    stopped: stopAfter(3),
    refused: () => undefined,
  });
  const { done, items } = (await station.store.named('part'))!;
  const broken = path.join(folder, 'broken.mjs');
  writeFileSync(
    broken,
    `import { parentPort } from 'node:worker_threads';
parentPort.on('message', () => parentPort.postMessage({ failed: 'it is broken' }));`,
  );
  const failing = { script: pathToFileURL(broken), size: 1 };
  const found: Missing[] = [];
  const answer = await throughIt('part', (missing) => found.push(...missing), failing);
  expect(answer.worlds.looked).toBe(2 * done);
  expect(found.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(items - 2 * done);
  expect(new Set(found.map(({ why }) => why))).toEqual(new Set(['it is broken']));
  await begun('none');
  await expect(throughIt('none', undefined, failing)).rejects.toThrow(
    'nothing of the sweep none could be done: it is broken',
  );
});

it('a queue that is lost loses nothing that was done', async () => {
  await begun('three');
  await station.queue.remove('three');
  expect(await throughIt('three')).toEqual(await alone());
});

it('refuses what another version began, and another question of the same name', async () => {
  await begun('four', '2');
  const worker = { ...threads(1), once: true, stopped: () => false, refused: () => undefined };
  await expect(work(station, worker)).rejects.toThrow(/begun by standoff 2, and this is 1/);
  await expect(throughIt('four')).rejects.toThrow(/results of two versions are not mixed/);
  await station.remove('four');
  const other = {
    model: model!,
    options: OPTIONS,
    sweep: { question: 'robustness', options: { samples: 5 }, stage: 0 },
  };
  const slip = station.begin(other, { name: 'one', items: 5 }, () => nothing(null));
  await expect(slip).rejects.toThrow(/asks something else/);
});

it('is listed, watched, cancelled and removed from elsewhere', async () => {
  await begun('five');
  const listed = await call(['sweep', 'list', '--on', on(), '--json']);
  const { sweeps } = JSON.parse(listed.stdout) as { sweeps: { name: string; state: string }[] };
  expect(sweeps.find(({ name }) => name === 'five')?.state).toBe('running');
  expect((await call(['sweep', 'cancel', 'five', '--on', on()])).stdout).toContain(
    'five: cancelled, 0 of',
  );
  expect(await station.queue.fetch('five')).toBeNull();
  expect((await call(['sweep', 'watch', 'five', '--on', on()])).stdout).toContain(
    'five: cancelled',
  );
  expect((await call(['sweep', 'remove', 'five', '--on', on()])).status).toBe(0);
  const gone = await call(['sweep', 'watch', 'five', '--on', on()]);
  expect([gone.status, gone.stderr]).toEqual([
    2,
    expect.stringContaining('there is no sweep five'),
  ]);
});

it('the command asks through it, and says so', async () => {
  const file = path.join(folder, 's.standoff');
  writeFileSync(file, TEXT);
  const asked = await call(['robustness', file, '--json', '--on', on()]);
  expect(asked.stdout).toBe((await call(['robustness', file, '--json'])).stdout);
  expect(asked.stderr).toMatch(/^sweep robustness-[0-9a-f]{8}: \d+ of \d+ items to do/);
});

it('says what is wrong with a place, and never a password', async () => {
  const tables = 'UPDATE standoff.tables SET version = ';
  await station.database.executeSql(`${tables}9`);
  const newer = await call(['sweep', 'list', '--on', on()]);
  expect(newer.stderr).toContain('tables of version 9, and this standoff knows version 2');
  await station.database.executeSql(`${tables}2`);
  for (const place of [
    'postgres://me:pass-word@127.0.0.1:1/sweeps',
    'mysql://me:pass-word@host/x',
    'postgres://me:pass-word@:no/x',
    'pglite:',
    `pglite:${'long'.repeat(40)}`,
  ]) {
    const { status, stdout, stderr } = await call(['sweep', 'list', '--on', place]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^standoff: /);
    expect(stderr).not.toContain('pass-word');
    expect(stderr).not.toMatch(/ {4}at /);
  }
});

it('what a full disk refuses is said, and what was done before is kept', async () => {
  await begun('six');
  await work(station, {
    ...threads(1),
    once: false,
    stopped: stopAfter(3),
    refused: () => undefined,
  });
  const { done } = (await station.store.named('six'))!;
  const { keepPart } = station.store;
  station.store.keepPart = () => Promise.reject(new SweepError('full', 'no room left'));
  await expect(throughIt('six')).rejects.toThrow('no room left');
  station.store.keepPart = keepPart;
  expect((await station.store.named('six'))!.done).toBe(done);
  expect(await throughIt('six')).toEqual(await alone());
});

function stopAfter(looks: number): () => boolean {
  return () => --looks < 0;
}
