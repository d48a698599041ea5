import { between, type Watch } from '@standoff/engine';

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
  /** Of a stage, from which share of the whole question up to which it goes, for whoever watches. */
  readonly within?: readonly [from: number, to: number];
}

/** How a question is cut: the items that it goes through, and what all of them together answer. */
export interface Cut<Part, A> extends Items<Part> {
  /**
   * Of a question whose later items hang on what came of the earlier ones: what is gone through next, before it is
   * answered; null: nothing. The items of a stage can be made without the stages before.
   */
  readonly further?: (part: Part) => Cut<Part, A> | null;
  /** The answer; items that the part does not hold are left out of it. */
  readonly answer: (part: Part) => A;
}

/** The items of a question by data alone, so that they can be made again elsewhere. */
export interface Sweep {
  /** The name of the question. */
  readonly question: string;
  /** What it was asked with. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Which of its stages: 0 for the first, or the only one. */
  readonly stage: number;
}

/** Goes through the items somewhere else: on threads, on other machines. */
export type Through = <Part>(sweep: Sweep, items: Items<Part>) => Promise<Part>;

/** What watches the items of a stage, of what watches the question. */
export function watchOf({ within }: Pick<Items, 'within'>, watch: Watch): Watch {
  return within ? between(watch, ...within) : watch;
}

/** The answer, all items being gone through here and now. */
export function answered<Part, A>(cut: Cut<Part, A>, watch?: Watch): A {
  let stage = cut;
  for (;;) {
    const part = stage.solve(0, stage.count, watch && watchOf(stage, watch));
    const further = stage.further?.(part) ?? null;
    if (further === null) return stage.answer(part);
    stage = further;
  }
}

/** What came of items, by stretches that do not touch, the first items first. */
export type Stretches<R> = readonly { readonly from: number; readonly results: readonly R[] }[];

/** Items of which each gives a result of its own. */
export function oneByOne<R>(
  count: number,
  one: (index: number, watch?: Watch) => R,
): Items<Stretches<R>> {
  return {
    count,
    solve: (from, to, watch) => {
      if (from === to) return [];
      const results = Array.from({ length: to - from }, (_, k) => {
        watch?.(k / (to - from));
        return one(from + k, watch && ((done) => watch((k + done) / (to - from))));
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
