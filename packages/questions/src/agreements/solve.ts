import type { ResponseConcept } from '@standoff/engine';
import type {
  Agreement,
  Count,
  Digits,
  Proportion,
  OptionLiteral,
  Evidence,
  OptionId,
  Proposition,
} from '@standoff/model';
import {
  countOf,
  followed,
  Held,
  improvementsOf,
  judging,
  pullInto,
  situationShown,
  STANDARDS,
  USUAL_STANDARD,
  Ways,
  type Judging,
  type Standard,
  type Concept,
  type KnownReach,
  type Situation,
  type SituationShown,
  type State,
  type States,
  type StateSet,
  type StateShown,
  type Step,
  atFirst,
} from '@standoff/situation';

/** The answer of `standoff agreements --json`: who would sign, who would leave, what holds it together. */
export interface AgreementsResult extends Judging {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/agreements/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** One for each agreement, in the order written. */
  readonly agreements: readonly AgreementAnswer[];
  /**
   * Only where the states are too many to be listed: the concepts of which it is not known which
   * states hold under them.
   */
  readonly notKnown?: readonly Concept[];
}

export interface AgreementAnswer {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** So many of the parties are enough; missing: it takes all of them. */
  readonly needs?: Count;
  /** Ids of those parties without whom the others are never enough; missing: any so many are. */
  readonly always?: readonly string[];
  /** The id of the actor whose act it is, which acts with its members only; missing: it is nobody’s. */
  readonly actOf?: string;
  /** Of an offer: who makes it, what it is about, and until when it stands; missing: it is none. */
  readonly offered?: OfferAnswer;
  /** How many states it holds in: all parties consent, or as many as it needs, and its terms are kept. */
  readonly states: Count | Digits;
  /** By concept, how many of its states would hold; null: not known. */
  readonly equilibria: Readonly<Record<Concept, Count | Digits | null>>;
  /** Whether the status quo leads to one of its states by improvements or by moves. */
  readonly reachable: KnownReach;
  /** Whether the course leads through one of its states; null: not known. */
  readonly onCourse: boolean | null;
  /** The share of walks along the course that end in it; null: not known. */
  readonly pull: Proportion | null;
  /** The state in which it would hold best, and can be reached soonest; null: it is not known to hold in any. */
  readonly best: {
    /** The state in which it would hold best. */
    readonly state: StateShown;
    /** The concepts under which that state would hold. */
    readonly concepts: readonly Concept[];
  } | null;
  /** What is said of each party, in the order written. */
  readonly parties: readonly PartyAnswer[];
}

export interface OfferAnswer {
  /** The id of the actor who makes it. */
  readonly by: string;
  /** What is so while it is in force. */
  readonly terms: readonly OptionLiteral[];
  /** The last day on which it can be taken up; null: not said. */
  readonly until: string | null;
  /** In how many states everybody has consented, and its terms are not kept. */
  readonly lapsed: Count | Digits;
}

export interface PartyAnswer {
  /** The id of the actor. */
  readonly actor: string;
  /** In how many states of an agreement that needs some of its parties it would end without this one; missing: it needs all. */
  readonly pivotal?: Count | Digits;
  /** States in which it has not consented and could; and those of them in which some move with consent is better for it. */
  readonly couldSign: Count | Digits;
  /** In how many of them some move with consent is better for it. */
  readonly wouldSign: Count | Digits;
  /** The nearest such state and move. */
  readonly signs: {
    /** The state in which it would sign. */
    readonly state: StateShown;
    /** The move by which it would. */
    readonly step: Step;
  } | null;
  /**
   * In the states of the agreement: in how many it stays because nothing that ends it is better for it,
   * or because it is deterred from all that is, by the standard; and in how many it would leave.
   */
  readonly content: Count | Digits;
  /** In how many states of the agreement it is deterred from all that is better, by the standard; null: not known. */
  readonly deterred: Count | Digits | null;
  /** In how many states of the agreement it would leave; null: not known. */
  readonly leaves: Count | Digits | null;
  /** The nearest state in which it would leave, and how. */
  readonly defects: {
    /** The state in which it would leave. */
    readonly state: StateShown;
    /** The move by which it would. */
    readonly step: Step;
  } | null;
  /** The nearest in which it is deterred, from which move, and by whose answers. */
  readonly held: {
    /** The state in which it is deterred. */
    readonly state: StateShown;
    /** The move from which it is. */
    readonly step: Step;
    /** Ids of the actors whose answers deter it. */
    readonly by: readonly string[];
  } | null;
}

export interface AgreementsOptions {
  /** The usual one when left out. */
  readonly standard?: Standard;
  /** However long it takes: by the standard, also of very many states. */
  readonly full?: boolean;
}

/**
 * For each agreement: from where its parties would sign it, who would defect from it and where, and what
 * holds the others back. Ours, from the graph model's own notions.
 */
