import { type Outcomes, turnedBetween, type Outcome, type StateShown } from '@standoff/situation';
import { briefEnds, endsElsewhere } from '../brief-ends.js';
import type { Effect } from './answer.js';

export function effectOf({ prepared }: Outcomes, before: Outcome, after: Outcome): Effect {
  let lost = 0;
  let gained = 0;
  let either = 0;
  let nearestLost: number | null = null;
  let nearestGained: number | null = null;
  const nearer = (a: number | null, s: number, { distance }: Outcome): number | null =>
    distance[s] >= 0 && (a === null || distance[s] < distance[a]) ? s : a;
  for (let s = 0; s < before.holds.length; s++) {
    either += before.holds[s] | after.holds[s];
    if (before.holds[s] > after.holds[s]) {
      lost++;
      nearestLost = nearer(nearestLost, s, before);
    } else if (before.holds[s] < after.holds[s]) {
      gained++;
      nearestGained = nearer(nearestGained, s, after);
    }
  }
  const shown = (s: number | null): StateShown | null =>
    s === null ? null : prepared.naming.state(s);
  return {
    ends: briefEnds(prepared, after.ends),
    elsewhere: endsElsewhere(prepared, before.ends, after.ends),
    distance: either === 0 ? 0 : (lost + gained) / either,
    lost,
    gained,
    ...turnedBetween(prepared.model, before, after),
    nearestLost: shown(nearestLost),
    nearestGained: shown(nearestGained),
  };
}

/** Of scenarios and of the status quo, what is different. */
export function toldOf({ statusQuo, begins, ceases, opens, closes }: Effect): number {
  const told = begins.length + ceases.length + opens.length + closes.length;
  return told + (statusQuo === 'as before' ? 0 : 1);
}
