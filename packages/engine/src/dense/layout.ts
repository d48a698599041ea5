import type { Game } from '../game.js';
import { passesPay, searchCost } from '../memory.js';
import type { Moves, OptionForm } from '../moves.js';
import type { StateSpace } from '../space.js';

/**
 * A model in option form laid out over all 2^m points, feasible or not, so that kernels are loops
 * over option bits. The bits are permuted: each decision maker's options stand next to each
 * other, the one-way ones below the reversible ones; options of nobody stand on top.
 *
 *   point:  … | reversible of 1 | one-way of 1 | reversible of 0 | one-way of 0
 */
export interface Layout {
  readonly points: number;
  /** For each state, by index, its point. */
  readonly pointOf: Uint32Array;
  readonly movers: readonly MoverBits[];
}

export interface MoverBits {
  /** Where the decision maker's bits start. */
  readonly shift: number;
  /** Number of one-way options; of reversible ones. */
  readonly oneWay: number;
  readonly reversible: number;
  /** Bit sets, in point coordinates: one-way options that can only be taken; only be given up. */
  readonly forward: number;
  readonly back: number;
}

/** The layout, or null where the moves are not in option form or passes over the points would cost more
 *  than looking through what every state can move to. */
export function layoutOf({ form }: Moves, space: StateSpace | null): Layout | null {
  if (!form || !space) return null;
  const { optionCount, size } = space;
  const pays = passesPay({ options: optionCount, states: size, owned: sizes(form) });
  return pays ? layOut(form, space) : null;
}

/** How many passes over the points cost as much as the search does: more are not worth their while. */
export function passesWorthwhile({ points }: Layout, { moves, space }: Game): number {
  return Math.max(moves.movers, Math.ceil(searchCost(space!.size, sizes(moves.form!)) / points));
}

function sizes({ owned }: OptionForm): number[] {
  return owned.map((options) => options.length);
}

/** The layout, whether or not it pays. */
export function layOut(form: OptionForm, space: StateSpace): Layout {
  const points = 2 ** space.optionCount;
  const place = new Int32Array(space.optionCount).fill(-1);
  let next = 0;
  const movers = form.owned.map((options): MoverBits => {
    const shift = next;
    const oneWay = options.filter((k) => form.directions[k] !== 'both');
    const reversible = options.filter((k) => form.directions[k] === 'both');
    for (const k of [...oneWay, ...reversible]) place[k] = next++;
    const bits = (direction: string): number =>
      oneWay.reduce(
        (set, k) => (form.directions[k] === direction ? set | (1 << place[k]) : set),
        0,
      );
    return {
      shift,
      oneWay: oneWay.length,
      reversible: reversible.length,
      forward: bits('forward'),
      back: bits('back'),
    };
  });
  for (let k = 0; k < place.length; k++) if (place[k] < 0) place[k] = next++;
  return { points, pointOf: permuted(space.codes, place), movers };
}

/** The codes with bit k moved to bit place[k]. */
function permuted(codes: Uint32Array, place: Int32Array): Uint32Array {
  if (place.every((to, k) => to === k)) return codes;
  // Two tables of half the bits each instead of a loop over the bits of every code.
  const half = place.length >>> 1;
  const low = new Uint32Array(2 ** half);
  const high = new Uint32Array(2 ** (place.length - half));
  const fill = (table: Uint32Array, first: number): void => {
    for (let code = 1; code < table.length; code++) {
      const lowest = 31 - Math.clz32(code & -code);
      table[code] = table[code & (code - 1)] | (1 << place[first + lowest]);
    }
  };
  fill(low, 0);
  fill(high, half);
  const mask = low.length - 1;
  const points = new Uint32Array(codes.length);
  for (let s = 0; s < codes.length; s++)
    points[s] = (low[codes[s] & mask] | high[codes[s] >>> half]) >>> 0;
  return points;
}
