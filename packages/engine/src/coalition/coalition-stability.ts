import {
  COALITION_CONCEPTS,
  ruleOf,
  type CoalitionConcept,
  type Rule,
  type Verdicts,
} from '../concepts.js';
import { EngineError } from '../errors.js';
import type { Game } from '../game.js';
import { unwatched, type Watch } from '../watch.js';
import { Actors } from './actors.js';
import { coalitionOf, type Coalition } from './coalition.js';
import { Frontiers } from './frontier.js';
import { exceeds, Gains } from './gains.js';
import type { JointReach } from '../joint-reach.js';
import { actorsOutside, completeRules, type CoalitionRules } from './rules.js';

/** Where a coalition is stable under a concept, for all states at once. */
export type CoalitionKernel = (
  coalition: Coalition,
  concept: CoalitionConcept,
  watch?: Watch,
) => Verdicts;

/**
 * The kernel for coalitions (theory 5.2; Kilgour, Hipel, Fang, Peng 2001; Inohara, Hipel 2008). With H the coalition, s1 ∈ CR_H an improvement for H from s:
 * - CNash: there is no s1.
 * - CGMR: for each s1 the outsiders can answer so that H does not gain (s2 is no improvement on s).
 * - CSMR: they can so answer that, besides, nothing that H can bring about from s2 is one.
 * - CSEQ: as CGMR, by answers each step of which is an improvement for whoever makes it.
 * "H gains" means every member does (or, for Pareto, one does and none loses). Of a coalition of one
 * these are Nash, GMR, SMR and SEQ.
 *
 * How: let x be worth to H, member by member, the least over x and the answers to x. A sanction works
 * where it denies the gain to one member, so that s is unstable iff something that H can bring about
 * is worth more than s to every member: a question to the non-dominated vectors of each component of
 * the joint moves. With escapes it takes a sanction state by state, but only where without them the
 * verdict is stable and CNash does not say so, and each component once for each bar.
 *
 * @throws EngineError 'bad-argument' as `completeRules`; when asked, for a coalition that is none.
 */
export function coalitionKernel(game: Game, given: Partial<CoalitionRules> = {}): CoalitionKernel {
  const rules = completeRules(game, given);
  const actors = new Actors(game, rules);
  let current: OneCoalition | null = null;
  return (members, concept, watch = unwatched) => {
    const coalition = coalitionOf(game.moves, members);
    if (!COALITION_CONCEPTS.includes(concept))
      throw new EngineError(
        'bad-argument',
        `there is no concept "${concept}" for coalitions; choose from ${COALITION_CONCEPTS.join(', ')}`,
      );
    if (current?.coalition.join() !== coalition.join())
      current = new OneCoalition(actors, coalition);
    return current.verdicts(ruleOf(concept), watch);
  };
}

/** Also the rule where nobody is left who could answer. */
const UNANSWERED: Rule = { answers: 'none', escape: false };

/** What the concepts of one coalition share. */
class OneCoalition {
  readonly #reach: JointReach;
  readonly #gains: Gains;
  readonly #outside: readonly Coalition[];
  /** What the outsiders can answer with, as it was asked for last. */
  #answers: { readonly credible: boolean; readonly reach: JointReach } | null = null;
  #plain: Frontiers | null = null;
  readonly #known = new Map<string, Verdicts>();

  constructor(
    readonly actors: Actors,
    readonly coalition: Coalition,
  ) {
    const { game, rules } = actors;
    this.#outside = actorsOutside(game.moves.movers, coalition, rules.outsiders);
    this.#reach = actors.reach(coalition);
    this.#gains = new Gains(game.ranks, coalition, rules.improvement, game.moves.size);
  }

  verdicts(asked: Rule, watch: Watch): Verdicts {
    const rule = this.#outside.length === 0 ? UNANSWERED : asked;
    const key = `${rule.answers} ${rule.escape}`;
    let verdicts = this.#known.get(key);
    if (!verdicts) this.#known.set(key, (verdicts = this.#judge(rule, watch)));
    return verdicts;
  }

