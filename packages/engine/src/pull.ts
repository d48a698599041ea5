import { condense, type Components } from './condense.js';
import { Growing } from './growing.js';
import type { ArcLists } from './moves.js';
import type { Steps } from './reachability.js';
import { settledVisits } from './visits.js';
import { expectState } from './validate.js';

/** Where walks end: in a state in which nobody has a step, or in states in which they go round. */
export interface PulledEnd {
  /** Ascending. */
  readonly states: readonly number[];
  /** The share of walks that end here, 0 to 1. */
  readonly share: number;
  /** The 95 % interval of the share (Wilson 1927) where walks were sampled; null: it is exact. */
  readonly interval: readonly [low: number, high: number] | null;
}

export interface PullOptions {
  /** Walks are sampled where the course leads to more states than this; 10^6 when left out. */
  readonly most?: number;
  /** How many walks are sampled; 10 000 when left out. */
  readonly walks?: number;
  /** A sampled walk of so many steps goes round, whatever it was not found to go round in; 2 000 when left out. */
  readonly longest?: number;
  /** How likely a start is to be drawn, in proportion to the others; all alike when left out. */
  readonly likelihood?: (start: number) => number;
}

const MOST = 1_000_000;
const WALKS = 10_000;
const LONGEST = 2_000;
/** Where walks go round is looked for among so many states. */
const MOST_LOOKED_THROUGH = 2_000;
/** After so many times in vain it is looked for no more. */
const MOST_IN_VAIN = 3;

/**
 * How strongly a course pulls: the share of walks along it that end here or there. At each state one of
 * those who have a step is drawn evenly, then one of its steps evenly. A count of ways under an even
 * draw, no probability of anything; ours.
 *
 * The share is exact: visits of states that are left again solve a linear system, component by
 * component. Ends are sorted by share, the largest first, of equal ones the lowest state.
 *
 * @param starts one of them is drawn, evenly unless it is said how likely each is.
 * @param random a number from 0 up to 1 at each call, for walks that have to be sampled.
 * @throws EngineError 'bad-argument' for starts that there are not.
 */
export function pull(
  steps: Steps,
  starts: readonly number[],
  random: () => number,
  { most = MOST, walks = WALKS, longest = LONGEST, likelihood }: PullOptions = {},
): PulledEnd[] {
  for (const start of starts) expectState(steps, start);
  const drawn = sharesOf(starts, likelihood);
  const walk = walkFrom(steps, starts, most);
  return walk === null
    ? sampled(steps, starts, drawn, { walks, longest }, random)
    : exact(walk, starts, drawn);
}

/** The share of draws of each start; of starts none of which is likely, evenly. */
function sharesOf(starts: readonly number[], likelihood: PullOptions['likelihood']): number[] {
  const each = starts.map((start) => likelihood?.(start) ?? 1);
  const all = each.reduce((sum, one) => sum + one, 0);
  return each.map((one) => (all > 0 ? one / all : 1 / starts.length));
}

/** The steps of walks as a weighted graph of what they lead to. */
interface Walk {
  /** The state of each node. */
  readonly states: readonly number[];
  readonly nodeOf: ReadonlyMap<number, number>;
  readonly arcs: ArcLists;
  /** The chance of each arc. */
  readonly chances: Float64Array;
}

function walkFrom(steps: Steps, starts: readonly number[], most: number): Walk | null {
  const nodeOf = new Map<number, number>();
  const states: number[] = [];
  const node = (state: number): number => {
    let known = nodeOf.get(state);
    if (known === undefined) {
      known = states.length;
      nodeOf.set(state, known);
      states.push(state);
    }
    return known;
  };
  starts.forEach(node);
  const heads = new Growing((length) => new Int32Array(length));
  const targets = new Growing((length) => new Int32Array(length));
  const chances = new Growing((length) => new Float64Array(length));
  const out = new Int32Array(steps.maxDegree);
  const counts = new Int32Array(steps.movers);
  heads.push(0);
  for (let at = 0; at < states.length; at++) {
    if (states.length > most) return null;
    let choices = 0;
    for (let mover = 0; mover < steps.movers; mover++) {
      const count = steps.successors(mover, states[at], out);
      if (count > 0) counts[choices++] = count;
      for (let k = 0; k < count; k++) targets.push(node(out[k]));
    }
    for (let choice = 0; choice < choices; choice++)
      for (let k = 0; k < counts[choice]; k++) chances.push(1 / choices / counts[choice]);
    heads.push(targets.length);
  }
  return {
    states,
    nodeOf,
    arcs: { offsets: heads.taken(), targets: targets.taken() },
    chances: chances.taken(),
  };
}

/** The steps of each that has one. */
function choicesAt(steps: Steps, state: number, out: Int32Array): number[][] {
  const choices: number[][] = [];
  for (let mover = 0; mover < steps.movers; mover++) {
    const count = steps.successors(mover, state, out);
    if (count > 0) choices.push(Array.from(out.subarray(0, count)));
  }
  return choices;
}

