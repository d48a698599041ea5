import { expect, test } from 'vitest';
import {
  arcMoves,
  createGame,
  EngineError,
  enumerateStates,
  equilibria,
  explain,
  findFeasible,
  fromScores,
  holds,
  indifferent,
  integersOf,
  limitedMoveStability,
  maximinStability,
  nonMyopicStability,
  optionMoves,
  prioritized,
  ranked,
  reachable,
  searchedStability,
  stability,
  stabilityKernel,
  stackelbergEquilibria,
  stateSpace,
  TruthTable,
  type OptionDirection,
  type StabilityConcept,
} from '../src/index.js';
import { option } from './formulas.js';

// Every public function that takes a caller's data refuses what does not fit, and says which and where.

const space = enumerateStates(2, [], 4);
const both: OptionDirection[] = ['both', 'both'];
const moves = optionMoves(space, [[0], [1]], both);
const ranks = [Int32Array.of(1, 2, 3, 4), Int32Array.of(4, 3, 2, 1)];
const game = createGame(moves, ranks, space);
const createWith = (own: ArrayLike<number>): unknown =>
  createGame(moves, [indifferent(4), own as Int32Array], space);

test.each<[what: string, call: () => unknown, message: string]>([
  // Scores, weights, cells, statements.
  [
    'a score that is no number',
    () => fromScores(Float64Array.of(0, NaN)),
    'the score of state 1 is NaN',
  ],
  [
    'an infinite score',
    () => fromScores(Float64Array.of(-Infinity)),
    'the score of state 0 is -Infinity',
  ],
  ['a weight that is no decimal', () => integersOf([1, 'a tenth']), 'a tenth is not a finite'],
  ['an infinite weight', () => integersOf([Infinity]), 'Infinity is not a finite'],
  ['a negative cell', () => ranked(Int32Array.of(0, -1)), 'state 1 is in cell -1'],
  ['a fractional cell', () => ranked([0.5] as unknown as Int32Array), 'state 0 is in cell 0.5'],
  ['no states in number', () => indifferent(-1), 'the number of states is -1'],
  ['no number of states', () => indifferent(NaN), 'the number of states is NaN'],
  [
    'a statement about other states',
    () => prioritized(33, [new Uint32Array(2), new Uint32Array(1)]),
    'statement 1 has 1 words of bits; 33 states take 2',
  ],
  // Ranks.
  [
    'too few rankings',
    () => createGame(moves, [ranks[0]], space),
    '1 rankings for 2 decision makers',
  ],
  ['a ranking too short', () => createWith(indifferent(3)), 'decision maker 1 ranks 3 states of 4'],
  [
    'a rank below 1',
    () => createWith(Int32Array.of(1, 0, 2, 3)),
    'decision maker 1 gives state 1 the rank 0',
  ],
  [
    'a rank that is none',
    () => createWith([1, 2, NaN, 3]),
    'decision maker 1 gives state 2 the rank NaN',
  ],
  [
    'a fractional rank',
    () => createWith([1, 2, 3, 1.5]),
    'decision maker 1 gives state 3 the rank 1.5',
  ],
  [
    'a rank beyond the states',
    () => createWith(Int32Array.of(1, 2, 3, 9)),
    'gives state 3 the rank 9',
  ],
  [
    'a gap',
    () => createWith(Int32Array.of(1, 1, 3, 3)),
    'decision maker 1 gives no state the rank 2',
  ],
  [
    'a rule that is none',
    () => createGame(moves, ranks, space, 'any' as never),
    'there is no rule "any"',
  ],
  // Arcs.
  [
    'an arc to nowhere',
    () => arcMoves(2, [[], [[2]]]),
    'a move of decision maker 1 from state 0 leads to 2',
  ],
  ['an arc that is none', () => arcMoves(2, [[[NaN]]]), 'from state 0 leads to NaN'],
  ['an arc to the same state', () => arcMoves(2, [[[], [1]]]), 'from state 1 leads to 1'],
  [
    'an arc from nowhere',
    () => arcMoves(2, [[[], [], [0]]]),
    'decision maker 0 has moves from 3 states of 2',
  ],
  ['a fractional number of states', () => arcMoves(1.5, []), 'the number of states is 1.5'],
  // Options.
  [
    'an option beyond',
    () => optionMoves(space, [[0, 2]], both),
    'option 2 is not one of the space',
  ],
  ['an option that is none', () => optionMoves(space, [[NaN]], both), 'option NaN is not one'],
  ['a fractional option', () => optionMoves(space, [[0.5]], both), 'option 0.5 is not one'],
  [
    'an option of two owners',
    () => optionMoves(space, [[0], [0]], both),
    'option 0 is not one of the space or has two owners',
  ],
  ['too few directions', () => optionMoves(space, [[0]], ['both']), '1 directions for 2 options'],
  [
    'a direction that is none',
    () => optionMoves(space, [[0]], ['both', 'up' as 'both']),
    'option 1 has the direction "up"',
  ],
  // Formulas and spaces.
  [
    'a constraint beyond the options',
    () => enumerateStates(2, [option(2)], 4),
    'a formula names option 2; there are 2',
  ],
  [
    'an option that wraps around the bits of a code',
    () => enumerateStates(2, [{ kind: 'not', of: option(33) }], 4),
    'a formula names option 33',
  ],
  [
    'a negative option',
    () => enumerateStates(2, [{ kind: 'and', of: [option(-1)] }], 4),
    'a formula names option -1',
  ],
  [
    'an option that is no number',
    () => findFeasible(2, [option(NaN)]),
    'a formula names option NaN',
  ],
  ['an option without a bit', () => holds(option(32), 1), 'a formula names option 32'],
  [
    'an option the space has not',
    () => new TruthTable(space).of(option(2)),
    'a formula names option 2',
  ],
  ['a negative number of options', () => enumerateStates(-1, [], 4), 'the number of options is -1'],
  [
    'a fractional number of options',
    () => stateSpace(1.5, new Uint32Array(0)),
    'the number of options is 1.5',
  ],
  ['no limit', () => enumerateStates(2, [], NaN), 'NaN states allowed'],
  [
    'codes that do not ascend',
    () => stateSpace(2, Uint32Array.of(0, 2, 1)),
    'state 2 has the code 1 after 2',
  ],
  ['a code twice', () => stateSpace(2, Uint32Array.of(1, 1)), 'state 1 has the code 1 after 1'],
  [
    'a code beyond the options',
    () => stateSpace(2, Uint32Array.of(0, 4)),
    'state 1 has the code 4',
  ],
  [
    'another space',
    () => createGame(moves, ranks, enumerateStates(1, [], 2)),
    '2 states in the space, 4 in the moves',
  ],
  // Questions.
  [
    'nobody’s verdicts',
    () => stability(game, 2, 'Nash'),
    'the decision maker is 2; it must be a whole number from 0 to 1',
  ],
  [
    'nobody’s verdicts, searched',
    () => searchedStability(game, -1, 'SEQ'),
    'the decision maker is -1',
  ],
  ['half a decision maker', () => stabilityKernel(game)(0.5, 'GMR'), 'the decision maker is 0.5'],
  [
    'a concept that is none',
    () => stability(game, 0, 'nash' as StabilityConcept),
    'there is no concept "nash"; choose from Nash, GMR, SMR, SEQ, SSEQ, SIM',
  ],
  [
    'verdicts on other states',
    () => equilibria([new Uint8Array(4), new Uint8Array(3)], 4),
    'decision maker 1 are on 3 states of 4',
  ],
  ['a reason for nobody', () => explain(game, 2, 0, 'Nash'), 'the decision maker is 2'],
  [
    'a reason for no state',
    () => explain(game, 0, 4, 'Nash'),
    'the state is 4; it must be a whole number from 0 to 3',
  ],
  [
    'a reason by no concept',
    () => explain(game, 0, 0, 'L2' as StabilityConcept),
    'there is no concept "L2"',
  ],
  ['a start that is none', () => reachable(game, [0, -1], true), 'the state is -1'],
  ['a mover that is none', () => reachable(game, [0], true, [2]), 'the decision maker is 2'],
  ['a horizon of 0', () => limitedMoveStability(game, 0, 0), 'the horizon is 0'],
  [
    'nobody who looks ahead',
    () => limitedMoveStability(game, 2 as 0, 1),
    'the decision maker is 2',
  ],
  ['nobody non-myopic', () => nonMyopicStability(game, 2 as 0), 'the decision maker is 2'],
  ['no leader', () => stackelbergEquilibria(game, 2 as 0), 'the decision maker is 2'],
  [
    'nobody who expects the worst',
    () => maximinStability(game, 2 as 0, 1),
    'the decision maker is 2',
  ],
])('%s', (_, call, message) => {
  expect(call).toThrow(EngineError);
  expect(call).toThrow(expect.objectContaining({ code: 'bad-argument' }) as Error);
  expect(call).toThrow(message);
});

test.each<[what: string, call: () => unknown]>([
  ['states', () => enumerateStates(31, [], 10)],
  ['a space', () => stateSpace(40, Uint32Array.of(0))],
  ['a feasible state', () => findFeasible(32, [])],
])('more options than a code has bits: %s', (_, call) => {
  expect(call).toThrow(expect.objectContaining({ code: 'too-many-options' }) as Error);
  expect(call).toThrow('at most 30 options');
});
