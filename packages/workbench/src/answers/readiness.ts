import { type DeskState, STOPPED } from './desk.js';

/**
 * How it stands with what somebody wants answered. current: all of it is of the text as it stands.
 * working: some is waited for. stopped: the reader stopped some of it. broken: the text has errors, so
 * that all there is is of an earlier one.
 */
export type Readiness = 'current' | 'working' | 'stopped' | 'broken';

export function readiness(state: DeskState): Readiness {
  const { version, read, model, broken, loading, answers, wanted } = state;
  if (read === version && broken) return 'broken';
  if (model === null || read < version || loading > 0 || longestWaiting(state) !== null)
    return 'working';
  const stopped = [...wanted].some((key) => answers[key]?.problem?.code === STOPPED);
  return stopped ? 'stopped' : 'current';
}

/** Since when the one that is wanted longest is waited for; what nobody looks at may stay old. */
function longestWaiting({ answers, wanted }: DeskState): number | null {
  let first: number | null = null;
  for (const key of wanted) {
    const since = answers[key]?.since ?? null;
    if (since !== null && (first === null || since < first)) first = since;
  }
  return first;
}

/** Since when something is waited for, as `performance.now()` has it. */
export function workingSince(state: DeskState): number {
  return longestWaiting(state) ?? state.since;
}
