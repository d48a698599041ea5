import {
  elicitation,
  factions,
  robustness,
  type Concept,
  type ElicitationResult,
  type FactionsResult,
  type RobustnessResult,
} from '@standoff/analysis';
import { elicitationText, factionsText, robustnessText } from '@standoff/report';
import { question } from '../question.js';

interface WorldFlags {
  readonly concept?: Concept;
  readonly samples?: number;
  readonly limit?: number;
  readonly seed: number;
}

/** `standoff factions`. */
export const factionsOf = question<{ concept?: Concept }, FactionsResult>(
  (prepared, { concept }, watch) =>
    factions(prepared, { ...(concept === undefined ? {} : { concept }), watch }),
  factionsText,
);

/** `standoff robustness`. */
export const robustnessOf = question<WorldFlags, RobustnessResult>(
  (prepared, { concept, samples, seed, limit }, watch) =>
    robustness(prepared, {
      ...(concept === undefined ? {} : { concept }),
      ...(samples === undefined ? {} : { samples }),
      ...(limit === undefined ? {} : { limit }),
      seed,
      watch,
    }),
  robustnessText,
);

/** `standoff ask`. */
export const elicitationOf = question<WorldFlags, ElicitationResult>(
  (prepared, { concept, seed }, watch) =>
    elicitation(prepared, { ...(concept === undefined ? {} : { concept }), seed, watch }),
  elicitationText,
);
