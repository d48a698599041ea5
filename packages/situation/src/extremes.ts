import type { States, StateSet } from './states.js';
import type { Ranks } from '@standoff/engine';

/**
 * Whether every state inside is at most (worst) or at least (best) as good as every state outside;
 * with `strictly`, whether each is worse or better than every state outside. An empty scenario, or
 * one that holds everywhere, is no extreme.
 */
export function isExtreme(
  kind: 'worst' | 'best',
  ranks: Ranks,
  inside: ReadonlySet<number>,
  strictly = false,
): boolean {
  if (inside.size === 0 || inside.size === ranks.length) return false;
  const sign = kind === 'worst' ? 1 : -1;
  let highestInside = -Infinity;
  let lowestOutside = Infinity;
  ranks.forEach((rank, s) => {
    if (inside.has(s)) highestInside = Math.max(highestInside, sign * rank);
    else lowestOutside = Math.min(lowestOutside, sign * rank);
  });
  return strictly ? highestInside < lowestOutside : highestInside <= lowestOutside;
}

/** The same of sets of states. */
export function isExtremeSet(
  states: States,
  kind: 'worst' | 'best',
  actor: string,
  inside: StateSet,
  strictly = false,
): boolean {
  const outside = states.all.minus(inside);
  if (inside.isEmpty || outside.isEmpty) return false;
  const end = (set: StateSet, which: 'worst' | 'best') => states[which](actor, set).first(1)[0];
  // Of the worst the best inside against the worst outside; of the best the other way round.
  const [within, without] = [end(inside, kind === 'worst' ? 'best' : 'worst'), end(outside, kind)];
  const compared = states.compare(actor, without, within) * (kind === 'worst' ? 1 : -1);
  return strictly ? compared > 0 : compared >= 0;
}
