import type { ConflictModel } from '@standoff/model';
import {
  AnalysisError,
  Naming,
  statementsIn,
  situationShown,
  STANDARDS,
  USUAL_STANDARD,
  type Prepared,
  type Standard,
} from '@standoff/situation';
import { misreadingsOf } from '../briefing/misread.js';
import { wishWords } from '../told/statement-words.js';
import { actorNamed } from '../explain/explanation.js';
import { informedOf, solveLevel2 } from './level2.js';
import { modelsAsSeen, picturesOf } from './seen-model.js';
import { PlayedCourse } from './course.js';
import { scenariosSeen } from './scenarios.js';
import { Surprises } from './surprises.js';
import {
  ALL,
  changes,
  conceptsIn,
  countsOf,
  inAll,
  record,
  type ConceptMasks,
} from './concept-masks.js';
import { SeenGame, SharedRoom } from './seen-game.js';
import type {
  HeldUnder,
  Level2Result,
  PerceivedGame,
  PerceiveResult,
  Revelation,
  SeenNow,
} from './answer.js';

export interface PerceiveOptions {
  /** The usual one when left out. */
  readonly standard?: Standard;
  /** The id or label of one actor; all of them when left out. */
  readonly actor?: string;
  /** 2: also what comes of it where everybody knows the pictures of the others; 1 when left out. */
  readonly level?: 1 | 2;
  /** How many states of a kind to list; 5 when left out. */
  readonly limit?: number;
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
  readonly #room: SharedRoom;
  readonly #real: SeenGame;
  readonly #games: ReadonlyMap<string, SeenGame>;
  readonly #limit: number;
  readonly #standard: Standard;
  /** Stable for everybody in the true game, and in everybody's own. */
  readonly #truth: ConceptMasks;
  readonly #hypergame: ConceptMasks;
  readonly #standstill: ConceptMasks;
  /** By decision maker, where it is stable in its own game. */
  readonly #stable: ReadonlyMap<string, ConceptMasks>;

  constructor(
    readonly prepared: Prepared,
    readonly options: PerceiveOptions,
  ) {
    const { model, deciders, game } = prepared;
    this.#limit = options.limit ?? 5;
    this.#standard = options.standard ?? USUAL_STANDARD;
    this.#naming = prepared.naming;
    this.#room = new SharedRoom(prepared, { opponentsRule: game.opponentsRule });
    this.#real = new SeenGame(model, prepared, this.#room);
    this.#games = new Map(
      [...modelsAsSeen(model)].map(([id, own]) => [
        id,
        own === model ? this.#real : this.#seenBy(id, own),
      ]),
    );
    this.#stable = new Map(deciders.map(({ id }) => [id, this.#games.get(id)!.stable(id)]));
    this.#truth = this.#real.equilibria();
    this.#hypergame = this.#inAll([...this.#stable.values()]);
    this.#standstill = standstill(this.#stable, this.#games, this.#hypergame.length);
  }

  result(): PerceiveResult {
    const { prepared, options } = this;
    const { model, space } = prepared;
    const asked =
      options.actor === undefined ? model.actors : [actorNamed(prepared, options.actor)];
    const real = countsOf(this.#truth);
    const hypergame = countsOf(this.#hypergame);
    const still = countsOf(this.#standstill);
    const course = new PlayedCourse(
      prepared,
      this.#games,
      this.#naming,
      this.#limit,
      this.#standard,
    );
    const courses = prepared.statusQuo.map((start) =>
      course.from(
        start,
        { hypergame: this.#hypergame, standstill: this.#standstill, real: this.#truth },
        asked,
      ),
    );
    const held = this.#ranked(this.#hypergame);
    return {
      schema: 'standoff/perceive/2',
      situation: situationShown(model),
      standard: this.#standard,
      misreadings: misreadingsOf(prepared, this.#standard).filter(({ actor }) =>
        asked.some(({ id }) => id === actor),
      ),
      level: options.level ?? 1,
      misperceivers: model.actors.flatMap(({ id }) => (picturesOf(model, id).length > 0 ? id : [])),
      states: space.size,
      equilibria: record(real, (concept) => ({
        real: real[concept],
        hypergame: hypergame[concept],
        standstill: still[concept],
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
      return new SeenGame(own, this.prepared, this.#room);
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
    const surprises = new Surprises(
      prepared,
      this.#games,
      this.#stable,
      this.#hypergame,
      (s) => course.distance(s),
      this.#standard,
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
                statements: statementsIn(preference, null).map((one) =>
                  wishWords(prepared.model, one),
                ),
              },
        unawareOf,
        constraints: constraints.map(({ must, text }) =>
          wishWords(prepared.model, { wants: must, text }),
        ),
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
      scenarios: scenariosSeen(prepared, game, this.#hypergame, {
        reached: (s) => course.distance(s) >= 0,
        leadsIn: (to) => course.leadsIn(game, to),
      }),
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
    const views = solveLevel2(prepared, informedOf(prepared.model, models), this.#room, games);
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

  /** The states with the concept of the standard, those with most first. */
  #ranked(masks: ConceptMasks): number[] {
    const { concept } = STANDARDS[this.#standard];
    const states: number[] = [];
    masks.forEach((mask, s) => {
      if (conceptsIn(mask).includes(concept)) states.push(s);
    });
    return states.sort(
      (a, b) => conceptsIn(masks[b]).length - conceptsIn(masks[a]).length || a - b,
    );
  }
}

/** Where some do not recognise the state, and the others are stable; nobody then has a reason to move. */
function standstill(
  stable: ReadonlyMap<string, ConceptMasks>,
  games: ReadonlyMap<string, SeenGame>,
  size: number,
): ConceptMasks {
  const deciders = [...stable].map(([id, masks]) => [games.get(id)!.projection, masks] as const);
  const recognising = deciders.map(([projection, masks]) =>
    masks.map((mask, s) => (projection[s] < 0 ? ALL : mask)),
  );
  return inAll(size, recognising).map((mask, s) =>
    deciders.some(([projection]) => projection[s] < 0) ? mask : 0,
  );
}
