import { parentPort, workerData } from 'node:worker_threads';
import { Outcomes, PlannedWorlds, prepare, tallyOf } from '@standoff/situation';
import type { Part, Sweep } from './sweep.js';

/** What a worker thread runs; see `sweep.ts`. */
const { model, options, concept, plan } = workerData as Sweep;
const prepared = prepare(model, options);
const outcomes = new Outcomes(prepared, concept);
const planned = new PlannedWorlds(prepared.worlds, plan);
const port = parentPort!;
port.on('message', ({ from, to }: Part) => {
  port.postMessage(tallyOf(outcomes, planned, from, to));
});