function exact(
  { states, nodeOf, arcs, chances }: Walk,
  starts: readonly number[],
  drawn: readonly number[],
): PulledEnd[] {
  const components = condense(states.length, arcs);
  const inflow = new Float64Array(states.length);
  for (const [k, start] of starts.entries()) inflow[nodeOf.get(start)!] += drawn[k];
  const ends: PulledEnd[] = [];
  // Arcs lead to lower numbers, so that all that flows into a component is known at its turn.
  for (let c = components.count - 1; c >= 0; c--) {
    const members = membersOf(components, c);
    const share = members.reduce((sum, node) => sum + inflow[node], 0);
    if (components.arcs.offsets[c] === components.arcs.offsets[c + 1]) {
      ends.push({ states: members.map((n) => states[n]).sort(ascending), share, interval: null });
      continue;
    }
    const visits = settledVisits(members, arcs, chances, inflow);
    members.forEach((from, m) => {
      for (let k = arcs.offsets[from]; k < arcs.offsets[from + 1]; k++)
        if (components.of[arcs.targets[k]] !== c) inflow[arcs.targets[k]] += visits[m] * chances[k];
    });
  }
  return ends.sort(largestFirst);
}

function membersOf({ first, members }: Components, c: number): number[] {
  return Array.from(members.subarray(first[c], first[c + 1]));
}

/** Walks one by one. */
function sampled(
  steps: Steps,
  starts: readonly number[],
  shares: readonly number[],
  { walks, longest }: Required<Pick<PullOptions, 'walks' | 'longest'>>,
  random: () => number,
): PulledEnd[] {
  const out = new Int32Array(steps.maxDegree);
  const drawn = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)];
  const rounds = new Rounds(steps);
  const ends = new Map<number, { readonly states: readonly number[]; count: number }>();
  for (let k = 0; k < walks; k++) {
    let at = starts[placeOf(random(), shares)];
    const met = new Set<number>([at]);
    let round: readonly number[] | null = null;
    for (let length = 0; round === null; length++) {
      const choices = choicesAt(steps, at, out);
      if (choices.length === 0) break;
      at = drawn(drawn(choices));
      if (length === longest) round = rounds.endless(met);
      else if (met.has(at)) round = rounds.at(at);
      met.add(at);
    }
    const states = round ?? [at];
    const known = ends.get(states[0]);
    if (known) known.count++;
    else ends.set(states[0], { states, count: 1 });
  }
  return [...ends.values()]
    .map(({ states, count }) => ({
      states,
      share: count / walks,
      interval: wilson(count, walks),
    }))
    .sort(largestFirst);
}

/** The place in which a number from 0 up to 1 falls among the shares. */
function placeOf(number: number, shares: readonly number[]): number {
  let below = 0;
  for (let k = 0; k < shares.length - 1; k++) {
    below += shares[k];
    if (number < below) return k;
  }
  return shares.length - 1;
}

/** States that walks go round in and never leave, found from a state that a walk comes back to. */
class Rounds {
  /** By state; null: it is left again. */
  readonly #known = new Map<number, readonly number[] | null>();
  #endless: readonly number[] | null = null;
  #inVain = 0;

  constructor(readonly steps: Steps) {}

  /** Null: walks leave it again, or what it leads to is too much to be looked through. */
  at(state: number): readonly number[] | null {
    if (!this.#known.has(state) && this.#inVain < MOST_IN_VAIN) this.#look(state);
    return this.#known.get(state) ?? null;
  }

  /** Whatever it was in which a walk did not come to an end, it is one end; told by the first such walk. */
  endless(met: ReadonlySet<number>): readonly number[] {
    return (this.#endless ??= [...met].sort(ascending));
  }

  #look(start: number): void {
    const walk = walkFrom(this.steps, [start], MOST_LOOKED_THROUGH);
    if (walk === null) {
      this.#inVain++;
      return;
    }
    const { states, arcs } = walk;
    const components = condense(states.length, arcs);
    const { offsets } = components.arcs;
    for (let c = 0; c < components.count; c++) {
      const own = membersOf(components, c).map((node) => states[node]);
      const round =
        own.length > 1 && offsets[c] === offsets[c + 1] ? own.toSorted(ascending) : null;
      for (const state of own) this.#known.set(state, round);
    }
  }
}

/** Of a share of n draws, at 95 % (Wilson 1927). */
function wilson(count: number, n: number): [number, number] {
  const z = 1.959964;
  const p = count / n;
  const middle = p + (z * z) / (2 * n);
  const width = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return [Math.max(0, (middle - width) / whole), Math.min(1, (middle + width) / whole)];
}

function largestFirst(a: PulledEnd, b: PulledEnd): number {
  return b.share - a.share || (a.states[0] ?? 0) - (b.states[0] ?? 0);
}

function ascending(a: number, b: number): number {
  return a - b;
}
