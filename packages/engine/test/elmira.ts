import { createGame, enumerateStates, optionMoves } from '../src/index.js';
import { exactly, option } from './formulas.js';
import { ranking } from './small-games.js';

// Theory 11.3. Options Modify (Ministry), Delay, Accept, Abandon (Uniroyal), Insist (Local Government).
export const ELMIRA_SPACE = enumerateStates(5, [exactly(1, option(1), option(2), option(3))], 32);

export const ELMIRA = createGame(
  optionMoves(ELMIRA_SPACE, [[0], [1, 2, 3], [4]], ['forward', 'back', 'both', 'forward', 'both']),
  [
    ranking([9, 3, 4, 10, 7, 1, 2, 8, [5, 6, 11, 12]]),
    ranking([1, 4, 10, 7, [5, 6, 11, 12], 2, 3, 9, 8]),
    ranking([9, 3, 7, 1, 10, 8, 4, 2, [5, 6, 11, 12]]),
  ],
  ELMIRA_SPACE,
);
