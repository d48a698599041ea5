import { bestOf, undeterred, type Game, type Steps } from '@standoff/engine';
import { STANDARDS, type Standard } from './standard.js';

/** The steps that a course is made of: of whoever would move, the best that nothing undoes. */
export function courseSteps(game: Game, standard: Standard): Steps {
  return bestOf(undeterred(game, STANDARDS[standard].concept), game.ranks);
}
