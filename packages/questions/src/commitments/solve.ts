import {
  FIRM_CONCEPTS,
  isSet,
  leastAfterAnswers,
  type Game,
  type Ranks,
  type StateBits,
} from '@standoff/engine';
import {
  mentionedOptions,
  nearest,
  type Actor,
  type Commitment,
  type ConflictModel,
  type Evidence,
  type OptionId,
  type Proposition,
  type Count,
} from '@standoff/model';
import {
  Courses,
  Equilibria,
  AnalysisError,
  judge,
  Naming,
  oneNamed,
  ranksOf,
  statementsIn,
  preferenceIn,
  situationShown,
  unbroken,
  type Prepared,
  type SituationShown,
  type StateShown,
  type Step,
} from '@standoff/situation';

/** The answer of `standoff commitments --json`: whose promise, threat or assurance can be believed. */
export interface CommitmentsResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/commitments/1';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** One for each commitment, in the order written. */
  readonly commitments: readonly CommitmentAnswer[];
}

export interface CommitmentAnswer {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** Whether it is a promise, a threat, an assurance or a demand. */
  readonly kind: Commitment['kind'];
  /** Who is to bring it about: the giver, or of a demand each of those it is made to. */
  readonly by: readonly string[];
  /** Ids of the actors that it is made to; of a demand, those who are to comply. */
  readonly to: readonly string[];
  /** What is to be brought about. */
  readonly content: Proposition;
  /** Null: unconditional. */
  readonly when: Proposition | null;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** States in which it is due. 0: it can never be. */
  readonly due: Count;
  /** Options that the condition is about and that cannot be undone: it is then due after the step. */
  readonly afterStep: readonly OptionId[];
  /** Whose options the content is about besides the giver's: they could bring it about or spoil it. */
  readonly alsoOf: readonly string[];
  /** One for each who is to bring it about, and each faction of it; the assumed one first. */
  readonly readings: readonly CommitmentReading[];
}

export interface CommitmentReading {
  /** The id of the actor. */
  readonly actor: string;
  /** Null where the actor has no factions. */
  readonly faction: {
    /** The id of the faction. */
    readonly id: string;
    /** The faction as people call it. */
    readonly label: string;
  } | null;
  /** Whether it is what the model takes to be so. */
  readonly assumed: boolean;
  /** Over all states in which it is due; those that improvements, or any moves, reach; and equilibria. */
  readonly all: CommitmentTally;
  /** Over the states in which it is due and that improvements reach. */
  readonly byImprovements: CommitmentTally;
  /** Over the states in which it is due and that any moves reach. */
  readonly byMoves: CommitmentTally;
  /** Over the equilibria in which it is due. */
  readonly equilibria: CommitmentTally;
  /** The nearest state in which it would not be kept, and what would be done instead; null: there is none. */
  readonly temptation: CommitmentExample | null;
  /** The nearest in which it would be kept. */
  readonly kept: CommitmentExample | null;
}

export interface CommitmentTally {
  /** In how many of these states it is due. */
  readonly due: Count;
  /** The actor can bring it about or maintain it by a move of its own or none. */
  readonly keepable: Count;
  /** And its best way of doing so is at least as good for it as its best one without. */
  readonly credible: Count;
  /** And from there no improvement that nothing deters (SEQ) leads to where it is broken. */
  readonly binding: Count;
  /** Not credible, but once kept it is not broken: no improvement that nothing deters (SEQ) leads to where it is. */
  readonly onceKept: Count;
}

export interface CommitmentExample {
  /** The state in which it is due. */
  readonly state: StateShown;
  /** What the actor would rather do; null: stay as it is. */
  readonly step: Step | null;
  /** Whether it is due where that leads: of what is not kept, whether it is broken, or its condition given up. */
  readonly due: boolean;
  /** What decides for it, in its own words; null: nothing but that both are as good. */
  readonly because: string | null;
  /** By what the status quo leads to that state, if by anything. */
  readonly reachable: 'improvements' | 'moves' | 'not';
}

/**
 * Whether commitments can be believed (ours; "credible" and "binding" as defined here). A commitment
 * (i does A when C) is due in the states in which C holds, keepable where i can bring about or maintain
 * A, credible where i's best state among the present one and its moves with A is at least as good for it
 * as its best one without. It is broken (breached) in the states in which it is due and A does not hold,
 * and binding where, besides being credible, no improvement that nothing deters leads i from the kept
 * state to one of these. Of a demand, the same is asked of those it is made to: would they comply
 * by their own choice.
 * @throws AnalysisError 'unknown-commitment'.
 */
