import { explain, ruleOf, type ResponseConcept } from '@standoff/engine';
import { AnalysisError } from './errors.js';
import { ListedStates } from './listed-states.js';
import type { Concept } from './shown.js';
import type { Situation } from './situation.js';
import { STANDARDS, type Standard } from './standard.js';
import { standingBy } from './standing.js';
import type { Course, Standing, State, StateSet } from './states.js';

/**
 * Work for a first answer, some seconds of it: every state, looked at for each decision maker with the
 * answers of each of the others. The same on every machine.
 */
const LOOKED_AT = 50_000_000n;
/** States in which it is decided one by one what becomes of their improvements. */
const MOST_DECIDED = 8;

/**
 * Listed states of which it is said what a first answer can wait for: what would be answered to a move is
 * found for single states, and nothing is known as a set that would take the answers to every move.
 */
export class FirstStates extends ListedStates {
  override holding(concept: Concept): StateSet | null {
    return looksAtAnswers(concept) ? null : super.holding(concept);
  }

  override standing(actor: string, state: State): Standing {
    const { space, game, deciders } = this.listing;
    const mover = deciders.findIndex(({ id }) => id === actor);
    const at = space.indexOf(Number(state));
    return standingBy((concept) => mover < 0 || explain(game, mover, at, concept).stable);
  }

  override course(standard: Standard): Course {
    const course = super.course(standard);
    if (!looksAtAnswers(STANDARDS[standard].concept)) return course;
    return { ...course, steps: { ...course.steps, successors: takesMinutes } };
  }

  override undeterred(
    actor: string,
    from: StateSet,
    into: StateSet,
    concept: ResponseConcept,
  ): StateSet | null {
    if (!looksAtAnswers(concept)) return super.undeterred(actor, from, into, concept);
    const starts = from.first(MOST_DECIDED + 1);
    if (starts.length > MOST_DECIDED) return null;
    return starts
      .filter((start) =>
        this.deterrences(actor, start, concept).some(
          ({ to, deterred }) => deterred === false && into.has(to),
        ),
      )
      .reduce((all, state) => all.or(this.only(state)), from.minus(from));
  }

  override lasting(
    actor: string,
    set: StateSet,
    bounds: StateSet,
    concept: ResponseConcept,
  ): StateSet | null {
    return looksAtAnswers(concept) ? null : super.lasting(actor, set, bounds, concept);
  }
}

function takesMinutes(): never {
  throw new AnalysisError(
    'too-large',
    'there are so many states that finding what would be answered to every step takes minutes',
    'with --full it is done',
  );
}

function looksAtAnswers(concept: Concept): boolean {
  return ruleOf(concept).answers !== 'none';
}

/**
 * The situation as a first answer looks at it: itself, or where the answers to every move take minutes,
 * without them.
 * @param full however long it takes.
 */
export function atFirst(situation: Situation, full = false, most = LOOKED_AT): Situation {
  const { deciders, states } = situation;
  if (full || !(states instanceof ListedStates)) return situation;
  if (states.all.count * BigInt(deciders.length) ** 2n <= most) return situation;
  return {
    model: situation.model,
    lowering: situation.lowering,
    deciders,
    states: new FirstStates(states.listing, states.work),
    get listed() {
      return situation.listed;
    },
    prevailing: (factions) => atFirst(situation.prevailing(factions), false, most),
  };
}
