import { createGame, optionMoves, stabilityKernel, stateSpace } from '@standoff/engine';

export const CLASSIC = ['Nash', 'GMR', 'SMR', 'SEQ'];

/** The engine on the same models: all four classic concepts for all decision makers. */
export function kernels({ options, codes, owned, ranks, directions }) {
  const space = stateSpace(options, codes);
  const verdicts = stabilityKernel(createGame(optionMoves(space, owned, directions), ranks, space));
  return ranks.map((_, i) =>
    Object.fromEntries(CLASSIC.map((concept) => [concept, verdicts(i, concept)])),
  );
}