export function commitments(prepared: Prepared, only?: string): CommitmentsResult {
  const { model } = prepared;
  const asked = only === undefined ? model.commitments : [commitmentNamed(model, only)];
  const judge = new CommitmentJudge(prepared);
  return {
    schema: 'standoff/commitments/1',
    situation: situationShown(model),
    commitments: asked.map((commitment) => judge.answer(commitment)),
  };
}

/** Where a commitment is due; where its content holds; where it is not broken. */
interface CommitmentStates {
  readonly due: readonly number[];
  readonly does: StateBits;
  readonly whole: StateBits;
}

/** @throws AnalysisError 'unknown-commitment'. */
function commitmentNamed({ commitments }: ConflictModel, name: string): Commitment {
  const commitment = oneNamed(commitments, name, 'unknown-commitment');
  if (commitment) return commitment;
  const ids = commitments.map(({ id }) => id);
  const near = nearest(name, ids);
  throw new AnalysisError(
    'unknown-commitment',
    `there is no commitment called ${name}`,
    near !== null
      ? `did you mean ${near}?`
      : ids.length > 0
        ? `there are ${ids.join(', ')}`
        : 'the situation has none',
  );
}

class CommitmentJudge {
  readonly #naming: Naming;
  /** Under the rankings of the reading at hand. */
  #courses: Courses;
  #equilibria: Equilibria;
  readonly #taken = new Map<
    string,
    { courses: Courses; equilibria: Equilibria; least: Int32Array }
  >();
  readonly #reach: Int32Array;

  constructor(readonly prepared: Prepared) {
    const { game } = prepared;
    this.#naming = prepared.naming;
    [this.#courses, this.#equilibria] = this.#under(game);
    this.#reach = new Int32Array(game.moves.maxDegree);
  }

  /**
   * Turns to the game of a reading; gives the least that the mover is left with once the others have
   * answered in their own interest.
   */
  #take(game: Game, mover: number, name: string): Int32Array {
    let known = this.#taken.get(name);
    if (!known) {
      const [courses, equilibria] = this.#under(game);
      const least = leastAfterAnswers(game, mover, game.ranks[mover], true);
      this.#taken.set(name, (known = { courses, equilibria, least }));
    }
    this.#courses = known.courses;
    this.#equilibria = known.equilibria;
    return known.least;
  }

