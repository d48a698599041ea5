import { DEFINITIONS, type ResponseConcept, type Rule, type StabilityConcept } from './concepts.js';
import { explain } from './explain.js';
import type { Game } from './game.js';
import type { Ranks } from './ranks.js';
import { expectConcept, expectMover, expectState } from './validate.js';

/**
 * Verdicts on one state at a time, for questions that try many rankings on few states: the search
 * stops at the first sanction of an improvement, and at the first improvement without one. The same
 * verdicts as of `stabilityKernel`, which is quicker where all states are asked about.
 */
export class SingleStates {
  readonly #reach: Int32Array;
  readonly #escapes: Int32Array;
  /** By node, the search that visited it last. A node is a state, or a state and who moved last. */
  readonly #visited: Int32Array;
  readonly #queue: Int32Array;
  readonly #layers: number;
  #search = 0;

  constructor(readonly game: Game) {
    const { moves } = game;
    this.#layers = moves.transitive ? 1 : moves.movers + 1;
    this.#reach = new Int32Array(moves.maxDegree);
    this.#escapes = new Int32Array(moves.maxDegree);
    this.#visited = new Int32Array(moves.size * this.#layers);
    this.#queue = new Int32Array(moves.size * this.#layers);
  }

  /**
   * @param ranks who prefers what, in place of the rankings of the game.
   * @throws EngineError 'bad-argument' as `explain`.
   */
  stable(
    mover: number,
    state: number,
    concept: StabilityConcept,
    ranks: Game['ranks'] = this.game.ranks,
  ): boolean {
    const { moves, opponentsRule } = this.game;
    expectConcept(concept);
    expectMover(moves, mover);
    expectState(moves, state);
    const rule = DEFINITIONS[concept];
    const { answers } = rule;
    if (answers === 'simultaneous' || (answers !== 'none' && opponentsRule !== 'legal sequences'))
      return explain({ ...this.game, ranks }, mover, state, concept).stable;
    const own = ranks[mover];
    const reach = new Int32Array(moves.maxDegree);
    const count = moves.successors(mover, state, reach);
    for (let k = 0; k < count; k++) {
      if (own[reach[k]] <= own[state]) continue;
      if (answers === 'none' || !this.#sanctioned(mover, state, reach[k], rule, ranks))
        return false;
    }
    return true;
  }

  /** Whether every decision maker is stable. */
  equilibrium(state: number, concept: StabilityConcept, ranks?: Game['ranks']): boolean {
    return this.game.ranks.every((_, mover) => this.stable(mover, state, concept, ranks));
  }

  /**
   * The improvements of the decision maker from the state that no answer deters, its best first; found
   * as they are asked for.
   * @throws EngineError 'bad-argument' as `explain`.
   */
  *undeterred(mover: number, state: number, concept: ResponseConcept): Generator<number> {
    const { game } = this;
    const { moves, ranks, opponentsRule } = game;
    expectConcept(concept);
    expectMover(moves, mover);
    expectState(moves, state);
    const rule = DEFINITIONS[concept];
    const own = ranks[mover];
    const out = new Int32Array(moves.maxDegree);
    const improvements = Array.from(out.subarray(0, moves.successors(mover, state, out)))
      .filter((to) => own[to] > own[state])
      .sort((a, b) => own[b] - own[a]);
    if (rule.answers !== 'none' && opponentsRule !== 'legal sequences') {
      const { improvements: explained } = explain(game, mover, state, concept);
      const free = new Set(explained.flatMap(({ to, sanction }) => (sanction ? [] : [to])));
      yield* improvements.filter((to) => free.has(to));
      return;
    }
    for (const to of improvements)
      if (rule.answers === 'none' || !this.#sanctioned(mover, state, to, rule, ranks)) yield to;
  }

  #sanctioned(
    mover: number,
    state: number,
    improvement: number,
    { answers, escape }: Rule,
    ranks: Game['ranks'],
  ): boolean {
    const { moves } = this.game;
    const layers = this.#layers;
    const improving = answers === 'credible';
    const bearable = ranks[mover][state];
    const search = ++this.#search;
    const start = improvement * layers + layers - 1;
    this.#visited[start] = search;
    this.#queue[0] = start;
    let tail = 1;
    for (let head = 0; head < tail; head++) {
      const x = Math.floor(this.#queue[head] / layers);
      const last = layers === 1 ? -1 : this.#queue[head] - x * layers;
      for (let j = 0; j < moves.movers; j++) {
        if (j === mover || j === last) continue;
        const count = moves.successors(j, x, this.#reach);
        for (let k = 0; k < count; k++) {
          const y = this.#reach[k];
          if (improving && ranks[j][y] <= ranks[j][x]) continue;
          const node = layers === 1 ? y : y * layers + j;
          if (this.#visited[node] === search) continue;
          this.#visited[node] = search;
          if (
            ranks[mover][y] <= bearable &&
            !(escape && this.#canEscape(mover, y, bearable, ranks[mover]))
          )
            return true;
          this.#queue[tail++] = node;
        }
      }
    }
    return false;
  }

  /** Whether the mover could do better than is bearable by a move from y. */
  #canEscape(mover: number, y: number, bearable: number, own: Ranks): boolean {
    const count = this.game.moves.successors(mover, y, this.#escapes);
    for (let k = 0; k < count; k++) if (own[this.#escapes[k]] > bearable) return true;
    return false;
  }
}
