import { EngineError, isTooMany } from '../errors.js';
import { FALSE, type Edge } from './bdd.js';
import { Slots } from './slots.js';
import type { SymbolicGame } from './symbolic-game.js';

/** A legal sequence of moves between states given as bigints. */
export type LargePath = readonly LargeStep[];

export interface LargeStep {
  readonly mover: number;
  readonly from: bigint;
  readonly to: bigint;
}

export interface ReachQuestion {
  /** By improvements only, or by any moves. */
  readonly improving: boolean;
  /** Who may move; all decision makers when left out. */
  readonly movers?: readonly number[];
  /** After how many nodes made to stop with what was reached by then. */
  readonly effort?: number;
  /** Told after every mover's turn how many turns there have been. */
  readonly watch?: (turns: number) => void;
}

/**
 * What legal sequences of moves lead to from a set of states (theory 7.1), as a set.
 *
 * The movers take turns, each moving from everything reached so far, until a round adds nothing.
 * Going by the number of moves instead makes sets that tell apart how many moves each part of the
 * model has had: exponentially larger ones on the way to the same end (`shortestPath` has to).
 */
export class SymbolicReach {
  /** All states reached, the starts included. */
  readonly all: Edge;
  /** Whether these are all there are; not so where the effort or the room for nodes did not suffice. */
  readonly complete: boolean;
  readonly #start: Edge;
  /** After each turn, what its mover's moves have reached; what others reached is in other turns. */
  readonly #turns: { readonly mover: number; readonly reached: Edge }[] = [];

  /**
   * @param starts must be feasible.
   * @throws EngineError 'bad-argument' for a start that is not feasible.
   */
  constructor(
    readonly game: SymbolicGame,
    starts: readonly bigint[],
    readonly question: ReachQuestion,
  ) {
    const { bdd } = game;
    this.#start = stateSet(game, starts);
    game.hold(() => [this.#start, ...this.#turns.map(({ reached }) => reached)]);
    this.complete = bdd.nodes.withEffort(question.effort ?? Infinity, () => {
      try {
        const slots = new Slots(game, this.#start);
        for (const { mover } of turns(game, slots, 'forward', question))
          this.#turns.push({ mover, reached: slots.of(mover) });
        return true;
      } catch (error) {
        if (!isTooMany(error)) throw error;
        return false;
      }
    });
    if (!this.complete) this.#makeRoom();
    this.all = game.keep(this.#slotsAfter(this.#turns.length).all());
  }

  /** What was reached last may fill all the room there is: then it is given up again. */
  #makeRoom(): void {
    const { bdd } = this.game;
    const most = bdd.nodes.maxNodes / 8;
    while (this.#turns.length > 0 && bdd.size(this.#turns.at(-1)!.reached) > most)
      this.#turns.pop();
    this.game.tidy();
  }

  /** A path from a start, seldom a long one but not always a shortest; null where there is none. */
  pathTo(code: bigint): LargePath | null {
    if (!this.game.has(this.all, code)) return null;
    const { game, question } = this;
    const path: LargeStep[] = [];
    let to = code;
    /** Who makes the next move of the path; nobody at its end. */
    let next = -1;
    while (!game.has(this.#start, to)) {
      const follower = next;
      const first = this.#turns.findIndex(
        ({ mover, reached }) => (game.transitive || mover !== follower) && game.has(reached, to),
      );
      const { mover } = this.#turns[first];
      const [from] = game.nearest(
        game.keeping(() => {
          const before = game.keep(this.#slotsAfter(first).before(mover));
          return game.bdd.and(before, game.step(mover, game.state(to), 'back', question.improving));
        }),
        to,
        1,
      );
      path.unshift({ mover, from, to });
      [to, next] = [from, mover];
    }
    return path;
  }

  #slotsAfter(turn: number): Slots {
    const slots = new Slots(this.game, this.#start);
    for (const { mover, reached } of this.#turns.slice(0, turn)) slots.put(mover, reached);
    return slots;
  }
}

/**
 * The states from which a legal sequence of moves by any but `except` ends in the set, and the set.
 *
 * @param except null: anybody may move.
 * @param until stop early once all of these are found.
 */
export function leadingTo(
  game: SymbolicGame,
  set: Edge,
  except: number | null,
  improving: boolean,
  until: Edge,
): Edge {
  return game.keeping(() => {
    game.keep(until);
    const slots = new Slots(game, game.keep(set));
    const movers = game.movers.filter((j) => j !== except);
    for (const turn of turns(game, slots, 'back', { improving, movers }))
      if (game.bdd.minus(until, turn.slots.all()) === FALSE) break;
    return slots.all();
  });
}

/**
 * Lets the movers take turns until nothing is added; stops after each that added something. Each
 * joins when those before it have come to an end among themselves: sets in which few have moved as
 * far as they will are smaller than sets in which all are on their way.
 */
function* turns(
  game: SymbolicGame,
  slots: Slots,
  way: 'forward' | 'back',
  { improving, movers, watch }: ReachQuestion,
): Generator<{ readonly mover: number; readonly slots: Slots }> {
  const who = movers ?? game.movers;
  let turn = 0;
  for (let joined = 1; joined <= who.length; joined++) {
    for (let idle = 0, k = joined - 1; idle < joined; k = (k + joined - 1) % joined) {
      watch?.(turn++);
      const mover = who[k];
      const from = slots.before(mover);
      const reached = game.keeping(() => {
        for (const set of slots.sets) game.keep(set);
        return from === FALSE ? FALSE : game.step(mover, from, way, improving);
      });
      const before = slots.of(mover);
      const after = game.bdd.or(before, reached);
      slots.put(mover, after);
      idle = after === before ? idle + 1 : 0;
      if (after !== before) yield { mover, slots };
    }
  }
}

/** The set of these states. @throws EngineError 'bad-argument' where one is not feasible. */
export function stateSet(game: SymbolicGame, codes: readonly bigint[]): Edge {
  const { bdd } = game;
  const set = codes.reduce((all, code) => bdd.or(all, game.state(code)), FALSE);
  if (bdd.minus(set, game.feasible) !== FALSE)
    throw new EngineError('bad-argument', 'a state to start from is not feasible');
  return set;
}
