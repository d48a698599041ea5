import {
  COALITION_CONCEPTS,
  coalitionKernel,
  coalitionsUpTo,
  createGame,
  explain,
  fromScores,
  optionMoves,
  reachable,
  relationalKernel,
  relationOfRanks,
  relationOfWorlds,
  stabilityKernel,
  stateSpace,
  type Game,
  type OptionDirection,
  type StabilityConcept,
} from '@standoff/engine';

/** A model as data, the same for Node and for the browser. */
export interface Recipe {
  readonly options: number;
  readonly deciders: number;
  /** Share of the points that are feasible. */
  readonly density: number;
  readonly oneWay: boolean;
  /** How many different scores there are: few make ties. */
  readonly scores: number;
  readonly seed: number;
}

export const RECIPES: readonly Recipe[] = [
  { options: 6, deciders: 3, density: 1, oneWay: false, scores: 64, seed: 1 },
  { options: 7, deciders: 2, density: 0.6, oneWay: true, scores: 9, seed: 2 },
  { options: 8, deciders: 4, density: 0.5, oneWay: true, scores: 400, seed: 3 },
  { options: 9, deciders: 5, density: 0.15, oneWay: false, scores: 30, seed: 4 },
  { options: 10, deciders: 5, density: 0.9, oneWay: true, scores: 3, seed: 5 },
];

/** 65 536 points. */
export const LARGE: Recipe = {
  options: 16,
  deciders: 4,
  density: 0.7,
  oneWay: false,
  scores: 50_000,
  seed: 6,
};

const CONCEPTS: readonly StabilityConcept[] = ['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ', 'SIM'];

export function gameOf({ options, deciders, density, oneWay, scores, seed }: Recipe): Game {
  let state = seed;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  };
  const codes = Uint32Array.from({ length: 2 ** options }, (_, code) => code).filter(
    () => next() < density,
  );
  const owned = Array.from({ length: deciders }, (_, i) =>
    Array.from({ length: options }, (__, k) => k).filter((k) => k % deciders === i),
  );
  const directions = Array.from({ length: options }, (): OptionDirection => {
    const pick = oneWay ? next() : 1;
    return pick < 0.2 ? 'forward' : pick < 0.3 ? 'back' : 'both';
  });
  const space = stateSpace(options, codes);
  const ranks = owned.map(() =>
    fromScores(Float64Array.from(codes, () => Math.floor(next() * scores))),
  );
  return createGame(optionMoves(space, owned, directions), ranks, space);
}

/** What the engine says of a small model, in full. */
export function resultsOf(recipe: Recipe): unknown {
  const game = gameOf(recipe);
  const kernel = stabilityKernel(game);
  const movers = game.ranks.map((_, i) => i);
  const [first] = game.ranks;
  const relations = game.ranks.map((own, i) =>
    i === 0
      ? relationOfWorlds([relationOfRanks(own), relationOfRanks(game.ranks[1])])
      : relationOfRanks(own),
  );
  const relational = relationalKernel(game, relations, { extension: 'c', level: 0 });
  const coalitions = coalitionKernel(game);
  return {
    states: game.moves.size,
    verdicts: CONCEPTS.map((concept) => movers.map((i) => digits(kernel(i, concept)))),
    relational: (['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ'] as const).map((concept) =>
      movers.map((i) => digits(relational(i, concept))),
    ),
    coalitions: coalitionsUpTo(movers.length, 2).map((members) =>
      COALITION_CONCEPTS.map((concept) => digits(coalitions(members, concept))),
    ),
    distances: [true, false].map((improving) =>
      Array.from(reachable(game, [0], improving).distance),
    ),
    explanations: CONCEPTS.map((concept) => explain(game, 0, first.length >> 1, concept)),
  };
}

/** Verdicts as a text of 0 and 1. */
export function digits(verdicts: ArrayLike<number>): string {
  return Array.from(verdicts).join('');
}

/** What the page offers to the test. */
export interface EnginePage {
  all(): unknown;
  inWorkers(): Promise<{ shared: boolean; verdicts: string[]; reports: number }>;
  cancelled(): Promise<{ code: string; after: string[] }>;
}
