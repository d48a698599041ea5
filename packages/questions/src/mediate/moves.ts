import { eachSet, isSet, type Given, type RankDemand, type Removal } from '@standoff/engine';
import type { Actor, ConflictModel, Count, Evidence, Positive, Proposition } from '@standoff/model';
import {
  statementsInForce,
  unbroken,
  type Naming,
  type StatementEdit,
  type PreferenceCosts,
  type Variant,
  type Prepared,
  type StateShown,
} from '@standoff/situation';
import type { JointMove } from '../coalitions/joint-move.js';

/** What a mediator may bring about, and what it is taken to cost: whole numbers from 1; null: not at all. */
export interface MediationCosts extends PreferenceCosts {
  /** A promise, threat or assurance is made binding: to break it is no longer possible. */
  readonly binding: Positive | null;
  /** An option, once taken, cannot be given up again. */
  readonly irreversible: Positive | null;
  /** A named scenario is ruled out. */
  readonly ruledOut: Positive | null;
  /** An option stays as it is today, taken or not. */
  readonly fixed: Positive | null;
  /** A coalition makes a joint step. */
  readonly joint: Positive | null;
}

/** No literature fixes these: what is wished is cheaper to shift than to turn, and rules cost more. */
export const MEDIATION_COSTS: MediationCosts = {
  place: 1,
  leftOut: 2,
  reversed: 3,
  swap: 1,
  binding: 2,
  irreversible: 2,
  ruledOut: 3,
  fixed: 3,
  joint: 1,
};

/** One thing that would have to change. */
export type MediationMove = {
  /** What it is taken to cost, by `MediationCosts`: for each place, pair of places or rule once. */
  readonly cost: Count;
} & (
  | {
      /** A statement of a preference is edited. */
      readonly kind: 'statement';
      /** The id of the actor. */
      readonly actor: string;
      /** The id of the statement: "NK.3". */
      readonly statement: string;
      /** The statement as written. */
      readonly text: string;
      /** The passages that it rests on. */
      readonly evidence: readonly Evidence[];
      /** What is done to it. */
      readonly edit: StatementEdit;
      /** How many places up or down; 1 for the other edits. */
      readonly places: Count;
    }
  | {
      /** A ranking that is no list of statements is changed. */
      readonly kind: 'order';
      /** The id of the actor. */
      readonly actor: string;
      /** Pairs of states: the first would then be preferred to the second, as it is not now. */
      readonly prefers: readonly (readonly [StateShown, StateShown])[];
      /** Pairs of which the second is not preferred to the first now, and must not come to be. */
      readonly keeps: readonly (readonly [StateShown, StateShown])[];
    }
  | {
      /** A promise, threat or assurance can no longer be broken. */
      readonly kind: 'binding';
      /** The id of the commitment. */
      readonly commitment: string;
      /** As people call it. */
      readonly label: string;
      /** The id of the actor whose word it is. */
      readonly by: string;
      /** The passages that it rests on. */
      readonly evidence: readonly Evidence[];
    }
  | {
      /** An option, once taken, cannot be given up again. */
      readonly kind: 'irreversible';
      /** The id of the option. */
      readonly option: string;
      /** The id of the actor who has it. */
      readonly actor: string;
    }
  | {
      /** A scenario cannot come about any more. */
      readonly kind: 'ruled out';
      /** The id of the scenario. */
      readonly scenario: string;
      /** As people call it. */
      readonly label: string;
    }
  | {
      /** An option stays as it is today. */
      readonly kind: 'fixed';
      /** The id of the option. */
      readonly option: string;
      /** The id of the actor. */
      readonly actor: string;
      /** Whether it is taken today, and so stays taken. */
      readonly taken: boolean;
    }
  | ({
      /** A coalition makes a step together that each of its members gains by. */
      readonly kind: 'joint';
    } & JointMove)
);

/** A rule with what it takes away from the states and moves, and from the model. */
export interface Rule {
  readonly move: MediationMove;
  readonly removal: Removal;
  readonly apply: (model: ConflictModel) => ConflictModel;
}

