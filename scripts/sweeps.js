// npm run sweeps [-- --worlds N]: a sweep on PostgreSQL with three workers, one of them slow, one killed in
// the middle, the server restarted; the answer has to be that of one thread, to the letter. `npm test` does the
// same with a small one. Needs a build, and PostgreSQL, of which a server is started for the time.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseSituation } from '@standoff/language/parse';
import { robustness } from '@standoff/questions';
import { prepare } from '@standoff/situation';
import { placeOf, Station } from '@standoff/sweeps';
import { ORDERS } from './orders.js';
import { PASSWORD, startPostgres } from './postgres.js';

const { values } = parseArgs({ options: { worlds: { type: 'string', default: '100000' } } });
const worlds = Number(values.worlds);
const command = fileURLToPath(new URL('../packages/cli/bin/standoff.js', import.meta.url));

const folder = mkdtempSync(path.join(tmpdir(), 'sweeps-'));
const server = startPostgres();
const children = new Set();
try {
  process.exitCode = (await run()) ? 0 : 1;
} finally {
  for (const child of children) child.kill('SIGKILL');
  server.remove();
  rmSync(folder, { recursive: true, force: true });
}

async function run() {
  const file = path.join(folder, 'orders.standoff');
  writeFileSync(file, ORDERS);
  const began = process.cpuUsage().user;
  const { model } = parseSituation(ORDERS);
  const alone = JSON.stringify(robustness(prepare(model), { samples: worlds, seed: 7 }));
  say(`alone: ${((process.cpuUsage().user - began) / 1e6).toFixed(1)} s of processor time`);

  const on = server.url;
  const station = await Station.open(placeOf(server.urlWithPassword, folder), { version: 'none' });
  const asking = started(
    'robustness',
    file,
    '--samples',
    String(worlds),
    '--seed',
    '7',
    '--json',
    '--on',
    on,
    '--sweep',
    'orders',
  );
  let answer = '';
  asking.stdout.setEncoding('utf8').on('data', (text) => (answer += text));
  const sweep = async () => station.store.named('orders');
  await until(async () => (await sweep()) !== null, 'the sweep is begun');
  const workers = [0, 1, 2].map(() => started('worker', '--on', on, '--threads', '1'));
  // Slow: it is stopped half of the time.
  const [killed, slow] = workers;
  const slowing = setInterval(() => {
    slow.kill('SIGSTOP');
    setTimeout(() => slow.kill('SIGCONT'), 500);
  }, 1000);
  const own = (one) => one.endsWith(`/${killed.pid}`);
  await until(async () => Object.keys((await sweep()).workers).some(own), 'it is worked on');
  killed.kill('SIGKILL');
  say(`a worker is killed at ${(await sweep()).itemsDone} of ${worlds} worlds`);
  await until(async () => (await sweep()).itemsDone >= worlds / 2, 'half is done');
  server.restart();
  say('the server was restarted');
  await new Promise((resolve) => asking.once('close', resolve));
  clearInterval(slowing);
  slow.kill('SIGCONT');
  const { workers: who, chunks } = await sweep();
  await station.close();
  for (const worker of workers) worker.kill('SIGTERM');
  say(`who did how many of ${chunks} chunks: ${JSON.stringify(who)}`);
  const same = answer.trim() === alone;
  say(
    same
      ? `${worlds} worlds: the answer is that of one thread, to the letter (${alone.length} characters)`
      : `the answers differ: ${answer.slice(0, 300)} … ${alone.slice(0, 300)}`,
  );
  return same;
}

function started(...args) {
  const child = spawn(process.execPath, [command, ...args], {
    cwd: folder,
    env: { ...process.env, PGPASSWORD: PASSWORD },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}

async function until(isSo, what) {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100));
  say(what);
}

function say(text) {
  console.log(text);
}
