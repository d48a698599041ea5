import fc from 'fast-check';
import {
  arcMoves,
  createGame,
  fromScores,
  optionMoves,
  stateSpace,
  withoutMoves,
  type Game,
  type OptionDirection,
} from '../src/index.js';
import { Definitions, optionFormMoves, type GraphModel } from './oracle.js';

/** How many random models the normal run compares; `STANDOFF_MODELS=100000` for the nightly one. */
export const MODELS = Number(process.env.STANDOFF_MODELS ?? 6000);

/** A random model as data: short to print, easy to shrink. */
export interface Recipe {
  readonly n: number;
  /** Option form, or arcs as [decision maker, from, to]. */
  readonly form:
    | {
        readonly owner: readonly number[];
        readonly directions: readonly OptionDirection[];
        /** Feasible decimals, ascending. */
        readonly feasible: readonly number[];
        /** Moves taken away (theory 1.6). */
        readonly disallowed: Disallowed | null;
      }
    | { readonly size: number; readonly arcs: readonly (readonly [number, number, number])[] };
  /** For each decision maker a score for each state; for option form, for each decimal. */
  readonly scores: readonly (readonly number[])[];
}

/** Decision makers who change one option at a time, and a share of all moves at random. */
interface Disallowed {
  readonly slow: readonly number[];
  readonly percent: number;
  readonly salt: number;
}

const printed = (recipe: Recipe): string => JSON.stringify(recipe).replaceAll('"', '');

/** Scores of one decision maker: few values (ties), many, or all different. */
const scores = (length: number): fc.Arbitrary<number[]> =>
  fc
    .constantFrom(1, 2, Math.ceil(length / 2), 4 * length)
    .chain((top) => fc.array(fc.nat(top), { minLength: length, maxLength: length }));

const direction = fc.constantFrom<OptionDirection>('both', 'both', 'both', 'forward', 'back');

/** Models of 2-7 options, mostly small. */
const optionCount = fc.oneof(
  { weight: 3, arbitrary: fc.constant(2) },
  { weight: 10, arbitrary: fc.constant(3) },
  { weight: 9, arbitrary: fc.constant(4) },
  { weight: 2, arbitrary: fc.constant(5) },
  { weight: 1, arbitrary: fc.integer({ min: 6, max: 7 }) },
);

const decisionMakers = fc.constantFrom<number[]>(2, 2, 2, 3, 3, 3, 4, 4, 5);

export interface OptionFormLimits {
  readonly n?: fc.Arbitrary<number>;
  readonly options?: fc.Arbitrary<number>;
  /** Null: no transition is disallowed. */
  readonly disallowed?: null;
}

/** Option form with ties, one-way options, options of nobody, holes, and disallowed transitions. */
export function optionForm(limits: OptionFormLimits = {}): fc.Arbitrary<Recipe> {
  return fc.tuple(limits.n ?? decisionMakers, limits.options ?? optionCount).chain(([n, m]) => {
    const points = Array.from({ length: 2 ** m }, (_, decimal) => decimal);
    const disallowed: fc.Arbitrary<Disallowed | null> =
      limits.disallowed === null
        ? fc.constant(null)
        : fc.option(
            fc.record({
              slow: fc.subarray(Array.from({ length: n }, (_, i) => i)),
              percent: fc.constantFrom(0, 20, 50),
              salt: fc.nat(9999),
            }),
            { freq: 2 },
          );
    // One option in twenty belongs to nobody.
    const owner = fc.oneof(
      { weight: 19, arbitrary: fc.nat(n - 1) },
      { weight: 1, arbitrary: fc.constant(-1) },
    );
    return fc
      .record({
        owner: fc.array(owner, { minLength: m, maxLength: m }),
        directions: fc.oneof(
          fc.array(direction, { minLength: m, maxLength: m }),
          fc.array(fc.constantFrom<OptionDirection>('forward', 'back'), {
            minLength: m,
            maxLength: m,
          }),
          fc.constant(Array.from({ length: m }, (): OptionDirection => 'both')),
        ),
        feasible: fc.oneof(fc.constant(points), fc.subarray(points, { minLength: 1 })),
        disallowed,
        scores: fc.array(scores(2 ** m), { minLength: n, maxLength: n }),
      })
      .map(({ scores, ...form }) => recipe({ n, form, scores }));
  });
}

