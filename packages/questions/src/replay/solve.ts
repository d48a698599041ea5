import {
  eventsUntil,
  mayChangeAt,
  withoutWindows,
  type Event,
  type OptionId,
} from '@standoff/model';
import { CONCEPTS, USUAL_CONCEPT } from '@standoff/engine';
import {
  improvementsOf,
  largeCodeOf,
  settledSet,
  situationOf,
  situationShown,
  type Concept,
  type Situation,
  type Standing,
  type State,
  type StateShown,
  type Step,
  atFirst,
} from '@standoff/situation';
import { reasonAt } from '../explain/explanation.js';
import { Forecaster, forecastOf, type Chances } from './forecast.js';
import type {
  ReplayResult,
  ReplayedEvent,
  ReplayedStep,
  ReplayScore,
  ReplayedRefusal,
} from './answer.js';

/**
 * The dated events as a path: for each step whether it was an improvement for its mover, whether the
 * model would have had it stay, and what its best moves would have been; and a score against decision
 * makers and moves drawn at random at the same states, by exact expectation. Ours. Each step is held
 * against the windows of its own day.
 */
export function replay(
  situation: Situation,
  { full = false }: { readonly full?: boolean } = {},
): ReplayResult {
  const { model } = situation;
  const open = withoutWindows(model);
  const player = new Player(atFirst(open === model ? situation : situationOf(open), full));
  const { asOf } = model.situation;
  const known = new Set(eventsUntil(model, asOf).map(({ id }) => id));
  const events = eventsUntil(model, null).map((event) =>
    player.play(event, asOf !== null && !known.has(event.id)),
  );
  return {
    schema: 'standoff/replay/2',
    situation: situationShown(model),
    start: player.start,
    events,
    score: { before: player.score(false), after: player.score(true) },
    ...(player.notKnown.length > 0 ? { notKnown: player.notKnown } : {}),
  };
}

/** What a step is held against: how likely an improvement is at random where it was made. */
interface Judgement {
  readonly later: boolean;
  readonly improved: boolean;
  readonly wasUnstable: boolean;
  readonly chance: number;
  readonly chanceUnstable: number;
  readonly forecast: Chances;
}

class Player {
  readonly start: StateShown | null;
  readonly #judgements: Judgement[] = [];
  readonly #standings = new Map<State, ReadonlyMap<string, Standing>>();
  readonly #forecaster: Forecaster;
  /** The options taken, feasible or not. */
  #taken: ReadonlySet<OptionId>;

