import type { ResponseConcept } from '@standoff/engine';
import type { Agreement, OptionId, Proposition } from '@standoff/model';
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
  type Standard,
  type Situation,
  type State,
  type States,
  type StateSet,
  type StateShown,
  type Step,
  atFirst,
} from '@standoff/situation';
import type { AgreementsResult, AgreementAnswer, PartyAnswer } from './answer.js';

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
