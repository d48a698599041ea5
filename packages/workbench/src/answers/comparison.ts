import { preferenceIn, statementsIn, type Prepared } from '@standoff/situation';
import { decimalSum } from '@standoff/engine';
import { decimalOf, type ConflictModel, type Evidence, type Proposition } from '@standoff/model';
import { propositionWords, Words } from '@standoff/questions';

/** How one state is for a decision maker, against another. */
export type Against = 'better' | 'worse' | 'same';

/** How a decision maker compares two states, as one would on a blackboard: here and there. */
export type Comparison =
  | { readonly form: 'none' }
  | {
      readonly form: 'statements';
      /** Down to the one that decides, most important first; all of them where none does. */
      readonly statements: readonly ComparedStatement[];
      /** Whether the last of them decides. */
      readonly decided: boolean;
      /** How many less important ones are not looked at any more. */
      readonly unread: number;
    }
  | {
      readonly form: 'weights';
      /** Decimals, exactly. */
      readonly weights: readonly (Held & { readonly weight: string })[];
      readonly sums: { readonly here: string; readonly there: string };
    }
  | {
      readonly form: 'ranking';
      /** Places of the ranking, 1 the best. */
      readonly places: { readonly here: number; readonly there: number };
      readonly said: { readonly here: string; readonly there: string };
    };

/** Something that holds or does not, in either state. */
export interface Held {
  /** In the words of the options. */
  readonly said: string;
  readonly here: boolean;
  readonly there: boolean;
}

interface ComparedStatement extends Held {
  readonly id: string;
  /** As the author wrote it. */
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/** Which of two states a decision maker likes better: what its ranking says. */
export function against(prepared: Prepared, mover: number, there: number, here: number): Against {
  const own = prepared.game.ranks[mover];
  return own[there] > own[here] ? 'better' : own[there] < own[here] ? 'worse' : 'same';
}

/** The definition of the decision maker's form of preference, applied to two states. */
export function compare(
  prepared: Prepared,
  mover: number,
  here: number,
  there: number,
): Comparison {
  const { model, lowering, space, deciders } = prepared;
  const actor = deciders[mover];
  const say = sayer(model);
  const holds = (p: Proposition, state: number): boolean => lowering.holds(p, space.codes[state]);
  const held = (p: Proposition): Held => ({
    said: say(p),
    here: holds(p, here),
    there: holds(p, there),
  });
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
      const cellOf = (state: number): number => {
        const found = cells.findIndex(({ any }) => any.some((p) => holds(p, state)));
        return found < 0 ? rest : found;
      };
      const told = (cell: number): string =>
        cells[cell].others ? 'all others' : cells[cell].any.map(say).join(', or ');
      const [a, b] = [cellOf(here), cellOf(there)];
      return {
        form: 'ranking',
        places: { here: a + 1, there: b + 1 },
        said: { here: told(a), there: told(b) },
      };
    }
  }
}

/** Says propositions of a model in the words of its options. */
export function sayer(model: ConflictModel): (p: Proposition) => string {
  // Options of several actors may have one name: then the actor is told too.
  const shared = (label: string): boolean =>
    model.options.filter((option) => option.label === label).length > 1;
  const plain = new Words(model);
  const words = new Words({
    ...model,
    options: model.options.map((option) =>
      shared(option.label)
        ? { ...option, label: `${option.label} (${plain.actor(option.owner)})` }
        : option,
    ),
  });
  const labels = new Map(
    [...model.scenarios, ...model.agreements, ...model.states].map((one) => [one.id, one.label]),
  );
  return (p) => propositionWords(p, words, labels);
}