  #judge({ answers, escape }: Rule, watch: Watch): Verdicts {
    if (answers === 'none') return this.#unlessWorth(this.#frontiers());
    if (escape) return this.#withoutEscape(answers, watch);
    return this.#unlessWorth(this.#worthAfter(this.#answersOf(answers)));
  }

  /** What is best to be had by what the coalition can bring about, by component. */
  #frontiers(): Frontiers {
    return (this.#plain ??= new Frontiers(this.#reach, this.#gains.values, this.#gains.width));
  }

  #answersOf(answers: Rule['answers']): JointReach {
    const credible = answers === 'credible';
    if (this.#answers?.credible !== credible) {
      const arcs = this.#outside.map((actor) =>
        credible ? this.actors.improvements(actor) : this.actors.moves(actor),
      );
      this.#answers = { credible, reach: this.actors.reachOf(arcs) };
    }
    return this.#answers.reach;
  }

  /** The same of what states are worth once the outsiders have answered. */
  #worthAfter(answers: JointReach): Frontiers {
    const { width, values } = this.#gains;
    const { size } = this.#reach;
    const worth = new Int32Array(size * width);
    for (let k = 0; k < width; k++) {
      const least = answers.lowest(values, width, k);
      for (let s = 0; s < size; s++) worth[s * width + k] = least[answers.componentOf(s)];
    }
    return new Frontiers(this.#reach, worth, width);
  }

  #unlessWorth(frontiers: Frontiers): Verdicts {
    const { bars, width } = this.#gains;
    return Uint8Array.from({ length: this.#reach.size }, (_, s) =>
      frontiers.exceed(this.#reach.componentOf(s), bars, s * width) ? 0 : 1,
    );
  }

  #withoutEscape(answers: Rule['answers'], watch: Watch): Verdicts {
    const nash = this.verdicts(UNANSWERED, watch);
    const stable = this.verdicts({ answers, escape: false }, watch).slice();
    const open: number[] = [];
    for (let s = 0; s < stable.length; s++) if (stable[s] > nash[s]) open.push(s);
    const search = new SanctionSearch(
      this.#reach,
      this.#answersOf(answers),
      this.#frontiers(),
      this.#gains,
    );
    // States that compare alike with all others and can bring about the same need one search.
    const decided = new Map<string, number>();
    const { bars, width } = this.#gains;
    open.forEach((s, k) => {
      if (k % 64 === 0) watch(k / open.length);
      const at = s * width;
      const key = `${this.#reach.componentOf(s)}:${bars.subarray(at, at + width).join()}`;
      let verdict = decided.get(key);
      if (verdict === undefined) decided.set(key, (verdict = search.stable(s) ? 1 : 0));
      stable[s] = verdict;
    });
    return stable;
  }
}

/** Whether each improvement from a state meets a sanction from which the coalition cannot escape. */
class SanctionSearch {
  /** By component of the answers: the search that visited it last, and what came of it. */
  readonly #visited: Int32Array;
  readonly #works: Uint8Array;
  /** By component of the coalition's moves, likewise: whether it was looked through. */
  readonly #looked: Int32Array;
  #search = 0;

  constructor(
    readonly reach: JointReach,
    readonly answers: JointReach,
    readonly frontiers: Frontiers,
    readonly gains: Gains,
  ) {
    this.#visited = new Int32Array(answers.components.count);
    this.#works = new Uint8Array(answers.components.count);
    this.#looked = new Int32Array(reach.components.count);
  }

  stable(state: number): boolean {
    const { first, members, arcs } = this.reach.components;
    const { values, bars, width } = this.gains;
    const bar = state * width;
    this.#search++;
    const stack = [this.reach.componentOf(state)];
    this.#looked[stack[0]] = this.#search;
    for (let c = stack.pop(); c !== undefined; c = stack.pop()) {
      // Below it, too, there is no improvement.
      if (!this.frontiers.exceed(c, bars, bar)) continue;
      for (let m = first[c]; m < first[c + 1]; m++) {
        const s1 = this.reach.stateOf(members[m]);
        if (exceeds(values, s1 * width, bars, bar, width) && !this.#sanctioned(s1, bar))
          return false;
      }
      for (let k = arcs.offsets[c]; k < arcs.offsets[c + 1]; k++) {
        const next = arcs.targets[k];
        if (this.#looked[next] === this.#search) continue;
        this.#looked[next] = this.#search;
        stack.push(next);
      }
    }
    return true;
  }

  #sanctioned(s1: number, bar: number): boolean {
    const { first, members, arcs } = this.answers.components;
    const { bars } = this.gains;
    // Depth first, without recursion: what reaches a sanction is marked on the way back.
    const path = [{ c: this.answers.componentOf(s1), k: -1 }];
    let works = false;
    while (path.length > 0) {
      const top = path[path.length - 1];
      const { c } = top;
      if (top.k < 0) {
        if (this.#visited[c] === this.#search) works = this.#works[c] === 1;
        else {
          this.#visited[c] = this.#search;
          for (let m = first[c]; m < first[c + 1] && !works; m++) {
            const s2 = this.answers.stateOf(members[m]);
            works = !this.frontiers.exceed(this.reach.componentOf(s2), bars, bar);
          }
          this.#works[c] = Number(works);
          top.k = arcs.offsets[c];
        }
        if (works || top.k < 0) {
          path.pop();
          if (works) for (const { c: above } of path) this.#works[above] = 1;
          if (works) return true;
          continue;
        }
      }
      if (top.k < arcs.offsets[c + 1]) path.push({ c: arcs.targets[top.k++], k: -1 });
      else path.pop();
    }
    return works;
  }
}