/** The rules that could be added and that today's state does not break already. */
export function rulesFor(prepared: Prepared, costs: MediationCosts): Rule[] {
  const { model, space, truth, lowering, statusQuo } = prepared;
  const found: Rule[] = [];
  const add = (move: MediationMove, must: Proposition): void => {
    const kept = truth.of(lowering.formula(must));
    if (statusQuo.some((s) => !isSet(kept, s))) return;
    const states = new Uint8Array(space.size).fill(1);
    eachSet(kept, (s) => (states[s] = 0));
    if (!states.includes(1)) return;
    found.push({
      move,
      removal: { cost: move.cost, states, move: null },
      apply: (now) => withConstraint(now, must),
    });
  };
  const { binding, irreversible, ruledOut, fixed } = costs;
  if (binding !== null)
    for (const { id, label, kind, by, evidence, ...rest } of model.commitments)
      if (kind !== 'demand')
        add(
          { cost: binding, kind: 'binding', commitment: id, label, by, evidence },
          unbroken(rest),
        );
  if (irreversible !== null)
    model.options.forEach(({ id, owner, direction }, k) => {
      if (direction !== 'both') return;
      found.push({
        move: { cost: irreversible, kind: 'irreversible', option: id, actor: owner },
        removal: {
          cost: irreversible,
          states: null,
          move: (from, to) => (((space.codes[from] & ~space.codes[to]) >>> k) & 1) === 1,
        },
        apply: (now) => ({
          ...now,
          options: now.options.map((option) =>
            option.id === id ? { ...option, direction: 'forward' } : option,
          ),
        }),
      });
    });
  if (ruledOut !== null)
    for (const { id, label, holds } of model.scenarios)
      add({ cost: ruledOut, kind: 'ruled out', scenario: id, label }, { op: 'not', arg: holds });
  if (fixed !== null)
    model.options.forEach(({ id, owner }, k) => {
      const now = statusQuo.map((s) => ((space.codes[s] >>> k) & 1) === 1);
      if (now.some((taken) => taken !== now[0])) return;
      const option: Proposition = { op: 'option', id };
      add(
        { cost: fixed, kind: 'fixed', option: id, actor: owner, taken: now[0] },
        now[0] ? option : { op: 'not', arg: option },
      );
    });
  return found;
}

/** What a changed list of statements comes to, statement by statement. */
export function statementMoves(
  actor: Actor,
  { edits }: Variant,
  costs: PreferenceCosts,
): MediationMove[] {
  const statements = new Map(statementsInForce(actor).map((one) => [one.id, one]));
  const price: Readonly<Record<StatementEdit, number>> = {
    'one place up': costs.place!,
    'one place down': costs.place!,
    'left out': costs.leftOut!,
    reversed: costs.reversed!,
  };
  const moves: (MediationMove & { kind: 'statement' })[] = [];
  for (const { statement, edit } of edits) {
    const same = moves.findIndex((move) => move.statement === statement && move.edit === edit);
    const { text, evidence } = statements.get(statement)!;
    const places = (same < 0 ? 0 : moves[same].places) + 1;
    const move = {
      cost: price[edit] * places,
      kind: 'statement',
      actor: actor.id,
      statement,
      text,
      evidence,
      edit,
      places,
    } as const;
    if (same < 0) moves.push(move);
    else moves[same] = move;
  }
  return moves;
}

const NO_GROUNDS = { evidence: [], because: null, restsOn: [], at: null } as const;

/**
 * What a changed ranking comes to: of what was demanded of it, the pairs that are now preferred and were
 * not, and those that were met already. The demands tell it from every other.
 */
export function orderMove(
  { deciders, game }: Prepared,
  naming: Naming,
  mover: number,
  { cost, ranks, demands }: Given,
): MediationMove {
  const before = game.ranks[mover];
  const inOrder = [...demands].sort((a, b) => a.above - b.above || a.below - b.below);
  const pairs = (some: readonly RankDemand[]): (readonly [StateShown, StateShown])[] => [
    ...new Map(
      some.map(({ above, below }) => [
        `${above},${below}`,
        [naming.state(above), naming.state(below)] as const,
      ]),
    ).values(),
  ];
  const isTurned = ({ above, below }: RankDemand): boolean =>
    before[above] <= before[below] && ranks[above] > ranks[below];
  return {
    cost,
    kind: 'order',
    actor: deciders[mover].id,
    prefers: pairs(inOrder.filter(isTurned)),
    keeps: pairs(inOrder.filter((demand) => !isTurned(demand))),
  };
}

/** Whether the first does all that the second does. */
export function contains(
  moves: readonly MediationMove[],
  others: readonly MediationMove[],
): boolean {
  return others.every((other) => moves.some((move) => atLeast(move, other)));
}

function atLeast(move: MediationMove, other: MediationMove): boolean {
  if (move.kind === 'order' && other.kind === 'order')
    return (
      move.actor === other.actor &&
      other.prefers.every(([a, b]) =>
        move.prefers.some(
          ([c, d]) => a.name.decimal === c.name.decimal && b.name.decimal === d.name.decimal,
        ),
      )
    );
  if (move.kind === 'joint' && other.kind === 'joint')
    return other.members.every((member) => move.members.includes(member));
  if (move.kind !== other.kind) return false;
  return Object.entries(other).every(([field, value]) => {
    if (field === 'cost') return true;
    const own = (move as unknown as Readonly<Record<string, unknown>>)[field];
    if (field === 'places') return Number(own) >= Number(value);
    // What suffices without a statement is not told once more with its opposite.
    return own === value || (value === 'left out' && own === 'reversed');
  });
}

function withConstraint(model: ConflictModel, must: Proposition): ConflictModel {
  const id = `mediated-${model.constraints.length + 1}`;
  return {
    ...model,
    constraints: [
      ...model.constraints,
      { id, kind: 'always', must, text: 'added by mediation', ...NO_GROUNDS },
    ],
  };
}
