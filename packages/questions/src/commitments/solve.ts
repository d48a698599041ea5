import { FIRM_CONCEPTS } from '@standoff/engine';
import {
  mentionedOptions,
  nearest,
  optionsIn,
  type Actor,
  type Commitment,
  type ConflictModel,
  type Count,
  type Digits,
  type Evidence,
  type OptionId,
  type Proposition,
} from '@standoff/model';
import {
  AnalysisError,
  countOf,
  Held,
  oneNamed,
  situationShown,
  unbroken,
  Ways,
  type Concept,
  type Situation,
  type SituationShown,
  type State,
  type StateSet,
  type StateShown,
  type Step,
} from '@standoff/situation';
import { preferenceWords } from '../explain/solve.js';
import { outcomeOf, type PromisedOutcome } from './outcome.js';

/** The answer of `standoff commitments --json`: whose promise, threat or assurance can be believed. */
export interface CommitmentsResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/commitments/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** One for each commitment, in the order written. */
  readonly commitments: readonly CommitmentAnswer[];
  /**
   * Only where the states are too many to be listed: the concepts of which it is not known which
   * states are an equilibrium under them. The tallies over equilibria are of those that are known.
   */
  readonly notKnown?: readonly Concept[];
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
  readonly due: Count | Digits;
  /** Options that the condition is about and that cannot be undone: it is then due after the step. */
  readonly afterStep: readonly OptionId[];
  /** Whose options the content is about besides the giver's: they could bring it about or spoil it. */
  readonly alsoOf: readonly string[];
  /** Where others help to bring about what is given: whether it would come of it; missing elsewhere. */
  readonly outcome?: PromisedOutcome;
  /** Whether its giver’s name is staked on it, so that it wishes to keep it; missing where it is not. */
  readonly staked?: true;
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
  /** Only where not all states are known that improvements, or any moves, reach: of those that are. */
  readonly cutShort?: true;
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
  readonly due: Count | Digits;
  /** The actor can bring it about or maintain it by a move of its own or none. */
  readonly keepable: Count | Digits;
  /** And its best way of doing so is at least as good for it as its best one without. */
  readonly credible: Count | Digits;
  /** And from there no improvement that nothing deters (SEQ) leads to where it is broken; null: not known. */
  readonly binding: Count | Digits | null;
  /** Not credible, but once kept it is not broken: no improvement that nothing deters (SEQ) leads to where it is; null: not known. */
  readonly onceKept: Count | Digits | null;
}

export interface CommitmentExample {
  /** The state in which it is due. */
  readonly state: StateShown;
  /** What the actor would rather do; null: stay as it is. */
  readonly step: Step | null;
  /** Whether it is due where that leads: of what is not kept, whether it is broken, or its condition given up. */
  readonly due: boolean;
  /** Why it would, "it wants: …"; null: nothing but that both are as good. */
  readonly because: string | null;
  /** By what the status quo leads to that state, if by anything; null: not known. */
  readonly reachable: 'improvements' | 'moves' | 'not' | null;
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
export function commitments(situation: Situation, only?: string): CommitmentsResult {
  const { model } = situation;
  const asked = only === undefined ? model.commitments : [commitmentNamed(model, only)];
  const judge = new CommitmentJudge(situation);
  const { notKnown } = new Held(situation.states, FIRM_CONCEPTS);
  return {
    schema: 'standoff/commitments/2',
    situation: situationShown(model),
    commitments: asked.map((commitment) => judge.answer(commitment)),
    ...(notKnown.length > 0 ? { notKnown } : {}),
  };
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

/** Whether somebody’s wishes hold that it keeps this. */
function isStaked({ actors }: ConflictModel, id: string): boolean {
  return actors.some(
    ({ preference }) =>
      preference.form === 'statements' &&
      preference.items
        .flatMap((item) => (item.item === 'statement' ? [item] : item.statements))
        .some(({ keeps }) => keeps === id),
  );
}

class CommitmentJudge {
  /** By actor and faction. */
  readonly #readers = new Map<string, Reader>();

  constructor(readonly situation: Situation) {}

  answer(commitment: Commitment): CommitmentAnswer {
    const { model, states, deciders } = this.situation;
    const { id, label, kind, by, to, content, when, evidence } = commitment;
    const obliged = kind === 'demand' ? to : [by];
    const owners = new Set([...optionsIn(content, model)].map((option) => option.split('.')[0]));
    const alsoOf = model.actors
      .map((actor) => actor.id)
      .filter((owner) => owners.has(owner) && !obliged.includes(owner));
    return {
      id,
      label,
      kind,
      by: obliged,
      to: kind === 'demand' ? [by] : to,
      content,
      when,
      evidence,
      due: countOf((when ? states.where(when) : states.all).count),
      afterStep: when
        ? [...mentionedOptions(when)].filter(
            (option) => model.options.find((o) => o.id === option)?.direction === 'forward',
          )
        : [],
      alsoOf,
      ...(kind === 'demand' || alsoOf.length === 0
        ? {}
        : { outcome: outcomeOf(this.situation, by, content, when) }),
      ...(isStaked(model, id) ? { staked: true as const } : {}),
      readings: obliged.flatMap((actorId) => {
        const actor = deciders.find((decider) => decider.id === actorId);
        return actor ? this.#readings(actor, commitment) : [];
      }),
    };
  }

  #readings(actor: Actor, commitment: Commitment): CommitmentReading[] {
    const factions = actor.factions.length > 0 ? actor.factions : [null];
    return [...factions]
      .sort((a, b) => Number(b?.id === actor.prevails) - Number(a?.id === actor.prevails))
      .map((faction) => ({
        actor: actor.id,
        faction: faction && { id: faction.id, label: faction.label },
        assumed: (faction?.id ?? null) === actor.prevails,
        ...this.#reader(actor, faction?.id ?? null).reading(commitment),
      }));
  }

  #reader(actor: Actor, faction: string | null): Reader {
    const key = `${actor.id} ${faction ?? ''}`;
    let reader = this.#readers.get(key);
    if (!reader) {
      const { situation } = this;
      const other = faction !== null && faction !== actor.prevails;
      const under = other ? situation.prevailing(new Map([[actor.id, faction]])) : situation;
      this.#readers.set(key, (reader = new Reader(under, actor, faction)));
    }
    return reader;
  }
}

