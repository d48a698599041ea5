import { Bdd, FALSE, TRUE, type Edge } from './bdd.js';
import { checkLargeModel, formulasOf, optionNumbers, type LargeModel } from './large-model.js';
import { symbolicMover, type SymbolicMover } from './mover.js';
import { MOST_NODES } from './node-table.js';
import { KeptSets } from './kept-sets.js';
import { groupingOrder } from './order.js';
import { StateSets } from './state-sets.js';

export interface SymbolicOptions {
  /** At which number of nodes to give up (EngineError 'too-many-nodes'); 36 bytes each. */
  readonly maxNodes?: number;
  /** With fewer nodes than this, those nobody needs any more are left where they are (see `KeptSets`). */
  readonly collectAt?: number;
  /** How many nodes it may take to make the relation of one mover's improvements. */
  readonly relationNodes?: number;
  /** Called every few milliseconds; what it throws stops the work. */
  readonly work?: () => void;
}

/**
 * A model whose sets of states are decision diagrams: as many states as there may be, what counts
 * is how regular the sets are.
 *
 * Variables: beside that of each option, 2p (see `StateSets`), variable 2p + 1 is its copy, for
 * relations between the two ends of a move. The copies stand beside their options since the two
 * depend on each other in every move.
 *
 * ## One mover's step
 *
 * Everything comes from one operation, `step`: the states that one move of i leads to from a set Q
 * (forward), or from which it leads into Q (back). Let y be the options that are not i's: a move
 * leaves them alone. Let x be i's options at the end that lies in Q, and c their copies, at the
 * other end; A(y, x, c) holds where the move between the two ends is permitted by the directions
 * and not disallowed. By any moves the other ends are ∃x (Q ∧ A), read at c.
 *
 * By improvements, where the relation R(y, x, c) "permitted, feasible afterwards and better for i" is
 * small, they are ∃x (Q ∧ R), read at c, or for the other way ∃c (R ∧ Q read at c).
 *
 * Where R is not small, no relation between two ends is made. Forward, t is reached iff it is
 * better for i than SOME s in Q with a permitted move s → t; better is a complete preorder, so iff it
 * is better than the WORST such s. Back, s can improve into Q iff the BEST permitted t in Q is better
 * than s. Statements L_1, L_2, … compare lexicographically, so the worst (best) ends are found one
 * statement after the other: M_0 = Q ∧ A; with P_j = ¬L_j forward and L_j back,
 *
 *     can_j = ∃x (M_{j−1} ∧ P_j)                 some end that is left has P_j
 *     M_j   = M_{j−1} ∧ (can_j → P_j)            then only those are left
 *
 * For each (y, c) where an end exists, M_j keeps exactly those whose first j statements are
 * extreme, by induction; all of them agree on P_j, which holds iff can_j does. The comparison with
 * the other end is lexicographic too: with E_0 = all, it is strictly on the right side iff for some j
 *
 *     E_{j−1} ∧ can_j ∧ ¬P_j,      E_j = E_{j−1} ∧ (P_j ↔ can_j),
 *
 * can_j being read at (y, c) and P_j at the other end itself, which is (y, c).
 *
 * Staying is no improvement. By any moves it may pass for one: reachability from a set counts the
 * set anyway. Only where transitions are disallowed, and moves need not compose, is it ruled out: it
 * would let somebody move twice in a row.
 */
export class SymbolicGame extends StateSets {
  /** The states that satisfy every constraint. */
  readonly feasible: Edge;
  /** Two successive moves of one mover are always one move of it (or lead back). */
  readonly transitive: boolean;
  /**
   * The decision makers that have options; the others are asked for their preference only. Those
   * whose options stand last in the order come first: turns taken in this order change little of
   * the diagrams as long as they can.
   */
  readonly movers: readonly number[];
  readonly #made = new Map<number, SymbolicMover>();
  readonly #make: (mover: number) => SymbolicMover;
  readonly #kept: KeptSets;

