import {
  CONCEPTS,
  judgeInWorkers,
  restsOnOwnRanking,
  ruleOf,
  stabilityKernel,
  unwatched,
  type Game,
  type JudgeOptions,
  type Verdicts,
  type Watch,
  type WorkerPool,
} from '@standoff/engine';
import type { Listing } from './listing.js';
import type { Concept, StabilityKind } from './shown.js';

/** Verdicts of every concept, by concept and mover. */
export interface Judged {
  readonly concepts: readonly Concept[];
  readonly verdicts: ReadonlyMap<Concept, readonly Verdicts[]>;
}

/**
 * What was judged of a game, by concept and mover, for as long as the game is: most questions ask
 * for the same.
 */
const judgedOf = new WeakMap<Game, Map<Concept, (Verdicts | undefined)[]>>();

/**
 * Works out where every decision maker is stable under each of the concepts. Of one game each concept
 * is worked out once: the lists are shared, and not to be written to.
 */
export function judge(game: Game, concepts: readonly Concept[], watch: Watch = unwatched): Judged {
  const known = judgedOf.get(game) ?? new Map<Concept, (Verdicts | undefined)[]>();
  judgedOf.set(game, known);
  const lists = new Map(
    concepts.map((concept) => [concept, game.ranks.map((_, mover) => known.get(concept)?.[mover])]),
  );
  const missing = game.ranks.map((_, mover) =>
    concepts.filter((concept) => lists.get(concept)![mover] === undefined),
  );
  const all = missing.reduce((sum, of) => sum + of.length, 0);
  if (all > 0) {
    let done = 0;
    const verdictsOf = stabilityKernel(game, (share) => watch((done + share) / all));
    missing.forEach((of, mover) => {
      for (const concept of of) {
        lists.get(concept)![mover] = verdictsOf(mover, concept);
        done++;
        watch(done / all);
      }
    });
  }
  for (const [concept, list] of lists) known.set(concept, list);
  return { concepts, verdicts: lists as ReadonlyMap<Concept, readonly Verdicts[]> };
}

/**
 * Takes over what was judged of an earlier game with the same moves, and is the same of this one: what a
 * decision maker whose ranking is kept has to expect of the others rests on their improvements.
 * @param kept by mover: whether its ranking is the same in both.
 * @param alike whether the same moves of a mover are improvements in both, asked where its ranking is not.
 */
export function takeOverVerdicts(
  game: Game,
  earlier: Game,
  kept: readonly boolean[],
  alike: (mover: number) => boolean,
): void {
  const known = judgedOf.get(earlier);
  if (known === undefined) return;
  const changed = [...kept.keys()].filter((mover) => !kept[mover]);
  const others = changed.every(alike);
  judgedOf.set(
    game,
    new Map(
      CONCEPTS.filter((concept) => others || restsOnOwnRanking(ruleOf(concept))).map((concept) => [
        concept,
        kept.map((same, mover) => (same ? known.get(concept)?.[mover] : undefined)),
      ]),
    ),
  );
}

/** The same, worked out by a pool of workers. @throws EngineError 'cancelled', 'worker-failed'. */
export async function judgeWithPool(
  game: Game,
  concepts: readonly Concept[],
  pool: WorkerPool,
  options: JudgeOptions = {},
): Promise<Judged> {
  const lists = await judgeInWorkers(pool, game, concepts, options);
  return { concepts, verdicts: new Map(concepts.map((concept, c) => [concept, lists[c]])) };
}

/** The concepts under which the mover is stable in the state. */
export function conceptsFor(
  { concepts, verdicts }: Judged,
  mover: number,
  state: number,
): Concept[] {
  return concepts.filter((concept) => verdicts.get(concept)![mover][state] === 1);
}

/** Why a mover stays in a state, or that it does not. */
export function kindOf(
  listing: Listing,
  judged: Judged,
  mover: number,
  state: number,
): StabilityKind {
  return kindBy(listing, mover, state, () => conceptsFor(judged, mover, state).length > 0);
}

/** @param stays whether it stays there under any concept; asked where it has a better move. */
export function kindBy(
  { game }: Listing,
  mover: number,
  state: number,
  stays: () => boolean,
): StabilityKind {
  const reach = new Int32Array(game.moves.maxDegree);
  const count = game.moves.successors(mover, state, reach);
  if (count === 0) return 'no move';
  const own = game.ranks[mover];
  let k = 0;
  while (k < count && own[reach[k]] <= own[state]) k++;
  if (k === count) return 'no better move';
  return stays() ? 'deterred' : 'unstable';
}
