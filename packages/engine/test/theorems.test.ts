// What theory 3.1, 3.6, 3.8, 6 and 11.5 say of every model, beside properties.test.ts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  reachable,
  slack,
  stabilityKernel,
  type Game,
  type StabilityConcept,
  type ResponseConcept,
} from '../src/index.js';
import type { Definitions } from './oracle.js';
import { anyForm, arcForm, definitionsOf, gameOf, MODELS } from './random-game.js';

const RUNS = Math.ceil(MODELS / 10);

/** A 0/1 matrix by state and state. */
type Matrix = readonly (readonly number[])[];

/** Theory 6.1 to 6.3: the matrix method. */
class MatrixMethod {
  readonly #states: readonly number[];

  /** @param without the matrix taken from E − P^+: zero, or the identity (theory 6.4). */
  constructor(
    readonly definitions: Definitions,
    readonly without: 'nothing' | 'identity',
  ) {
    this.#states = Array.from({ length: definitions.model.size }, (_, s) => s);
  }

  matrix(entry: (s: number, s1: number) => boolean): Matrix {
    return this.#states.map((s) => this.#states.map((s1) => (entry(s, s1) ? 1 : 0)));
  }

  /** sign(A · B). */
  product(A: Matrix, B: Matrix): Matrix {
    return this.matrix((s, s1) => this.#states.some((x) => A[s][x] === 1 && B[x][s1] === 1));
  }

  transposed(A: Matrix): Matrix {
    return this.matrix((s, s1) => A[s1][s] === 1);
  }

  moves(i: number, improving: boolean): Matrix {
    const { definitions } = this;
    return this.matrix((s, s1) =>
      (improving ? definitions.improvements(i, s) : definitions.R(i, s)).has(s1),
    );
  }

  /** 6.2: M_H by length of the legal sequences and last mover, until nothing new is reached. */
  joint(H: readonly number[], improving: boolean): Matrix {
    const J = H.map((j) => this.moves(j, improving));
    let last = J;
    let reached = J;
    for (;;) {
      last = last.map((_, j) =>
        this.product(
          this.matrix((s, s1) => last.some((M, l) => l !== j && M[s][s1] === 1)),
          J[j],
        ),
      );
      const more = reached.map((M, j) =>
        this.matrix((s, s1) => M[s][s1] === 1 || last[j][s][s1] === 1),
      );
      if (JSON.stringify(more) === JSON.stringify(reached))
        return this.matrix((s, s1) => reached.some((M) => M[s][s1] === 1));
      reached = more;
    }
  }

  /** 6.3: stable where the diagonal is 0. */
  stable(i: number, concept: ResponseConcept): boolean[] {
    const { definitions } = this;
    const { prefers } = definitions.model;
    const improving = this.moves(i, true);
    const P = this.matrix((s, s1) => prefers(i, s1, s));
    const noBetter = this.matrix(
      (s, s1) => P[s][s1] === 0 && !(this.without === 'identity' && s === s1),
    );
    const sanctions = this.transposed(noBetter);
    const others = definitions.othersThan(i);
    const escapes = this.product(this.moves(i, false), this.transposed(P));
    const Q = this.matrix((s, s1) => sanctions[s][s1] === 1 && escapes[s][s1] === 0);
    const undeterred = ((): Matrix => {
      switch (concept) {
        case 'Nash':
          return this.matrix(() => true);
        case 'GMR':
        case 'SEQ': {
          const M = this.joint(others, concept === 'SEQ');
          const deterred = this.product(M, sanctions);
          return this.matrix((s, s1) => deterred[s][s1] === 0);
        }
        case 'SMR':
        case 'SSEQ': {
          const deterred = this.product(this.joint(others, concept === 'SSEQ'), Q);
          return this.matrix((s, s1) => deterred[s][s1] === 0);
        }
      }
    })();
    const product = this.product(improving, undeterred);
    return this.#states.map((s) => product[s][s] === 0);
  }
}

const RANKED = ['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ'] as const;

const verdicts = (game: Game, i: number, concept: StabilityConcept): boolean[] =>
  Array.from(stabilityKernel(game)(i, concept), (v) => v === 1);

describe('6 and 11.5: the matrix method', () => {
  const small = anyForm.filter(
    ({ form }) => ('arcs' in form ? form.size : form.feasible.length) <= 9,
  );

  test('with E − P^+ it gives the verdicts', () => {
    let compared = 0;
    fc.assert(
      fc.property(small, (recipe) => {
        const game = gameOf(recipe);
        const method = new MatrixMethod(definitionsOf(recipe), 'nothing');
        for (let i = 0; i < recipe.n; i++)
          for (const concept of RANKED) {
            expect(verdicts(game, i, concept), `${concept} of ${i}`).toEqual(
              method.stable(i, concept),
            );
            compared += game.moves.size;
          }
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
    expect(compared).toBeGreaterThan(MODELS / 2);
  }, 600_000);

  test('6.4: with E − I − P^+ it differs where others can undo a move', () => {
    let different = 0;
    for (const recipe of fc.sample(arcForm(fc.constantFrom(2, 3)), { seed: 1, numRuns: 300 })) {
      const game = gameOf(recipe);
      const method = new MatrixMethod(definitionsOf(recipe), 'identity');
      for (let i = 0; i < recipe.n; i++)
        for (const concept of ['GMR', 'SEQ'] as const) {
          const theirs = method.stable(i, concept);
          const ours = verdicts(game, i, concept);
          // Only ever a sanction too few.
          theirs.forEach((stable, s) => {
            if (stable) expect(ours[s]).toBe(true);
            else if (ours[s]) different++;
          });
        }
    }
    expect(different).toBeGreaterThan(0);
  });
});

describe('3.8: what does not follow', () => {
  const separated = (holds: readonly StabilityConcept[], fails: StabilityConcept): (() => void) => {
    return () => {
      const found = fc.sample(anyForm, { seed: 8, numRuns: 600 }).some((recipe) => {
        const game = gameOf(recipe);
        return game.ranks.some((_, i) => {
          const failing = verdicts(game, i, fails);
          const holding = holds.map((concept) => verdicts(game, i, concept));
          return failing.some((stable, s) => !stable && holding.every((list) => list[s]));
        });
      });
      expect(found).toBe(true);
    };
  };
  test('SEQ does not imply SMR', separated(['SEQ'], 'SMR'));
  test('SMR does not imply SEQ', separated(['SMR'], 'SEQ'));
  test('SMR and SEQ together do not imply SSEQ', separated(['SMR', 'SEQ'], 'SSEQ'));
  test('GMR implies neither', separated(['GMR'], 'SMR'));
  test('SSEQ does not imply Nash', separated(['SSEQ'], 'Nash'));
});

test('3.6: to escape by improvements only makes no difference to SSEQ', () => {
  fc.assert(
    fc.property(anyForm, (recipe) => {
      const game = gameOf(recipe);
      const definitions = definitionsOf(recipe);
      for (let i = 0; i < recipe.n; i++)
        expect(verdicts(game, i, 'SSEQ')).toEqual(
          Array.from({ length: game.moves.size }, (_, s) =>
            [...definitions.improvements(i, s)].every((s1) =>
              definitions
                .responses(i, s1, true)
                .some(
                  (s2) =>
                    definitions.noBetter(i, s2, s) &&
                    [...definitions.improvements(i, s2)].every((s3) =>
                      definitions.noBetter(i, s3, s),
                    ),
                ),
            ),
          ),
        );
    }),
    { numRuns: RUNS },
  );
});

test('3.1: one decision maker alone gets as far as one move of its own', () => {
  fc.assert(
    fc.property(anyForm, fc.nat(), (recipe, at) => {
      const game = gameOf(recipe);
      const definitions = definitionsOf(recipe);
      const s = at % game.moves.size;
      for (let i = 0; i < recipe.n; i++)
        for (const improving of [false, true]) {
          const { distance } = reachable(game, [s], improving, [i]);
          const reached = Array.from(distance.keys()).filter((x) => distance[x] > 0);
          const R = improving ? definitions.improvements(i, s) : definitions.R(i, s);
          // Two moves in a row are none; where moves are transitive they are one anyway.
          expect(reached).toEqual([...R].sort((a, b) => a - b));
        }
    }),
    { numRuns: RUNS },
  );
});

test('a verdict of a stronger concept takes no more swaps to lose, and no fewer to gain', () => {
  const implications: readonly (readonly [ResponseConcept, ResponseConcept])[] = [
    ['Nash', 'SSEQ'],
    ['SSEQ', 'SEQ'],
    ['SEQ', 'GMR'],
    ['SSEQ', 'SMR'],
    ['SMR', 'GMR'],
  ];
  fc.assert(
    fc.property(anyForm, fc.nat(), fc.nat(), (recipe, at, who) => {
      const game = gameOf(recipe);
      const [s, i] = [at % game.moves.size, who % recipe.n];
      for (const [stronger, weaker] of implications) {
        const [a, b] = [slack(game, i, s, stronger), slack(game, i, s, weaker)];
        if (a.stable !== b.stable) continue;
        const [most, least] = a.stable ? [b, a] : [a, b];
        expect(
          least.swaps ?? Infinity,
          `${stronger} and ${weaker} of ${i} at ${s}`,
        ).toBeLessThanOrEqual(most.swaps ?? Infinity);
      }
    }),
    { numRuns: RUNS },
  );
});
