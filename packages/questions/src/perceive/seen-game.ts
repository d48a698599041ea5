import { CONCEPTS, findFeasible, type Watch } from '@standoff/engine';
import type { ConflictModel, OptionId } from '@standoff/model';
import {
  smallestConflict,
  AnalysisError,
  judge,
  Lowering,
  codeOf,
  optionsIn,
  prepare,
  type Judged,
  type Prepared,
  type PrepareOptions,
} from '@standoff/situation';
import { ALL, inAll, type ConceptMasks } from './concept-masks.js';

/**
 * What the games of a hypergame are worked out with: all that is there at once has to fit in the memory
 * that is allowed for the true one.
 */
export class SharedRoom {
  #left: number;

  constructor(
    readonly real: Prepared,
    readonly options: Omit<PrepareOptions, 'memory'>,
  ) {
    this.#left = real.room;
  }

  /** The model prepared in what is left; null: it has no state. @throws AnalysisError */
  prepare(model: ConflictModel): Prepared | null {
    try {
      const prepared = prepare(model, {
        ...this.options,
        memory: Math.max(1, this.#left),
        statusQuoOptional: true,
      });
      this.#left = prepared.room;
      return prepared;
    } catch (error) {
      if (error instanceof AnalysisError && error.code === 'no-feasible-state') return null;
      throw error;
    }
  }
}

/** One game of a hypergame, worked out, with how the true states look in it. */
export class SeenGame {
  /** Null: the constraints in it contradict each other, so that it has no state. */
  readonly prepared: Prepared | null;
  readonly judged: Judged | null;
  /** The smallest set of constraints that rules out every state, as written; empty where there are states. */
  readonly contradiction: readonly string[];
  /**
   * For each true state the state of this game that it looks like: the same as to the options that the
   * game has. -1: the game has no such state, it is not recognised.
   */
  readonly projection: Int32Array;

  /** @throws AnalysisError 'too-large', 'ranking'. */
  constructor(
    readonly model: ConflictModel,
    readonly real: Prepared,
    room: SharedRoom,
    watch?: Watch,
  ) {
    this.prepared = model === real.model ? real : room.prepare(model);
    this.judged = this.prepared && judge(this.prepared.game, CONCEPTS, watch);
    this.contradiction = this.prepared ? [] : contradictionIn(model);
    this.projection = this.prepared
      ? projectionOf(real, this.prepared)
      : new Int32Array(real.space.size).fill(-1);
  }

  /** The mover's number in this game; -1: it has no moves in it. */
  mover(actorId: string): number {
    return this.prepared?.deciders.findIndex(({ id }) => id === actorId) ?? -1;
  }

  /** Where, in true states, the actor is stable in this game; nowhere that is not recognised. */
  stable(actorId: string): ConceptMasks {
    return lookedUp(this.projection, this.#own(this.mover(actorId)));
  }

  /** The true states that look like one that is stable for everybody in this game. */
  equilibria(): ConceptMasks {
    return lookedUp(this.projection, this.ownEquilibria());
  }

  /** The states of this game that are stable for everybody in it. */
  ownEquilibria(): ConceptMasks {
    return inAll(
      this.prepared?.space.size ?? 0,
      this.prepared?.deciders.map((_, mover) => this.#own(mover)) ?? [],
    );
  }

  /** The options taken in a state of this game, sorted. */
  taken(state: number): OptionId[] {
    const prepared = this.prepared!;
    return optionsIn(prepared, prepared.space.codes[state]);
  }

  /** Whether the game has the option. */
  knows(option: OptionId): boolean {
    return this.model.options.some(({ id }) => id === option);
  }

  /** The constraints of this game, as written, that the options taken break. */
  brokenBy(taken: Iterable<OptionId>): string[] {
    const lowering = new Lowering(this.model);
    const code = codeOf(this.model, new Set(taken));
    return this.model.constraints
      .filter(({ must }) => !lowering.holds(must, code))
      .map(({ text }) => text);
  }

  #own(mover: number): ConceptMasks {
    if (!this.prepared || !this.judged) return new Uint16Array(0);
    return stableMasks(this.judged, mover, this.prepared.space.size);
  }
}

/** Where a mover is stable, by the verdicts of a game; everywhere for one without moves (-1). */
export function stableMasks(judged: Judged, mover: number, size: number): ConceptMasks {
  const masks = new Uint16Array(size);
  if (mover < 0) return masks.fill(ALL);
  CONCEPTS.forEach((concept, c) => {
    const verdicts = judged.verdicts.get(concept)![mover];
    for (let s = 0; s < size; s++) masks[s] |= verdicts[s] << c;
  });
  return masks;
}

/** The masks of the states that others look like; nothing where they look like none. */
export function lookedUp(projection: Int32Array, masks: ConceptMasks): ConceptMasks {
  return Uint16Array.from(projection, (state) => (state < 0 ? 0 : masks[state]));
}

/**
 * For each state of one game the state of another that has the same options taken, as far as the other
 * has them; -1: none. Options are matched by id.
 * @throws AnalysisError 'unknown-option' where the other has an option that the first does not have.
 */
export function projectionOf(from: Prepared, to: Prepared): Int32Array {
  if (from === to) return Int32Array.from(from.space.codes, (_, s) => s);
  const bits = to.model.options.map(({ id }, k) => {
    const number = from.lowering.option(id);
    if (number === undefined)
      throw new AnalysisError(
        'unknown-option',
        `one game of the hypergame has the option ${id}, which the game around it does not have`,
        'nobody can take another to know an option that it does not know itself',
      );
    return [number, 1 << k] as const;
  });
  return Int32Array.from(from.space.codes, (code) => {
    let seen = 0;
    for (const [number, bit] of bits) if ((code >>> number) & 1) seen |= bit;
    return to.space.indexOf(seen >>> 0);
  });
}

function contradictionIn(model: ConflictModel): string[] {
  const lowering = new Lowering(model);
  return smallestConflict(
    (formulas) => findFeasible(model.options.length, formulas) !== null,
    model.constraints.map(({ must }) => lowering.formula(must)),
  ).map((k) => model.constraints[k].text);
}
