/**
 * npm run bench: the engine against two baselines on the same random models in one run.
 * Prints tables of times and ratios, writes bench/result.json, docs/performance.md and its plot. A time
 * of the engine is the best of several runs, one of a baseline a single run; on a shared machine
 * believe the ratios.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync, renameSync } from 'node:fs';
import { cpus } from 'node:os';
import { format } from 'oxfmt';
import { CLASSIC, kernels } from './kernels.js';
import { matrixMethod } from './matrix-method.js';
import { randomModel } from './models.js';
import { performancePage } from './page.js';
import { plot } from './plot.js';
import { recursiveSearch } from './recursive-search.js';
import { inThreads } from './threads.js';

const quick = process.argv.includes('--quick');

/** The best of runs that take a second or so together, at least three. */
function best(work) {
  let ms = Infinity;
  let spent = 0;
  let result;
  for (let k = 0; k < 3 || (spent < 1000 && k < 200); k++) {
    const run = timed(work);
    result = run.result;
    ms = Math.min(ms, run.ms);
    spent += run.ms;
  }
  return { ms, result };
}

function timed(work) {
  globalThis.gc?.();
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

/** At the peak, in a process of its own; null where that cannot be measured. */
function bytesPerPoint(options) {
  const child = spawnSync(process.execPath, ['--expose-gc', 'bench/memory.js', String(options)]);
  return JSON.parse(child.stdout.toString() || 'null');
}

function agreement(a, b) {
  let different = 0;
  a.forEach((of, i) => {
    for (const concept of CLASSIC)
      of[concept].forEach((stable, s) => (different += stable === b[i][concept][s] ? 0 : 1));
  });
  return different;
}

const scale = [];
console.log(
  'Engine, 4 decision makers, two thirds of the points feasible, Nash GMR SMR SEQ for all',
);
console.log('options   states        ms   M states/s   growth   bytes/point');
for (let options = 12; options <= (quick ? 16 : 24); options += 1) {
  const model = randomModel({ options, deciders: 4, density: 0.67, seed: options });
  const { ms } = best(() => kernels(model));
  // The rest of a process drowns what small models take.
  const bytes = options < 18 ? null : bytesPerPoint(options);
  const previous = scale.at(-1);
  const row = {
    options,
    states: model.codes.length,
    ms,
    millionStatesPerSecond: model.codes.length / ms / 1000,
    growth: previous ? ms / previous.ms : null,
    bytesPerPoint: bytes,
  };
  scale.push(row);
  console.log(
    `${String(options).padStart(7)} ${String(row.states).padStart(8)} ${ms.toFixed(2).padStart(9)} ${row.millionStatesPerSecond.toFixed(2).padStart(12)} ${(row.growth?.toFixed(2) ?? '').padStart(8)} ${(bytes?.toFixed(0) ?? '').padStart(13)}`,
  );
}

const ratios = [];
console.log('\nAgainst the baselines, all points feasible');
console.log(
  'baseline           deciders x options   states   baseline ms   engine ms      ratio   differing verdicts',
);
const compare = (name, baseline, deciders, each) => {
  const model = randomModel({ options: deciders * each, deciders, density: 1, seed: each });
  const ours = best(() => kernels(model));
  const theirs = timed(() => baseline(model));
  const row = {
    baseline: name,
    deciders,
    optionsEach: each,
    states: model.codes.length,
    baselineMs: theirs.ms,
    engineMs: ours.ms,
    ratio: theirs.ms / ours.ms,
    differingVerdicts: agreement(theirs.result, ours.result),
  };
  ratios.push(row);
  console.log(
    `${name.padEnd(18)} ${`${deciders} x ${each}`.padStart(18)} ${String(row.states).padStart(8)} ${row.baselineMs.toFixed(0).padStart(13)} ${row.engineMs.toFixed(2).padStart(11)} ${row.ratio.toFixed(0).padStart(10)} ${String(row.differingVerdicts).padStart(20)}`,
  );
};
for (const [deciders, each] of quick
  ? [[4, 2]]
  : [
      [2, 4],
      [4, 2],
      [3, 3],
      [5, 2],
    ])
  compare('matrix method', matrixMethod, deciders, each);
for (const [deciders, each] of quick
  ? [[4, 2]]
  : [
      [4, 2],
      [5, 2],
      [10, 1],
      [2, 6],
      [4, 3],
      [6, 2],
    ])
  compare('recursive search', recursiveSearch, deciders, each);
console.log(
  '\nDiffering verdicts of the recursive search come from its rule: each opponent at most once in a response.',
);

const threads = [];
console.log('\nThreads (warm), against one kernel in the main thread in the same run');
for (const options of quick ? [16] : [20, 22]) {
  const model = randomModel({ options, deciders: 4, density: 0.67, seed: options });
  const alone = best(() => kernels(model)).ms;
  const one = await inThreads(model, 1, 5);
  const two = await inThreads(model, 2, 5);
  threads.push({ options, alone, one, two });
  console.log(
    `2^${options}: alone ${alone.toFixed(0)} ms, one worker ${one.toFixed(0)} ms, two ${two.toFixed(0)} ms; two against one ${(one / two).toFixed(2)}, against alone ${(alone / two).toFixed(2)}`,
  );
}

const twelve = randomModel({ options: 4, deciders: 3, density: 0.75, seed: 4 });
const many = 20_000;
const small = best(() => {
  for (let k = 0; k < many; k++) kernels(twelve);
});
const smallMicroseconds = (small.ms * 1000) / many;
console.log(
  `\nSmall model, ${twelve.codes.length} states, 3 decision makers: ${smallMicroseconds.toFixed(1)} µs for everything`,
);

const result = {
  schema: 'standoff/bench/1',
  node: process.version,
  cpu: cpus()[0]?.model,
  scale,
  ratios,
  threads,
  small: { states: twelve.codes.length, microseconds: smallMicroseconds },
};
writeFileSync('bench/result.json.tmp', JSON.stringify(result, null, 2) + '\n');
renameSync('bench/result.json.tmp', 'bench/result.json');
if (!quick) {
  writeFileSync('docs/images/performance.svg', plot(scale));
  const { code } = await format('performance.md', performancePage(result));
  writeFileSync('docs/performance.md', code);
}
