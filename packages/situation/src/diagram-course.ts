import {
  Budget,
  isBetter,
  isTooMany,
  leadingTo,
  ruleOf,
  type ResponseConcept,
  type Standing,
  type Steps,
} from '@standoff/engine';
import type { Proposition } from '@standoff/model';
import type { Diagrams } from './diagrams.js';
import { AnalysisError } from './errors.js';
import { likelihoodIn } from './likelihood.js';
import { STANDARDS, type Standard } from './standard.js';
import type { Course, State, StateSet } from './states.js';
import { idleOptions } from './unranked.js';

/** What finding the answers of a whole course may take, in nodes; some seconds. */
const NODES_FOR_COURSE = 2 ** 22;
/** Settings of one actor's options that are gone through for its steps from one state. */
const MOST_SETTINGS = 2 ** 14;
/** What is looked at state by state: with as many actors as such models have, each takes a millisecond. */
const BOUNDS = { most: 2_000, walks: 150, longest: 150 };

interface Improvement {
  readonly to: State;
  readonly standing: Standing;
}

/** The states from which answers lead to one that is no better for a decision maker than where it stood. */
interface Sanctioned {
  set: StateSet;
  /** Whether these are all. */
  complete: boolean;
}

/**
 * The course under a standard where the states are too many to be listed. A state gets its number when
 * it is first met; its steps are found when they are first asked for.
 *
 * Which improvements an answer undoes depends on who makes them and on how well off it was before, not on
 * the state: the set from which answers lead to something no better is made once for each place in the
 * ranking of each decision maker, by the diagrams.
 */
export class DiagramCourse implements Course, Steps {
  readonly movers: number;
  readonly transitive: boolean;
  readonly maxDegree: number;
  readonly bounds: Course['bounds'];
  readonly #concept: ResponseConcept;
  readonly #actors: readonly number[];
  readonly #codes: State[] = [];
  readonly #numbers = new Map<State, number>();
  /** By state and mover. */
  readonly #steps: Int32Array[][] = [];
  readonly #sanctioned = new Map<string, Sanctioned>();
  readonly #idle: readonly number[];
  #effort = NODES_FOR_COURSE;

  constructor(
    readonly states: Diagrams,
    standard: Standard,
  ) {
    const { owned } = states.large.model;
    const likely = likelihoodIn(states.model);
    this.bounds =
      likely === null ? BOUNDS : { ...BOUNDS, likelihood: (start) => likely(this.stateOf(start)) };
    this.#concept = STANDARDS[standard].concept;
    this.#idle = idleOptions(states.model, states.lowering);
    this.#actors = [...owned.keys()].filter((actor) => owned[actor].length > 0);
    this.movers = this.#actors.length;
    this.transitive = states.game.transitive;
    const options = Math.max(0, ...owned.map(({ length }) => length));
    this.maxDegree = Math.min(MOST_SETTINGS, 2 ** options);
  }

  get steps(): Steps {
    return this;
  }

  get size(): number {
    return this.#codes.length;
  }

  stateOf(number: number): State {
    return this.#codes[number];
  }

  numberOf(state: State): number {
    let number = this.#numbers.get(state);
    if (number === undefined) {
      number = this.#codes.push(state) - 1;
      this.#numbers.set(state, number);
    }
    return number;
  }

