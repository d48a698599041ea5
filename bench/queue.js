// What the queue costs, and what comes of it with many workers:
//
//   PGPASSWORD=… node bench/queue.js postgres://USER@HOST/DATABASE [the process of the server, if it is here]
//
// Chunks of the Korean case go through the queue with everything but the work itself, in processor time of
// this process and of the server's. What that comes to for many workers is simulated: each works for three
// seconds on a chunk, give or take, and asks the one server before and after.
import { readdirSync, readFileSync } from 'node:fs';
import { QUESTIONS } from '@standoff/questions';
import { parseSituation } from '@standoff/language/parse';
import { situationOf } from '@standoff/situation';
import { placeOf, Station, unpacked } from '@standoff/sweeps';

const CHUNKS = 200;
/** Seconds that a chunk is meant to take, and how many of them a sweep has in the simulation. */
const CHUNK = 3;
const SWEEP = 20_000;

const [place, postmaster] = process.argv.slice(2);
const korea = readFileSync(new URL('../cases/korea-2018/korea.standoff', import.meta.url), 'utf8');
const { model } = parseSituation(korea);
const options = { memory: 2 ** 31, opponentsRule: 'legal sequences' };
const asked = { samples: CHUNKS, seed: 7 };
const items = (await QUESTIONS.robustness.cut())(situationOf(model, options), asked);
const part = items.solve(0, 5);

const station = await Station.open(placeOf(place, process.cwd()), { version: 'bench', size: 1 });
const payload = { model, options, sweep: { question: 'robustness', options: asked, stage: 0 } };
const name = `bench-${process.pid}`;
const filling = cost();
const kept = await station.begin(payload, { name, items: CHUNKS }, () => ({
  part: items.solve(0, 0),
  to: 0,
  each: 1,
  milliseconds: 0,
}));
const filled = filling();
const working = cost();
const thread = { solve: async (_, { to }) => ({ part, to, milliseconds: 1000 * CHUNK }) };
while (await station.work(kept, thread));
const { own, server } = working();
const merging = cost();
let sum = items.solve(0, 0);
let bytes = 0;
for await (const one of station.store.parts(name)) {
  bytes += one.length;
  sum = items.merge(sum, unpacked(one));
}
const merged = merging();
const sent = (await station.store.payload(name)).length;
await station.remove(name);
await station.close();

const each = {
  worker: own / CHUNKS,
  server: server / CHUNKS,
  asker: (filled.own + merged.own) / CHUNKS,
};
console.log(`sent once: ${kb(sent)}; a part: ${kb(bytes / CHUNKS)}`);
console.log(
  `a chunk, in milliseconds of processor time: worker ${each.worker.toFixed(1)}, server ${each.server.toFixed(1)}, whoever asks ${each.asker.toFixed(1)}`,
);
console.log(
  `of a chunk of ${CHUNK} s: ${((each.worker + each.server + each.asker) / CHUNK / 10).toFixed(2)} %`,
);
console.log('simulated: workers, times as fast as one thread, share of the server');
for (const workers of [1, 2, 3, 10, 100, 300, 1000]) {
  const { speed, busy } = simulated(workers);
  console.log(`${workers}\t${speed.toFixed(1)}\t${(100 * busy).toFixed(0)} %`);
}

/** Workers that all ask one server, which does one thing after the other. */
function simulated(workers) {
  let seed = 1;
  const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const ready = Array.from({ length: workers }, () => 0);
  let free = 0;
  let end = 0;
  let work = 0;
  for (let k = 0; k < SWEEP; k++) {
    let first = 0;
    for (let w = 1; w < workers; w++) if (ready[w] < ready[first]) first = w;
    free = Math.max(free, ready[first]) + each.server / 1000;
    const takes = CHUNK * (0.5 + random());
    work += takes;
    ready[first] = free + takes + each.worker / 1000;
    end = Math.max(end, ready[first]);
  }
  end += (SWEEP * each.asker) / 1000;
  return { speed: work / end, busy: (SWEEP * each.server) / 1000 / end };
}

/** Milliseconds of processor time from now on. */
function cost() {
  const mine = process.cpuUsage();
  const theirs = serverTime();
  return () => {
    const { user, system } = process.cpuUsage(mine);
    return { own: (user + system) / 1000, server: serverTime() - theirs };
  };
}

/** Of the server and what it has begun, where it runs here. */
function serverTime() {
  if (postmaster === undefined) return 0;
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      if (pid === postmaster || fields[1] === postmaster)
        ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It has ended.
    }
  }
  return ticks * 10;
}

function kb(count) {
  return `${(count / 1000).toFixed(1)} kB`;
}
