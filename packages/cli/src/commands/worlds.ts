import {
  ask,
  factions,
  robustnessOf,
  worldPlan,
  TELLINGS,
  toldText,
  type AskResult,
  type FactionsResult,
  type RobustnessResult,
} from '@standoff/questions';
import { Outcomes, Worlds, type Concept } from '@standoff/situation';
import { USUAL_CONCEPT } from '@standoff/engine';
import { question } from '../question.js';
import { sweep } from '../sweep.js';

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
  toldText(TELLINGS.factions),
);

/** `standoff robustness`. */
export const robustness = question<WorldFlags, RobustnessResult>(
  async (
    prepared,
    { concept = USUAL_CONCEPT, samples, seed, limit, memory, opponents: opponentsRule },
    watch,
    _situation,
    io,
  ) => {
    const worlds = new Worlds(prepared);
    const plan = worldPlan(worlds, { ...(samples === undefined ? {} : { samples }), seed });
    const options = { memory, opponentsRule };
    const tally = await sweep(prepared, worlds, plan, { concept, options, watch, io });
    return robustnessOf(new Outcomes(prepared, concept), worlds, plan, tally, limit);
  },
  toldText(TELLINGS.robustness),
);

/** `standoff ask`. */
export const askOf = question<WorldFlags, AskResult>(
  (prepared, { concept, seed }, watch) =>
    ask(prepared, { ...(concept === undefined ? {} : { concept }), seed, watch }),
  toldText(TELLINGS.ask),
);
