import { EngineError } from '../errors.js';
import type { Formula } from '../formula.js';
import { createGame, type Game, type OpponentsRule } from '../game.js';
import { arcMoves, optionMoves, type Moves, type OptionDirection } from '../moves.js';
import { fromScores, prioritized, ranked, type Ranks } from '../ranks.js';
import { enumerateStates, type StateSpace } from '../space.js';
import { TruthTable } from '../truth.js';
import { integersOf, weightedScores } from '../weights.js';

/** A graph model by names, as a script or a JSON file gives it: states and arcs, or options. */
export type ModelDescription = GraphDescription | OptionDescription;

/** States and arcs (theory 1.9). */
export interface GraphDescription {
  /** The names of the states, all different. */
  readonly states: readonly string[];
  readonly decisionMakers: readonly {
    readonly name: string;
    /** From which state to which it can move. */
    readonly moves: readonly (readonly [from: string, to: string])[];
    readonly ranking: Ranking;
  }[];
  readonly opponentsRule?: OpponentsRule;
}

/** Options, and what they rule out (theory 1.1-1.6). */
export interface OptionDescription {
  readonly decisionMakers: readonly ({
    readonly name: string;
    /** Names of the options, different from those of all others; without commas. */
    readonly options: readonly string[];
    /** Which of its options can only be taken, or only be given up. */
    readonly oneWay?: Readonly<Record<string, Exclude<OptionDirection, 'both'>>>;
  } & OptionPreference)[];
  /** What must hold in every state. */
  readonly constraints?: readonly Condition[];
  readonly opponentsRule?: OpponentsRule;
}

/** What a decision maker wants: exactly one of the three. */
export type OptionPreference =
  | { readonly ranking: Ranking }
  /** Statements, most important first (theory 2.3). */
  | { readonly statements: readonly Condition[] }
  /** By option, what taking it is worth, a decimal as it is written; 0 for those left out (theory 2.2). */
  | { readonly weights: Readonly<Record<string, number>> };

/** States, best first; equally good ones in a list of their own. Every state once. */
export type Ranking = readonly (string | readonly string[])[];

/** An option by its name, or a formula over such. */
export type Condition =
  | string
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or' | 'xor' | 'iff'; readonly of: readonly Condition[] }
  | {
      readonly kind: 'count';
      readonly min: number;
      readonly max: number;
      readonly of: readonly Condition[];
    };

/** A model that knows its names. Everything else about it is asked of `game`, by number. */
export interface NamedModel {
  readonly game: Game;
  /** By number; in option form the options taken, in order, as in "stop, sue", or "none". */
  readonly states: readonly string[];
  /** By number. */
  readonly decisionMakers: readonly string[];
}

/** The most states a description may come to: beyond, build the model from the parts. */
const MAX_STATES = 1_000_000;

/**
 * A model from its description.
 *
 * @throws EngineError 'bad-argument' where names are unknown, missing or used twice, and as
 *   `enumerateStates`, `arcMoves`, `optionMoves`, `fromScores`.
 */
export function createModel(description: ModelDescription): NamedModel {
  const decisionMakers = description.decisionMakers.map(({ name }) => name);
  numbered('decision maker', decisionMakers);
  return 'states' in description
    ? fromGraph(description, decisionMakers)
    : fromOptions(description, decisionMakers);
}

function fromGraph(
  { states, decisionMakers, opponentsRule }: GraphDescription,
  names: readonly string[],
): NamedModel {
  const number = numbered('state', states);
  const arcs = decisionMakers.map(({ name, moves }) => {
    const lists = states.map((): number[] => []);
    for (const [from, to] of moves)
      lists[number(from, `a move of ${name}`)].push(number(to, `a move of ${name}`));
    return lists;
  });
  const ranks = decisionMakers.map(({ name, ranking }) => ranksOf(name, ranking, states, number));
  return {
    game: createGame(arcMoves(states.length, arcs), ranks, null, opponentsRule),
    states,
    decisionMakers: names,
  };
}

