import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arcMoves,
  createGame,
  deterrences,
  explain,
  EngineError,
  isResponse,
  SingleStates,
  type Sanction,
  UNANSWERED,
} from '../src/index.js';
import { CONCEPTS, type Concept, type Definitions } from './oracle.js';
import { anyForm, definitionsOf, gameOf, MODELS } from './random-game.js';

const RUNS = Math.ceil(MODELS / 10);

/** What is wrong with a sanction of i's improvement s → s1, by the definitions; empty: nothing. */
function faults(
  definitions: Definitions,
  i: number,
  s: number,
  s1: number,
  concept: Concept,
  sanction: Sanction,
): string[] {
  const wrong: string[] = [];
  const must = (condition: boolean, what: string): void => {
    if (!condition) wrong.push(`${concept} of ${i} at ${s}, improvement ${s1}: ${what}`);
  };
  const s2 = sanction.to;
  must(definitions.noBetter(i, s2, s), 'ends better than the start');
  if (sanction.kind === 'simultaneous') {
    must(!isResponse(concept), 'a simultaneous sanction');
    const dec = definitions.model.decimals!;
    let sum = dec[s1];
    const movers = new Set<number>();
    for (const { mover, to } of sanction.change.choices) {
      must(mover !== i && !movers.has(mover), `mover ${mover} is focal or chooses twice`);
      must(definitions.improvements(mover, s).has(to), `${mover} does not improve to ${to}`);
      movers.add(mover);
      sum += dec[to] - dec[s];
    }
    must(movers.size > 0, 'nobody reacts');
    must(sanction.change.to === s2 && dec[s2] === sum, 'the joint result is another state');
    return wrong;
  }
  must(isResponse(concept) && concept !== UNANSWERED, 'a response');
  const improving = concept === 'SEQ' || concept === 'SSEQ';
  let at = s1;
  let last = -1;
  for (const { mover, from, to } of sanction.path) {
    must(from === at, `the step from ${from} does not go on from ${at}`);
    must(mover !== i, 'the focal decision maker responds to itself');
    must(mover !== last, `${mover} moves twice in a row`);
    must(definitions.R(mover, from).has(to), `${mover} cannot move from ${from} to ${to}`);
    if (improving)
      must(definitions.model.prefers(mover, to, from), `${from} → ${to} is no improvement`);
    at = to;
    last = mover;
  }
  must(sanction.path.length > 0 && at === s2, 'the path ends elsewhere');
  if (concept === 'SMR' || concept === 'SSEQ') {
    must(definitions.noEscape(i, s2, s), 'there is an escape');
    const escapes = definitions.R(i, s2);
    const best = sanction.bestEscape;
    must((best === null) === (escapes.size === 0), 'best escape missing or made up');
    if (best !== null) {
      must(escapes.has(best), 'the best escape is no move');
      must(
        [...escapes].every((s3) => definitions.noBetter(i, s3, best)),
        'there is a better escape',
      );
    }
  } else must(sanction.bestEscape === null, 'an escape is named where none counts');
  // Shortest: no state that would do is nearer.
  const distance = definitions.distances([s1], definitions.othersThan(i), improving);
  must(sanction.path.length === distance[s2], 'the path is a detour');
  const nearer = distance.some(
    (k, x) =>
      k > 0 &&
      k < distance[s2] &&
      definitions.noBetter(i, x, s) &&
      (concept === 'GMR' || concept === 'SEQ' || definitions.noEscape(i, x, s)),
  );
  must(!nearer, 'a nearer state sanctions too');
  return wrong;
}

test('every explanation stands, step by step', () => {
  const seen = { sanctions: 0, long: 0, refuted: 0 };
  fc.assert(
    fc.property(anyForm, (recipe) => {
      const game = gameOf(recipe);
      const definitions = definitionsOf(recipe);
      const single = new SingleStates(game);
      const own = (i: number, s: number): number => game.ranks[i][s];
      const wrong: string[] = [];
      const asked = CONCEPTS.filter((concept) => isResponse(concept) || game.space);
      for (let i = 0; i < recipe.n; i++) {
        const s = (i * 7) % game.moves.size;
        // Looked for together, each is as alone.
        const together = deterrences(game, i, s, asked);
        asked.forEach((concept, k) =>
          expect(together[k]).toEqual(explain(game, i, s, concept).improvements),
        );
      }
      for (const concept of CONCEPTS) {
        if (!isResponse(concept) && !game.space) continue;
        for (let i = 0; i < recipe.n; i++)
          // Of larger models some states.
          for (let s = 0; s < game.moves.size; s += game.moves.size > 16 ? 5 : 1) {
            const found = explain(game, i, s, concept);
            const where = `${concept} of ${i} at ${s}`;
            if (found.stable !== definitions.stable(i, s, concept)) wrong.push(`${where}: verdict`);
            if (found.moves !== definitions.R(i, s).size) wrong.push(`${where}: moves`);
            const improvements = [...definitions.improvements(i, s)].sort((a, b) => a - b);
            expect(found.improvements.map(({ to }) => to)).toEqual(improvements);
            if (isResponse(concept)) {
              const free = found.improvements.filter(({ sanction }) => sanction === null);
              const bestFirst = free.map(({ to }) => to).sort((a, b) => own(i, b) - own(i, a));
              expect([...single.undeterred(i, s, concept)]).toEqual(bestFirst);
            }
            for (const { to, sanction, responses } of found.improvements) {
              if (concept !== UNANSWERED && isResponse(concept)) {
                const improving = concept === 'SEQ' || concept === 'SSEQ';
                const states = definitions.responses(i, to, improving).filter((x) => x !== to);
                if (responses !== states.length) wrong.push(`${where}: responses to ${to}`);
              } else if (responses !== 0) wrong.push(`${where}: responses to ${to}`);
              if (sanction) {
                seen.sanctions++;
                if (sanction.kind === 'response' && sanction.path.length > 1) seen.long++;
                wrong.push(...faults(definitions, i, s, to, concept, sanction));
              } else {
                seen.refuted++;
                if (definitions.deterred(i, s, to, concept))
                  wrong.push(`${where}: ${to} is deterred`);
              }
            }
          }
      }
      expect(wrong.slice(0, 5)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  expect(seen.sanctions).toBeGreaterThan(RUNS);
  expect(seen.refuted).toBeGreaterThan(RUNS);
  expect(seen.long).toBeGreaterThan(RUNS / 10);
}, 3_600_000);

describe('SIM without option form is refused, whatever the preferences', () => {
  const moves = arcMoves(2, [[[1]], []]);
  const refused = (scores: number[]) => {
    const game = createGame(moves, [Int32Array.from(scores), Int32Array.of(1, 1)], null);
    return () => explain(game, 0, 0, 'SIM');
  };
  test('with an improvement', () => expect(refused([1, 2])).toThrow(EngineError));
  test('without one', () => expect(refused([2, 1])).toThrow(EngineError));
});
