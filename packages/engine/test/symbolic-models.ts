import fc from 'fast-check';
import type { LargeModel, LargePreference, OptionDirection } from '../src/index.js';
import { formula, truth } from './random-formula.js';
import { Definitions, optionFormMoves } from './oracle.js';
import { model as graphModel } from './random-game.js';

/** A random model of 2-4 decision makers for the symbolic kernels, with what it means beside it. */
export function largeModel(options: fc.Arbitrary<number>): fc.Arbitrary<LargeModel> {
  return fc
    .tuple(fc.constantFrom(1, 2, 2, 2, 3, 3, 4), options)
    .chain(([n, m]) =>
      fc.record({
        optionCount: fc.constant(m),
        constraints: fc.array(formula(m), { maxLength: 3 }),
        // One option in ten belongs to nobody.
        owned: fc
          .array(
            fc.oneof(
              { weight: 9, arbitrary: fc.nat(n - 1) },
              { weight: 1, arbitrary: fc.constant(-1) },
            ),
            { minLength: m, maxLength: m },
          )
          .map((owner) =>
            Array.from({ length: n }, (_, i) =>
              owner.flatMap((who, option) => (who === i ? [option] : [])),
            ),
          ),
        directions: fc.array(
          fc.constantFrom<OptionDirection>('both', 'both', 'both', 'forward', 'back'),
          { minLength: m, maxLength: m },
        ),
        disallowed: fc.oneof(
          { weight: 3, arbitrary: fc.constant([]) },
          {
            weight: 1,
            arbitrary: fc.array(
              fc.record({ mover: fc.nat(n - 1), from: formula(m), to: formula(m) }),
              { minLength: 1, maxLength: 3 },
            ),
          },
        ),
        preferences: fc.array(preference(m), { minLength: n, maxLength: n }),
      }),
    )
    .filter((model) => statesOf(model).length > 0);
}

/** Small ones, and some that no number holds exactly. */
const weight = fc
  .tuple(fc.bigInt(-12n, 12n), fc.constantFrom(0n, 0n, 0n, 53n, 90n), fc.bigInt(-1n, 1n))
  .map(([some, power, little]) => some * 2n ** power + little);

const preference = (m: number): fc.Arbitrary<LargePreference> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        form: fc.constant('statements' as const),
        statements: fc.array(formula(m), { maxLength: 6 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        form: fc.constant('weights' as const),
        weights: fc.array(fc.record({ of: formula(m), weight }), { maxLength: 6 }),
      }),
    },
  );

const listed = new WeakMap<LargeModel, readonly number[]>();

/** The decimals of the feasible states, ascending. Remembered: every step of a path asks for them. */
export function statesOf(model: LargeModel): readonly number[] {
  const known = listed.get(model);
  if (known) return known;
  const { optionCount, constraints } = model;
  const states = Array.from({ length: 2 ** optionCount }, (_, code) => code).filter((code) =>
    constraints.every((constraint) => truth(constraint, code)),
  );
  listed.set(model, states);
  return states;
}

/** The numbers that two states are compared by, the first difference deciding. */
function vector(preference: LargePreference, code: number): bigint[] {
  return preference.form === 'statements'
    ? preference.statements.map((statement) => BigInt(truth(statement, code)))
    : [preference.weights.reduce((sum, w) => sum + (truth(w.of, code) ? w.weight : 0n), 0n)];
}

/** For each of the states how far up it stands: the place of its vector among all there are. */
export function scoresOf(preference: LargePreference, states: readonly number[]): number[] {
  const vectors = states.map((code) => vector(preference, code));
  const order = [...new Map(vectors.map((v) => [v.join(), v])).values()].sort((a, b) => {
    const k = a.findIndex((value, j) => value !== b[j]);
    return k < 0 ? 0 : a[k] < b[k] ? -1 : 1;
  });
  const place = new Map(order.map((v, k) => [v.join(), k]));
  return vectors.map((v) => place.get(v.join())!);
}

/** The model by the definitions, without the engine. States go by their index in `statesOf`. */
export function definitionsOf(model: LargeModel): Definitions {
  const states = statesOf(model);
  const n = model.owned.length;
  const owner = Array.from({ length: model.optionCount }, (_, option) =>
    model.owned.findIndex((own) => own.includes(option)),
  );
  const moves = optionFormMoves(n, states, owner, model.directions).map((lists, i) =>
    lists.map(
      (targets, s) =>
        new Set(
          [...targets].filter(
            (to) =>
              !model.disallowed.some(
                (d) => d.mover === i && truth(d.from, states[s]) && truth(d.to, states[to]),
              ),
          ),
        ),
    ),
  );
  const scores = model.preferences.map((preference) => scoresOf(preference, states));
  return new Definitions(graphModel(n, moves, scores, states));
}
