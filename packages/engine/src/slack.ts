import { DEFINITIONS, isResponse, RESPONSE_CONCEPTS, type ResponseConcept } from './concepts.js';
import { EngineError } from './errors.js';
import { answersTo, explain } from './explain.js';
import type { Game } from './game.js';
import type { Ranks } from './ranks.js';
import { lowestReachable } from './response.js';
import { swapsFrom } from './swaps.js';
import { expectConcept, expectMover, expectState, expectWhole } from './validate.js';

/**
 * How far a verdict is from turning into its opposite (theory 7.3 (2); conditions on the ranking:
 * 7.4), counted in swaps.
 *
 * A ranking is a sequence of places, each with one or more equally good states. A **swap** is one of
 * - two neighbouring places change order;
 * - a state leaves the others of its place, to a place of its own directly above or below them.
 *
 * In a strict ranking this is the usual exchange of two neighbours. Places are never joined, so that
 * what is a preference stays one.
 *
 * What is shown here for decision maker i at state s, with r its ranks and R(x) what the others can
 * answer to x with. Only who stands above s matters: i is stable at s iff every move s1 of i has
 * a deterrent, a set of states that all stand at or below s. The possible deterrents of s1 are
 *
 *   {s1} itself · GMR, SEQ: {s2} for each s2 ∈ R(s1) · SMR, SSEQ: {s2} ∪ R_i(s2) for each s2 ∈ R(s1)
 *
 * and R does not depend on i's own ranking, also where the others answer by improvements.
 *
 * **Raising.** To get a set that stands above s, x the highest in it and k = r(x) − r(s), to or below
 * s takes k swaps. Enough: the place of s passes k places. Necessary: take x, s and one state of each
 * place between. They are never in one place, so a swap turns at most one pair of them. For each z
 * between, if neither (x, z) nor (z, s) turned, x would still stand above s; and (x, s) itself turns:
 * k pairs at least. As s can pass everything at once, a choice of one deterrent for each move costs
 * the largest k among them, so that from unstable to stable it takes
 *
 *   max over s1 of  min over the deterrents of s1 of  (highest rank in the deterrent) − r(s).
 *
 * **Lowering.** i is unstable once for some s1 every deterrent has a member strictly above s. By the
 * same argument the place of s passes k = r(s) − r(x) places to bring x above it; where x shares the
 * place of s, s has to leave it first, by one swap more, for only that ever parts the two. s cannot
 * stand above itself, so it does not count as a member. From stable to unstable it thus takes the
 * least, over s1 and over whether s leaves its place, of
 *
 *   max over the deterrents of s1 of  r(s) − (highest rank in the deterrent, without s)   (+ 1 if it does)
 *
 * where, if it does not leave, those that share its place do not count as members either.
 */
export interface Slack {
  readonly stable: boolean;
  /** The least number of swaps that turns the verdict; null: no reordering does. */
  readonly swaps: number | null;
  /** Such a reordering. */
  readonly change: RankChange | null;
}

/** A state taken past others: all that lie between are passed too. */
export interface RankChange {
  /** up: to directly above the place of `past`; down: to directly below it. */
  readonly direction: 'up' | 'down';
  /**
   * The farthest state that must be passed: a move, what the others answer it with, or where the
   * decision maker can go from there. The state itself where it only has to leave its place.
   */
  readonly past: number;
  /** Whether the state leaves those that it is tied with; otherwise they come along. */
  readonly alone: boolean;
}

/**
 * How many swaps in its own ranking a decision maker's verdict at a state is away from turning.
 * O(states x arcs of the others per state); exact for every model.
 *
 * @throws EngineError 'bad-argument' for simultaneous answers, or a decision maker or state that is not there.
 */
export function slack(game: Game, mover: number, state: number, concept: ResponseConcept): Slack {
  expectRankedConcept(concept);
  expectMover(game.moves, mover);
  expectState(game.moves, state);
  const own = game.ranks[mover];
  const decisive = decisiveMember(game, mover, state, concept, own);
  if (decisive !== null && own[decisive] > own[state])
    return {
      stable: false,
      swaps: own[decisive] - own[state],
      change: { direction: 'up', past: decisive, alone: false },
    };
  const staying = lowering(game, mover, state, concept, false);
  const leaving = shared(own, state) ? lowering(game, mover, state, concept, true) : null;
  const change = [staying, leaving].reduce((a, b) => (a && (!b || a.swaps <= b.swaps) ? a : b));
  return { stable: true, swaps: change?.swaps ?? null, change: change && change.change };
}

/** The ranks after a change of a state's place; those that share its place come along or not. */
export function changedRanks(ranks: Ranks, state: number, change: RankChange): Ranks {
  const moved = (s: number): boolean => s === state || (!change.alone && ranks[s] === ranks[state]);
  const goal = ranks[change.past] + (change.direction === 'up' ? 0.5 : -0.5);
  const scores = Array.from(ranks, (rank, s) => (moved(s) ? goal : rank));
  const places = [...new Set(scores)].sort((a, b) => a - b);
  return Int32Array.from(scores, (score) => places.indexOf(score) + 1);
}

