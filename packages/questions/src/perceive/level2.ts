import {
  CONCEPTS,
  createGame,
  fromScores,
  withoutMoves,
  type Game,
  type Moves,
} from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import { AnalysisError, judge, type Judged, type Prepared } from '@standoff/situation';
import { inAll, type ConceptMasks } from './concept-masks.js';
import { modelsAsSeen } from './seen-model.js';
import { lookedUp, projectionOf, SeenGame, SharedRoom, stableMasks } from './seen-game.js';

/**
 * A hypergame of the second level (theory 8.1): for each actor i the hypergame of the first level that
 * it takes everybody to be in, that is for each actor j the game that i takes j to play. The game under
 * i's own id is i's own. Options are matched by id; a game that i takes another to play can have no
 * option that i's own game does not have.
 */
export type HypergameLevel2 = ReadonlyMap<string, ReadonlyMap<string, ConflictModel>>;

/** What an actor makes of the true states, knowing what games the others play. */
export interface InformedView {
  /** Where it is stable itself. */
  readonly stable: ConceptMasks;
  /** What it expects to hold: stable for itself, and for each other decision maker of its own game in the game it takes that one to play. */
  readonly expected: ConceptMasks;
}

/**
 * The reading of the command: everybody knows the pictures that all others have, and takes its own for
 * the truth. So i takes j to play i's own game as j sees it. With pictures on one side only, all but
 * the misperceiver see through the hypergame, and the misperceiver is as at the first level.
 */
export function informedHypergames(model: ConflictModel): HypergameLevel2 {
  return informedOf(model, modelsAsSeen(model));
}

/** The same with the actors' own games already made. */
export function informedOf(
  model: ConflictModel,
  games: ReadonlyMap<string, ConflictModel>,
): HypergameLevel2 {
  // An actor has no picture left in its own game, so that its own entry is that very game.
  return new Map([...games].map(([id, own]) => [id, own === model ? games : modelsAsSeen(own)]));
}

/**
 * Stability in a hypergame of the second level, by actor, over the states of the true game. An actor i
 * judges its own moves by its own game, in which every other actor j makes only the moves that j has in
 * the game that i takes it to play, and answers by what are improvements in that game; where j does
 * not recognise a state it does not move. This is stricter than the literature (Wang, Hipel and Fraser
 * 1988), where i's own stability is that of its own game alone; what i expects of j is as there: the
 * stability of j in the game that i takes j to play. The states stable for each actor in its own view
 * are the second-level equilibria.
 *
 * @throws AnalysisError 'unknown-actor' where a game is missing, 'unknown-option', 'too-large', 'ranking'.
 */
export function solveLevel2(
  real: Prepared,
  hypergames: HypergameLevel2,
  room: SharedRoom = new SharedRoom(real, {}),
  known: readonly SeenGame[] = [],
): Map<string, InformedView> {
  const solver = new Level2(real, room, known);
  return new Map(
    real.model.actors.map(({ id }) => [id, solver.view(id, gamesOf(real, hypergames, id))]),
  );
}

function gamesOf(
  { model }: Prepared,
  hypergames: HypergameLevel2,
  actor: string,
): ReadonlyMap<string, ConflictModel> {
  const games = hypergames.get(actor);
  const missing = model.actors.find(({ id }) => !games?.has(id));
  if (games && !missing) return games;
  throw new AnalysisError(
    'unknown-actor',
    `the hypergame does not say which game ${actor} takes ${games ? missing!.id : 'anybody'} to play`,
    'give one game for each pair of actors',
  );
}

class Level2 {
  readonly #games: Map<ConflictModel, SeenGame>;
  readonly #judged = new Map<string, Judged>();

  constructor(
    readonly real: Prepared,
    readonly room: SharedRoom,
    known: readonly SeenGame[],
  ) {
    this.#games = new Map(known.map((game) => [game.model, game]));
  }

