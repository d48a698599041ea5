/**
 * node --expose-gc bench/memory.js OPTIONS: prints the bytes a point that a run takes at its peak: the model,
 * the kernel and the verdicts. Resident memory of a process of its own; Linux only, otherwise null.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { kernels } from './kernels.js';
import { randomModel } from './models.js';

function peak() {
  const [, kilobytes] = /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'));
  return 1024 * Number(kilobytes);
}

const options = Number(process.argv[2]);
kernels(randomModel({ options: 12, deciders: 4, density: 0.67, seed: 1 }));
const model = randomModel({ options, deciders: 4, density: 0.67, seed: options });
globalThis.gc();
const input = model.codes.byteLength + model.ranks.reduce((sum, own) => sum + own.byteLength, 0);
try {
  writeFileSync('/proc/self/clear_refs', '5');
  const before = peak();
  const verdicts = kernels(model);
  console.log(verdicts.length > 0 ? (peak() - before + input) / 2 ** options : null);
} catch {
  console.log(null);
}
