import { stabilityKernel, type Game, type Verdicts } from '@standoff/engine';
import type { Prepared } from './prepare.js';
import type { Concept, StabilityKind } from './result.js';

/** Verdicts of every concept, by concept and mover. */
export interface Judged {
  readonly concepts: readonly Concept[];
  readonly verdicts: ReadonlyMap<Concept, readonly Verdicts[]>;
}

/** Works out where every decision maker is stable under each of the concepts. */
export function judge(
  game: Game,
  concepts: readonly Concept[],
  onProgress?: (done: number) => void,
): Judged {
  const verdicts = new Map<Concept, readonly Verdicts[]>();
  const movers = game.ranks.length;
  const stability = stabilityKernel(game);
  concepts.forEach((concept, c) => {
    verdicts.set(
      concept,
      game.ranks.map((_, mover) => {
        const stable = stability(mover, concept);
        onProgress?.((c * movers + mover + 1) / (concepts.length * movers));
        return stable;
      }),
    );
  });
  return { concepts, verdicts };
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
  { game }: Prepared,
  judged: Judged,
  mover: number,
  state: number,
): StabilityKind {
  const reach = new Int32Array(game.moves.maxDegree);
  const count = game.moves.successors(mover, state, reach);
  if (count === 0) return 'no move';
  const own = game.ranks[mover];
  let k = 0;
  while (k < count && own[reach[k]] <= own[state]) k++;
  if (k === count) return 'no better move';
  return conceptsFor(judged, mover, state).length > 0 ? 'deterred' : 'unstable';
}

/** The concepts under which the state is an equilibrium: stable for every decision maker. */
export function equilibriumConcepts({ concepts, verdicts }: Judged, state: number): Concept[] {
  return concepts.filter((concept) =>
    verdicts.get(concept)!.every((stable) => stable[state] === 1),
  );
}

/** States that are an equilibrium under at least one of the concepts judged. */
export function equilibriumStates(judged: Judged, size: number): number[] {
  const states: number[] = [];
  for (let s = 0; s < size; s++) if (equilibriumConcepts(judged, s).length > 0) states.push(s);
  return states;
}
