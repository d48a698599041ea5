import { useRef } from 'react';
import type { Answer } from './answer.js';

/** Two results of one text, and its version. */
export interface Paired<A, B> {
  readonly version: number;
  readonly pair: readonly [A, B];
}

/**
 * The last two results of one text: those of the answers where both are of one, and else the ones before.
 * It is the same pair as long as both results are the same, so that what is made of it is kept, also where
 * a newer text turned out to say the same.
 */
export function pairedLast<A, B>(
  last: Paired<A, B> | null,
  a: Answer<A>,
  b: Answer<B>,
): Paired<A, B> | null {
  if (a.result === null || b.result === null || a.version !== b.version) return last;
  const same = last !== null && last.pair[0] === a.result && last.pair[1] === b.result;
  return { version: a.version, pair: same ? last.pair : [a.result, b.result] };
}

/**
 * Two answers that are read against each other, and so have to be of one text: the last such pair as
 * long as one of them is newer than the other.
 */
export function useTogether<A, B>(a: Answer<A>, b: Answer<B>): Answer<readonly [A, B]> {
  const last = useRef<Paired<A, B> | null>(null);
  last.current = pairedLast(last.current, a, b);
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