/** States and arcs: intransitive moves, and common ones where two decision makers share an arc. */
export function arcForm(n = decisionMakers): fc.Arbitrary<Recipe> {
  return fc.tuple(n, fc.integer({ min: 2, max: 9 })).chain(([n, size]) => {
    const end = fc.nat(size - 1);
    return fc
      .record({
        arcs: fc.array(fc.tuple(fc.nat(n - 1), end, end), {
          minLength: size,
          maxLength: 4 * size,
          size: 'max',
        }),
        scores: fc.array(scores(size), { minLength: n, maxLength: n }),
      })
      .map(({ arcs, scores }) =>
        recipe({ n, form: { size, arcs: arcs.filter(([, from, to]) => from !== to) }, scores }),
      );
  });
}

/** Both forms. */
export const anyForm: fc.Arbitrary<Recipe> = fc.oneof(
  { weight: 2, arbitrary: optionForm() },
  { weight: 1, arbitrary: arcForm() },
);

/** Prints as one short line when a property fails. */
function recipe(data: Recipe): Recipe {
  return Object.defineProperty(data, fc.toStringMethod, { value: () => printed(data) });
}

/** The model for the engine. */
export function gameOf({ n, form, scores }: Recipe): Game {
  if ('arcs' in form) {
    const arcs = Array.from({ length: n }, () =>
      Array.from({ length: form.size }, (): number[] => []),
    );
    for (const [i, from, to] of form.arcs) arcs[i][from].push(to);
    const ranks = scores.map((own) => fromScores(Float64Array.from(own)));
    return createGame(arcMoves(form.size, arcs), ranks, null);
  }
  const { feasible, disallowed } = form;
  const space = stateSpace(form.owner.length, Uint32Array.from(feasible));
  const owned = Array.from({ length: n }, (_, i) =>
    form.owner.flatMap((who, option) => (who === i ? [option] : [])),
  );
  const all = optionMoves(space, owned, form.directions);
  const moves = disallowed
    ? withoutMoves(all, (i, from, to) => isDisallowed(disallowed, i, feasible[from], feasible[to]))
    : all;
  const ranks = scores.map((own) => fromScores(Float64Array.from(feasible, (code) => own[code])));
  return createGame(moves, ranks, space);
}

/** The same model for the oracle, built without the engine. */
export function definitionsOf({ n, form, scores }: Recipe): Definitions {
  if ('arcs' in form) {
    const moves = Array.from({ length: n }, (_, i) =>
      Array.from(
        { length: form.size },
        (_, s) =>
          new Set(form.arcs.flatMap(([j, from, to]) => (j === i && from === s ? [to] : []))),
      ),
    );
    return new Definitions(model(n, moves, scores, null));
  }
  const { owner, directions, feasible, disallowed } = form;
  const all = optionFormMoves(n, feasible, owner, directions);
  const moves = disallowed
    ? all.map((lists, i) =>
        lists.map(
          (targets, s) =>
            new Set(
              [...targets].filter((to) => !isDisallowed(disallowed, i, feasible[s], feasible[to])),
            ),
        ),
      )
    : all;
  const feasibleScores = scores.map((own) => feasible.map((decimal) => own[decimal]));
  return new Definitions(model(n, moves, feasibleScores, feasible));
}

/** A graph model whose preferences are scores by state. */
export function model(
  n: number,
  moves: readonly (readonly ReadonlySet<number>[])[],
  scores: readonly (readonly number[])[],
  decimals: readonly number[] | null,
): GraphModel {
  return {
    n,
    size: moves[0].length,
    moves,
    prefers: (i, x, y) => scores[i][x] > scores[i][y],
    decimals,
  };
}

function isDisallowed({ slow, percent, salt }: Disallowed, i: number, from: number, to: number) {
  const changed = from ^ to;
  const severalOptions = (changed & (changed - 1)) !== 0;
  if (severalOptions && slow.includes(i)) return true;
  let hash = Math.imul(salt + 1 + i * 131 + from * 16411 + to * 1031, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % 100 < percent;
}
