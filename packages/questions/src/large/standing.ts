import {
  boundedStability,
  Budget,
  FALSE,
  implies,
  isBetter,
  isResponse,
  ruleOf,
  symbolicStability,
  type Standing,
  type SymbolicGame,
} from '@standoff/engine';
import { atLeast, exactly, type LargeOutlook } from './outlook.js';
import type { LargeCount } from './answer.js';
import type { Concept } from '@standoff/situation';

/** How an actor stands in one state. */
export interface LargeStanding {
  readonly stable: readonly Concept[];
  readonly undecided: readonly Concept[];
  readonly canMove: boolean | null;
  readonly improvements: { readonly count: LargeCount; readonly best: readonly bigint[] };
}

/** What deciding one concept may take, of nodes, before it is looked into state by state. */
const NODES_FOR_CONCEPT = 2 ** 21;

/** @param listed how many of the best improvements to name. */
export function largeStanding(
  outlook: LargeOutlook,
  mover: number,
  code: bigint,
  concepts: readonly Concept[],
  listed: number,
): LargeStanding {
  const improvements =
    outlook.attempt(() => outlook.game && improvementsInSets(outlook.game, mover, code, listed)) ??
    improvementsOneByOne(outlook, mover, code, listed);
  const none = improvements.count.exact && improvements.count.count === '0';
  const verdicts = none
    ? concepts.map((concept) => [concept, 'stable'] as const)
    : verdictsOn(outlook, mover, code, concepts);
  const those = (verdict: string): Concept[] =>
    verdicts.flatMap(([concept, found]) => (found === verdict ? [concept] : []));
  let canMove = false;
  const looked = outlook.states.eachMove(mover, code, new Budget(LOOKED_AT), () => {
    canMove = true;
    return false;
  });
  return {
    stable: those('stable'),
    undecided: those('not decided'),
    canMove: canMove || (looked ? false : null),
    improvements,
  };
}

/** How many settings of its options to look at for any move, or for its improvements. */
const LOOKED_AT = 2 ** 18;

type Verdict = 'stable' | 'unstable' | 'not decided';

/** What one verdict implies for others is not worked out again (theory 3.8). */
function verdictsOn(
  outlook: LargeOutlook,
  mover: number,
  code: bigint,
  concepts: readonly Concept[],
): (readonly [Concept, Verdict])[] {
  const known = new Map<Concept, Verdict>();
  const decide = (concept: Concept): Verdict => {
    const before = known.get(concept);
    if (before) return before;
    const verdict = verdictOn(outlook, mover, code, concept);
    known.set(concept, verdict);
    for (const other of concepts)
      if (
        (verdict === 'stable' && implies(ruleOf(concept), ruleOf(other))) ||
        (verdict === 'unstable' && implies(ruleOf(other), ruleOf(concept)))
      )
        known.set(other, verdict);
    return verdict;
  };
  // Those first whose verdict may settle most of the others.
  const settles = (concept: Concept): number =>
    Math.max(
      concepts.filter((other) => implies(ruleOf(concept), ruleOf(other))).length,
      concepts.filter((other) => implies(ruleOf(other), ruleOf(concept))).length,
    );
  for (const concept of [...concepts].sort((a, b) => settles(b) - settles(a))) decide(concept);
  return concepts.map((concept) => [concept, decide(concept)] as const);
}

function verdictOn(outlook: LargeOutlook, mover: number, code: bigint, concept: Concept): Verdict {
  const { game, states } = outlook;
  const exact = outlook.attempt(() => {
    if (!game) return null;
    return game.bdd.nodes.withEffort(NODES_FOR_CONCEPT, () =>
      symbolicStability(game, mover, code, concept),
    );
  });
  if (exact !== null) return exact ? 'stable' : 'unstable';
  return isResponse(concept)
    ? boundedStability(states, mover, code, concept, outlook.searchLimits())
    : 'not decided';
}

function improvementsInSets(
  game: SymbolicGame,
  mover: number,
  code: bigint,
  listed: number,
): LargeStanding['improvements'] {
  const all = game.step(mover, game.state(code), 'forward', true);
  const best: bigint[] = [];
  for (let rest = all; rest !== FALSE && best.length < listed;) {
    const top = game.extreme(mover, rest, 'best');
    best.push(...game.nearest(top, code, listed - best.length));
    rest = game.bdd.minus(rest, top);
  }
  return { count: exactly(game.count(all)), best };
}

function improvementsOneByOne(
  { states }: LargeOutlook,
  mover: number,
  code: bigint,
  listed: number,
): LargeStanding['improvements'] {
  const found: { to: bigint; standing: Standing }[] = [];
  const all = states.eachImprovement(mover, code, new Budget(LOOKED_AT), (to, values) => {
    found.push({ to, standing: states.standing(mover, values) });
    return true;
  });
  found.sort((a, b) =>
    isBetter(a.standing, b.standing) ? -1 : isBetter(b.standing, a.standing) ? 1 : 0,
  );
  return {
    count: all ? exactly(BigInt(found.length)) : atLeast(BigInt(found.length)),
    best: found.slice(0, listed).map(({ to }) => to),
  };
}
