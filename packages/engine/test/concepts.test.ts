import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  COALITION_CONCEPTS,
  CONCEPTS,
  DEFINITIONS,
  FIRM_CONCEPTS,
  FIRMEST_FIRST,
  holdOf,
  HOLDS,
  implies,
  isFirm,
  PLAIN_CONCEPTS,
  RESPONSE_CONCEPTS,
  restsOnOwnRanking,
  ruleOf,
  type StabilityConcept,
} from '../src/index.js';
import { simultaneouslyStable } from '../src/simultaneous.js';
import { searchedByRule } from '../src/stability.js';
import { bestOwnMoves } from '../src/response.js';
import { CONCEPTS as IN_THE_ORACLE } from './oracle.js';
import { anyForm, definitionsOf, gameOf, MODELS } from './random-game.js';

test('the oracle reads every concept', () => {
  expect(CONCEPTS).toEqual(IN_THE_ORACLE);
  expect(COALITION_CONCEPTS).toEqual(['CNash', 'CGMR', 'CSMR', 'CSEQ']);
});

test('how firmly they hold, and what is derived from that', () => {
  expect(FIRMEST_FIRST).toEqual(['Nash', 'SSEQ', 'SEQ', 'SMR', 'GMR', 'SIM']);
  expect(PLAIN_CONCEPTS).toEqual(['Nash', 'SEQ', 'GMR']);
  expect(FIRM_CONCEPTS).toEqual(['Nash', 'SEQ']);
  expect(RESPONSE_CONCEPTS).toEqual(['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ']);
  expect(HOLDS.map(({ answers, firm, concepts }) => [answers, firm, concepts])).toEqual([
    ['none', true, ['Nash']],
    ['credible', true, ['SSEQ', 'SEQ']],
    ['any', false, ['SMR', 'GMR']],
    ['simultaneous', false, ['SIM']],
  ]);
  expect(CONCEPTS.filter((concept) => isFirm([concept]))).toEqual(['Nash', 'SEQ', 'SSEQ']);
  expect(COALITION_CONCEPTS.filter((concept) => isFirm([concept]))).toEqual(['CNash', 'CSEQ']);
  expect(isFirm(['GMR', 'SEQ', 'SIM'])).toBe(true);
  expect(isFirm([])).toBe(false);
  expect(holdOf([])).toBeNull();
  expect(holdOf(['SIM', 'SMR'])).toBe(HOLDS[2]);
});

test('which imply which: in no random model does one fail, and for all others there is a model', () => {
  const pairs = CONCEPTS.flatMap((one) =>
    CONCEPTS.filter((other) => other !== one).map((other) => [one, other] as const),
  );
  const fails: ReadonlySet<string> = new Set(
    pairs.filter(([a, b]) => !implies(DEFINITIONS[a], DEFINITIONS[b])).map(String),
  );
  const open = new Set(fails);
  fc.assert(
    fc.property(anyForm, (recipe) => {
      const game = gameOf(recipe);
      if (!game.space) return;
      const definitions = definitionsOf(recipe);
      const wrong: string[] = [];
      for (let i = 0; i < recipe.n; i++)
        for (let s = 0; s < game.moves.size; s++) {
          const stable = (concept: StabilityConcept): boolean => definitions.stable(i, s, concept);
          for (const [one, other] of pairs) {
            if (!stable(one) || stable(other)) continue;
            const pair = String([one, other]);
            if (!fails.has(pair)) wrong.push(pair);
            open.delete(pair);
          }
        }
      // Looked at together: an expectation for each pair in each state would take most of the time.
      expect(wrong).toEqual([]);
    }),
    { numRuns: MODELS },
  );
  expect([...open]).toEqual([]);
}, 3_600_000);

test('verdicts that rest on nobody’s ranking but the own one', () => {
  const own = CONCEPTS.filter((concept) => restsOnOwnRanking(ruleOf(concept)));
  expect(own).toEqual(['Nash', 'GMR', 'SMR']);
});

test('a rule that no concept has: simultaneous answers that cannot be escaped', () => {
  let differs = 0;
  fc.assert(
    fc.property(anyForm, (recipe) => {
      const game = gameOf(recipe);
      if (!game.space) return;
      const definitions = definitionsOf(recipe);
      for (let i = 0; i < recipe.n; i++) {
        const verdicts = searchedByRule(game, i, { answers: 'simultaneous', escape: true });
        const expected = verdicts.map((_, s) =>
          Number(
            [...definitions.improvements(i, s)].every((s1) =>
              definitions
                .jointResults(i, s, s1)
                .some((p) => definitions.noBetter(i, p, s) && definitions.noEscape(i, p, s)),
            ),
          ),
        );
        expect(verdicts).toEqual(expected);
        expect(simultaneouslyStable(game, i, bestOwnMoves(game, i))).toEqual(expected);
        const escaping = searchedByRule(game, i, { answers: 'simultaneous', escape: false });
        if (String(escaping) !== String(verdicts)) differs++;
      }
    }),
    { numRuns: MODELS },
  );
  expect(differs).toBeGreaterThan(0);
}, 3_600_000);
