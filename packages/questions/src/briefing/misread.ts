import type { ConflictModel } from '@standoff/model';
import {
  AnalysisError,
  prepare,
  type Prepared,
  type Standard,
  type Step,
} from '@standoff/situation';

import { modelsAsSeen, picturesOf } from '../perceive/seen-model.js';
import type { Misreading } from './answer.js';
import { stepsToday } from './ends.js';
import { OutcomesOf } from './outcomes.js';

/** Of each who sees somebody otherwise than it is: what it would do today, and what it would not expect. */
export function misreadingsOf(prepared: Prepared, standard: Standard): Misreading[] {
  const { model } = prepared;
  if (model.perceptions.length === 0) return [];
  const actual = stepsToday(new OutcomesOf(prepared, standard));
  return [...modelsAsSeen(model)].flatMap(([actor, own]) => {
    const pictures = picturesOf(model, actor);
    if (pictures.length === 0) return [];
    const seen = asSeen(own, prepared);
    const recognises = seen !== null && seen.statusQuo.length > 0;
    const steps = recognises ? stepsToday(new OutcomesOf(seen, standard)) : [];
    const by = (some: readonly Step[], id: string): Step | null =>
      some.find((step) => step.actor === id) ?? null;
    return [
      {
        actor,
        of: [...new Set(pictures.map(({ of }) => of))],
        recognises,
        asSeen: by(steps, actor),
        asIs: by(actual, actor),
        unexpected: recognises
          ? actual.filter((step) => step.actor !== actor && !alike(step, by(steps, step.actor)))
          : [],
      },
    ];
  });
}

/** Null: what is believed contradicts itself, so that nothing is recognised. */
function asSeen(own: ConflictModel, prepared: Prepared): Prepared | null {
  try {
    return prepare(own, { memory: prepared.room, statusQuoOptional: true, earlier: prepared });
  } catch (error) {
    if (error instanceof AnalysisError && error.code === 'no-feasible-state') return null;
    throw error;
  }
}

function alike(one: Step, other: Step | null): boolean {
  return (
    other !== null &&
    one.takes.join() === other.takes.join() &&
    one.drops.join() === other.drops.join()
  );
}