  view(actor: string, games: ReadonlyMap<string, ConflictModel>): InformedView {
    const own = this.#game(games.get(actor)!);
    const { prepared } = own;
    if (!prepared) {
      const nothing = new Uint16Array(this.real.space.size);
      return { stable: nothing, expected: nothing };
    }
    const others = prepared.deciders
      .filter(({ id }) => id !== actor)
      .map(({ id }) => ({ id, game: this.#game(games.get(id)!) }))
      .filter(({ game }) => game !== own);
    const judged = this.#judge(own, others);
    const mine = stableMasks(judged, own.mover(actor), prepared.space.size);
    const expected = inAll(prepared.space.size, [
      mine,
      ...prepared.deciders
        .filter(({ id }) => id !== actor)
        .map(({ id }) => {
          const game = this.#game(games.get(id)!);
          if (!game.prepared) return new Uint16Array(prepared.space.size);
          return lookedUp(
            projectionOf(prepared, game.prepared),
            stableMasks(game.judged!, game.mover(id), game.prepared.space.size),
          );
        }),
    ]);
    return {
      stable: lookedUp(own.projection, mine),
      expected: lookedUp(own.projection, expected),
    };
  }

  #game(model: ConflictModel): SeenGame {
    let game = this.#games.get(model);
    if (!game) this.#games.set(model, (game = new SeenGame(model, this.real, this.room)));
    return game;
  }

  /** Verdicts of a game in which some play another; the same question is worked out once. */
  #judge(own: SeenGame, others: readonly OtherPlayer[]): Judged {
    const numbers = new Map([...this.#games.values()].map((game, k) => [game, k]));
    const key = [own, ...others.map(({ game }) => game)]
      .map((game, k) => `${k === 0 ? '' : others[k - 1].id}${String(numbers.get(game))}`)
      .join();
    let judged = this.#judged.get(key);
    if (!judged) {
      const game = playedBy(own.prepared!, others);
      judged = game === own.prepared!.game ? own.judged! : judge(game, CONCEPTS);
      this.#judged.set(key, judged);
    }
    return judged;
  }
}

interface OtherPlayer {
  readonly id: string;
  readonly game: SeenGame;
}

/** A game with the moves and the preferences that some have in the games they play; the very game where nothing differs. */
function playedBy(prepared: Prepared, others: readonly OtherPlayer[]): Game {
  const { game, space, deciders } = prepared;
  const players = others.map(({ id, game: seen }) => ({
    mover: deciders.findIndex((actor) => actor.id === id),
    seen,
    theirs: seen.mover(id),
    projection: seen.prepared
      ? projectionOf(prepared, seen.prepared)
      : new Int32Array(space.size).fill(-1),
  }));
  const ranks = game.ranks.map((own, mover) => {
    const player = players.find((p) => p.mover === mover);
    const theirs = player?.seen.prepared?.game.ranks[player.theirs];
    if (!player || !theirs) return own;
    // Where the state is not recognised there is no move, so that the rank there does not matter.
    const seen = fromScores(
      Float64Array.from(player.projection, (state) => (state < 0 ? 0 : theirs[state])),
    );
    return seen.every((rank, s) => rank === own[s]) ? own : seen;
  });
  const barred = players.map((player) => ({ ...player, bars: movesBarred(player) }));
  const any = barred.some(({ mover, bars }) => barsAny(game.moves, mover, bars));
  if (!any && ranks.every((own, mover) => own === game.ranks[mover])) return game;
  const moves = any
    ? withoutMoves(game.moves, (mover, from, to) =>
        barred.some((b) => b.mover === mover && b.bars(from, to)),
      )
    : game.moves;
  return createGame(moves, ranks, space, game.opponentsRule);
}

/** Whether a mover does not have a move in the game it plays. Asked state by state: there may be very many. */
function movesBarred({
  seen,
  theirs,
  projection,
}: {
  seen: SeenGame;
  theirs: number;
  projection: Int32Array;
}): (from: number, to: number) => boolean {
  const own = seen.prepared?.game.moves;
  const out = new Int32Array(own?.maxDegree ?? 0);
  let here = -1;
  let legal: ReadonlySet<number> = new Set();
  return (from, to) => {
    if (projection[from] < 0 || !own || theirs < 0) return true;
    if (projection[from] !== here) {
      here = projection[from];
      legal = new Set(out.subarray(0, own.successors(theirs, here, out)));
    }
    return !legal.has(projection[to]);
  };
}

function barsAny(
  moves: Moves,
  mover: number,
  bars: (from: number, to: number) => boolean,
): boolean {
  const out = new Int32Array(moves.maxDegree);
  for (let from = 0; from < moves.size; from++) {
    const count = moves.successors(mover, from, out);
    for (let k = 0; k < count; k++) if (bars(from, out[k])) return true;
  }
  return false;
}
