/** A list of which not all is printed. */
export interface CutList {
  /** Where it stands, as a JSON Pointer: "/states", "/rankings/0/levels". */
  readonly list: string;
  /** How many more it has. */
  readonly more: number;
}

/** Added to an answer that is too long to be printed whole. */
export interface Cut {
  /** The lists that are cut; missing where nothing is. `--uncut` prints them whole. */
  readonly cut?: readonly CutList[];
  /** What a sweep could not go through however often it was tried; missing where nothing is. */
  readonly missing?: readonly MissingItems[];
}

/** Worlds, changes or combinations that an answer is without. */
export interface MissingItems {
  /** The number of the first. */
  readonly from: number;
  /** The number behind the last. */
  readonly to: number;
  /** What went wrong. */
  readonly why: string;
}

/** So many items of a list are kept however long they are, as long as that fits. */
const KEPT = [3, 1];
/** The same of a list of names or numbers: what is taken in a state is not cut. */
const KEPT_WORDS = 64;
/** Down to so many characters, all else being equal, a list is cut. */
const SHORTEST = 1000;

/**
 * An answer as long as there is room for, in characters of JSON. The longest lists are cut, behind their
 * first items, all to about the same length; what is shorter than that is whole.
 */
export function inProportion<A extends object>(answer: A, room: number): A & Cut {
  let short: A & Cut = answer;
  for (const kept of KEPT)
    for (let longest = room; longest >= SHORTEST; longest *= 0.8) {
      if (lengthUpTo(room, short) <= room) return short;
      const more: CutList[] = [];
      short = { ...(shortened(answer, { longest, kept, at: '', more }) as A), cut: more };
    }
  return short;
}

interface Cutting {
  /** Characters of a list. */
  readonly longest: number;
  readonly kept: number;
  readonly at: string;
  readonly more: CutList[];
}

function shortened(value: unknown, cutting: Cutting): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { longest, kept, at, more } = cutting;
  const inner = (name: string | number, one: unknown): unknown =>
    shortened(one, { ...cutting, at: `${at}/${pointed(String(name))}` });
  if (!Array.isArray(value))
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inner(name, one)]));
  const first: unknown[] = [];
  let length = 0;
  for (const [i, item] of value.entries()) {
    if (i >= (typeof item === 'object' ? kept : KEPT_WORDS) && length > longest) break;
    first.push(inner(i, item));
    length += lengthOf(first.at(-1));
  }
  if (first.length < value.length) more.push({ list: at, more: value.length - first.length });
  return first;
}

/** A name in a JSON Pointer. */
const pointed = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** How many characters of JSON it is, or as soon as it is more than so many, some number above that. */
function lengthUpTo(most: number, value: unknown): number {
  if (typeof value !== 'object' || value === null) return lengthOf(value);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  let length = entries.length === 0 ? 2 : 1;
  for (const [name, one] of entries) {
    if (length > most) break;
    length += lengthUpTo(most - length, one) + (Array.isArray(value) ? 1 : lengthOf(name) + 2);
  }
  return length;
}

const lengthOf = (value: unknown): number => (JSON.stringify(value) ?? '').length;
