import { preferenceIn, statementsIn, type Prepared } from '@standoff/situation';
import { decimalSum } from '@standoff/engine';
import { decimalOf, type Count, type Evidence, type Proposition } from '@standoff/model';

/** How one state is for a decision maker, against another. */
export type Versus = 'better' | 'worse' | 'same';

/** How a decision maker compares two states, as one would on a blackboard: here and there. */
export type Comparison =
  | {
      /** Nothing is said of what it wants. */
      readonly form: 'none';
    }
  | {
      /** Its statements are read one by one. */
      readonly form: 'statements';
      /** Down to the one that decides, most important first; all of them where none does. */
      readonly statements: readonly ComparedStatement[];
      /** Whether the last of them decides. */
      readonly decided: boolean;
      /** How many less important ones are not looked at any more. */
      readonly unread: Count;
    }
  | {
      /** The weights of what holds are added up. */
      readonly form: 'weights';
      /** Every weight there is. */
      readonly weights: readonly ComparedWeight[];
      /** Of either state, as a decimal, exactly. */
      readonly sums: {
        /** Of the state asked about. */
        readonly here: string;
        /** Of the state that the move leads to. */
        readonly there: string;
      };
    }
  | {
      /** It ranks sets of states. */
      readonly form: 'ranking';
      /** Where the state asked about stands. */
      readonly here: PlaceInRanking;
      /** Where the state stands that the move leads to. */
      readonly there: PlaceInRanking;
    };

/** Something that holds or does not, in either state. */
interface Held {
  /** What it is. */
  readonly of: Proposition;
  /** Whether it holds in the state asked about. */
  readonly here: boolean;
  /** Whether it holds in the state that the move leads to. */
  readonly there: boolean;
}

export interface ComparedStatement extends Held {
  /** The id of the statement. */
  readonly id: string;
  /** As the author wrote it. */
  readonly text: string;
  /** What it rests on. */
  readonly evidence: readonly Evidence[];
}

export interface ComparedWeight extends Held {
  /** A decimal, exactly. */
  readonly weight: string;
}

export interface PlaceInRanking {
  /** 1 the best. */
  readonly place: Count;
  /** What any of has to hold for a state to stand there; empty: all states that stand nowhere else. */
  readonly any: readonly Proposition[];
}

/** Which of two states a decision maker likes better: what its ranking says. */
export function versus(prepared: Prepared, mover: number, there: number, here: number): Versus {
  const own = prepared.game.ranks[mover];
  return own[there] > own[here] ? 'better' : own[there] < own[here] ? 'worse' : 'same';
}

/** The definition of the decision maker's form of preference, applied to two states. */
export function comparisonOf(
  { lowering, space, deciders }: Prepared,
  mover: number,
  here: number,
  there: number,
): Comparison {
  const actor = deciders[mover];
  const holds = (p: Proposition, state: number): boolean => lowering.holds(p, space.codes[state]);
  const held = (of: Proposition): Held => ({ of, here: holds(of, here), there: holds(of, there) });
  const preference = preferenceIn(actor, actor.prevails);
  switch (preference.form) {
    case 'none':
      return { form: 'none' };
    case 'statements': {
      const all = statementsIn(preference, actor.prevails).map(({ id, text, evidence, wants }) => ({
        id,
        text,
        evidence,
        ...held(wants),
      }));
      const decisive = all.findIndex((one) => one.here !== one.there);
      const statements = decisive < 0 ? all : all.slice(0, decisive + 1);
      return {
        form: 'statements',
        statements,
        decided: decisive >= 0,
        unread: all.length - statements.length,
      };
    }
    case 'weights': {
      const weights = preference.weights.map((one) => ({
        ...held(one.of),
        weight: decimalOf(one),
      }));
      const sum = (where: 'here' | 'there'): string =>
        decimalSum(weights.flatMap((one) => (one[where] ? [one.weight] : [])));
      return { form: 'weights', weights, sums: { here: sum('here'), there: sum('there') } };
    }
    case 'ranking': {
      const { cells } = preference;
      const rest = cells.findIndex(({ others }) => others);
      const placeOf = (state: number): PlaceInRanking => {
        const found = cells.findIndex(({ any }) => any.some((p) => holds(p, state)));
        const cell = found < 0 ? rest : found;
        return { place: cell + 1, any: cells[cell].others ? [] : cells[cell].any };
      };
      return { form: 'ranking', here: placeOf(here), there: placeOf(there) };
    }
  }
}
