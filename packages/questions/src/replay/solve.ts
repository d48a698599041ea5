import type { Amount, Count, Event, Evidence, OptionId, Proportion } from '@standoff/model';
import { USUAL_CONCEPT } from '@standoff/engine';
import {
  Equilibria,
  conceptsFor,
  Naming,
  codeOf,
  situationShown,
  eventsUntil,
  type Judged,
  type Prepared,
  type Concept,
  type SituationShown,
  type StateShown,
  type Step,
} from '@standoff/situation';
import { reason } from '../explain/solve.js';

/** The answer of `standoff replay --json`: the dated events as a path, each step held against the model. */
export interface ReplayResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/replay/1';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** Where the path begins: the options declared taken, before any event. Null: no state of the model. */
  readonly start: StateShown | null;
  /** What happened, one after the other. */
  readonly events: readonly ReplayedEvent[];
  /** Over the steps up to the date of the model, and over those after it, which test it. */
  readonly score: {
    /** Over the steps up to the date of the model. */
    readonly before: ReplayScore;
    /** Over the steps after it. */
    readonly after: ReplayScore;
  };
}

export interface ReplayedEvent {
  /** What other elements refer to it by. */
  readonly id: string;
  /** When it happened, as exactly as is known. */
  readonly date: string;
  /** As people call it. */
  readonly label: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** After the date of the model. */
  readonly later: boolean;
  /** What it announces, if it only signals. */
  readonly signals: boolean;
  /** Constraints that the state after it breaks; the path goes on from the state before it. */
  readonly breaks: readonly string[];
  /** One for each actor whose options it changes, in the order written. */
  readonly steps: readonly ReplayedStep[];
}

export interface ReplayedStep {
  /** What the actor did. */
  readonly step: Step;
  /** Whether the model has such a move; not, for instance, where it undoes what cannot be undone. */
  readonly legal: boolean;
  /** Against where the actor stood. */
  readonly change: 'better' | 'worse' | 'same';
  /** Why it was better, worse or the same for the actor, in words. */
  readonly because: string;
  /** The concepts under which the actor would have stayed. */
  readonly stayed: readonly Concept[];
  /** The concepts under which nobody would have left the state. */
  readonly equilibrium: readonly Concept[];
  /** Its best moves at the time; empty: none was better. */
  readonly best: readonly Step[];
  /** Whether what it did was one of them. */
  readonly wasBest: boolean;
}

export interface ReplayScore {
  /** Legal steps. */
  readonly steps: Count;
  /** How many were improvements, and how many are to be expected of movers and moves drawn at random. */
  readonly improvements: Count;
  /** How many improvements are to be expected of movers and moves drawn at random. */
  readonly expected: Amount;
  /** The probability that movers and moves drawn at random do at least as well; null: there were no steps. */
  readonly chance: Proportion | null;
  /** How many left a state that was unstable for the mover (SEQ), and the same at random. */
  readonly unstable: Count;
  /** How many of these are to be expected at random. */
  readonly expectedUnstable: Amount;
}

/**
 * The dated events as a path: for each step whether it was an improvement for its mover, whether the
 * model would have had it stay, and what its best moves would have been; and a score against decision
 * makers and moves drawn at random at the same states, by exact expectation. Ours.
 */
export function replay(prepared: Prepared): ReplayResult {
  const { model } = prepared;
  const player = new Player(prepared);
  const { asOf } = model.situation;
  const known = new Set(eventsUntil(model, asOf).map(({ id }) => id));
  const events = eventsUntil(model, null).map((event) =>
    player.play(event, asOf !== null && !known.has(event.id)),
  );
  return {
    schema: 'standoff/replay/1',
    situation: situationShown(model),
    start: player.start,
    events,
    score: { before: player.score(false), after: player.score(true) },
  };
}

/** What a step is held against: how likely an improvement is at random where it was made. */
interface Judgement {
  readonly later: boolean;
  readonly improved: boolean;
  readonly wasUnstable: boolean;
  readonly chance: number;
  readonly chanceUnstable: number;
}

