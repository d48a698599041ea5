/** What an analysis has to hold at once. */
export interface Demand {
  readonly options: number;
  readonly states: number;
  /** For each decision maker the number of its options. */
  readonly owned: readonly number[];
  /** Rankings that are kept: of the decision makers and of those who only watch. */
  readonly rankings: number;
  readonly concepts: number;
  /** Threads that judge at the same time, 1 or more. */
  readonly workers: number;
}

/**
 * An upper estimate of the bytes that states, moves, rankings, verdicts, the passes of the kernels and
 * one exploration from the status quo take together.
 */
export function memoryNeeded(demand: Demand): number {
  const { options, states, owned, rankings, concepts, workers } = demand;
  const points = 2 ** options;
  const movers = owned.length;
  // Code; ranks; verdicts; the states grouped by what each can move to; two explorations.
  const perState = 4 + 4 * rankings + movers * concepts + 12 * movers + 2 * 18;
  // What workers share is a copy.
  const sharedPerState = workers > 1 ? 4 + 4 * movers : 0;
  const table = points <= Math.max(8 * states, 2 ** 22) ? 4 * points : 0;
  const passes = passesPay(demand)
    ? points * (workers * 16 + owned.reduce((sum, own) => sum + (own <= 15 ? 2 : 4), 0))
    : states * workers * 18;
  return states * (perState + sharedPerState) + table + passes;
}

/** Whether passes over all points cost less than looking through what every state can move to. */
export function passesPay({
  options,
  states,
  owned,
}: Pick<Demand, 'options' | 'states' | 'owned'>): boolean {
  return states > 0 && 2 ** options * options <= searchCost(states, owned);
}

/** What all states can move to, at most, in all. */
export function searchCost(states: number, owned: readonly number[]): number {
  return states * owned.reduce((sum, options) => sum + 2 ** options, 0);
}
