import type { ConflictModel, Evidence, OptionId } from '@standoff/model';
import { AnalysisError } from '../errors.js';
import { actorNamed } from '../explain-state.js';
import { Naming } from '../naming.js';
import { informedOf, modelsAsSeen, solveLevel2 } from '../perception-level2.js';
import { picturesOf } from '../perception-model.js';
import { PlayedCourse, type PerceivedCourse } from '../perceived-course.js';
import { scenariosSeen, type SeenScenario } from '../perceived-scenarios.js';
import { Surprises, type Surprise } from '../perceived-surprises.js';
import { statementsIn } from '../preference.js';
import { DEFAULT_MEMORY, type Prepared, type PrepareOptions } from '../prepare.js';
import type { Concept, SituationShown, StateShown } from '../result.js';
import { conceptsIn, countsOf, inAll, SeenGame, type ConceptMasks } from '../seen-game.js';
import { situationShown } from '../situation-shown.js';

/** The answer of `standoff perceive --json`: each actor's own game, and what comes of them together. */
export interface PerceiveResult {
  readonly schema: 'standoff/perceive/1';
  readonly situation: SituationShown;
  readonly level: 1 | 2;
  /** The actors with a picture of their own of somebody; the others see the situation as it is. */
  readonly misperceivers: readonly string[];
  /** The universal states: those of the true game. */
  readonly states: number;
  /** By concept, how many of them are stable for everybody in the true game, and in everybody's own. */
  readonly equilibria: Readonly<Record<Concept, HypergameCount>>;
  /** The hypergame equilibria, most concepts first; at most as many as asked for. */
  readonly held: readonly HypergameState[];
  /** How many there are of them. */
  readonly heldCount: number;
  /** One for each state that the status quo may be. */
  readonly courses: readonly PerceivedCourse[];
  /** Each actor, or the one asked for. */
  readonly actors: readonly PerceivedGame[];
  /** Null at level 1. */
  readonly level2: Level2Result | null;
}

export interface HypergameCount {
  readonly real: number;
  readonly hypergame: number;
}

export interface HypergameState {
  readonly state: StateShown;
  /** The concepts under which it is stable for every decision maker in that one's own game. */
  readonly concepts: readonly Concept[];
  /** The concepts under which it would be if everybody saw the situation as it is. */
  readonly real: readonly Concept[];
}

/** One actor's own game. */
export interface PerceivedGame {
  readonly actor: string;
  /** The pictures it has of others; empty: it sees the situation as it is. */
  readonly pictures: readonly Picture[];
  /** States that its own game has. */
  readonly states: number;
  /** Universal states that look like one of them to it; it does not recognise the others. */
  readonly recognised: number;
  /** Where its game has no state: the smallest set of constraints that contradict each other. */
  readonly contradiction: readonly string[];
  /** One for each state that the status quo may be. */
  readonly now: readonly SeenNow[];
  /** By concept, how many states of its own game it expects would hold. */
  readonly expected: Readonly<Record<Concept, number>>;
  /** It expects them to hold, and somebody is not stable there in its own game. */
  readonly leaves: Surprise;
  /** They would hold, and it does not expect so. */
  readonly holds: Surprise;
  readonly scenarios: readonly SeenScenario[];
  /** What changes if it learned the truth; null where it sees the situation as it is. */
  readonly revelation: Revelation | null;
}

export interface Picture {
  readonly of: string;
  /** What it believes the other wants, most important first where in statements; null: what it really wants. */
  readonly preference: {
    readonly form: 'statements' | 'ranking' | 'weights';
    readonly statements: readonly string[];
  } | null;
  readonly unawareOf: readonly OptionId[];
  readonly constraints: readonly string[];
  readonly because: string | null;
  readonly evidence: readonly Evidence[];
}

/** The present state in an actor's eyes. */
export interface SeenNow {
  /** The options it sees taken; null: it does not recognise the present state. */
  readonly taken: readonly OptionId[] | null;
  /** Options taken today that it does not know. */
  readonly unseen: readonly OptionId[];
  /** What it believes that the present state contradicts; empty where it recognises it. */
  readonly contradicts: readonly string[];
  /** The concepts under which it expects the present state to hold. */
  readonly expected: readonly Concept[];
}

/** Universal states gained and lost, by concept. */
export type Changes = Readonly<Record<Concept, { readonly gained: number; readonly lost: number }>>;

/** What an actor's learning the truth would change, all else as before. */
export interface Revelation {
  /** Where the actor itself is stable. */
  readonly verdicts: Changes;
  /** For each state that the status quo may be, the concepts under which it is stable there. */
  readonly now: readonly {
    readonly before: readonly Concept[];
    readonly after: readonly Concept[];
  }[];
  /** What it expects to hold. */
  readonly expected: Changes;
  /** What holds in everybody's own game. */
  readonly hypergame: Changes;
  /** Hypergame equilibria gained and lost, those with most concepts first. */
  readonly gained: readonly HeldUnder[];
  readonly lost: readonly HeldUnder[];
}

