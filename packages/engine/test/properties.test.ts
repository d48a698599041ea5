import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arcMoves,
  createGame,
  equilibria,
  fromScores,
  searchedStability,
  stabilityKernel,
  type Game,
  type StabilityConcept,
  type Verdicts,
  isResponse,
} from '../src/index.js';
import { Differences } from './differences.js';
import { CONCEPTS } from './oracle.js';
import { anyForm, arcForm, gameOf, MODELS, optionForm, type Recipe } from './random-game.js';

const RUNS = Math.ceil(MODELS / 10);

/** Verdicts of every concept the model has, decision maker by decision maker. */
function verdictsOf(game: Game): Map<StabilityConcept, Verdicts[]> {
  const kernel = stabilityKernel(game);
  return new Map(
    CONCEPTS.filter((concept) => isResponse(concept) || game.space).map((concept) => [
      concept,
      game.ranks.map((_, i) => kernel(i, concept)),
    ]),
  );
}

/** Asserts the property for random models. */
function forModels(models: fc.Arbitrary<Recipe>, property: (recipe: Recipe) => void): void {
  fc.assert(fc.property(models, property), { numRuns: RUNS });
}

test('implications: Nash ⇒ SSEQ ⇒ SEQ ⇒ GMR, SSEQ ⇒ SMR ⇒ GMR, Nash ⇒ SIM', () => {
  const implications: [StabilityConcept, StabilityConcept][] = [
    ['Nash', 'SSEQ'],
    ['SSEQ', 'SEQ'],
    ['SEQ', 'GMR'],
    ['SSEQ', 'SMR'],
    ['SMR', 'GMR'],
    ['Nash', 'SIM'],
  ];
  forModels(anyForm, (recipe) => {
    const verdicts = verdictsOf(gameOf(recipe));
    const differences = new Differences();
    for (const [stronger, weaker] of implications) {
      if (!verdicts.has(weaker)) continue;
      verdicts.get(stronger)!.forEach((stable, i) => {
        const exceptions = stable.findIndex((v, s) => v === 1 && verdicts.get(weaker)![i][s] === 0);
        differences.add(`${stronger} ⇒ ${weaker} for ${i}`, exceptions, -1);
      });
    }
    expect(differences.all).toEqual([]);
  });
});

test('with one decision maker every concept is Nash', () => {
  const one = fc.constant<number>(1);
  forModels(fc.oneof(optionForm({ n: one }), arcForm(one)), (recipe) => {
    const verdicts = verdictsOf(gameOf(recipe));
    for (const stable of verdicts.values()) expect(stable).toEqual(verdicts.get('Nash'));
  });
});

test('whoever cannot move is stable under every concept', () => {
  forModels(anyForm, (recipe) => {
    const game = gameOf(recipe);
    const out = new Int32Array(game.moves.maxDegree);
    const differences = new Differences();
    for (const [concept, verdicts] of verdictsOf(game))
      verdicts.forEach((stable, i) =>
        stable.forEach((v, s) => {
          if (game.moves.successors(i, s, out) === 0)
            differences.add(`${concept} of ${i} at ${s}`, v, 1);
        }),
      );
    expect(differences.all).toEqual([]);
  });
});

test('monotone transforms of the scores change nothing', () => {
  forModels(anyForm, (recipe) => {
    const stretched = recipe.scores.map((own) => own.map((score) => score ** 3 * 7 - 1000));
    expect(verdictsOf(gameOf({ ...recipe, scores: stretched }))).toEqual(
      verdictsOf(gameOf(recipe)),
    );
  });
});

test('what was worked out under other rankings of the same moves is not taken for these', () => {
  const searched = (game: Game): Verdicts[] =>
    CONCEPTS.filter(isResponse).flatMap((concept) =>
      game.ranks.map((_, i) => searchedStability(game, i, concept)),
    );
  fc.assert(
    fc.property(anyForm, fc.nat(), (recipe, seed) => {
      const game = gameOf(recipe);
      searched(game);
      const turned = seed % recipe.n;
      const scores = recipe.scores.map((own, i) => (i === turned ? own.map((x) => -x) : own));
      const fresh = gameOf({ ...recipe, scores });
      expect(searched(createGame(game.moves, fresh.ranks, game.space))).toEqual(searched(fresh));
    }),
    { numRuns: RUNS },
  );
});

/** A permutation of 0..length−1 that a number stands for. */
function permutation(length: number, seed: number): number[] {
  const order = Array.from({ length }, (_, k) => k);
  for (let k = length - 1; k > 0; k--) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    const other = (seed >>> 8) % (k + 1);
    [order[k], order[other]] = [order[other], order[k]];
  }
  return order;
}

test('relabelling decision makers permutes the results', () => {
  fc.assert(
    fc.property(anyForm, fc.nat(), (recipe, seed) => {
      const { n, form } = recipe;
      const renamed = permutation(n, seed);
      const scores = renamed.map((_, k) => recipe.scores[renamed.indexOf(k)]);
      const swapped: Recipe =
        'arcs' in form
          ? {
              n,
              scores,
              form: { ...form, arcs: form.arcs.map(([i, from, to]) => [renamed[i], from, to]) },
            }
          : {
              n,
              scores,
              form: {
                ...form,
                owner: form.owner.map((i) => (i < 0 ? i : renamed[i])),
                disallowed: null,
              },
            };
      const plain = 'arcs' in form ? recipe : { ...recipe, form: { ...form, disallowed: null } };
      const after = verdictsOf(gameOf(swapped));
      for (const [concept, verdicts] of verdictsOf(gameOf(plain)))
        verdicts.forEach((stable, i) => expect(after.get(concept)![renamed[i]]).toEqual(stable));
    }),
    { numRuns: RUNS },
  );
});