  #under(game: Game): [Courses, Equilibria] {
    const { statusQuo, space } = this.prepared;
    return [new Courses(game, statusQuo), new Equilibria(judge(game, FIRM_CONCEPTS), space.size)];
  }

  answer(commitment: Commitment): CommitmentAnswer {
    const { prepared } = this;
    const { model, lowering, truth, space } = prepared;
    const { id, label, kind, by, to, content, when, evidence } = commitment;
    const does = truth.of(lowering.formula(content));
    const whole = truth.of(lowering.formula(unbroken(commitment)));
    const condition = when && truth.of(lowering.formula(when));
    const due: number[] = [];
    for (let s = 0; s < space.size; s++) if (!condition || isSet(condition, s)) due.push(s);
    const states: CommitmentStates = { due, does, whole };
    const obliged = kind === 'demand' ? to : [by];
    const owners = new Set([...mentionedOptions(content)].map((option) => option.split('.')[0]));
    return {
      id,
      label,
      kind,
      by: obliged,
      to: kind === 'demand' ? [by] : to,
      content,
      when,
      evidence,
      due: due.length,
      afterStep: when
        ? [...mentionedOptions(when)].filter(
            (option) => model.options.find((o) => o.id === option)?.direction === 'forward',
          )
        : [],
      alsoOf: [...owners].filter((owner) => !obliged.includes(owner)),
      readings: obliged.flatMap((actorId) => {
        const actor = prepared.deciders.find((decider) => decider.id === actorId);
        return actor ? this.#readings(actor, states) : [];
      }),
    };
  }

  #readings(actor: Actor, states: CommitmentStates): CommitmentReading[] {
    const factions = actor.factions.length > 0 ? actor.factions : [null];
    return [...factions]
      .sort((a, b) => Number(b?.id === actor.prevails) - Number(a?.id === actor.prevails))
      .map((faction) => {
        const { game, lowering, truth, deciders } = this.prepared;
        const own = ranksOf(actor, faction?.id ?? null, lowering, truth);
        const mover = deciders.indexOf(actor);
        const ranks = game.ranks.map((ranked, j) => (j === mover ? own : ranked));
        const least = this.#take({ ...game, ranks }, mover, `${actor.id} ${faction?.id ?? ''}`);
        return {
          actor: actor.id,
          faction: faction && { id: faction.id, label: faction.label },
          assumed: (faction?.id ?? null) === actor.prevails,
          ...this.#reading(actor, faction?.id ?? null, mover, own, least, states),
        };
      });
  }

  #reading(
    actor: Actor,
    faction: string | null,
    mover: number,
    own: Ranks,
    least: Int32Array,
    states: CommitmentStates,
  ): Omit<CommitmentReading, 'actor' | 'faction' | 'assumed'> {
    const empty = (): Mutable<CommitmentTally> => ({
      due: 0,
      keepable: 0,
      credible: 0,
      binding: 0,
      onceKept: 0,
    });
    const all = empty();
    const byImprovements = empty();
    const byMoves = empty();
    const equilibria = empty();
    let broken: { s: number; to: number; instead: number } | null = null;
    let kept: { s: number; to: number; instead: number } | null = null;
    for (const s of states.due) {
      const { best, without, breach } = this.#choice(mover, s, own, least, states);
      const keepable = best >= 0;
      const credible = keepable && (without < 0 || own[best] >= own[without]);
      const { improvements, moves } = this.#courses.reach(s);
      for (const tally of [
        all,
        ...(improvements ? [byImprovements] : []),
        ...(moves ? [byMoves] : []),
        ...(this.#equilibria.has(s) ? [equilibria] : []),
      ]) {
        tally.due++;
        if (keepable) tally.keepable++;
        if (credible) tally.credible++;
        if (credible && !breach) tally.binding++;
        if (keepable && !credible && !breach) tally.onceKept++;
      }
      const one = { s, to: credible ? best : without, instead: credible ? without : best };
      if (credible) kept = this.#nearer(kept, one);
      else if (without >= 0) broken = this.#nearer(broken, one);
    }
    const shown = (example: typeof kept): CommitmentExample | null =>
      example && this.#example(actor, faction, mover, own, example, states);
    return {
      all,
      byImprovements,
      byMoves,
      equilibria,
      temptation: shown(broken),
      kept: shown(kept),
    };
  }

  /** The best state with the content and without it, and whether keeping it leads on to a breach. */
  #choice(
    mover: number,
    s: number,
    own: Ranks,
    least: Int32Array,
    { does, whole }: CommitmentStates,
  ): { best: number; without: number; breach: boolean } {
    const { moves } = this.prepared.game;
    let best = -1;
    let without = -1;
    const look = (x: number): void => {
      if (isSet(does, x)) {
        if (best < 0 || own[x] > own[best]) best = x;
      } else if (without < 0 || own[x] > own[without]) without = x;
    };
    look(s);
    let count = moves.successors(mover, s, this.#reach);
    for (let k = 0; k < count; k++) look(this.#reach[k]);
    let breach = false;
    if (best >= 0) {
      count = moves.successors(mover, best, this.#reach);
      for (let k = 0; k < count && !breach; k++) {
        const x = this.#reach[k];
        breach = !isSet(whole, x) && own[x] > own[best] && least[x] > own[best];
      }
    }
    return { best, without, breach };
  }

  #nearer<T extends { s: number }>(a: T | null, b: T): T {
    if (a === null) return b;
    return this.#courses.farness(b.s) < this.#courses.farness(a.s) ? b : a;
  }

  #example(
    actor: Actor,
    faction: string | null,
    mover: number,
    own: Ranks,
    { s, to, instead }: { s: number; to: number; instead: number },
    { due }: CommitmentStates,
  ): CommitmentExample {
    const { improvements, moves } = this.#courses.reach(s);
    return {
      state: this.#naming.state(s),
      step: to === s ? null : this.#naming.step(mover, s, to),
      due: due.includes(to),
      because: instead < 0 ? null : this.#because(actor, faction, own, to, instead),
      reachable: improvements ? 'improvements' : moves ? 'moves' : 'not',
    };
  }

  #because(
    actor: Actor,
    faction: string | null,
    own: Ranks,
    better: number,
    worse: number,
  ): string | null {
    if (own[better] === own[worse]) return null;
    const { truth, lowering } = this.prepared;
    const decisive = statementsIn(preferenceIn(actor, faction), faction).find(({ wants }) => {
      const bits = truth.of(lowering.formula(wants));
      return isSet(bits, better) !== isSet(bits, worse);
    });
    return decisive?.text ?? 'its ranking or weights say so';
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