export interface HeldUnder {
  readonly state: StateShown;
  readonly concepts: readonly Concept[];
}

/** Where all actors know the pictures that the others have, and take their own for the truth. */
export interface Level2Result {
  /** By concept, how many states are stable for every decision maker in its informed view. */
  readonly equilibria: Readonly<Record<Concept, number>>;
  readonly actors: readonly {
    readonly actor: string;
    /** Against level 1: where it is stable itself, and what it expects to hold. */
    readonly verdicts: Changes;
    readonly expected: Changes;
    /** By concept, how many universal states it expects to hold that would not, and the reverse. */
    readonly surprises: Readonly<
      Record<Concept, { readonly leaves: number; readonly holds: number }>
    >;
  }[];
}

export interface PerceiveOptions {
  /** The id or label of one actor; all of them when left out. */
  readonly actor?: string;
  /** 2: also what comes of it where everybody knows the pictures of the others; 1 when left out. */
  readonly level?: 1 | 2;
  /** How many states of a kind to list; 5 when left out. */
  readonly limit?: number;
  /** As for the true game. */
  readonly memory?: PrepareOptions['memory'];
}

/**
 * Each actor's own game, what it expects, what would hold where everybody acts by its own game, and who
 * would be surprised by what (theory 8.1: hypergames of the first and, as asked for, the second level).
 * @throws AnalysisError 'unknown-actor'; 'too-large', 'ranking' for a game that an actor sees.
 */
export function perceive(prepared: Prepared, options: PerceiveOptions = {}): PerceiveResult {
  return new Perceiving(prepared, options).result();
}

class Perceiving {
  readonly #naming: Naming;
  readonly #prepare: PrepareOptions;
  readonly #real: SeenGame;
  readonly #games: ReadonlyMap<string, SeenGame>;
  readonly #limit: number;
  /** Stable for everybody in the true game, and in everybody's own. */
  readonly #truth: ConceptMasks;
  readonly #hypergame: ConceptMasks;
  /** By decision maker, where it is stable in its own game. */
  readonly #stable: ReadonlyMap<string, ConceptMasks>;

