import type { Count } from '@standoff/model';
import { isOver, shareOf, type Kept } from '@standoff/sweeps';
import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import { progressOn } from '../progress.js';
import { atStation } from '../station.js';
import { print, printAnswer } from '../terminal.js';

/** A sweep as it stands. */
export interface SweepShown {
  /** What it is called. */
  readonly name: string;
  /** The question that it is part of. */
  readonly question: string;
  /** The title of the situation. */
  readonly situation: string;
  /** The version of standoff that began it. */
  readonly version: string;
  /** Whether it is worked on, all of it is done, or it was cancelled. */
  readonly state: 'running' | 'done' | 'cancelled';
  /** How many worlds, changes or combinations it goes through. */
  readonly items: Count;
  /** How many of them are done. */
  readonly itemsDone: Count;
  /** In how many pieces so far: they are cut while it runs, as long as items take. */
  readonly chunks: Count;
  /** How many pieces are done. */
  readonly done: Count;
  /** How many pieces failed however often they were tried. */
  readonly aside: Count;
  /** Who did how many: by host and process. */
  readonly workers: readonly {
    /** Host and process. */
    readonly worker: string;
    /** How many pieces it did. */
    readonly chunks: Count;
  }[];
}

/** What `standoff sweep list --json` prints. */
export interface SweepListAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/sweep-list/2';
  /** The last begun first. */
  readonly sweeps: readonly SweepShown[];
}

/** What `standoff sweep watch`, `cancel` and `remove` print with --json: how it stands, or stood. */
export interface SweepAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/sweep/2';
  /** The sweep. */
  readonly sweep: SweepShown;
}

interface SweepFlags {
  readonly on: string;
  readonly json?: true;
}

/** Milliseconds until it is looked again. */
const PAUSE = 500;

/** `standoff sweep list`. */
export function listSweeps(io: Io, { on, json }: SweepFlags): Promise<number> {
  return atStation(io, on, async ({ store }) => {
    const sweeps = (await store.all()).map(shown);
    if (json) printAnswer<SweepListAnswer>(io, { schema: 'standoff/sweep-list/2', sweeps });
    else print(io, sweeps.length === 0 ? 'No sweeps.' : sweeps.map(lines).join('\n'));
    return EXIT.fine;
  });
}

/** `standoff sweep watch`: shows how far it is until it is over. */
export function watchSweep(io: Io, name: string, { on, json }: SweepFlags): Promise<number> {
  return atStation(io, on, async (station) => {
    const { report, clear } = progressOn(io, 'done');
    let stopped = false;
    void io.stopped().then(() => (stopped = true));
    let kept = await station.expect(name);
    while (!isOver(kept) && !stopped) {
      report(shareOf(kept));
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      await station.queue.tidy();
      kept = await station.expect(name);
    }
    clear();
    printSweep(io, kept, json);
    return EXIT.fine;
  });
}

/** `standoff sweep cancel`. */
export function cancelSweep(io: Io, name: string, { on, json }: SweepFlags): Promise<number> {
  return atStation(io, on, async (station) => {
    await station.cancel(name);
    printSweep(io, await station.expect(name), json);
    return EXIT.fine;
  });
}

/** `standoff sweep remove`. */
export function removeSweep(io: Io, name: string, { on, json }: SweepFlags): Promise<number> {
  return atStation(io, on, async (station) => {
    const kept = await station.expect(name);
    await station.remove(name);
    if (json) printSweep(io, kept, json);
    else print(io, `${name} is removed.`);
    return EXIT.fine;
  });
}

function printSweep(io: Io, kept: Kept, json: true | undefined): void {
  if (json) printAnswer<SweepAnswer>(io, { schema: 'standoff/sweep/2', sweep: shown(kept) });
  else print(io, lines(shown(kept)));
}

function shown(kept: Kept): SweepShown {
  const { name, question, situation, version, items, itemsDone, chunks, done, aside } = kept;
  return {
    name,
    question,
    situation,
    version,
    state: shareOf(kept) === 1 ? 'done' : kept.cancelled ? 'cancelled' : 'running',
    items,
    itemsDone,
    chunks,
    done,
    aside,
    workers: Object.entries(kept.workers)
      .map(([worker, own]) => ({ worker, chunks: own }))
      .sort((a, b) => b.chunks - a.chunks || (a.worker < b.worker ? -1 : 1)),
  };
}

function lines(sweep: SweepShown): string {
  const { name, question, situation, state, items, itemsDone, done, aside, workers } = sweep;
  const set = aside === 0 ? '' : `, ${aside} set aside`;
  return [
    `${name}: ${state}, ${itemsDone} of ${items} items, in ${done} chunks${set}`,
    `  ${question} of "${situation}"`,
    ...workers.map(({ worker, chunks: own }) => `  ${worker}: ${own}`),
  ].join('\n');
}
