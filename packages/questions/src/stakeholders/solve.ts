import { isFirm, isSet, type Ranks } from '@standoff/engine';
import type { Count, Evidence } from '@standoff/model';
import {
  situationShown,
  type Prepared,
  type Concept,
  type Reach,
  type SituationShown,
  type StateShown,
} from '@standoff/situation';

/** The answer of `standoff stakeholders --json`: what each outcome means for those who cannot move. */
export interface StakeholdersResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/stakeholders/1';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** Whose standing is told. */
  readonly stakeholders: readonly Stakeholder[];
  /** What would hold under Nash or SEQ, those that improvements reach first; at most as many as asked for. */
  readonly outcomes: readonly {
    /** What would hold. */
    readonly state: StateShown;
    /** The concepts under which it would. */
    readonly concepts: readonly Concept[];
    /** Whether the status quo leads there. */
    readonly reachable: Reach;
    /** By stakeholder. */
    readonly standing: Readonly<Record<string, Standing>>;
  }[];
  /** How many outcomes there are. */
  readonly outcomeCount: Count;
  /** What each scenario is to them. */
  readonly scenarios: readonly {
    /** What other elements refer to it by. */
    readonly id: string;
    /** As people call it. */
    readonly label: string;
    /** The passages that it rests on. */
    readonly evidence: readonly Evidence[];
    /** By stakeholder, against today: in all states of the scenario, or mixed. */
    readonly against: Readonly<Record<string, Against | 'mixed' | 'no state'>>;
  }[];
  /** Pairs of stakeholders that never both gain: whatever is better than today for one is not for the other. */
  readonly opposed: readonly (readonly [string, string])[];
}

export type Against = 'better' | 'worse' | 'same';

export interface Stakeholder {
  /** The id of the actor. */
  readonly actor: string;
  /** How many places its ranking has, and the place of today, 1 the best. */
  readonly places: Count;
  /** The place of the status quo in its ranking, 1 the best. */
  readonly today: Count;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
}

export interface Standing {
  /** 1 the best. */
  readonly place: Count;
  /** Compared with the status quo. */
  readonly against: Against;
}

export interface StakeholdersOptions {
  /** Also decision makers. */
  readonly all?: boolean;
  /** 12 when left out. */
  readonly limit?: number;
}

/**
 * Where those without options stand in each outcome and scenario, and who bears the loss. Ours.
 */
export function stakeholders(
  prepared: Prepared,
  { all = false, limit = 12 }: StakeholdersOptions = {},
): StakeholdersResult {
  const { model, space, statusQuo, ranks, truth, lowering } = prepared;
  const [now] = statusQuo;
  const shown = model.actors.filter(({ options }) => all || options.length === 0);
  const { naming } = prepared;
  const { courses } = prepared;
  const { equilibria } = prepared;
  const places = new Map(shown.map(({ id }) => [id, largest(ranks.get(id)!)]));
  const standing = (id: string, s: number): Standing => ({
    place: places.get(id)! - ranks.get(id)![s] + 1,
    against: compared(ranks.get(id)!, s, now),
  });
  const firm = Array.from({ length: space.size }, (_, s) => s)
    .filter((s) => isFirm(equilibria.conceptsAt(s)))
    .sort((a, b) => courses.farness(a) - courses.farness(b) || a - b);
  return {
    schema: 'standoff/stakeholders/1',
    situation: situationShown(model),
    stakeholders: shown.map(({ id, evidence }) => ({
      actor: id,
      places: places.get(id)!,
      today: standing(id, now).place,
      evidence,
    })),
    outcomes: firm.slice(0, limit).map((s) => ({
      state: naming.state(s),
      concepts: equilibria.conceptsAt(s),
      reachable: courses.reach(s),
      standing: Object.fromEntries(shown.map(({ id }) => [id, standing(id, s)])),
    })),
    outcomeCount: firm.length,
    scenarios: model.scenarios.map(({ id, label, evidence, holds }) => {
      const bits = truth.of(lowering.formula(holds));
      const states = Array.from({ length: space.size }, (_, s) => s).filter((s) => isSet(bits, s));
      return {
        id,
        label,
        evidence,
        against: Object.fromEntries(
          shown.map((actor) => {
            const found = new Set(states.map((s) => compared(ranks.get(actor.id)!, s, now)));
            const [one] = found;
            return [actor.id, found.size === 0 ? 'no state' : found.size === 1 ? one : 'mixed'];
          }),
        ),
      };
    }),
    opposed: shown.flatMap((a, k) =>
      shown
        .slice(k + 1)
        .filter((b) => neverBoth(ranks.get(a.id)!, ranks.get(b.id)!, now))
        .map((b): [string, string] => [a.id, b.id]),
    ),
  };
}

function compared(own: Ranks, s: number, now: number): Against {
  return own[s] > own[now] ? 'better' : own[s] < own[now] ? 'worse' : 'same';
}

function largest(own: Ranks): number {
  return own.reduce((most, rank) => Math.max(most, rank), 0);
}

/** Each can gain, but not the two together. */
function neverBoth(a: Ranks, b: Ranks, now: number): boolean {
  let first = false;
  let second = false;
  for (let s = 0; s < a.length; s++) {
    const gainsA = a[s] > a[now];
    const gainsB = b[s] > b[now];
    if (gainsA && gainsB) return false;
    first ||= gainsA;
    second ||= gainsB;
  }
  return first && second;
}
