import {
  createGame,
  enumerateStates,
  EngineError,
  isSet,
  optionMoves,
  TruthTable,
  withoutMoves,
  type Game,
  type Moves,
  type OpponentsRule,
  type Ranks,
  type StateSpace,
} from '@standoff/engine';
import type { Actor, ConflictModel, OptionId } from '@standoff/model';
import { AnalysisError } from './errors.js';
import { Lowering } from './lowering.js';
import { ranksOf } from './preference.js';
import { statusQuoSets } from './status-quo.js';

export interface PrepareOptions {
  /** Bytes that states, moves and verdicts may take; 2 GiB when left out. */
  readonly memory?: number;
  /** How opponents' joint responses are read; the published rule when left out. */
  readonly opponentsRule?: OpponentsRule;
}

/** A model with its states, moves and rankings worked out: what every question starts from. */
export interface Prepared {
  readonly model: ConflictModel;
  readonly lowering: Lowering;
  /** Option ids in alphabetical order, with their bits. */
  readonly sortedOptions: readonly { readonly id: OptionId; readonly bit: number }[];
  readonly space: StateSpace;
  readonly truth: TruthTable;
  /** The actors with options, in the order of the movers of the game. */
  readonly deciders: readonly Actor[];
  readonly game: Game;
  /** By actor id, stakeholders included. */
  readonly ranks: ReadonlyMap<string, Ranks>;
  /** Indexes of the states that the status quo may be; more than one where options are unknown. */
  readonly statusQuo: readonly number[];
}

export const DEFAULT_MEMORY = 2 * 1024 ** 3;

/**
 * Works out states, moves and rankings.
 * @throws AnalysisError 'too-large', 'no-feasible-state', 'status-quo-infeasible', 'ranking'.
 */
export function prepare(
  model: ConflictModel,
  { memory = DEFAULT_MEMORY, opponentsRule = 'legal sequences' }: PrepareOptions = {},
): Prepared {
  const lowering = new Lowering(model);
  const deciders = model.actors.filter(({ options }) => options.length > 0);
  const space = statesOf(model, lowering, deciders.length, memory);
  if (space.size === 0)
    throw new AnalysisError(
      'no-feasible-state',
      'the constraints contradict each other: no state satisfies them all',
      '"standoff check" names the smallest set of constraints responsible',
    );
  const statusQuo = statusQuoOf(model, lowering, space);
  const truth = new TruthTable(space);
  const ranks = new Map(
    model.actors.map((actor) => [actor.id, ranksOf(actor, actor.prevails, lowering, truth)]),
  );
  const moves = movesOf(model, lowering, space, truth, deciders);
  const game = createGame(
    moves,
    deciders.map(({ id }) => ranks.get(id)!),
    space,
    opponentsRule,
  );
  const sortedOptions = model.options
    .map(({ id }, k) => ({ id, bit: 1 << k }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { model, lowering, sortedOptions, space, truth, deciders, game, ranks, statusQuo };
}

/** The option ids taken in a state, sorted. */
export function takenIn(prepared: Prepared, state: number): OptionId[] {
  return optionsIn(prepared, prepared.space.codes[state]);
}

/** The option ids whose bits are set, sorted. */
export function optionsIn({ sortedOptions }: Prepared, bits: number): OptionId[] {
  const ids: OptionId[] = [];
  for (const { id, bit } of sortedOptions) if ((bits & bit) !== 0) ids.push(id);
  return ids;
}

/** The code of a set of options. */
export function codeOf(model: ConflictModel, taken: ReadonlySet<OptionId>): number {
  return model.options.reduce(
    (code, { id }, k) => (taken.has(id) ? (code | (1 << k)) >>> 0 : code),
    0,
  );
}

function statesOf(
  model: ConflictModel,
  lowering: Lowering,
  deciders: number,
  memory: number,
): StateSpace {
  // Per state, at most: code and its table entry, ranks, blocks and verdicts of each actor, labels
  // and queues of one kernel at a time, distances.
  const bytes = 36 + 4 * model.actors.length + 18 * deciders + 64;
  try {
    return enumerateStates(
      model.options.length,
      model.constraints.map(({ must }) => lowering.formula(must)),
      Math.max(1, Math.floor(memory / bytes)),
    );
  } catch (error) {
    if (!(error instanceof EngineError) || !error.limit) throw error;
    const { needed } = error.limit;
    if (error.code === 'too-many-options')
      throw new AnalysisError(
        'too-large',
        `${model.options.length} options make ${needed.toPrecision(2)} states; this version looks at every state and takes at most 30 options`,
        'merge options that always go together, or leave out actors that do not matter for the question',
      );
    throw new AnalysisError(
      'too-large',
      `about ${count(needed)} feasible states need about ${gigabytes(needed * bytes)}; ${gigabytes(memory)} is allowed`,
      'allow more with --memory, or add the constraints that rule out what cannot be',
    );
  }
}

function statusQuoOf(model: ConflictModel, lowering: Lowering, space: StateSpace): number[] {
  const codes = statusQuoSets(model).map((taken) => codeOf(model, taken));
  const states = codes.map((code) => space.indexOf(code)).filter((s) => s >= 0);
  if (states.length > 0) return states;
  const broken = model.constraints.filter(({ must }) => !lowering.holds(must, codes[0]));
  throw new AnalysisError(
    'status-quo-infeasible',
    `the status quo breaks ${broken.map(({ text, at }) => `"${text}"${at ? ` (line ${at.start.line + 1})` : ''}`).join(' and ')}`,
    'change which options are "taken", the events up to the "as of" date, or the constraint',
  );
}

function movesOf(
  model: ConflictModel,
  lowering: Lowering,
  space: StateSpace,
  truth: TruthTable,
  deciders: readonly Actor[],
): Moves {
  const moves = optionMoves(
    space,
    deciders.map(({ options }) => options.map((id) => lowering.option(id)!)),
    model.options.map(({ direction }) => direction),
  );
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

function gigabytes(bytes: number): string {
  const gb = bytes / 1024 ** 3;
  return gb >= 0.1 ? `${gb.toPrecision(2)} GB` : `${Math.ceil(bytes / 1024 ** 2)} MB`;
}

function count(n: number): string {
  return n >= 1e6 ? `${(n / 1e6).toPrecision(2)} million` : `${Math.round(n)}`;
}
