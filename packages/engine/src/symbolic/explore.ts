import type { Budget, LargeStates } from './large-states.js';
import type { LargePath } from './symbolic-reach.js';

export interface ExploreLimits {
  /** How many states to remember. */
  readonly states: number;
  /** How many settings of movers' options to look at; several searches may share it. */
  readonly budget: Budget;
}

export interface ExploreQuestion {
  /** By improvements only, or by any moves. */
  readonly improving: boolean;
  /** Who may move; all decision makers when left out. */
  readonly movers?: readonly number[];
  /** Stop at the first state, not a start, for which this is true. */
  readonly until?: (code: bigint) => boolean;
}

/** The states around some starts, as far as the limits allowed to look. */
export interface Exploration {
  /** Whether everything was seen. Otherwise there may be more states. */
  readonly complete: boolean;
  /** All states seen, the nearest first, the starts included. */
  readonly states: readonly bigint[];
  /** By improvements of all: the states without one, of those whose moves were all looked at. */
  readonly nash: readonly bigint[];
  /** The state at which the question said to stop. */
  readonly stoppedAt: bigint | null;
  /** A shortest path from a start; null: not seen. */
  pathTo(code: bigint): LargePath | null;
}

interface Reached {
  readonly code: bigint;
  /** Who moved last; the number of movers stands for nobody. */
  readonly last: number;
  readonly from: Reached | null;
}

/**
 * Explores from the starts state by state, nearest first (theory 7.1). For models whose sets of
 * states are too irregular for decision diagrams; stops at its limits and says so.
 */
export function exploreFrom(
  states: LargeStates,
  starts: readonly bigint[],
  { improving, movers, until = () => false }: ExploreQuestion,
  { states: most, budget }: ExploreLimits,
): Exploration {
  const { owned, disallowed } = states.model;
  const nobody = owned.length;
  const who = movers ?? owned.map((_, mover) => mover);
  // Where moves compose, who moved last does not matter.
  const transitive = disallowed.length === 0;
  const queue: Reached[] = [];
  /** By state, the first way it was reached. */
  const first = new Map<bigint, Reached>();
  const seen = Array.from({ length: transitive ? 0 : owned.length + 1 }, () => new Set<bigint>());
  const nash: bigint[] = [];
  let complete = true;
  let stoppedAt: bigint | null = null;
  const add = (node: Reached): void => {
    const { code, last } = node;
    const known = transitive ? first.has(code) : seen[last].has(code);
    if (known) return;
    if (queue.length >= most) {
      complete = false;
      return;
    }
    if (!first.has(code)) first.set(code, node);
    if (!transitive) seen[last].add(code);
    queue.push(node);
    if (last !== nobody && until(code)) stoppedAt = code;
  };
  for (const code of starts) add({ code, last: nobody, from: null });
  for (let head = 0; head < queue.length && complete && stoppedAt === null; head++) {
    const node = queue[head];
    let improvable = false;
    for (const mover of who) {
      // Nobody moves twice in a row, but whether it could improve is asked all the same.
      const mayFollow = transitive || mover !== node.last;
      const see = (to: bigint): boolean => {
        improvable = true;
        if (!mayFollow) return false;
        add({ code: to, last: mover, from: node });
        return complete && stoppedAt === null;
      };
      if (improving) complete = states.eachImprovement(mover, node.code, budget, see) && complete;
      else if (mayFollow) complete = states.eachMove(mover, node.code, budget, see) && complete;
      if (!complete || stoppedAt !== null) break;
    }
    if (improving && !improvable && complete && first.get(node.code) === node) nash.push(node.code);
  }
  return {
    complete: complete && stoppedAt === null,
    states: [...first.keys()],
    nash: movers ? [] : nash,
    stoppedAt,
    pathTo(code) {
      const end = first.get(code);
      if (!end) return null;
      const path: { mover: number; from: bigint; to: bigint }[] = [];
      for (let node = end; node.from !== null; node = node.from)
        path.unshift({ mover: node.last, from: node.from.code, to: node.code });
      return path;
    },
  };
}