/** How far apart swaps of another decision maker's ranking are looked at. */
export interface OthersSlack {
  /** The least number of swaps that turns the verdict; null: none found. */
  readonly swaps: number | null;
  /** The ranking of the other decision maker that turns it. */
  readonly ranks: Ranks | null;
  /** Where `swaps` is null: it takes more than so many. Null: no ranking at all turns it. */
  readonly moreThan: number | null;
}

/**
 * How many swaps in the ranking of another decision maker a verdict is away from turning. Only
 * credible answers depend on it. All rankings one swap away are looked at,
 * then all that are two away, and so on: exact as far as the search goes, which is at most `most`
 * swaps and `budget` rankings.
 *
 * @throws EngineError 'bad-argument' where `other` is the decision maker itself, and as `slack`.
 */
export function slackByOther(
  game: Game,
  mover: number,
  state: number,
  concept: ResponseConcept,
  other: number,
  { most = 4, budget = 2000 }: { readonly most?: number; readonly budget?: number } = {},
): OthersSlack {
  expectRankedConcept(concept);
  expectMover(game.moves, mover);
  expectMover(game.moves, other);
  expectState(game.moves, state);
  expectWhole('the number of swaps to look at', most, 0, Infinity);
  expectWhole('the number of rankings to look at', budget, 1, Infinity);
  if (other === mover)
    throw new EngineError(
      'bad-argument',
      `decision maker ${mover} is asked for swaps of its own: that is what slack() answers`,
    );
  if (DEFINITIONS[concept].answers !== 'credible')
    return { swaps: null, ranks: null, moreThan: null };
  const now = explain(game, mover, state, concept).stable;
  const seen = new Set<string>([game.ranks[other].join()]);
  let level = [game.ranks[other]];
  let looked = 0;
  for (let swaps = 1; swaps <= most; swaps++) {
    const next: Ranks[] = [];
    for (const ranking of level)
      for (const ranks of swapsFrom(ranking)) {
        const key = ranks.join();
        if (seen.has(key)) continue;
        if (looked++ === budget) return { swaps: null, ranks: null, moreThan: swaps - 1 };
        seen.add(key);
        next.push(ranks);
        const changed = { ...game, ranks: game.ranks.map((own, j) => (j === other ? ranks : own)) };
        if (explain(changed, mover, state, concept).stable !== now)
          return { swaps, ranks, moreThan: null };
      }
    if (next.length === 0) return { swaps: null, ranks: null, moreThan: null };
    level = next;
  }
  return { swaps: null, ranks: null, moreThan: most };
}

/** The cheapest way to put the state below a member of every deterrent; null: there is none. */
function lowering(
  game: Game,
  mover: number,
  state: number,
  concept: ResponseConcept,
  alone: boolean,
): { readonly swaps: number; readonly change: RankChange } | null {
  const own = game.ranks[mover];
  // 0 for what cannot get above the state.
  const value = own.map((rank, s) => (s === state || (!alone && rank === own[state]) ? 0 : rank));
  const past = decisiveMember(game, mover, state, concept, value);
  if (past === null || value[past] === 0) return null;
  // Its rank is at most that of the state, since the verdict is stable.
  const swaps = own[state] - own[past] + (alone ? 1 : 0);
  return {
    swaps,
    change: { direction: 'down', past: own[past] === own[state] ? state : past, alone },
  };
}

/**
 * Of the deterrents of each move the one whose highest member has the least `value`; of these members
 * the one with the largest value. Null: there is no move.
 */
function decisiveMember(
  game: Game,
  mover: number,
  state: number,
  concept: ResponseConcept,
  value: Int32Array,
): number | null {
  const { moves } = game;
  const reach = new Int32Array(moves.maxDegree);
  const targetsOf = (s: number): Int32Array => reach.subarray(0, moves.successors(mover, s, reach));
  const { answers, escape } = DEFINITIONS[concept];
  const improving = answers === 'credible';
  const highest = escape
    ? value.map((height, s) => {
        for (const to of targetsOf(s)) height = Math.max(height, value[to]);
        return height;
      })
    : value;
  const least =
    answers === 'none'
      ? value
      : lowestReachable(game, mover, highest, improving).map((height, s) =>
          Math.min(height, value[s]),
        );
  const targets = Array.from(targetsOf(state));
  if (targets.length === 0) return null;
  const to = targets.reduce((a, b) => (least[b] > least[a] ? b : a));
  if (least[to] === value[to]) return to;
  const { distance } = answersTo(game, mover, to, improving);
  const answer = distance.findIndex((steps, s) => steps > 0 && highest[s] === least[to]);
  return [answer, ...targetsOf(answer)].find((x) => value[x] === least[to])!;
}

function shared(own: Ranks, state: number): boolean {
  return own.some((rank, s) => s !== state && rank === own[state]);
}

function expectRankedConcept(concept: ResponseConcept): void {
  expectConcept(concept);
  if (!isResponse(concept))
    throw new EngineError(
      'bad-argument',
      `slack is not defined for ${concept as string}; choose from ${RESPONSE_CONCEPTS.join(', ')}`,
    );
}
