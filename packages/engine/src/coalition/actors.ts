import { EngineError } from '../errors.js';
import type { Game } from '../game.js';
import { optionMoves, type ArcLists, type Moves } from '../moves.js';
import type { Coalition } from './coalition.js';
import { Gains } from './gains.js';
import { JointReach } from '../joint-reach.js';
import type { CoalitionRules } from './rules.js';
import { Ways } from '../ways.js';

/** Arcs of coalitions of several are listed one by one; beyond these they would not fit. */
const MOST_ARCS = 2 ** 26;

/**
 * The moves and improvements of single decision makers and of coalitions acting as one, as arc lists,
 * each made once for a game.
 */
export class Actors {
  readonly #moves = new Map<string, ArcLists>();
  readonly #improvements = new Map<string, ArcLists>();
  readonly #merged = new Map<string, Moves>();

  constructor(
    readonly game: Game,
    readonly rules: CoalitionRules,
  ) {}

  /** What the actor can do in one move of its own: of several members, all they can do together. */
  moves(actor: Coalition): ArcLists {
    return remembered(this.#moves, actor, () =>
      actor.length === 1 ? this.#movesOf(this.game.moves, actor[0]) : this.#jointMoves(actor),
    );
  }

  /** Those of its moves that are improvements for it. */
  improvements(actor: Coalition): ArcLists {
    return remembered(this.#improvements, actor, () => {
      const { offsets, targets } = this.moves(actor);
      const { size } = this.game.moves;
      const gains = new Gains(this.game.ranks, actor, this.rules.improvement, size);
      const kept = new Int32Array(targets.length);
      const heads = new Int32Array(size + 1);
      let count = 0;
      for (let s = 0; s < size; s++) {
        for (let k = offsets[s]; k < offsets[s + 1]; k++)
          if (gains.improves(targets[k], s)) kept[count++] = targets[k];
        heads[s + 1] = count;
      }
      return { offsets: heads, targets: kept.slice(0, count) };
    });
  }

  /** What a coalition can bring about: R_H. */
  reach(coalition: Coalition): JointReach {
    return coalition.length > 1 && this.rules.moves === 'at once'
      ? new JointReach(this.game.moves.size, [this.moves(coalition)], true)
      : this.reachOf(coalition.map((member) => this.moves([member])));
  }

  /**
   * What several actors can bring about by turns, none of them twice in a row. Where single moves
   * compose, so do those of coalitions, and gains do always.
   */
  reachOf(arcs: readonly ArcLists[]): JointReach {
    return new JointReach(this.game.moves.size, arcs, this.game.moves.transitive);
  }

  /** The same from one state at a time, with paths. */
  ways(who: readonly Coalition[], improving = false): Ways {
    return new Ways(
      who,
      who.map((actor) => (improving ? this.improvements(actor) : this.moves(actor))),
    );
  }

  #movesOf(moves: Moves, mover: number): ArcLists {
    const offsets = new Int32Array(moves.size + 1);
    const reach = new Int32Array(moves.maxDegree);
    for (let s = 0; s < moves.size; s++)
      offsets[s + 1] = offsets[s] + moves.successors(mover, s, reach);
    const targets = new Int32Array(offsets[moves.size]);
    for (let s = 0; s < moves.size; s++) {
      const count = moves.successors(mover, s, reach);
      targets.set(reach.subarray(0, count), offsets[s]);
    }
    return { offsets, targets };
  }

  #jointMoves(actor: Coalition): ArcLists {
    if (this.rules.moves === 'at once') return this.#movesOf(this.#mergedMoves(actor), 0);
    const { size } = this.game.moves;
    const reach = this.reach(actor);
    const offsets = new Int32Array(size + 1);
    let targets = new Int32Array(1024);
    let count = 0;
    for (let s = 0; s < size; s++) {
      for (const to of reach.from(s)) {
        if (to === s) continue;
        if (count === targets.length) {
          if (count >= MOST_ARCS)
            throw new EngineError(
              'too-many-states',
              `what coalitions outside can do together takes more than ${MOST_ARCS} moves from state to state; let outsiders act singly`,
              { needed: count, allowed: MOST_ARCS },
            );
          const larger = new Int32Array(2 * count);
          larger.set(targets);
          targets = larger;
        }
        targets[count++] = to;
      }
      offsets[s + 1] = count;
    }
    return { offsets, targets: targets.slice(0, count) };
  }

  /** One mover that owns the options of all members. */
  #mergedMoves(actor: Coalition): Moves {
    return remembered(this.#merged, actor, () => {
      const { form } = this.game.moves;
      const options = actor.flatMap((member) => form!.owned[member]);
      return optionMoves(this.game.space!, [options], form!.directions);
    });
  }
}

function remembered<T>(known: Map<string, T>, actor: Coalition, make: () => T): T {
  const key = actor.join();
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}
