import {
  isSet,
  mergedMoves,
  optionMoves,
  settledMoves,
  TruthTable,
  withMoves,
  withoutMoves,
  type Moves,
  type StateSpace,
} from '@standoff/engine';
import type { Actor, ConflictModel, Proposition } from '@standoff/model';
import { AnalysisError } from './errors.js';
import { Lowering } from './lowering.js';
import type { Merging } from './merging.js';
import { count } from './prepared-states.js';

/** What moves are made of. */
interface Frame {
  readonly model: ConflictModel;
  readonly lowering: Lowering;
  readonly space: StateSpace;
  readonly truth: TruthTable;
  readonly deciders: readonly Actor[];
}

/** From a state that is several, a decision maker can move wherever it can from one of them. */
export function movesBetween({
  merging,
  ...frame
}: Frame & { readonly merging: Merging | null }): Moves {
  if (merging === null) return movesOf(frame);
  const { apart, newState, space } = merging;
  const moves = movesOf({ ...frame, space: apart, truth: new TruthTable(apart) });
  return mergedMoves(moves, newState, space.size);
}

function movesOf({ model, lowering, space, truth, deciders }: Frame): Moves {
  const form = {
    owned: deciders.map(({ options }) => options.map((id) => lowering.option(id)!)),
    directions: model.options.map(({ direction }) => direction),
  };
  const { settling } = lowering;
  const own =
    settling === null
      ? optionMoves(space, form.owned, form.directions)
      : settledMoves(space, form, (code) => settling.settled(code));
  const moves = withGivenMoves(own, { model, lowering, space, truth, deciders });
  if (model.disallowed.length === 0) return moves;
  const barred = model.disallowed.map(({ actor, from, to }) => ({
    mover: deciders.findIndex(({ id }) => id === actor),
    from: truth.of(lowering.formula(from)),
    to: truth.of(lowering.formula(to)),
  }));
  return withoutMoves(moves, (mover, from, to) =>
    barred.some((b) => b.mover === mover && isSet(b.from, from) && isSet(b.to, to)),
  );
}

/** The most moves that are given one by one: what they take is not foreseen with the states. */
const MOST_GIVEN = 5_000_000;

function withGivenMoves(moves: Moves, { model, lowering, truth, deciders, space }: Frame): Moves {
  if (model.allowed === undefined) return moves;
  const where = (p: Proposition): number[] => {
    const bits = truth.of(lowering.formula(p));
    return Array.from(space.codes.keys()).filter((s) => isSet(bits, s));
  };
  const given = model.allowed.map(({ actor, from, to }) => ({
    mover: deciders.findIndex(({ id }) => id === actor),
    from: where(from),
    to: where(to),
  }));
  const many = given.reduce((sum, { from, to }) => sum + from.length * to.length, 0);
  if (many > MOST_GIVEN)
    throw new AnalysisError(
      'too-large',
      `about ${count(many)} moves are given by "can move"; ${count(MOST_GIVEN)} can be listed`,
      'say in "from" and "to" which states are meant more narrowly',
    );
  return withMoves(moves, given);
}
