import type { Game } from './game.js';
import { responsesOnceEach } from './once-each.js';
import { bestOwnMoves } from './response.js';
import { reachable, type Path, type Reachability } from './reachability.js';
import { optionFormOf, simultaneousSanction, type JointChange } from './simultaneous.js';
import { DEFINITIONS, type AnswerKind, type Rule, type StabilityConcept } from './concepts.js';
import { expectConcept, expectMover, expectState } from './validate.js';

/** Why a state is stable or not for one decision maker under one concept. */
export interface Explanation {
  readonly stable: boolean;
  /** Number of moves the decision maker has. */
  readonly moves: number;
  /** One for each of its improvements, ascending by state. Empty: Nash stable. */
  readonly improvements: readonly Deterrence[];
}

/** What becomes of one improvement. */
export interface Deterrence {
  readonly to: number;
  /** Null: nothing that the concept allows deters. */
  readonly sanction: Sanction | null;
  /**
   * How many states the others could respond with (0 where responses are not considered). Null: so many that,
   * one of them being enough, they were not counted; without a sanction: that not all could be looked at.
   */
  readonly responses: number | null;
}

export type Sanction =
  | {
      readonly kind: 'response';
      /** From the improvement to the sanctioning state, the others moving. */
      readonly path: Path;
      readonly to: number;
      /** The best the decision maker can do from there by one move; null: it has no move. Null, too, where the concept does not look at escapes. */
      readonly bestEscape: number | null;
    }
  | {
      readonly kind: 'simultaneous';
      readonly change: JointChange;
      readonly to: number;
      readonly bestEscape: number | null;
    };

/**
 * The reason for a verdict, read off the definition: for each improvement a shortest response that
 * sanctions it, or that there is none. O(reachable states) per improvement, on demand.
 *
 * @throws EngineError 'bad-argument' for SIM on a model without option form, and for a decision
 *   maker, state or concept that there is not.
 */
export function explain(
  game: Game,
  mover: number,
  state: number,
  concept: StabilityConcept,
): Explanation {
  const [improvements] = deterrences(game, mover, state, [concept]);
  return {
    stable: improvements.every(({ sanction }) => sanction !== null),
    moves: game.moves.successors(mover, state, new Int32Array(game.moves.maxDegree)),
    improvements,
  };
}

/**
 * What becomes of each improvement under each of the concepts, in their order: answers are looked for once
 * for all concepts that allow the same ones.
 * @param left how many answers may still be looked at, counted down; where that is not enough for an
 *   improvement, it has neither a sanction nor a number of responses.
 * @throws EngineError as `explain`.
 */
export function deterrences(
  game: Game,
  mover: number,
  state: number,
  concepts: readonly StabilityConcept[],
  left: { answers: number } = { answers: Infinity },
): Deterrence[][] {
  concepts.forEach(expectConcept);
  expectMover(game.moves, mover);
  expectState(game.moves, state);
  const rules = concepts.map((concept) => DEFINITIONS[concept]);
  if (rules.some(({ answers }) => answers === 'simultaneous')) optionFormOf(game);
  const { moves, ranks } = game;
  const own = ranks[mover];
  const reach = new Int32Array(moves.maxDegree);
  const count = moves.successors(mover, state, reach);
  const improvements = Array.from(reach.subarray(0, count)).filter((to) => own[to] > own[state]);
  const found = rules.map((): Deterrence[] => []);
  for (const to of improvements)
    for (const [k, one] of deterrence(game, mover, state, to, rules, left).entries())
      found[k].push(one);
  return found;
}

function deterrence(
  game: Game,
  mover: number,
  state: number,
  to: number,
  rules: readonly Rule[],
  left: { answers: number },
): Deterrence[] {
  const own = game.ranks[mover];
  const deters = (s: number, escape: boolean): boolean => {
    if (own[s] > own[state]) return false;
    const best = escape ? bestMove(game, mover, s) : null;
    return best === null || own[best] <= own[state];
  };
  const searched = new Map<AnswerKind, ReturnType<typeof answersTo>>();
  const search = (answers: AnswerKind): ReturnType<typeof answersTo> => {
    let reached = searched.get(answers);
    if (!reached) {
      const escape = rules.some((rule) => rule.answers === answers && rule.escape);
      reached = answersTo(game, mover, to, answers === 'credible', {
        deters: (s) => deters(s, escape),
        most: left.answers,
      });
      searched.set(answers, reached);
      left.answers -= reached.looked;
    }
    return reached;
  };
  return rules.map(({ answers, escape }) => {
    if (answers === 'none') return { to, sanction: null, responses: 0 };
    if (answers === 'simultaneous') {
      const after = escape ? bestOwnMoves(game, mover) : own;
      const change = simultaneousSanction(game, mover, after, state, to);
      return {
        to,
        sanction: change && {
          kind: 'simultaneous',
          change,
          to: change.to,
          bestEscape: escape ? bestMove(game, mover, change.to) : null,
        },
        responses: 0,
      };
    }
    const reached = search(answers);
    let sanction = -1;
    let responses = 0;
    for (let s = 0; s < reached.distance.length; s++) {
      if (reached.distance[s] <= 0) continue;
      responses++;
      if (sanction >= 0 && reached.distance[s] >= reached.distance[sanction]) continue;
      if (deters(s, escape)) sanction = s;
    }
    return {
      to,
      sanction:
        sanction < 0
          ? null
          : {
              kind: 'response',
              path: reached.pathTo(sanction)!,
              to: sanction,
              bestEscape: escape ? bestMove(game, mover, sanction) : null,
            },
      responses: reached.complete ? responses : null,
    };
  });
}

/** After so many answers one that deters is enough. */
const MOST_ANSWERS = 20_000;

/** What the others can answer with, and how far that was looked at. */
export interface Answers extends Reachability {
  /** Whether all of them were looked for. */
  readonly complete: boolean;
  /** How much was looked at: states, with who moved last where that matters. */
  readonly looked: number;
}

/**
 * What the others can answer with where a decision maker has moved to a state.
 * @param enough `deters`: where some answer to look for is known to do it; of very many, no farther ones are
 *   looked for. `most`: how many may be looked at.
 */
export function answersTo(
  game: Game,
  mover: number,
  to: number,
  improving: boolean,
  enough?: { readonly deters: (state: number) => boolean; readonly most: number },
): Answers {
  const others = Array.from({ length: game.moves.movers }, (_, j) => j).filter((j) => j !== mover);
  return game.opponentsRule === 'each at most once'
    ? { complete: true, looked: 0, ...responsesOnceEach(game, to, others, improving) }
    : reachable(
        game,
        [to],
        improving,
        others,
        enough && { of: enough.deters, looked: MOST_ANSWERS, most: enough.most },
      );
}

function bestMove({ moves, ranks }: Game, mover: number, state: number): number | null {
  const reach = new Int32Array(moves.maxDegree);
  const count = moves.successors(mover, state, reach);
  let best: number | null = null;
  for (let k = 0; k < count; k++)
    if (best === null || ranks[mover][reach[k]] > ranks[mover][best]) best = reach[k];
  return best;
}
