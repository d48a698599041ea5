import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseSituation } from '@standoff/language/parse';
import { answerTo, QUESTIONS } from '@standoff/questions';
import { situationOf } from '@standoff/situation';
import { placeOf, Station, throughQueue, type Missing } from '@standoff/sweeps';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ORDERS } from '../../../scripts/orders.js';
import { PASSWORD, postgresHere, startPostgres } from '../../../scripts/postgres.js';
import { SCRIPT } from './apart.js';
import { call, SWEEP_WORKER } from './in-process.js';

const WORLDS = 24_000;
/** Worlds of a chunk, a tenth of a second or so: short, so that many are under way when something happens. */
const CHUNK = 600;

const { model } = parseSituation(ORDERS);
const OPTIONS = { memory: 2 ** 31, opponentsRule: 'legal sequences' } as const;
const ASKED = { samples: WORLDS, seed: 7 };

/** In package.json, and in the command. */
declare const STANDOFF_VERSION: string;

describe.skipIf(postgresHere() === null)('a sweep on PostgreSQL', { timeout: 240_000 }, () => {
  let folder: string;
  let server: ReturnType<typeof startPostgres>;
  let station: Station;
  const workers: ChildProcess[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'sp-'));
    server = startPostgres();
    station = await Station.open(placeOf(server.urlWithPassword, folder), {
      version: STANDOFF_VERSION,
    });
  }, 240_000);
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await station?.close();
    server?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  function worker(): ChildProcess {
    const args = [SCRIPT, 'worker', '--on', server.url, '--threads', '1'];
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, PGPASSWORD: PASSWORD },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    workers.push(child);
    return child;
  }

  /** How far the sweep is. */
  const orders = async () => (await station.store.named('orders'))!;

  /** Whether a worker has brought something: it takes the next chunk at once. */
  const hasBrought = async ({ pid }: ChildProcess): Promise<boolean> =>
    Object.keys((await orders()).workers).some((name) => name.endsWith(`/${pid}`));

  const until = (isSo: () => Promise<boolean>): Promise<boolean> =>
    vi.waitUntil(isSo, { interval: 20, timeout: 200_000 });

  it('with three workers, one killed, one slow, the server restarted, comes to what one thread does, bit for bit', async () => {
    const { count, solve } = (await QUESTIONS.robustness.cut!())(
      situationOf(model!, OPTIONS),
      ASKED,
    );
    const payload = {
      model: model!,
      options: OPTIONS,
      sweep: { question: 'robustness', options: ASKED, stage: 0 },
    };
    const nothing = { part: solve(0, 0), to: 0, each: 1, milliseconds: 0 };
    await station.begin(payload, { name: 'orders', items: count }, () => nothing);
    await station.store.cut('orders', CHUNK, Math.ceil(count / CHUNK));
    await station.refill(await orders());

    // One after the other, so that each is at work however slowly it starts.
    const killed = worker();
    await until(() => hasBrought(killed));
    killed.kill('SIGKILL');
    const slow = worker();
    await until(() => hasBrought(slow));
    // With a chunk of its own, until others have done it.
    slow.kill('SIGSTOP');
    const third = worker();
    await until(() => hasBrought(third));
    await until(async () => (await orders()).itemsDone >= count / 2);
    expect((await orders()).itemsDone).toBeLessThan(count);
    server.restart();
    // A minute goes by for what those two had taken.
    await station.database.executeSql(
      `UPDATE standoff_queue.job SET started_on = started_on - interval '1 hour' WHERE state = 'active'`,
    );
    const missing: Missing[] = [];
    const through = throughQueue(station, {
      model: model!,
      options: OPTIONS,
      name: 'orders',
      threads: { script: SWEEP_WORKER, size: 1 },
      watch: (done) => {
        if (done > 0.9) slow.kill('SIGCONT');
      },
      begun: () => undefined,
      missing: (found) => missing.push(...found),
    });
    const ready = situationOf(model!, OPTIONS);
    const answer = await answerTo(QUESTIONS.robustness, ready, ASKED, { through });
    expect(missing).toEqual([]);
    expect(answer).toEqual(await answerTo(QUESTIONS.robustness, ready, ASKED));
    const { workers: did, itemsDone } = await orders();
    expect(itemsDone).toBe(count);
    expect(Object.keys(did)).toContain(station.worker);
    expect(await hasBrought(third)).toBe(true);
  });

  it('says who is not let in, and what is not there, and never a password', async () => {
    const wrong = server.urlWithPassword.replace(PASSWORD, 'pass-word');
    const list = (on: string) => call(['sweep', 'list', '--on', on]);
    for (const [on, why] of [
      [wrong, 'does not let this user in'],
      [server.url, 'does not let this user in'],
      [server.urlWithPassword.replace(/postgres$/, 'nowhere'), 'there is no such database'],
      [server.urlWithPassword.replace(/:\d+\//, ':1/'), 'no database answers'],
    ] as const) {
      const { status, stdout, stderr } = await list(on);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain(why);
      expect(stderr).not.toMatch(/pass-word|swept| {4}at /);
    }
    const { stdout } = await list(server.urlWithPassword);
    expect(stdout).toContain('orders: done');
    expect(stdout).not.toContain(PASSWORD);
  });
});