function fromOptions(
  { decisionMakers, constraints = [], opponentsRule }: OptionDescription,
  names: readonly string[],
): NamedModel {
  const options = decisionMakers.flatMap((owner) => owner.options);
  const number = numbered('option', options);
  const bad = options.find((name) => name === 'none' || name === '' || name.includes(','));
  if (bad !== undefined)
    throw new EngineError(
      'bad-argument',
      `an option is called "${bad}"; states are told by their options, so names are not empty, not "none" and without commas`,
    );
  const formula = (condition: Condition, where: string): Formula =>
    byNumber(condition, (name) => number(name, where));
  const space = enumerateStates(
    options.length,
    constraints.map((condition) => formula(condition, 'a constraint')),
    MAX_STATES,
  );
  const moves = movesOf(decisionMakers, number, space);
  const states = Array.from(
    space.codes,
    (code) => options.filter((_, k) => (code >>> k) & 1).join(', ') || 'none',
  );
  const truth = new TruthTable(space);
  const stateNumber = numbered('state', states);
  const ranks = decisionMakers.map((owner): Ranks => {
    const where = `the preference of ${owner.name}`;
    const given = ['ranking', 'statements', 'weights'].filter((form) => form in owner);
    if (given.length !== 1)
      throw new EngineError(
        'bad-argument',
        `${where} is given ${given.length === 0 ? 'in no form' : `as ${given.join(' and as ')}`}; give one of ranking, statements and weights`,
      );
    if ('ranking' in owner) return ranksOf(owner.name, owner.ranking, states, stateNumber);
    if ('statements' in owner)
      return prioritized(
        space.size,
        owner.statements.map((condition) => truth.of(formula(condition, where))),
      );
    const taken = Object.entries(owner.weights).map(([name, weight]) => {
      if (!Number.isFinite(weight))
        throw new EngineError('bad-argument', `${where} gives "${name}" the weight ${weight}`);
      return truth.of({ kind: 'option', option: number(name, where) });
    });
    const weights = integersOf(Object.values(owner.weights));
    return fromScores(
      weightedScores(
        space.size,
        taken.map((holds, k) => ({ holds, weight: weights[k] })),
      ),
    );
  });
  return { game: createGame(moves, ranks, space, opponentsRule), states, decisionMakers: names };
}

function movesOf(
  decisionMakers: OptionDescription['decisionMakers'],
  number: Numbering,
  space: StateSpace,
): Moves {
  const owned = decisionMakers.map(({ name, options }) =>
    options.map((option) => number(option, `the options of ${name}`)),
  );
  const directions = new Array<OptionDirection>(space.optionCount).fill('both');
  decisionMakers.forEach(({ name, oneWay = {} }, owner) => {
    for (const [option, direction] of Object.entries(oneWay)) {
      const k = number(option, `the one-way options of ${name}`);
      if (!owned[owner].includes(k))
        throw new EngineError('bad-argument', `"${option}" is no option of ${name}`);
      directions[k] = direction;
    }
  });
  return optionMoves(space, owned, directions);
}

function ranksOf(
  name: string,
  ranking: Ranking,
  states: readonly string[],
  number: Numbering,
): Ranks {
  const cell = new Int32Array(states.length).fill(-1);
  ranking.forEach((place, k) => {
    for (const state of typeof place === 'string' ? [place] : place) {
      const s = number(state, `the ranking of ${name}`);
      if (cell[s] >= 0)
        throw new EngineError('bad-argument', `${name} ranks the state "${state}" twice`);
      cell[s] = k;
    }
  });
  const missing = cell.indexOf(-1);
  if (missing >= 0)
    throw new EngineError('bad-argument', `${name} does not rank the state "${states[missing]}"`);
  return ranked(cell);
}

function byNumber(condition: Condition, number: (name: string) => number): Formula {
  if (typeof condition === 'string') return { kind: 'option', option: number(condition) };
  if (condition.kind === 'not') return { kind: 'not', of: byNumber(condition.of, number) };
  return { ...condition, of: condition.of.map((part) => byNumber(part, number)) };
}

/** The number of a name; `where` says for an error what names it. */
type Numbering = (name: string, where: string) => number;

/** @throws EngineError 'bad-argument' where a name occurs twice. */
function numbered(kind: string, names: readonly string[]): Numbering {
  const numbers = new Map<string, number>();
  for (const name of names) {
    if (numbers.has(name))
      throw new EngineError('bad-argument', `two ${kind}s are called "${name}"`);
    numbers.set(name, numbers.size);
  }
  return (name, where) => {
    const number = numbers.get(name);
    if (number === undefined)
      throw new EngineError(
        'bad-argument',
        `${where} names the ${kind} "${name}", which there is not`,
      );
    return number;
  };
}
