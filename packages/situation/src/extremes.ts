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
