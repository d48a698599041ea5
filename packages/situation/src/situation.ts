import { decidersOf, type Actor, type ConflictModel } from '@standoff/model';
import { checkRankings } from './checks/large-states.js';
import { DiagramStates } from './diagram-states.js';
import { AnalysisError, isTooLarge } from './errors.js';
import { largeStarts } from './large-starts.js';
import { Lowering } from './lowering.js';
import { DEFAULT_MEMORY, prepare, type Prepared, type PrepareOptions } from './prepare.js';
import type { States } from './states.js';

/** A model made ready to be asked, however many states it has. */
export interface Situation {
  readonly model: ConflictModel;
  readonly lowering: Lowering;
  /** The actors with options. */
  readonly deciders: readonly Actor[];
  readonly states: States;
  /**
   * The same with its states listed.
   * @throws AnalysisError 'too-large' where they are too many.
   */
  readonly listed: Prepared;
  /** The same if these factions prevailed, by actor; of the others those that the model assumes. */
  prevailing(factions: ReadonlyMap<string, string>): Situation;
}

/**
 * The situation with its states listed, or where they are too many, with sets of them as diagrams.
 * @throws AnalysisError 'no-feasible-state', 'status-quo-infeasible', 'ranking'; 'too-large' where the
 *   sets are too irregular for the memory, or where the rule of opponents takes a list.
 */
export function situationOf(model: ConflictModel, options: PrepareOptions = {}): Situation {
  try {
    return prepare(model, options);
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    if (options.opponentsRule === 'each at most once')
      throw new AnalysisError(
        'too-large',
        `${error.message}; that everybody answers at most once is only offered where the states can be listed`,
        'leave out --opponents once',
      );
    const listedOnly = onlyListed(model);
    if (listedOnly !== null)
      throw new AnalysisError(
        'too-large',
        `${error.message}; ${listedOnly} only worked out where the states can be listed`,
        error.hint,
      );
    return withDiagrams(model, options.memory, error);
  }
}

/** What a model says that sets of states are not worked out with; null: nothing. */
function onlyListed({ consequences, allowed, scenarios }: ConflictModel): string | null {
  if (consequences !== undefined) return 'what follows by itself is';
  if (allowed !== undefined) return 'moves that are given (`can move`) are';
  return scenarios.some(({ merged }) => merged) ? 'states that are one are' : null;
}

/** @param why what to say to questions that take a list. */
export function withDiagrams(
  model: ConflictModel,
  memory: number = DEFAULT_MEMORY,
  why: AnalysisError,
): Situation {
  const lowering = new Lowering(model);
  const states = new DiagramStates(model, lowering, largeStarts(model, lowering), memory);
  states.ask((game) => checkRankings(model, lowering, game));
  return {
    model,
    lowering,
    deciders: decidersOf(model),
    states,
    get listed(): Prepared {
      throw why;
    },
    prevailing: (factions) => {
      const actors = model.actors.map((actor) => ({
        ...actor,
        prevails: factions.get(actor.id) ?? actor.prevails,
      }));
      return withDiagrams({ ...model, actors }, memory, why);
    },
  };
}