  constructor(
    readonly model: LargeModel,
    {
      maxNodes = MOST_NODES,
      collectAt,
      relationNodes = RELATION,
      work = () => undefined,
    }: SymbolicOptions = {},
  ) {
    checkLargeModel(model);
    const { optionCount, owned } = model;
    super(new Bdd(2 * optionCount, maxNodes, work), groupingOrder(optionCount, groupsOf(model)));
    this.#kept = new KeptSets(this.bdd, maxNodes, collectAt);
    this.transitive = model.disallowed.length === 0;
    this.feasible = this.keep(
      model.constraints.reduce((all, formula) => this.bdd.and(all, this.where(formula)), TRUE),
    );
    const depth = (mover: number): number =>
      owned[mover].reduce((sum, option) => sum + this.placeOf(option), 0) / owned[mover].length;
    this.movers = owned
      .flatMap((own, mover) => (own.length > 0 ? [mover] : []))
      .sort((a, b) => depth(b) - depth(a));
    const variableOf = (option: number): number => this.variableOf(option);
    this.#make = (mover) => symbolicMover(this.bdd, model, mover, variableOf, relationNodes);
    for (const mover of this.movers) this.#mover(mover);
    this.#kept.begin();
  }

  /**
   * The feasible states one move of the mover away from the set of feasible ones: those it leads to ('forward') or
   * those from which it leads into the set ('back'); by improvements or by any moves. By any moves,
   * states of the set itself may be among them although they are no move away.
   *
   * Tidies up first: sets that are still needed afterwards must be saved by `keep` or `hold`.
   */
  step(mover: number, set: Edge, way: 'forward' | 'back', improving: boolean): Edge {
    this.tidy([set]);
    const { bdd } = this;
    const { own, copies, toCopy, toOption, permitted, improvements } = this.#mover(mover);
    if (improving && improvements !== null)
      return way === 'forward'
        ? bdd.rename(bdd.andExists(set, improvements, own), toOption)
        : bdd.and(this.feasible, bdd.andExists(bdd.rename(set, toCopy), improvements, copies));
    const ends = bdd.and(set, permitted[way]);
    const others = bdd.and(this.feasible, bdd.rename(bdd.exists(ends, own), toOption));
    return improving ? this.#unlikeExtremes(mover, ends, others, way) : others;
  }

  /** The states that a move of the mover, which changes something, leads from into the set. */
  departures(mover: number, set: Edge): Edge {
    this.tidy([set]);
    const { bdd, feasible } = this;
    const { own, toOption, permitted, stays } = this.#mover(mover);
    const ends = bdd.minus(bdd.and(set, permitted.back), stays);
    return bdd.and(feasible, bdd.rename(bdd.exists(ends, own), toOption));
  }

  /**
   * The states from which the mover, by staying or by one move, gets into `one`, and is at least as
   * well off in the best of it as in the best of `other` that it gets to; both sets are feasible.
   */
  preferring(mover: number, one: Edge, other: Edge): Edge {
    this.tidy([one, other]);
    const { bdd, feasible } = this;
    const { own, toOption, permitted, stays, deciding } = this.#mover(mover);
    const within = bdd.or(permitted.back, stays);
    let [ends, others] = [bdd.and(one, within), bdd.and(other, within)];
    const [into, beside] = [bdd.exists(ends, own), bdd.exists(others, own)];
    let found = bdd.minus(into, beside);
    let equal = bdd.and(into, beside);
    for (const statement of deciding) {
      const can = bdd.andExists(ends, statement, own);
      const otherCan = bdd.andExists(others, statement, own);
      ends = bdd.ite(can, bdd.and(ends, statement), ends);
      others = bdd.ite(otherCan, bdd.and(others, statement), others);
      found = bdd.or(found, bdd.minus(bdd.and(equal, can), otherCan));
      equal = bdd.minus(equal, bdd.xor(can, otherCan));
    }
    return bdd.and(feasible, bdd.rename(bdd.or(found, equal), toOption));
  }

