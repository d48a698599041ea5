/** docs/performance.md, every figure of it from a result of `npm run bench`. */
export function performancePage({ node, cpu, scale, ratios, threads, small }) {
  const at = (options) => scale.find((row) => row.options === options);
  const worst = scale.slice(1).reduce((a, b) => (b.growth > a.growth ? b : a));
  const matrix = ratios.filter(({ baseline }) => baseline === 'matrix method');
  const largest = matrix.reduce((a, b) => (b.states > a.states ? b : a));
  const cubic = largest.baselineMs * (2 ** 14 / largest.states) ** 3;
  return `# Speed and memory

<!-- Written by "npm run bench" from bench/result.json. -->

How fast the engine is, against two baselines that are run beside it on the same models: the matrix method of the
literature, and a recursive search as earlier tools do it. Both are written from the definitions (\`bench/\`). All
figures below are of one run (${cpu}, Node ${node.replace('v', '')}); a time of the engine is the best of several
runs, one of a baseline a single run. Run it yourself with \`npm run bench\`: about ten minutes.

## By the size of the model

Nash, GMR, SMR and SEQ for four decision makers, two thirds of the points of the option space feasible, one thread.

![Time against the size of the option space, on logarithmic axes](images/performance.svg)

${table(
  ['options', 'states', 'time', 'million states a second', 'growth', 'bytes a point at the peak'],
  scale.map((row) => [
    row.options,
    figure(row.states),
    duration(row.ms),
    row.millionStatesPerSecond.toFixed(2),
    row.growth === null ? '' : row.growth.toFixed(2),
    row.bytesPerPoint === null ? '' : row.bytesPerPoint.toFixed(0),
  ]),
)}

At 2^20 points: ${at(20).millionStatesPerSecond.toFixed(2)} million states a second, ${at(20).bytesPerPoint?.toFixed(0) ?? 'unknown'} bytes a point. The largest growth
from one row to the next is ${worst.growth.toFixed(2)}, at 2^${worst.options}; the option space doubles each time. 2^24 points take
${duration(at(24).ms)}${at(24).bytesPerPoint === null ? '' : ` and ${((at(24).bytesPerPoint * 2 ** 24) / 1024 ** 3).toFixed(1)} GB`}.

Two worker threads on shared memory against one, all of it, sending included: ${threads
    .map(
      ({ options, one, two, alone }) =>
        `${(one / two).toFixed(2)} at 2^${options} (${(alone / two).toFixed(2)} against the main thread alone)`,
    )
    .join(', ')}.

A model of ${small.states} states with three decision makers, all four concepts, states and moves built anew: ${small.microseconds.toFixed(0)} µs,
${figure(Math.round(1e6 / small.microseconds / 100) * 100)} analyses a second.

## Against the baselines

${table(
  [
    'baseline',
    'decision makers × options',
    'states',
    'baseline',
    'engine',
    'ratio',
    'differing verdicts',
  ],
  ratios.map((row) => [
    row.baseline,
    `${row.deciders} × ${row.optionsEach}`,
    figure(row.states),
    duration(row.baselineMs),
    duration(row.engineMs),
    figure(Math.round(row.ratio)),
    row.differingVerdicts,
  ]),
)}

The matrix method multiplies matrices with a row and a column for every state: its time grows with the cube of
the states and its memory with their square. At 2^14 states it would, by that, take ${duration(cubic)} and is not run.
The recursive search is exponential in the number of opponents: with two or three of them and few moves it is
a hundred to a few hundred times slower, with nine thousands of times. Its verdicts differ where an opponent
would have to move twice within one answer: it lets each opponent move once only, which is not the published rule.
Asked to read it so (\`--opponents once\`), the engine gives the same verdicts.

## What the figures do not say

Simultaneous answers (SIM) are not among the four concepts: their search is exponential at worst, and on 2^20 points it
takes seconds for each decision maker where the others take a tenth of one. Reading a text, naming states and
printing are not in the figures either: \`standoff analyse cases/korea-2018\` takes under a second, most of which is not
the kernels. What is verified, and how, is told in [theory.md](theory.md#verification).
`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '--:')), ...rows.map(line)].join('\n');
}

function figure(n) {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

function duration(ms) {
  if (ms < 1) return `${(1000 * ms).toFixed(0)} µs`;
  if (ms < 1000) return `${ms.toPrecision(ms < 10 ? 2 : 3)} ms`;
  const seconds = ms / 1000;
  if (seconds < 600) return `${seconds.toPrecision(seconds < 10 ? 2 : 3)} s`;
  return seconds < 36_000
    ? `${(seconds / 60).toFixed(0)} min`
    : `${(seconds / 3600).toFixed(0)} hours`;
}