class Player {
  readonly start: StateShown | null;
  readonly #naming: Naming;
  readonly #judged: Judged;
  readonly #equilibria: Equilibria;
  readonly #judgements: Judgement[] = [];
  readonly #reach: Int32Array;
  /** The options taken, feasible or not. */
  #taken: ReadonlySet<OptionId>;

  constructor(readonly prepared: Prepared) {
    const { model, game } = prepared;
    this.#naming = prepared.naming;
    this.#judged = prepared.judged;
    this.#equilibria = prepared.equilibria;
    this.#reach = new Int32Array(game.moves.maxDegree);
    this.#taken = new Set(
      model.options.flatMap(({ id, initially }) => (initially === 'taken' ? [id] : [])),
    );
    const start = this.#state(this.#taken);
    this.start = start < 0 ? null : this.#naming.state(start);
  }

  play(event: Event, later: boolean): ReplayedEvent {
    const { model, lowering, deciders } = this.prepared;
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
      const to = this.#state(after);
      this.#taken = after;
      if (from < 0 || to < 0 || from === to) continue;
      const mover = deciders.findIndex(({ id }) => id === owner);
      steps.push(this.#step(mover, from, to, later));
    }
    const end = codeOf(model, this.#taken);
    const breaks =
      event.effects.length > 0 && this.#state(this.#taken) < 0
        ? model.constraints.filter(({ must }) => !lowering.holds(must, end)).map(({ text }) => text)
        : [];
    // What the constraints forbid cannot be gone on from.
    if (breaks.length > 0) this.#taken = before;
    return {
      id: event.id,
      date: event.date,
      label: event.label,
      evidence: event.evidence,
      later,
      signals: event.effects.length === 0,
      breaks,
      steps: breaks.length > 0 ? [] : steps,
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
    };
  }

  #state(taken: ReadonlySet<OptionId>): number {
    return this.prepared.space.indexOf(codeOf(this.prepared.model, taken));
  }

  #step(mover: number, from: number, to: number, later: boolean): ReplayedStep {
    const { game } = this.prepared;
    const own = game.ranks[mover];
    const moves = this.#movesOf(mover, from);
    const legal = moves.includes(to);
    const better = moves.filter((x) => own[x] > own[from]);
    const top = Math.max(...better.map((x) => own[x]), -Infinity);
    const stayed = conceptsFor(this.#judged, mover, from);
    if (legal)
      this.#judgements.push({
        later,
        improved: own[to] > own[from],
        wasUnstable: !stayed.includes(USUAL_CONCEPT),
        ...this.#atRandom(from),
      });
    return {
      step: this.#naming.step(mover, from, to),
      legal,
      change: own[to] > own[from] ? 'better' : own[to] < own[from] ? 'worse' : 'same',
      because:
        own[to] >= own[from]
          ? reason(this.prepared, mover, to, from)
          : reason(this.prepared, mover, from, to),
      stayed,
      equilibrium: this.#equilibria.conceptsAt(from),
      best: better.filter((x) => own[x] === top).map((x) => this.#naming.step(mover, from, x)),
      wasBest: own[to] === top,
    };
  }

  /** A decision maker that has moves, and one of its moves, each as likely as any other. */
  #atRandom(from: number): { chance: number; chanceUnstable: number } {
    const { game } = this.prepared;
    let movers = 0;
    let improving = 0;
    let unstable = 0;
    game.ranks.forEach((own, mover) => {
      const moves = this.#movesOf(mover, from);
      if (moves.length === 0) return;
      movers++;
      improving += moves.filter((x) => own[x] > own[from]).length / moves.length;
      if (!conceptsFor(this.#judged, mover, from).includes(USUAL_CONCEPT)) unstable++;
    });
    return { chance: improving / movers, chanceUnstable: unstable / movers };
  }

  #movesOf(mover: number, state: number): number[] {
    const count = this.prepared.game.moves.successors(mover, state, this.#reach);
    return Array.from(this.#reach.subarray(0, count));
  }
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