  /** Of the other ends, those that are better than the worst ('forward') or worse than the best end. */
  #unlikeExtremes(mover: number, ends: Edge, others: Edge, way: 'forward' | 'back'): Edge {
    const { bdd } = this;
    const { own, toOption, deciding } = this.#mover(mover);
    let found: Edge = FALSE;
    let equal = others;
    for (const statement of deciding) {
      if (equal === FALSE) break;
      const extreme = way === 'forward' ? bdd.not(statement) : statement;
      const can = bdd.andExists(ends, extreme, own);
      ends = bdd.ite(can, bdd.and(ends, extreme), ends);
      const canHere = bdd.rename(can, toOption);
      const unlike = bdd.xor(extreme, canHere);
      found = bdd.or(found, bdd.and(bdd.and(equal, unlike), canHere));
      equal = bdd.minus(equal, unlike);
    }
    return found;
  }

  /** Where the mover has no improvement (theory 3.2). */
  nashStable(mover: number): Edge {
    const { improvements, copies } = this.#mover(mover);
    const { bdd, feasible } = this;
    const improvable =
      improvements === null
        ? this.step(mover, feasible, 'back', true)
        : bdd.exists(improvements, copies);
    return bdd.minus(feasible, improvable);
  }

  /** The Nash equilibria. @param watch told the share of the decision makers done. */
  nash(watch: (done: number) => void = () => undefined): Edge {
    let all = this.feasible;
    for (const [k, mover] of this.movers.entries()) {
      watch(k / this.movers.length);
      all = this.keeping(() => this.bdd.and(this.keep(all), this.nashStable(mover)));
    }
    return this.keep(all);
  }

  /** States, feasible or not, that the mover is indifferent between and the given one. */
  levelWith(mover: number, code: bigint): Edge {
    const { bdd } = this;
    return this.#mover(mover).statements.reduce(
      (level, statement) =>
        this.has(statement, code) ? bdd.and(level, statement) : bdd.minus(level, statement),
      TRUE,
    );
  }

  /**
   * How many places the mover's ranking gives to the states of the set.
   * @returns null where there are more than `most`.
   */
  places(mover: number, set: Edge, most: number): number | null {
    const { bdd } = this;
    const { statements } = this.#mover(mover);
    let places = 0;
    const look = (rest: Edge, next: number): void => {
      if (rest === FALSE || places > most) return;
      if (next === statements.length) {
        places++;
        return;
      }
      look(bdd.and(rest, statements[next]), next + 1);
      look(bdd.minus(rest, statements[next]), next + 1);
    };
    look(set, 0);
    return places > most ? null : places;
  }

  /** States, feasible or not, that the mover strictly prefers to the given one. */
  preferredTo(mover: number, code: bigint): Edge {
    const { bdd } = this;
    let found: Edge = FALSE;
    let equal: Edge = TRUE;
    for (const statement of this.#mover(mover).statements) {
      if (this.has(statement, code)) equal = bdd.and(equal, statement);
      else {
        found = bdd.or(found, bdd.and(equal, statement));
        equal = bdd.minus(equal, statement);
      }
    }
    return found;
  }

  /** The states of the set that the mover likes best, or least. */
  extreme(mover: number, set: Edge, which: 'best' | 'worst'): Edge {
    const { bdd } = this;
    return this.#mover(mover).statements.reduce((left, statement) => {
      const fitting = bdd.and(left, which === 'best' ? statement : bdd.not(statement));
      return fitting === FALSE ? left : fitting;
    }, set);
  }

  /** The cube of the mover's options. */
  own(mover: number): Edge {
    return this.#mover(mover).own;
  }

  /** The cube of all options but the mover's. */
  othersThan(mover: number): Edge {
    return this.cubeWithout(this.#mover(mover).own);
  }

  /** Saves the set from being tidied away. */
  keep(set: Edge): Edge {
    return this.#kept.keep(set);
  }

  /** Saves the sets that the function names at any time. @returns what ends that. */
  hold(sets: () => readonly Edge[]): () => void {
    return this.#kept.hold(sets);
  }

  /** Runs with sets kept only as long as it takes. */
  keeping<T>(run: () => T): T {
    return this.#kept.keeping(run);
  }

  /** Of somebody without options, made when first asked for: nobody may ask. */
  #mover(mover: number): SymbolicMover {
    let made = this.#made.get(mover);
    if (!made) this.#made.set(mover, (made = this.#make(mover)));
    return made;
  }

  /** Gives up nodes that neither the game nor the sets need, if there are many. */
  tidy(sets: readonly Edge[] = []): void {
    this.#kept.tidy(() => [
      ...sets,
      ...[...this.#made.values()].flatMap(
        ({ own, copies, stays, statements, permitted, improvements }) => [
          own,
          copies,
          stays,
          permitted.forward,
          permitted.back,
          improvements ?? TRUE,
          ...statements,
        ],
      ),
    ]);
  }
}

/** A relation that takes more is slower than doing without. */
const RELATION = 2 ** 18;

/** What is mentioned together: by one formula, or as the options of one mover. */
function groupsOf(model: LargeModel): number[][] {
  return [
    ...formulasOf(model).map((formula) => [...optionNumbers(formula)]),
    ...model.owned.map((own) => [...own]),
  ];
}