export function agreements(
  situation: Situation,
  { standard = USUAL_STANDARD, full = false }: AgreementsOptions = {},
): AgreementsResult {
  const { model, states } = atFirst(situation, full);
  const ways = new Ways(states);
  const judged = judging(states, standard);
  const course = followed(states, judged.standard);
  const { concept } = STANDARDS[standard];
  const held = new Held(states);
  return {
    schema: 'standoff/agreements/2',
    situation: situationShown(model),
    ...judged,
    agreements: model.agreements.map((agreement) => {
      const { id, label, evidence, parties, consents, needs, always, actOf } = agreement;
      const inside = states.where({ op: 'agreement', id });
      const best = held.firmest(inside, ways);
      return {
        id,
        label,
        evidence,
        ...(needs === undefined ? {} : { needs }),
        ...(always === undefined ? {} : { always }),
        ...(actOf === undefined ? {} : { actOf }),
        ...offered(agreement, states, inside),
        states: countOf(inside.count),
        equilibria: held.counts(inside),
        reachable: ways.reach(inside),
        onCourse: !course.states.and(inside).isEmpty || (course.complete ? false : null),
        pull: pullInto(course, inside),
        best: best === null ? null : { state: states.shown(best), concepts: held.conceptsAt(best) },
        parties: parties.map((actor, k) => {
          const party = new Party(
            states,
            ways,
            actor,
            states.where({ op: 'option', id: consents[k] }),
            inside,
            concept,
          );
          return {
            actor,
            ...pivotal(agreement, states, consents[k]),
            ...party.signing(),
            ...party.staying(),
          };
        }),
      };
    }),
    ...(held.notKnown.length > 0 ? { notKnown: held.notKnown } : {}),
  };
}

/** Of an offer, what is told of it as such. */
function offered(
  { offer, consents, parties }: Agreement,
  states: States,
  inside: StateSet,
): Pick<AgreementAnswer, 'offered'> {
  if (offer === undefined) return {};
  const consented = states.where({ op: 'and', args: consents.map((id) => ({ op: 'option', id })) });
  return {
    offered: {
      by: parties[0],
      terms: offer.terms,
      until: offer.until ?? null,
      lapsed: countOf(consented.minus(inside).count),
    },
  };
}

/** Where what some of its parties are enough for would not be in force without this one. */
function pivotal(
  { id, needs, parties, consents, always = [] }: Agreement,
  states: States,
  own: OptionId,
): Pick<PartyAnswer, 'pivotal'> {
  if (needs === undefined) return {};
  const withIt = states.where({ op: 'agreement', id }).and(states.where({ op: 'option', id: own }));
  if (always.includes(parties[consents.indexOf(own)])) return { pivotal: countOf(withIt.count) };
  const args = consents.map((consent): Proposition => ({ op: 'option', id: consent }));
  const just = states.where({ op: 'count', min: needs, max: needs, args });
  return { pivotal: countOf(withIt.and(just).count) };
}

/** An actor that consents to an agreement in some states. */
class Party {
  readonly #without: StateSet;
  readonly #outside: StateSet;

  constructor(
    readonly states: States,
    readonly ways: Ways,
    readonly actor: string,
    readonly consented: StateSet,
    readonly inside: StateSet,
    readonly concept: ResponseConcept,
  ) {
    this.#without = states.all.minus(consented);
    this.#outside = states.all.minus(inside);
  }

  signing(): Pick<PartyAnswer, 'couldSign' | 'wouldSign' | 'signs'> {
    const { states, actor, consented } = this;
    const could = this.#without.and(states.leading(actor, consented, false));
    const would = could.and(states.leading(actor, consented, true));
    const [first] = this.ways.nearest(would, 1);
    const best = (from: State): State =>
      improvementsOf(states, actor, from).find((to) => consented.has(to))!;
    return {
      couldSign: countOf(could.count),
      wouldSign: countOf(would.count),
      signs: first === undefined ? null : this.#at(first, best(first)),
    };
  }

  /** In the states of the agreement, of which some are too many to be looked at one by one. */
  staying(): Pick<PartyAnswer, 'content' | 'deterred' | 'leaves' | 'defects' | 'held'> {
    const { states, actor, inside } = this;
    const tempted = inside.and(states.leading(actor, this.#outside, true));
    const leaves = states.undeterred(actor, tempted, this.#outside, this.concept);
    const deterred = leaves && tempted.minus(leaves);
    const nearest = (set: StateSet): State | undefined => this.ways.nearest(set, 1)[0];
    return {
      content: countOf(inside.count - tempted.count),
      deterred: deterred && countOf(deterred.count),
      leaves: leaves && countOf(leaves.count),
      defects: this.#defects(nearest(leaves ?? tempted)),
      held: this.#held(nearest(deterred ?? tempted)),
    };
  }

  /** How it would leave there; null: it would not, or that was not decided. */
  #defects(from: State | undefined): PartyAnswer['defects'] {
    if (from === undefined) return null;
    const { states, actor } = this;
    const here = states.only(from);
    // The best first.
    const to = improvementsOf(states, actor, from).find(
      (one) =>
        this.#outside.has(one) &&
        states.undeterred(actor, here, states.only(one), this.concept)?.has(from),
    );
    return to === undefined ? null : this.#at(from, to);
  }

  /** What holds it back there; null: not everything that tempts it is known to be deterred. */
  #held(from: State | undefined): PartyAnswer['held'] {
    if (from === undefined) return null;
    const all = this.states
      .deterrences(this.actor, from, this.concept)
      .filter(({ to }) => this.#outside.has(to));
    if (!all.every(({ deterred }) => deterred === true)) return null;
    const [{ to, answer }] = all;
    const by = new Set(answer?.moves.map(({ actor }) => actor));
    return { ...this.#at(from, to), by: [...by] };
  }

  #at(state: State, to: State): { state: StateShown; step: Step } {
    const [step] = this.states.steps([{ actor: this.actor, from: state, to }]);
    return { state: this.states.shown(state), step };
  }
}
