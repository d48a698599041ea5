import { useRef } from 'react';
import type { Answer } from './answer.js';

/**
 * Two answers that are read against each other, and so have to be of one text: the last such pair as
 * long as one of them is newer than the other.
 */
export function useTogether<A, B>(a: Answer<A>, b: Answer<B>): Answer<readonly [A, B]> {
  const last = useRef<{ version: number; pair: readonly [A, B] } | null>(null);
  if (a.result !== null && b.result !== null && a.version === b.version) {
    // The same pair as long as both are the same, so that what is made of it is kept.
    const known = last.current?.pair;
    if (known?.[0] !== a.result || known?.[1] !== b.result)
      last.current = { version: a.version, pair: [a.result, b.result] };
  }
  const failed = [a, b].find(({ state }) => state === 'failed');
  const pair = last.current;
  const current = a.state === 'current' && b.state === 'current' && pair?.version === a.version;
  return {
    key: failed?.key ?? (a.progress === null ? b.key : a.key),
    state: failed ? 'failed' : current ? 'current' : pair === null ? 'none' : 'stale',
    result: pair?.pair ?? null,
    problem: failed?.problem ?? null,
    progress: a.progress ?? b.progress,
    since: a.since ?? b.since,
    version: pair?.version ?? -1,
    model: current ? a.model : null,
  };
}
