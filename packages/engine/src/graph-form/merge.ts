import { EngineError } from '../errors.js';
import { createGame, type Game } from '../game.js';
import { arcMoves, type Moves } from '../moves.js';
import type { Ranks } from '../ranks.js';
import type { StateSpace } from '../space.js';
import { expectWhole } from '../validate.js';
import { commonMoves, type CommonMove } from './common-moves.js';

/** A model in which several states have become one (theory 1.4). */
export interface Merged {
  /** In graph form: states and arcs, without options. */
  readonly game: Game;
  /** For each new state the states that it was made of, ascending. */
  readonly members: readonly (readonly number[])[];
  /**
   * For each new state its options, the first one first: "Y" taken, "N" not, "-" where its members
   * differ. Null for a model that had no options before.
   */
  readonly patterns: readonly string[] | null;
  /** What the merge has done to the moves beyond what it was meant to do: worth a look. */
  readonly effects: MergeEffects;
}

/** All states are those of the merged model. */
export interface MergeEffects {
  /** Moves that several decision makers share now, though no members shared them. */
  readonly common: readonly CommonMove[];
  /**
   * Two moves in a row that are not one move, made by entering a merged state at one member and
   * leaving it from another: one example for each decision maker and merged state.
   */
  readonly intransitive: readonly {
    readonly mover: number;
    readonly from: number;
    readonly via: number;
    readonly to: number;
  }[];
  /** Moves that have a way back now, though none between members had. `a` is less than `b`. */
  readonly reversible: readonly {
    readonly mover: number;
    readonly a: number;
    readonly b: number;
  }[];
}

/**
 * Makes states one that are not to be told apart (theory 1.4; GMCR II). A decision maker can move
 * from one new state to another if it could from some member to some member.
 *
 * @param newState for each state the number of the new state that it becomes, 0 to k−1, each used.
 * @param ranks for each decision maker the ranks of the new states; when left out, those of the
 *   members, which must then be equal.
 * @throws EngineError 'bad-argument' where the numbers do not fit, or a decision maker tells
 *   members apart.
 */
export function mergeStates(
  game: Game,
  newState: ArrayLike<number>,
  ranks: readonly Ranks[] | null = null,
): Merged {
  const members = membersOf(game.moves.size, newState);
  const moves = mergedMoves(game.moves, newState, members.length);
  return {
    game: createGame(moves, ranks ?? mergedRanks(game, members), null, game.opponentsRule),
    members,
    patterns: game.space && patternsOf(game.space, members),
    effects: {
      common: newlyCommon(game.moves, newState, moves),
      ...newPairs(game.moves, newState, members, moves),
    },
  };
}

function membersOf(size: number, newState: ArrayLike<number>): number[][] {
  if (newState.length !== size)
    throw new EngineError(
      'bad-argument',
      `new numbers for ${newState.length} states, but the model has ${size}`,
    );
  const members: number[][] = [];
  for (let s = 0; s < size; s++) {
    expectWhole(`the new number of state ${s}`, newState[s], 0, size - 1);
    (members[newState[s]] ??= []).push(s);
  }
  for (let k = 0; k < members.length; k++)
    if (members[k] === undefined)
      throw new EngineError('bad-argument', `no state becomes the new state ${k}`);
  return members;
}

/** From one new state to another where from some member to some member; `size`: of the new states. */
export function mergedMoves(moves: Moves, newState: ArrayLike<number>, size: number): Moves {
  const reach = new Int32Array(moves.maxDegree);
  const arcs = Array.from({ length: moves.movers }, (_, mover) => {
    const lists = Array.from({ length: size }, () => new Set<number>());
    for (let s = 0; s < moves.size; s++) {
      const count = moves.successors(mover, s, reach);
      for (let k = 0; k < count; k++)
        if (newState[reach[k]] !== newState[s]) lists[newState[s]].add(newState[reach[k]]);
    }
    return lists.map((targets) => [...targets]);
  });
  return arcMoves(size, arcs);
}

function mergedRanks({ ranks }: Game, members: readonly (readonly number[])[]): Ranks[] {
  return ranks.map((own, mover) =>
    Int32Array.from(members, ([first, ...others]) => {
      const other = others.find((s) => own[s] !== own[first]);
      if (other !== undefined)
        throw new EngineError(
          'bad-argument',
          `states ${first} and ${other} cannot become one: decision maker ${mover} gives them the ranks ${own[first]} and ${own[other]}; say how it ranks the new states, or keep them apart`,
        );
      return own[first];
    }),
  );
}

function patternsOf(
  { optionCount, codes }: StateSpace,
  members: readonly (readonly number[])[],
): string[] {
  return members.map((states) =>
    Array.from({ length: optionCount }, (_, option) => {
      const taken = states.filter((s) => (codes[s] >>> option) & 1).length;
      return taken === 0 ? 'N' : taken === states.length ? 'Y' : '-';
    }).join(''),
  );
}

function newlyCommon(before: Moves, newState: ArrayLike<number>, after: Moves): CommonMove[] {
  const shared = new Set(
    commonMoves(before).flatMap(({ from, to, movers }) =>
      movers.flatMap((i) =>
        movers.map((j) => `${i} ${j} ${newState[from] * after.size + newState[to]}`),
      ),
    ),
  );
  return commonMoves(after).filter(({ from, to, movers }) =>
    movers.some((i) => movers.some((j) => !shared.has(`${i} ${j} ${from * after.size + to}`))),
  );
}

/** What two moves of one decision maker, one after the other, have become. */
function newPairs(
  before: Moves,
  newState: ArrayLike<number>,
  members: readonly (readonly number[])[],
  after: Moves,
): Pick<MergeEffects, 'intransitive' | 'reversible'> {
  const intransitive: MergeEffects['intransitive'][number][] = [];
  const reversible: MergeEffects['reversible'][number][] = [];
  const size = after.size;
  const list = (moves: Moves, mover: number, state: number): number[] => {
    const out = new Int32Array(moves.maxDegree);
    return Array.from(out.subarray(0, moves.successors(mover, state, out)));
  };
  for (let mover = 0; mover < after.movers; mover++) {
    const outward = Array.from({ length: size }, (_, s) => new Set(list(after, mover, s)));
    const inward = Array.from({ length: size }, (): number[] => []);
    outward.forEach((targets, from) => targets.forEach((to) => inward[to].push(from)));
    // Ways back between members: s → s1 → s.
    const hadWayBack = new Set<number>();
    for (let s = 0; s < before.size; s++)
      for (const s1 of list(before, mover, s))
        if (list(before, mover, s1).includes(s)) hadWayBack.add(newState[s] * size + newState[s1]);
    for (let a = 0; a < size; a++)
      for (const b of outward[a])
        if (a < b && outward[b].has(a) && !hadWayBack.has(a * size + b))
          reversible.push({ mover, a, b });

    for (let via = 0; via < size; via++) {
      if (members[via].length < 2) continue;
      // Pairs of moves that the members themselves had.
      const had = new Set<number>();
      for (const member of members[via]) {
        const out = new Int32Array(before.maxDegree);
        const entries = Array.from(out.subarray(0, before.predecessors(mover, member, out)));
        for (const s of entries)
          for (const s2 of list(before, mover, member))
            if (s !== s2) had.add(newState[s] * size + newState[s2]);
      }
      const example = inward[via]
        .flatMap((from) => [...outward[via]].map((to) => ({ mover, from, via, to })))
        .find(
          ({ from, to }) => from !== to && !outward[from].has(to) && !had.has(from * size + to),
        );
      if (example) intransitive.push(example);
    }
  }
  return { intransitive, reversible };
}
