// npm run fuzz: random input for all that takes input from outside, for as long as is said. What is found
// is printed with its smallest input and how to see it again; then the exit code is 1.
//
//   npm run fuzz                               all targets, a minute in all
//   npm run fuzz -- parser --seconds 600       one of them (or all whose name begins so), ten minutes
//   npm run fuzz -- parser --seed 7 --path 3:1 one input again
//
// The targets are in test/fuzz; `npm test` tries a few inputs of each. Here they run in a thread of their
// own, so that one that does not end is seen.
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { defined } from '../packages/cli/defined.js';
import { bundleCommand } from '../packages/cli/test/bundle-command.js';

/** After so many seconds with one input it is taken to be without an end. */
const ENDLESS = 120;
/** What an input may take, in milliseconds of work: at least, and for each character of it. */
const WORK = { least: 3000, each: 0.5 };
/** Of a target that has so many findings, enough is known. */
const ENOUGH = 5;
/** Inputs that are made from one seed. */
const BATCH = 200;

if (isMainThread) main();
else await work(workerData);

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
      path: { type: 'string' },
    },
  });
  const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
  if (!(seconds > 0) || !Number.isInteger(seed) || positionals.length > 1) {
    console.error('usage: npm run fuzz -- [TARGET] [--seconds N] [--seed S [--path P]]');
    process.exit(2);
  }
  const command = bundleCommand();
  process.env.STANDOFF_COMMAND = command;
  process.on('exit', () => rmSync(command, { recursive: true, force: true }));
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: { wanted: positionals[0] ?? '', seconds, seed, path: values.path },
    argv: [],
  });
  let trying = { name: 'the start', seed, number: 0 };
  let since = Date.now();
  worker.on('message', (message) => {
    since = Date.now();
    trying = message;
  });
  worker.on('error', (error) => {
    console.error(error);
    process.exit(1);
  });
  worker.on('exit', (code) => process.exit(code));
  setInterval(() => {
    if (Date.now() - since < ENDLESS * 1000) return;
    const { name, seed, number } = trying;
    console.log(`\n${name}: no end within ${ENDLESS} s`);
    console.log(`  again: npm run fuzz -- ${name} --seed ${seed} --path ${number}`);
    process.exit(1);
  }, 1000).unref();
}

async function work({ wanted, seconds, seed, path }) {
  const { createServer, createServerModuleRunner } = await import('vite');
  const file = (name) => fileURLToPath(new URL(name, import.meta.url));
  for (const [name, value] of Object.entries(defined)) globalThis[name] = JSON.parse(value);
  // As in the thread that reads texts: pdf.js gives up parts of a damaged file that nobody waits for.
  process.on('unhandledRejection', () => undefined);
  // Kept open: what is tried loads its parts when it needs them.
  const server = await createServer({
    root: file('..'),
    configFile: file('../vitest.config.ts'),
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  });
  const runner = createServerModuleRunner(server.environments.ssr, { hmr: false });
  const module = await runner.import(file('../test/fuzz/targets.ts'));
  const targets = module.targets(50).filter(({ name }) => name.startsWith(wanted));
  if (targets.length === 0) {
    console.error(
      `there is no target ${wanted}: ${module
        .targets(1)
        .map(({ name }) => name)
        .join(', ')}`,
    );
    process.exit(2);
  }
  let found = 0;
  for (const target of targets) {
    found += await fuzz(target, { ms: (seconds * 1000) / targets.length, seed, path });
    await target.close();
  }
  process.exit(found > 0 ? 1 : 0);
}

/** Tries inputs of one target for so long: how many findings there are. */
async function fuzz({ name, fuzz: tryInputs }, { ms, seed, path }) {
  const end = Date.now() + ms;
  const findings = new Set();
  let tried = 0;
  for (let now = seed; Date.now() < end && findings.size < ENOUGH; now++) {
    const outcome = await tryInputs({
      seed: now,
      runs: path === undefined ? BATCH : 1,
      path,
      limit: end - Date.now(),
      watch: watchOf(name, now, tried > 0),
    });
    tried += outcome.tried;
    if (outcome.finding !== null) tell(name, outcome.finding, findings);
    if (path !== undefined) break;
  }
  console.log(`${name}: ${tried} inputs, ${findings.size} findings`);
  return findings.size;
}

function tell(name, { seed, path, input, what }, findings) {
  const kind = what.split('\n').slice(0, 2).join('\n');
  if (findings.has(kind)) return;
  findings.add(kind);
  console.log(`\n${name}: ${what.replaceAll('\n', '\n  ')}`);
  console.log(
    `  input: ${input.length > 4000 ? `${input.slice(0, 4000)} … (${input.length})` : input}`,
  );
  console.log(`  again: npm run fuzz -- ${name} --seed ${seed} --path ${path}\n`);
}

/**
 * Tells the other thread what is tried, and refuses inputs that take too much work. The first of all
 * loads what the others need: its work is not its own.
 */
function watchOf(name, seed, loaded) {
  let number = -1;
  let begun;
  return {
    begins() {
      parentPort.postMessage({ name, seed, number: ++number });
      begun = process.cpuUsage();
    },
    ends(length) {
      const { user, system } = process.cpuUsage(begun);
      const ms = (user + system) / 1000;
      const first = !loaded && number === 0;
      if (!first && ms > WORK.least + WORK.each * length)
        throw new Error(`more work than an input of ${length} characters should be`);
    },
  };
}
