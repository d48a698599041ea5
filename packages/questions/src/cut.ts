import type { Watch } from '@standoff/engine';

/**
 * What a question goes through one after the other: worlds, changes, combinations of factions. Any stretch
 * of them can be gone through anywhere, and the parts come to the same in any order, bit for bit: a part
 * holds whole numbers that are added exactly, or what came of each item. It is data, of JSON and Float64Array.
 */
export interface Items<Part = unknown> {
  /** How many there are. */
  readonly count: number;
  /** What the items from one number up to another come to; of none, an empty part. */
  readonly solve: (from: number, to: number, watch?: Watch) => Part;
  /** Both parts together. Neither is changed. */
  readonly merge: (one: Part, other: Part) => Part;
}

/** How a question is cut: the items that it goes through, and what all of them together answer. */
export interface Cut<Part, A> extends Items<Part> {
  /** The answer; items that the part does not hold are left out of it. */
  readonly answer: (part: Part) => A;
}

/** The items of a question by data alone, so that they can be made again elsewhere. */
export interface Sweep {
  /** The name of the question. */
  readonly question: string;
  /** What it was asked with. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Goes through the items somewhere else: on threads, on other machines. */
export type Through = <Part>(sweep: Sweep, items: Items<Part>) => Promise<Part>;

/** The answer, all items being gone through here and now. */
export function answered<Part, A>(cut: Cut<Part, A>, watch?: Watch): A {
  return cut.answer(cut.solve(0, cut.count, watch));
}

/** What came of items, by stretches that do not touch, the first items first. */
export type Stretches<R> = readonly { readonly from: number; readonly results: readonly R[] }[];

/** Items of which each gives a result of its own. */
export function oneByOne<R>(count: number, one: (index: number) => R): Items<Stretches<R>> {
  return {
    count,
    solve: (from, to, watch) => {
      if (from === to) return [];
      const results = Array.from({ length: to - from }, (_, k) => {
        watch?.(k / (to - from));
        return one(from + k);
      });
      return [{ from, results }];
    },
    merge: (some, others) => {
      const joined: { from: number; results: R[] }[] = [];
      for (const { from, results } of [...some, ...others].sort((a, b) => a.from - b.from)) {
        const last = joined.at(-1);
        if (last && last.from + last.results.length === from) last.results.push(...results);
        else joined.push({ from, results: [...results] });
      }
      return joined;
    },
  };
}

/** The results with the numbers of their items, the first first. */
export function resultsIn<R>(part: Stretches<R>): { readonly index: number; readonly result: R }[] {
  return part.flatMap(({ from, results }) =>
    results.map((result, k) => ({ index: from + k, result })),
  );
}
