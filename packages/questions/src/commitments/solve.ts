import {
  statementsOf,
  mentionedOptions,
  nearest,
  optionsIn,
  type Actor,
  type Commitment,
  type ConflictModel,
  type Count,
  type Digits,
} from '@standoff/model';
import {
  AnalysisError,
  countOf,
  followed,
  oneNamed,
  pullInto,
  situationShown,
  STANDARDS,
  unbroken,
  USUAL_STANDARD,
  type Followed,
  type Standard,
  type Situation,
  type State,
  type StateSet,
  atFirst,
  judging,
  isAtFirst,
} from '@standoff/situation';
import { preferenceWords } from '../explain/explanation.js';
import { Nearest } from './nearest.js';
import type {
  CommitmentAnswer,
  CommitmentCourse,
  CommitmentExample,
  CommitmentReading,
  CommitmentsResult,
  CommitmentTally,
} from './answer.js';
import { outcomeOf } from './outcome.js';

export interface CommitmentsOptions {
  /** The usual one when left out. */
  readonly standard?: Standard;
  /** However long it takes: by the standard, also of very many states. */
  readonly full?: boolean;
  /** The id or label of one of them; all when left out. */
  readonly commitment?: string;
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
export function commitments(
  given: Situation,
  { standard = USUAL_STANDARD, commitment: only, full = false }: CommitmentsOptions = {},
): CommitmentsResult {
  const situation = atFirst(given, full);
  const { model } = situation;
  const asked = only === undefined ? model.commitments : [commitmentNamed(model, only)];
  const judged = judging(situation.states, standard);
  const judge = new CommitmentJudge(situation, judged.standard, !isAtFirst(situation.states));
  return {
    schema: 'standoff/commitments/2',
    situation: situationShown(model),
    ...judged,
    commitments: asked.map((commitment) => judge.answer(commitment)),
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
  return actors.some(({ preference }) =>
    statementsOf(preference).some(({ keeps }) => keeps === id),
  );
}

class CommitmentJudge {
  /** By actor and faction. */
  readonly #readers = new Map<string, Reader>();
  readonly #stands: Stands;

  constructor(
    readonly situation: Situation,
    readonly standard: Standard,
    /** Whether what any moves lead to is searched through. */
    readonly searched: boolean,
  ) {
    this.#stands = new Stands(situation, standard, searched);
  }

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
      course: this.#course(commitment),
      afterStep: when
        ? [...mentionedOptions(when)].filter(
            (option) => model.options.find((o) => o.id === option)?.direction === 'forward',
          )
        : [],
      alsoOf,
      ...(kind === 'demand' || alsoOf.length === 0
        ? {}
        : { outcome: outcomeOf(this.situation, by, content, when, this.#stands) }),
      ...(isStaked(model, id) ? { staked: true as const } : {}),
      readings: obliged.flatMap((actorId) => {
        const actor = deciders.find((decider) => decider.id === actorId);
        return actor ? this.#readings(actor, commitment) : [];
      }),
    };
  }

  #course({ content, when }: Commitment): CommitmentCourse {
    const { states } = this.situation;
    const { course } = this.#stands.nearest;
    const due = when ? states.where(when) : states.all;
    const kept = due.and(states.where(content));
    return {
      comesDue: !course.states.and(due).isEmpty || (course.complete ? false : null),
      kept: pullInto(course, kept),
      broken: pullInto(course, due.minus(kept)),
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
      const stands = other
        ? new Stands(
            situation.prevailing(new Map([[actor.id, faction]])),
            this.standard,
            this.searched,
          )
        : this.#stands;
      this.#readers.set(key, (reader = new Reader(stands, actor, faction)));
    }
    return reader;
  }
}

/** A situation with what holds in it, and where the course leads, by the standard. */
class Stands {
  readonly holding: StateSet;
  readonly nearest: Nearest;

  constructor(
    readonly situation: Situation,
    readonly standard: Standard,
    searched: boolean,
  ) {
    const { states } = situation;
    this.holding = states.holding(STANDARDS[standard].concept)!;
    this.nearest = new Nearest(states, followed(states, standard), searched);
  }

  get course(): Followed {
    return this.nearest.course;
  }
}

/** Of an actor, and the faction of it that prevails, what it would do about commitments. */
class Reader {
  constructor(
    readonly stands: Stands,
    readonly actor: Actor,
    readonly faction: string | null,
  ) {}

  reading(commitment: Commitment): Omit<CommitmentReading, 'actor' | 'faction' | 'assumed'> {
    const { situation, standard, holding, course, nearest } = this.stands;
    const { states } = situation;
    const { id } = this.actor;
    const due = commitment.when ? states.where(commitment.when) : states.all;
    const does = states.where(commitment.content);
    const without = states.all.minus(does);
    const keepable = does.or(states.leading(id, does, false));
    const credible = states.preferring(id, does, without);
    const lasting = states.lasting(
      id,
      does,
      states.where(unbroken(commitment)),
      STANDARDS[standard].concept,
    );
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
      const first = nearest.in(among);
      return first === null ? null : this.#example(first, kept, does, due);
    };
    return {
      ...(course.complete ? {} : { cutShort: true }),
      all: tally(due),
      onCourse: tally(due.and(course.states)),
      holding: tally(due.and(holding)),
      temptation: example(due.minus(credible), false),
      kept: example(due.and(credible), true),
    };
  }

  #example(state: State, kept: boolean, does: StateSet, due: StateSet): CommitmentExample {
    const { situation, nearest } = this.stands;
    const { states } = situation;
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
    return {
      state: states.shown(state),
      step: to === state ? null : states.steps([{ actor: id, from: state, to }])[0],
      due: due.has(to),
      because: instead === null ? null : this.#because(to, instead),
      reachable: nearest.reach(state),
    };
  }

  #because(better: State, worse: State): string | null {
    const { actor, faction } = this;
    const { situation } = this.stands;
    return situation.states.compare(actor.id, better, worse) === 0
      ? null
      : preferenceWords(situation, actor, better, worse, faction);
  }
}
