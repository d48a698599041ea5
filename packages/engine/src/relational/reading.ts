import { EngineError } from '../errors.js';
import type { Game } from '../game.js';
import { expectWhole } from '../validate.js';
import type { PreferenceRelation } from './relation.js';

/** What a decision maker does about what it does not know (theory 4.1; Li, Hipel, Kilgour, Fang 2004). */
const ATTITUDES = {
  a: { moves: true, deters: false },
  b: { moves: false, deters: false },
  c: { moves: true, deters: true },
  d: { moves: false, deters: true },
} as const satisfies Record<string, Attitude>;

export type Extension = keyof typeof ATTITUDES;

export const EXTENSIONS = Object.keys(ATTITUDES) as readonly Extension[];

/** Whether it moves to states of unknown worth, and whether it is deterred by them. */
interface Attitude {
  readonly moves: boolean;
  readonly deters: boolean;
}

/**
 * How relations are read.
 * - a: moves to states of unknown worth too, and is deterred by known loss only;
 *   b: moves for sure gains only; c: moves as in a, but is deterred by the unknown too; d: moves as in b,
 *   deterred as in c. In all four the others are credited with moves of unknown worth to them.
 * - level: 0: whatever is no better deters. d ≥ 1: only what is worse by degree d or more does; level 2
 *   of degrees 1 and 2 is strong stability (theory 4.3, 4.4; Hamouda, Kilgour, Hipel 2004, 2006).
 */
export interface Reading {
  readonly extension: Extension;
  readonly level: number;
}

/** Whether it would make a move to what so compares with where it is. */
export function wouldMove(compared: number, { extension }: Reading): boolean {
  return compared > 0 || (Number.isNaN(compared) && ATTITUDES[extension].moves);
}

/** Whether ending in what so compares with where it is deters it. */
export function wouldDeter(compared: number, { extension, level }: Reading): boolean {
  if (Number.isNaN(compared)) return ATTITUDES[extension].deters;
  return level === 0 ? compared <= 0 : compared <= -level;
}

/** @throws EngineError 'bad-argument' as `relationalKernel`. */
export function expectReading(
  game: Game,
  relations: readonly PreferenceRelation[],
  { extension, level }: Reading,
): void {
  if (relations.length !== game.moves.movers)
    throw new EngineError(
      'bad-argument',
      `${relations.length} relations for ${game.moves.movers} decision makers`,
    );
  relations.forEach(({ size }, mover) => {
    if (size !== game.moves.size)
      throw new EngineError(
        'bad-argument',
        `decision maker ${mover} compares ${size} states of ${game.moves.size}`,
      );
  });
  if (!EXTENSIONS.includes(extension))
    throw new EngineError(
      'bad-argument',
      `there is no extension "${extension}"; choose from ${EXTENSIONS.join(', ')}`,
    );
  expectWhole('the level of strength', level, 0, 99);
  if (game.opponentsRule !== 'legal sequences')
    throw new EngineError(
      'bad-argument',
      `extensions are defined by legal sequences, but opponents of this game move "${game.opponentsRule}"; create the game with the rule "legal sequences"`,
    );
}