/** Of an actor, and the faction of it that prevails, what it would do about commitments. */
class Reader {
  readonly #ways: Ways;
  readonly #equilibria: StateSet;

  constructor(
    readonly situation: Situation,
    readonly actor: Actor,
    readonly faction: string | null,
  ) {
    this.#ways = new Ways(situation.states);
    this.#equilibria = new Held(situation.states, FIRM_CONCEPTS).any(FIRM_CONCEPTS);
  }

  reading(commitment: Commitment): Omit<CommitmentReading, 'actor' | 'faction' | 'assumed'> {
    const { states } = this.situation;
    const { id } = this.actor;
    const { improvements, moves } = this.#ways;
    const due = commitment.when ? states.where(commitment.when) : states.all;
    const does = states.where(commitment.content);
    const without = states.all.minus(does);
    const keepable = does.or(states.leading(id, does, false));
    const credible = states.preferring(id, does, without);
    const lasting = states.lasting(id, does, states.where(unbroken(commitment)));
    const tally = (of: StateSet): CommitmentTally => {
      const count = (set: StateSet): Count | Digits => countOf(of.and(set).count);
      return {
        due: countOf(of.count),
        keepable: count(keepable),
        credible: count(credible),
        binding: lasting && count(credible.and(lasting)),
        onceKept: lasting && count(keepable.minus(credible).and(lasting)),
      };
    };
    const example = (among: StateSet, kept: boolean): CommitmentExample | null => {
      const [first] = this.#ways.nearest(among, 1);
      return (first as State | undefined) === undefined
        ? null
        : this.#example(first, kept, does, due);
    };
    return {
      ...(improvements.complete && moves.complete ? {} : { cutShort: true }),
      all: tally(due),
      byImprovements: tally(due.and(improvements.states)),
      byMoves: tally(due.and(moves.states)),
      equilibria: tally(due.and(this.#equilibria)),
      temptation: example(due.minus(credible), false),
      kept: example(due.and(credible), true),
    };
  }

  #example(state: State, kept: boolean, does: StateSet, due: StateSet): CommitmentExample {
    const { states } = this.situation;
    const { id } = this.actor;
    const best = (within: boolean): State | null =>
      [state, ...states.moves(id, state)]
        .filter((one) => does.has(one) === within)
        .reduce<State | null>(
          (most, one) => (most === null || states.compare(id, one, most) > 0 ? one : most),
          null,
        );
    const to = best(kept)!;
    const instead = best(!kept);
    const { improvements, moves } = this.#ways.reach(states.only(state));
    return {
      state: states.shown(state),
      step: to === state ? null : states.steps([{ actor: id, from: state, to }])[0],
      due: due.has(to),
      because: instead === null ? null : this.#because(to, instead),
      reachable: improvements ? 'improvements' : moves ? 'moves' : moves === null ? null : 'not',
    };
  }

  #because(better: State, worse: State): string | null {
    const { actor, faction } = this;
    return this.situation.states.compare(actor.id, better, worse) === 0
      ? null
      : preferenceWords(this.situation, actor, better, worse, faction);
  }
}
