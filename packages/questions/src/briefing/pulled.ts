import { pull, type PulledEnd } from '@standoff/engine';
import { courseSteps, Random, type Prepared, type Standard } from '@standoff/situation';

/** A share below this is told nowhere. */
export const LEAST = 1e-9;

/** The ends of the course from today, each with the share of ways that come to it. */
export function pullOf(prepared: Prepared, standard: Standard, game = prepared.game): PulledEnd[] {
  const random = new Random(1);
  return pull(courseSteps(game, standard), prepared.statusQuo, () => random.next());
}

/** The share of ways that come to one of them. */
export function shareOf(group: readonly PulledEnd[]): number {
  return group.reduce((sum, { share }) => sum + share, 0);
}
