import {
  actorNamed,
  sensitivity,
  TELLINGS,
  toldText,
  type SensitivityResult,
} from '@standoff/questions';
import type { Concept } from '@standoff/situation';
import { question } from '../question.js';

interface SensitivityFlags {
  readonly concept?: Concept;
  readonly actor?: string;
  readonly distance?: number;
  readonly samples: number;
  readonly seed: number;
}

/** `standoff sensitivity`. */
export const sensitivityOf = question<SensitivityFlags, SensitivityResult>(
  (prepared, { concept, actor, distance, samples, seed }, watch) =>
    sensitivity(prepared, {
      ...(concept === undefined ? {} : { concept }),
      ...(actor === undefined ? {} : { actor: actorNamed(prepared, actor).id }),
      ...(distance === undefined ? {} : { distance }),
      samples,
      seed,
      watch,
    }),
  toldText(TELLINGS.sensitivity),
);