test('relabelling options permutes the results', () => {
  fc.assert(
    fc.property(optionForm({ disallowed: null }), fc.nat(), (recipe, seed) => {
      const { form } = recipe;
      if ('arcs' in form) return;
      const m = form.owner.length;
      const moved = permutation(m, seed);
      const recode = (code: number): number =>
        moved.reduce((sum, to, option) => sum + (((code >>> option) & 1) << to), 0);
      const back = permutation(m, seed).map((_, k) => moved.indexOf(k));
      const relabelled: Recipe = {
        n: recipe.n,
        form: {
          owner: back.map((option) => form.owner[option]),
          directions: back.map((option) => form.directions[option]),
          feasible: form.feasible.map(recode).sort((a, b) => a - b),
          disallowed: null,
        },
        scores: recipe.scores.map((own) => {
          const moved = own.slice();
          own.forEach((score, code) => (moved[recode(code)] = score));
          return moved;
        }),
      };
      const before = gameOf(recipe);
      const after = gameOf(relabelled);
      const results = verdictsOf(after);
      const differences = new Differences();
      for (const [concept, verdicts] of verdictsOf(before))
        verdicts.forEach((stable, i) =>
          stable.forEach((v, s) => {
            const s2 = after.space!.indexOf(recode(before.space!.codes[s]));
            differences.add(`${concept} of ${i} at ${s}`, results.get(concept)![i][s2], v);
          }),
        );
      expect(differences.all).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('relabelling states permutes the results', () => {
  fc.assert(
    fc.property(arcForm(), fc.nat(), (recipe, seed) => {
      const { form } = recipe;
      if (!('arcs' in form)) return;
      const moved = permutation(form.size, seed);
      const after = verdictsOf(
        gameOf({
          n: recipe.n,
          form: { ...form, arcs: form.arcs.map(([i, from, to]) => [i, moved[from], moved[to]]) },
          scores: recipe.scores.map((own) => own.map((_, s) => own[moved.indexOf(s)])),
        }),
      );
      const differences = new Differences();
      for (const [concept, verdicts] of verdictsOf(gameOf(recipe)))
        verdicts.forEach((stable, i) =>
          stable.forEach((v, s) =>
            differences.add(`${concept} of ${i} at ${s}`, after.get(concept)![i][moved[s]], v),
          ),
        );
      expect(differences.all).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('an arc more for an opponent can only enlarge the GMR-stable states', () => {
  fc.assert(
    fc.property(arcForm(), fc.nat(), fc.nat(), fc.nat(), (recipe, who, a, b) => {
      const { form } = recipe;
      if (!('arcs' in form)) return;
      const opponent = who % recipe.n;
      const from = a % form.size;
      const to = b % form.size;
      if (from === to) return;
      const more: Recipe = {
        ...recipe,
        form: { ...form, arcs: [...form.arcs, [opponent, from, to]] },
      };
      const before = verdictsOf(gameOf(recipe)).get('GMR')!;
      const after = verdictsOf(gameOf(more)).get('GMR')!;
      for (let i = 0; i < recipe.n; i++)
        if (i !== opponent)
          expect(before[i].findIndex((v, s) => v === 1 && after[i][s] === 0)).toBe(-1);
    }),
    { numRuns: 2 * RUNS },
  );
});

test('moves in option form are transitive, also with one-way options and holes', () => {
  forModels(optionForm({ disallowed: null }), (recipe) => {
    const { moves } = gameOf(recipe);
    expect(moves.transitive).toBe(true);
    const listed = Array.from({ length: moves.movers }, (_, i) =>
      Array.from({ length: moves.size }, (_, s) => {
        const out = new Int32Array(moves.maxDegree);
        return Array.from(out.subarray(0, moves.successors(i, s, out)));
      }),
    );
    const differences = new Differences();
    for (const lists of listed)
      lists.forEach((targets, s) => {
        const reach = new Set(targets);
        const beyond = targets.flatMap((via) => lists[via]).filter((end) => end !== s);
        const missing = beyond.filter((end) => !reach.has(end));
        differences.add(`in two moves and not in one from ${s}`, missing, []);
      });
    expect(differences.all).toEqual([]);
    expect(arcMoves(moves.size, listed).transitive).toBe(true);
  });
});

test('an equilibrium is a state stable for everybody', () => {
  forModels(anyForm, (recipe) => {
    const game = gameOf(recipe);
    for (const verdicts of verdictsOf(game).values())
      expect(Array.from(equilibria(verdicts, game.moves.size))).toEqual(
        Array.from({ length: game.moves.size }, (_, s) =>
          verdicts.every((v) => v[s] === 1) ? 1 : 0,
        ),
      );
  });
});

test('everybody indifferent: everything is an equilibrium', () => {
  forModels(anyForm, (recipe) => {
    const plain = gameOf(recipe);
    const ranks = plain.ranks.map(() => fromScores(new Float64Array(plain.moves.size)));
    for (const verdicts of verdictsOf(createGame(plain.moves, ranks, plain.space)).values())
      for (const stable of verdicts) expect(stable.every((v) => v === 1)).toBe(true);
  });
});