  /** @throws AnalysisError 'too-large' where what undoes an improvement takes too many nodes to be found. */
  successors(mover: number, state: number, out: Int32Array): number {
    const known = (this.#steps[state] ??= []);
    const found = (known[mover] ??= this.#bestSteps(this.#actors[mover], this.#codes[state]));
    out.set(found);
    return found.length;
  }

  #bestSteps(actor: number, from: State): Int32Array {
    const { large } = this.states;
    const improvements: Improvement[] = [];
    const all = large.eachImprovement(actor, from, new Budget(MOST_SETTINGS), (to, values) => {
      improvements.push({ to, standing: large.standing(actor, values) });
      return true;
    });
    if (!all) return this.#bestOfMany(actor, from);
    const left = this.#undeterred(actor, from, improvements);
    const best = left.filter(
      ({ standing }) => !left.some((other) => isBetter(other.standing, standing)),
    );
    return Int32Array.from(best, ({ to }) => this.numberOf(to));
  }

  /**
   * The same where its options can be set in so many ways that they are not gone through, as a set. Options
   * that nothing depends on stay as they are: with any other setting of them a step is one step more to
   * what is no other outcome, the same number for each step, so that the shares of ways are the same.
   */
  #bestOfMany(actor: number, from: State): Int32Array {
    const { states } = this;
    const { id, label } = states.model.actors[actor];
    const still = this.#idle
      .map((option): Proposition => ({ op: 'option', id: states.model.options[option].id }))
      .map((one, k): Proposition =>
        (from >> BigInt(this.#idle[k])) & 1n ? one : { op: 'not', arg: one },
      );
    const improving = states.improving(id, from).and(states.where({ op: 'and', args: still }));
    const best = states.best(id, this.#undeterredIn(actor, from, improving));
    if (best.count > BigInt(this.maxDegree)) throw tooManyMoves(label);
    return Int32Array.from(best.first(this.maxDegree), (to) => this.numberOf(to));
  }

  #undeterred(actor: number, from: State, improvements: readonly Improvement[]): Improvement[] {
    if (ruleOf(this.#concept).answers === 'none' || improvements.length === 0)
      return [...improvements];
    const { set } = this.#sanctionedFor(actor, from);
    // Most are answered by what was found for others.
    const left = improvements.filter(({ to }) => !set.has(to));
    if (left.length === 0) return left;
    const all = left.map(({ to }) => this.states.only(to)).reduce((some, state) => some.or(state));
    const rest = this.#undeterredIn(actor, from, all);
    return left.filter(({ to }) => rest.has(to));
  }

  #undeterredIn(actor: number, from: State, improvements: StateSet): StateSet {
    if (ruleOf(this.#concept).answers === 'none') return improvements;
    const sanctioned = this.#sanctionedFor(actor, from);
    const { set, complete } = sanctioned;
    const left = improvements.minus(set);
    if (left.isEmpty || complete) return left;
    const wider = this.#leadingTo(actor, set, left);
    const rest = left.minus(wider);
    sanctioned.complete = !rest.isEmpty;
    // Where moves do not compose, who moved last counts, so that a part is nothing to go on from.
    if (sanctioned.complete || this.transitive) sanctioned.set = wider;
    return rest;
  }

  #sanctionedFor(actor: number, from: State): Sanctioned {
    const { large, model } = this.states;
    const key = `${actor} ${large.standing(actor, large.values(from)).join()}`;
    let sanctioned = this.#sanctioned.get(key);
    if (sanctioned === undefined) {
      const better = this.states.better(model.actors[actor].id, from);
      sanctioned = { set: this.states.all.minus(better), complete: false };
      this.#sanctioned.set(key, sanctioned);
    }
    return sanctioned;
  }

  /** At least as far as it tells what becomes of the improvements. */
  #leadingTo(actor: number, sanctions: StateSet, improvements: StateSet): StateSet {
    const { states } = this;
    const { game } = states;
    const { nodes } = game.bdd;
    const made = nodes.made;
    try {
      return nodes.withEffort(this.#effort, () =>
        states.set(
          leadingTo(
            game,
            states.edge(sanctions),
            actor,
            ruleOf(this.#concept).answers === 'credible',
            states.edge(improvements),
          ),
        ),
      );
    } catch (error) {
      if (!isTooMany(error)) throw error;
      game.tidy();
      throw new AnalysisError(
        'too-large',
        'its sets of states are too irregular to find what would be answered to each step',
        'a standard that looks at fewer answers may do: --standard at-once',
      );
    } finally {
      this.#effort = Math.max(1, this.#effort - (nodes.made - made));
    }
  }
}

function tooManyMoves(label: string): AnalysisError {
  return new AnalysisError(
    'too-large',
    `${label} has too many moves to be gone through`,
    'add the constraints that rule out what cannot be',
  );
}
