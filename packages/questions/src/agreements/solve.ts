import { CONCEPTS, explain, isSet, nearestOf, USUAL_CONCEPT } from '@standoff/engine';
import type { Count, Evidence } from '@standoff/model';
import {
  Naming,
  situationShown,
  type Prepared,
  type Concept,
  type Reach,
  type SituationShown,
  type StateShown,
  type Step,
} from '@standoff/situation';

/** The answer of `standoff agreements --json`: who would sign, who would leave, what holds it together. */
export interface AgreementsResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/agreements/1';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** One for each agreement, in the order written. */
  readonly agreements: readonly AgreementAnswer[];
}

export interface AgreementAnswer {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** States in which every party consents; of them, those that would hold, by concept. */
  readonly states: Count;
  /** By concept, how many of its states would hold. */
  readonly equilibria: Readonly<Record<Concept, Count>>;
  /** Whether the status quo leads to one of its states. */
  readonly reachable: Reach;
  /** The state in which it would hold best, and can be reached soonest; null: it would hold in none. */
  readonly best: {
    /** The state in which it would hold best. */
    readonly state: StateShown;
    /** The concepts under which that state would hold. */
    readonly concepts: readonly Concept[];
  } | null;
  /** What is said of each party, in the order written. */
  readonly parties: readonly PartyAnswer[];
}

export interface PartyAnswer {
  /** The id of the actor. */
  readonly actor: string;
  /** States in which it has not consented and could; and those of them in which some move with consent is better for it. */
  readonly couldSign: Count;
  /** In how many of them some move with consent is better for it. */
  readonly wouldSign: Count;
  /** The nearest such state and move. */
  readonly signs: {
    /** The state in which it would sign. */
    readonly state: StateShown;
    /** The move by which it would. */
    readonly step: Step;
  } | null;
  /**
   * In the states of the agreement: in how many it stays because nothing that ends it is better for it,
   * or because it is deterred from all that is (SEQ); and in how many it would leave.
   */
  readonly content: Count;
  /** In how many states of the agreement it is deterred from all that is better (SEQ). */
  readonly deterred: Count;
  /** In how many states of the agreement it would leave. */
  readonly leaves: Count;
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

/**
 * For each agreement: from where its parties would sign it, who would defect from it and where, and what
 * holds the others back. Ours, from the graph model's own notions.
 */
export function agreements(prepared: Prepared): AgreementsResult {
  const { model, space, lowering, truth } = prepared;
  const { naming } = prepared;
  const { courses } = prepared;
  const { equilibria } = prepared;
  const order = Array.from({ length: space.size }, (_, s) => s).sort(
    (a, b) => courses.farness(a) - courses.farness(b) || a - b,
  );
  return {
    schema: 'standoff/agreements/1',
    situation: situationShown(model),
    agreements: model.agreements.map(({ id, label, evidence, parties, consents }) => {
      const bits = truth.of(lowering.formula({ op: 'agreement', id }));
      const states = order.filter((s) => isSet(bits, s));
      const held = states.filter((s) => equilibria.has(s));
      const [best] = [...held].sort(
        (a, b) => equilibria.conceptsAt(b).length - equilibria.conceptsAt(a).length,
      );
      return {
        id,
        label,
        evidence,
        states: states.length,
        equilibria: Object.fromEntries(
          CONCEPTS.map((c) => [c, held.filter((s) => equilibria.conceptsAt(s).includes(c)).length]),
        ) as Record<Concept, number>,
        reachable: {
          improvements: nearestOf(courses.improvements, states) !== null,
          moves: nearestOf(courses.moves, states) !== null,
        },
        best:
          held.length === 0
            ? null
            : { state: naming.state(best), concepts: equilibria.conceptsAt(best) },
        parties: parties.map((party, k) =>
          partyAnswer(prepared, naming, order, states, party, consents[k]),
        ),
      };
    }),
  };
}

function partyAnswer(
  prepared: Prepared,
  naming: Naming,
  order: readonly number[],
  states: readonly number[],
  party: string,
  consent: string,
): PartyAnswer {
  const { game, deciders, model, space } = prepared;
  const mover = deciders.findIndex(({ id }) => id === party);
  const bit = model.options.findIndex(({ id }) => id === consent);
  const own = game.ranks[mover];
  const consented = (s: number): boolean => ((space.codes[s] >>> bit) & 1) === 1;
  const reach = new Int32Array(game.moves.maxDegree);
  const moves = (s: number): number[] =>
    Array.from(reach.subarray(0, game.moves.successors(mover, s, reach)));
  const best = (targets: readonly number[]): number =>
    targets.reduce((a, b) => (own[b] > own[a] ? b : a));
  const at = (s: number, to: number): { state: StateShown; step: Step } => ({
    state: naming.state(s),
    step: naming.step(mover, s, to),
  });
  let couldSign = 0;
  let wouldSign = 0;
  let signs: PartyAnswer['signs'] = null;
  for (const s of order) {
    if (consented(s)) continue;
    const signing = moves(s).filter(consented);
    if (signing.length === 0) continue;
    couldSign++;
    const to = best(signing);
    if (own[to] <= own[s]) continue;
    wouldSign++;
    signs ??= at(s, to);
  }
  const tally = { content: 0, deterred: 0, leaves: 0 };
  let defects: PartyAnswer['defects'] = null;
  let held: PartyAnswer['held'] = null;
  for (const s of states) {
    const away = moves(s).filter((to) => !consented(to) && own[to] > own[s]);
    if (away.length === 0) {
      tally.content++;
      continue;
    }
    const why = explain(game, mover, s, USUAL_CONCEPT).improvements.filter(({ to }) =>
      away.includes(to),
    );
    const free = why.filter(({ sanction }) => sanction === null);
    if (free.length > 0) {
      tally.leaves++;
      defects ??= at(s, best(free.map(({ to }) => to)));
      continue;
    }
    tally.deterred++;
    const [{ to, sanction }] = why;
    const path = sanction?.kind === 'response' ? sanction.path : [];
    held ??= { ...at(s, to), by: [...new Set(path.map((step) => deciders[step.mover].id))] };
  }
  return { actor: party, couldSign, wouldSign, signs, ...tally, defects, held };
}