  constructor(readonly situation: Situation) {
    const { model, states } = situation;
    this.#forecaster = new Forecaster(situation);
    this.#taken = new Set(
      model.options.flatMap(({ id, initially }) => (initially === 'taken' ? [id] : [])),
    );
    const start = this.#state(this.#taken);
    this.start = start === null ? null : states.shown(start);
  }

  /** The concepts for which it was not decided who would have stayed. */
  get notKnown(): Concept[] {
    const all = [...this.#standings.values()].flatMap((standings) => [...standings.values()]);
    return CONCEPTS.filter((concept) => all.some(({ undecided }) => undecided.includes(concept)));
  }

  play(event: Event, later: boolean): ReplayedEvent {
    const { model, lowering } = this.situation;
    const steps: ReplayedStep[] = [];
    const before = this.#taken;
    const owners = [...new Set(event.effects.map(({ option }) => option.split('.')[0]))];
    for (const owner of owners) {
      const from = this.#state(this.#taken);
      const after = new Set(this.#taken);
      for (const { option, taken } of event.effects) {
        if (option.split('.')[0] !== owner) continue;
        if (taken) after.add(option);
        else after.delete(option);
      }
      const rest = settledSet(model, after);
      const to = this.#state(rest);
      this.#taken = rest;
      if (from === null || to === null || from === to) continue;
      steps.push(this.#step(owner, from, to, later, event));
    }
    const end = largeCodeOf(model, this.#taken);
    const breaks =
      event.effects.length > 0 && this.#state(this.#taken) === null
        ? model.constraints
            .filter(({ must }) => !lowering.holdsAt(must, end))
            .map(({ text }) => text)
        : [];
    const refusals = this.#refusals(event);
    // What the constraints forbid cannot be gone on from.
    if (breaks.length > 0) this.#taken = before;
    return {
      id: event.id,
      date: event.date,
      ...(event.until === undefined ? {} : { until: event.until }),
      ...(event.about ? { about: true as const } : {}),
      label: event.label,
      evidence: event.evidence,
      later,
      signals: event.effects.length === 0 && refusals.length === 0,
      breaks,
      steps: breaks.length > 0 ? [] : steps,
      ...(refusals.length === 0 ? {} : { refusals }),
    };
  }

  score(later: boolean): ReplayScore {
    const own = this.#judgements.filter((judgement) => judgement.later === later);
    const improvements = own.filter(({ improved }) => improved).length;
    return {
      steps: own.length,
      improvements,
      expected: own.reduce((sum, { chance }) => sum + chance, 0),
      chance:
        own.length === 0
          ? null
          : atLeast(
              own.map(({ chance }) => chance),
              improvements,
            ),
      unstable: own.filter(({ wasUnstable }) => wasUnstable).length,
      expectedUnstable: own.reduce((sum, { chanceUnstable }) => sum + chanceUnstable, 0),
      forecast: forecastOf(own.map(({ forecast }) => forecast)),
    };
  }

  /** Whether those who turned an offer down had a better move that takes it up. */
  #refusals({ refuses = [] }: Event): ReplayedRefusal[] {
    const { model, states } = this.situation;
    const from = this.#state(this.#taken);
    if (from === null) return [];
    return refuses.map(({ actor, offer }) => {
      const { consents, parties } = model.agreements.find(({ id }) => id === offer)!;
      const consented = states.where({ op: 'option', id: consents[parties.indexOf(actor)] });
      const without = [from, ...states.moves(actor, from)].filter((to) => !consented.has(to));
      const better = improvementsOf(states, actor, from).filter(
        (to) => consented.has(to) && without.every((one) => states.compare(actor, to, one) > 0),
      );
      const [best] = better;
      const into = better.reduce((all, to) => all.or(states.only(to)), consented.minus(consented));
      const left = states.undeterred(actor, states.only(from), into, USUAL_CONCEPT);
      return {
        actor,
        offer,
        accepting: best === undefined ? null : states.steps([{ actor, from, to: best }])[0],
        deterred: best === undefined || left === null ? null : left.isEmpty,
      };
    });
  }

  /** Null: no state of the model. */
  #state(taken: ReadonlySet<OptionId>): State | null {
    const { model, states } = this.situation;
    const code = largeCodeOf(model, taken);
    return states.all.has(code) ? code : null;
  }

  #step(actor: string, from: State, to: State, later: boolean, event: Event): ReplayedStep {
    const { states, deciders, model } = this.situation;
    const step = (next: State): Step => states.steps([{ actor, from, to: next }])[0];
    const legal = states.moves(actor, from).includes(to) && this.#isOpenIn(event, actor);
    const better = improvementsOf(states, actor, from);
    const best = better.filter((next) => states.compare(actor, next, better[0]) === 0);
    const change = states.compare(actor, to, from);
    const standings = this.#standingsAt(from);
    const { stable: stayed } = standings.get(actor)!;
    if (legal)
      this.#judgements.push({
        later,
        improved: change > 0,
        wasUnstable: isUnstable(standings.get(actor)!),
        ...this.#atRandom(from),
        forecast: this.#forecaster.chances(actor, from, to),
      });
    const mover = model.actors.find(({ id }) => id === actor)!;
    return {
      step: step(to),
      legal,
      change: change > 0 ? 'better' : change < 0 ? 'worse' : 'same',
      because:
        change >= 0
          ? reasonAt(this.situation, mover, to, from)
          : reasonAt(this.situation, mover, from, to),
      stayed,
      equilibrium: CONCEPTS.filter((concept) =>
        deciders.every(({ id }) => standings.get(id)!.stable.includes(concept)),
      ),
      best: best.map(step),
      wasBest: better.length > 0 && states.compare(actor, to, better[0]) === 0,
    };
  }

  /** Whether the actor could change what it changed on that day. */
  #isOpenIn({ effects, date }: Event, actor: string): boolean {
    const { model } = this.situation;
    return effects.every(
      (effect) =>
        model.options.every(({ id, owner }) => id !== effect.option || owner !== actor) ||
        mayChangeAt(model, effect, date),
    );
  }

  /** A decision maker that has moves, and one of its moves, each as likely as any other. */
  #atRandom(from: State): { chance: number; chanceUnstable: number } {
    const { states, deciders } = this.situation;
    let movers = 0;
    let improving = 0;
    let unstable = 0;
    for (const { id } of deciders) {
      const moves = states.moves(id, from);
      if (moves.length === 0) continue;
      movers++;
      improving += improvementsOf(states, id, from).length / moves.length;
      if (isUnstable(this.#standingsAt(from).get(id)!)) unstable++;
    }
    return { chance: improving / movers, chanceUnstable: unstable / movers };
  }

  /** How each decision maker stands there. */
  #standingsAt(state: State): ReadonlyMap<string, Standing> {
    const { states, deciders } = this.situation;
    let standings = this.#standings.get(state);
    if (!standings) {
      standings = new Map(deciders.map(({ id }) => [id, states.standing(id, state)]));
      this.#standings.set(state, standings);
    }
    return standings;
  }
}

function isUnstable({ stable, undecided }: Standing): boolean {
  return !stable.includes(USUAL_CONCEPT) && !undecided.includes(USUAL_CONCEPT);
}

/** The probability that at least so many of independent trials succeed. */
function atLeast(chances: readonly number[], least: number): number {
  let exactly = [1];
  for (const p of chances)
    exactly = [...exactly, 0].map((q, k) => q * (1 - p) + (k > 0 ? exactly[k - 1] * p : 0));
  return Math.min(
    1,
    exactly.slice(least).reduce((sum, q) => sum + q, 0),
  );
}
