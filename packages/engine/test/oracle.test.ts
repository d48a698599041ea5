import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DEFINITIONS,
  isResponse,
  reachable,
  searchedStability,
  SingleStates,
  stabilityKernel,
  type Verdicts,
} from '../src/index.js';
import { layOut } from '../src/dense/layout.js';
import { DenseVerdicts } from '../src/dense/verdicts.js';
import { Differences } from './differences.js';
import { CONCEPTS, type Concept, type Definitions } from './oracle.js';
import { anyForm, definitionsOf, gameOf, MODELS } from './random-game.js';

/** Where engine and definitions differ, one short line each. */
function differences(
  how: string,
  definitions: Definitions,
  i: number,
  concept: Concept,
  verdicts: Verdicts,
): string[] {
  return Array.from(verdicts).flatMap((verdict, s) => {
    const stable = definitions.stable(i, s, concept);
    return (verdict === 1) === stable
      ? []
      : [`${how}: ${concept} of ${i} at ${s} is ${stable ? 'stable' : 'unstable'}`];
  });
}

test(`every verdict of ${MODELS} random models, by every kernel`, () => {
  const seen = { verdicts: 0, unstable: 0, intransitive: 0, optionForm: 0, disallowed: 0 };
  fc.assert(
    fc.property(anyForm, (recipe) => {
      const game = gameOf(recipe);
      const definitions = definitionsOf(recipe);
      const chosen = stabilityKernel(game);
      const single = new SingleStates(game);
      const { form } = game.moves;
      const dense = form && new DenseVerdicts(layOut(form, game.space!), game.ranks);
      const found: string[] = [];
      for (const concept of CONCEPTS) {
        if (!isResponse(concept) && !game.space) continue;
        for (let i = 0; i < recipe.n; i++) {
          const verdicts = chosen(i, concept);
          found.push(...differences('chosen', definitions, i, concept, verdicts));
          const oneByOne = verdicts.map((_, s) => Number(single.stable(i, s, concept)));
          found.push(...differences('single', definitions, i, concept, oneByOne));
          if (dense && isResponse(concept)) {
            const searched = searchedStability(game, i, concept);
            found.push(
              ...differences('search', definitions, i, concept, searched),
              ...differences(
                'dense',
                definitions,
                i,
                concept,
                dense.of(i, DEFINITIONS[concept], Infinity)!,
              ),
            );
          }
          seen.verdicts += verdicts.length;
          seen.unstable += verdicts.filter((v) => v === 0).length;
        }
      }
      seen.intransitive += game.moves.transitive ? 0 : 1;
      seen.optionForm += form ? 1 : 0;
      seen.disallowed += game.space && !form ? 1 : 0;
      expect(found.slice(0, 5)).toEqual([]);
    }),
    { numRuns: MODELS },
  );
  // The models are not trivial.
  expect(seen.unstable / seen.verdicts).toBeGreaterThan(0.1);
  expect(seen.intransitive / MODELS).toBeGreaterThan(0.15);
  expect(seen.disallowed / MODELS).toBeGreaterThan(0.15);
  expect(seen.optionForm / MODELS).toBeGreaterThan(0.3);
}, 3_600_000);

test('distances by moves and by improvements, from one start or several, for all or some', () => {
  fc.assert(
    fc.property(anyForm, fc.nat(), fc.nat(), fc.nat(), (recipe, a, b, subset) => {
      const game = gameOf(recipe);
      const definitions = definitionsOf(recipe);
      const { size, movers } = game.moves;
      const all = Array.from({ length: movers }, (_, i) => i);
      const some = all.filter((i) => (subset >>> i) % 2 === 1);
      const found = new Differences();
      for (const improving of [false, true])
        for (const starts of [[a % size], [a % size, b % size]])
          for (const who of [undefined, some])
            found.add(
              `${improving} ${starts} ${who}`,
              Array.from(reachable(game, starts, improving, who).distance),
              definitions.distances(starts, who ?? all, improving),
            );
      expect(found.all).toEqual([]);
    }),
    { numRuns: Math.ceil(MODELS / 5) },
  );
}, 3_600_000);

test('paths are legal, shortest, and lead from a start to where they are asked to', () => {
  fc.assert(
    fc.property(anyForm, fc.nat(), fc.boolean(), (recipe, a, improving) => {
      const game = gameOf(recipe);
      const definitions = definitionsOf(recipe);
      const start = a % game.moves.size;
      const found = reachable(game, [start], improving);
      const wrong = new Differences();
      found.distance.forEach((distance, s) => {
        const path = found.pathTo(s);
        if (distance < 0) {
          wrong.add(`no path to ${s}`, path, null);
          return;
        }
        wrong.add(`how far to ${s}`, path?.length, distance);
        let at = start;
        let last = -1;
        for (const { mover, from, to } of path!) {
          wrong.add(`on to ${s} from where it was`, from, at);
          if (mover === last) wrong.add(`to ${s}, who moves after ${last}`, mover, 'another');
          const allowed = improving
            ? definitions.improvements(mover, from)
            : definitions.R(mover, from);
          wrong.add(`to ${s}, from ${from} to ${to} is allowed`, allowed.has(to), true);
          at = to;
          last = mover;
        }
        wrong.add('where a path ends', at, s);
      });
      expect(wrong.all).toEqual([]);
    }),
    { numRuns: Math.ceil(MODELS / 10) },
  );
}, 3_600_000);