  constructor(
    readonly prepared: Prepared,
    readonly options: PerceiveOptions,
  ) {
    const { model, deciders, game } = prepared;
    this.#limit = options.limit ?? 5;
    this.#naming = new Naming(prepared);
    this.#prepare = {
      memory: options.memory ?? DEFAULT_MEMORY,
      opponentsRule: game.opponentsRule,
    };
    this.#real = new SeenGame(model, prepared, this.#prepare);
    this.#games = new Map(
      [...modelsAsSeen(model)].map(([id, own]) => [
        id,
        own === model ? this.#real : this.#seenBy(id, own),
      ]),
    );
    this.#stable = new Map(deciders.map(({ id }) => [id, this.#games.get(id)!.stable(id)]));
    this.#truth = this.#real.equilibria();
    this.#hypergame = this.#inAll([...this.#stable.values()]);
  }

  result(): PerceiveResult {
    const { prepared, options } = this;
    const { model, space } = prepared;
    const asked =
      options.actor === undefined ? model.actors : [actorNamed(prepared, options.actor)];
    const real = countsOf(this.#truth);
    const hypergame = countsOf(this.#hypergame);
    const course = new PlayedCourse(prepared, this.#games, this.#naming, this.#limit);
    const courses = prepared.statusQuo.map((start) =>
      course.from(start, this.#hypergame, this.#truth, asked),
    );
    const held = this.#ranked(this.#hypergame);
    return {
      schema: 'standoff/perceive/1',
      situation: situationShown(model),
      level: options.level ?? 1,
      misperceivers: model.actors.flatMap(({ id }) => (picturesOf(model, id).length > 0 ? id : [])),
      states: space.size,
      equilibria: record(real, (concept) => ({
        real: real[concept],
        hypergame: hypergame[concept],
      })),
      held: held.slice(0, this.#limit).map((s) => ({
        state: this.#naming.state(s),
        concepts: conceptsIn(this.#hypergame[s]),
        real: conceptsIn(this.#truth[s]),
      })),
      heldCount: held.length,
      courses,
      actors: asked.map(({ id }) => this.#perceived(id, course)),
      level2: options.level === 2 ? this.#level2(asked.map(({ id }) => id)) : null,
    };
  }

  #seenBy(id: string, own: ConflictModel): SeenGame {
    try {
      return new SeenGame(own, this.prepared, this.#prepare);
    } catch (error) {
      if (!(error instanceof AnalysisError)) throw error;
      const { label } = own.actors.find((actor) => actor.id === id)!;
      throw new AnalysisError(
        error.code,
        `in the situation as ${label} sees it: ${error.message}`,
        error.hint,
      );
    }
  }

  #perceived(actor: string, course: PlayedCourse): PerceivedGame {
    const { prepared } = this;
    const game = this.#games.get(actor)!;
    const surprises = new Surprises(prepared, this.#games, this.#stable, this.#hypergame, (s) =>
      course.distance(s),
    );
    const pictures = picturesOf(prepared.model, actor);
    return {
      actor,
      pictures: pictures.map(({ of, preference, unawareOf, constraints, because, evidence }) => ({
        of,
        preference:
          preference.form === 'none'
            ? null
            : {
                form: preference.form,
                statements: statementsIn(preference, null).map(({ text }) => text),
              },
        unawareOf,
        constraints: constraints.map(({ text }) => text),
        because,
        evidence,
      })),
      states: game.prepared?.space.size ?? 0,
      recognised: game.projection.reduce((n, state) => n + Number(state >= 0), 0),
      contradiction: game.contradiction,
      now: prepared.statusQuo.map((s) => this.#seenNow(game, s)),
      expected: countsOf(game.ownEquilibria()),
      leaves: surprises.leaves(actor, this.#limit),
      holds: surprises.holds(actor, this.#limit),
      scenarios: scenariosSeen(prepared, game, this.#hypergame, (s) => course.distance(s) >= 0),
      revelation: pictures.length > 0 ? this.#revelation(actor, game) : null,
    };
  }

  #seenNow(game: SeenGame, s: number): SeenNow {
    const taken = this.#naming.state(s).taken;
    const unseen = taken.filter((id) => !game.model.options.some((option) => option.id === id));
    const state = game.projection[s];
    return {
      taken: state < 0 ? null : game.taken(state),
      unseen,
      contradicts: state < 0 ? game.brokenBy(taken) : [],
      expected: conceptsIn(game.equilibria()[s]),
    };
  }

  /** The same hypergame with the true game for one actor. */
  #revelation(actor: string, game: SeenGame): Revelation {
    const before = game.stable(actor);
    const after = this.#real.stable(actor);
    const moves = this.#stable.has(actor);
    const told = moves
      ? this.#inAll([...this.#stable].map(([id, masks]) => (id === actor ? after : masks)))
      : this.#hypergame;
    const listed = (from: ConceptMasks, to: ConceptMasks): HeldUnder[] => {
      const gained = to.map((mask, s) => mask & ~from[s]);
      return this.#ranked(gained)
        .slice(0, this.#limit)
        .map((s) => ({ state: this.#naming.state(s), concepts: conceptsIn(gained[s]) }));
    };
    return {
      verdicts: changes(before, after),
      now: this.prepared.statusQuo.map((s) => ({
        before: conceptsIn(before[s]),
        after: conceptsIn(after[s]),
      })),
      expected: changes(game.equilibria(), this.#truth),
      hypergame: changes(this.#hypergame, told),
      gained: listed(this.#hypergame, told),
      lost: listed(told, this.#hypergame),
    };
  }

  #level2(asked: readonly string[]): Level2Result {
    const { prepared } = this;
    const games = [...new Set(this.#games.values())];
    const models = new Map([...this.#games].map(([id, { model }]) => [id, model]));
    const views = solveLevel2(prepared, informedOf(prepared.model, models), this.#prepare, games);
    const held = this.#inAll(prepared.deciders.map(({ id }) => views.get(id)!.stable));
    return {
      equilibria: countsOf(held),
      actors: asked.map((actor) => {
        const view = views.get(actor)!;
        const game = this.#games.get(actor)!;
        const surprises = changes(view.expected, held);
        return {
          actor,
          verdicts: changes(game.stable(actor), view.stable),
          expected: changes(game.equilibria(), view.expected),
          surprises: record(surprises, (concept) => ({
            leaves: surprises[concept].lost,
            holds: surprises[concept].gained,
          })),
        };
      }),
    };
  }

  #inAll(lists: readonly ConceptMasks[]): ConceptMasks {
    return inAll(this.prepared.space.size, lists);
  }

  /** The states with any concept, those with most first. */
  #ranked(masks: ConceptMasks): number[] {
    const states: number[] = [];
    masks.forEach((mask, s) => {
      if (mask !== 0) states.push(s);
    });
    return states.sort(
      (a, b) => conceptsIn(masks[b]).length - conceptsIn(masks[a]).length || a - b,
    );
  }
}

function changes(before: ConceptMasks, after: ConceptMasks): Changes {
  const gained = countsOf(after.map((mask, s) => mask & ~before[s]));
  const lost = countsOf(before.map((mask, s) => mask & ~after[s]));
  return record(gained, (concept) => ({ gained: gained[concept], lost: lost[concept] }));
}

function record<T>(
  concepts: Readonly<Record<Concept, unknown>>,
  value: (concept: Concept) => T,
): Record<Concept, T> {
  return Object.fromEntries(
    (Object.keys(concepts) as Concept[]).map((concept) => [concept, value(concept)]),
  ) as Record<Concept, T>;
}
