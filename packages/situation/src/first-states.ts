import {
  CONCEPTS,
  deterrences,
  ruleOf,
  type Deterrence as Answered,
  type ResponseConcept,
} from '@standoff/engine';
import { AnalysisError } from './errors.js';
import { isDeterred } from './listed-deterrence.js';
import { ListedStates, type ListedWork } from './listed-states.js';
import type { Listing } from './listing.js';
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
/** So many answers to moves are looked at of either kind, any and credible ones: some seconds of it. */
const ANSWERS_LOOKED_AT = 2_500_000;

/**
 * Listed states of which it is said what a first answer can wait for: what would be answered to a move is
 * found for single states, and nothing is known as a set that would take the answers to every move.
 */
export class FirstStates extends ListedStates {
  /** What is asked of any answers, which are many, takes nothing from the credible ones. */
  readonly #left: Readonly<Record<'any' | 'credible', { answers: number }>>;
  /** By decision maker and state, what becomes of each improvement. */
  readonly #answered = new Map<string, Map<Concept, readonly Answered[]>>();

  constructor(listing: Listing, work: ListedWork, answers = ANSWERS_LOOKED_AT) {
    super(listing, work);
    this.#left = { any: { answers }, credible: { answers } };
  }

  override holding(concept: Concept): StateSet | null {
    return looksAtAnswers(concept) ? null : super.holding(concept);
  }

  override standing(actor: string, state: State): Standing {
    return standingBy((concept) => this.#stays(actor, state, concept));
  }

  override isHeld(state: State, concept: ResponseConcept): boolean {
    return this.listing.deciders.every(({ id }) => this.#stays(id, state, concept) === true);
  }

  override heldBack(actor: string, state: State): boolean | null {
    const { stable, undecided } = this.standing(actor, state);
    return stable.length > 0 ? true : undecided.length > 0 ? null : false;
  }

  #stays(actor: string, state: State, concept: Concept): boolean | null {
    const { space, deciders } = this.listing;
    const mover = deciders.findIndex(({ id }) => id === actor);
    if (mover < 0) return true;
    const all = this.answered(mover, space.indexOf(Number(state)), concept).map(isDeterred);
    return all.includes(false) ? false : all.includes(null) ? null : true;
  }

  /** Found once for all concepts that allow the same answers. */
  override answered(mover: number, state: number, concept: Concept): readonly Answered[] {
    const key = `${mover} ${state}`;
    const known = this.#answered.get(key) ?? new Map<Concept, readonly Answered[]>();
    this.#answered.set(key, known);
    if (!known.has(concept)) {
      const { answers } = ruleOf(concept);
      const alike = CONCEPTS.filter((one) => ruleOf(one).answers === answers);
      const left = answers === 'any' || answers === 'credible' ? this.#left[answers] : undefined;
      const found = deterrences(this.listing.game, mover, state, alike, left);
      alike.forEach((one, k) => known.set(one, found[k]));
    }
    const found = known.get(concept)!;
    const stricterOne = stricterThan(concept);
    if (stricterOne === undefined) return found;
    if (!found.some((one) => isDeterred(one) === null)) return found;
    const stricter = this.answered(mover, state, stricterOne);
    return found.map((one, k) =>
      isDeterred(one) === null ? { ...one, sanction: stricter[k].sanction } : one,
    );
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
    const led = starts.map((start) =>
      this.deterrences(actor, start, concept).flatMap(({ to, deterred }) =>
        into.has(to) ? [deterred] : [],
      ),
    );
    if (led.some((all) => all.includes(null) && !all.includes(false))) return null;
    return starts
      .filter((_, k) => led[k].includes(false))
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

/** What deters under this concept deters under the given one too, which allows more answers. */
function stricterThan(concept: Concept): Concept | undefined {
  const { answers, escape } = ruleOf(concept);
  if (answers !== 'any') return undefined;
  return CONCEPTS.find((one) => {
    const rule = ruleOf(one);
    return rule.answers === 'credible' && rule.escape === escape;
  });
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
