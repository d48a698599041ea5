import { ruleOf, reachable, type Reachability } from '@standoff/engine';
import type { Count } from '@standoff/model';
import type { ImprovementResult } from '../explain/answer.js';
import type { Concept, Prepared, StateShown, Step } from '@standoff/situation';
import { versus, type Versus } from './comparison.js';

export type Sanction = NonNullable<ImprovementResult['sanction']>;

/** A decision maker and where it stands. */
export interface Place {
  readonly prepared: Prepared;
  readonly mover: number;
  readonly state: number;
}

/** What the others can answer an improvement with. */
export interface AnswersByHand {
  /** Whether only moves count that are improvements for whoever makes them. */
  readonly improving: boolean;
  /** States they can answer with. */
  readonly count: Count;
  /** Of them, those no better for the decision maker than the start. */
  readonly harmful: Count;
  /** Some of them: the one that the explanation names, then the nearest. */
  readonly answers: readonly AnswerByHand[];
}

interface AnswerByHand {
  /** The others' moves, nobody twice in a row. */
  readonly path: readonly Step[];
  /** Where they end. */
  readonly to: StateShown;
  /** For the decision maker, against where it started. */
  readonly leaves: Versus;
}

/** From each harmful answer, the best that the decision maker can do by one more move. */
export interface EscapesByHand {
  /** How many answers are harmful. */
  readonly harmful: Count;
  /** Of them, those from which no move of it helps. */
  readonly without: Count;
  /** Some of them: the one that the explanation names, then the nearest. */
  readonly escapes: readonly EscapeByHand[];
}

interface EscapeByHand {
  /** Where the answer ends. */
  readonly from: StateShown;
  /** Its best move there; null: it has none. */
  readonly best: {
    /** What it does. */
    readonly step: Step;
    /** Where that leads. */
    readonly to: StateShown;
    /** Against where it started. */
    readonly is: Versus;
  } | null;
}

/** So many answers are told one by one. */
const TOLD = 6;

export function answersOf(
  place: Place,
  to: number,
  concept: Concept,
  sanction: Sanction | null,
): AnswersByHand {
  const { prepared, mover, state } = place;
  const { naming } = prepared;
  const improving = ruleOf(concept).answers === 'credible';
  const reached = answersTo(place, to, improving);
  const all = nearestFirst(reached);
  return {
    improving,
    count: all.length,
    harmful: harmfulOf(place, all).length,
    answers: leading(place, all, sanction).map((s) => ({
      path: naming.steps(reached.pathTo(s) ?? []),
      to: naming.state(s),
      leaves: versus(prepared, mover, s, state),
    })),
  };
}

export function escapesFrom(
  place: Place,
  to: number,
  concept: Concept,
  sanction: Sanction | null,
): EscapesByHand {
  const { prepared, mover, state } = place;
  const { naming, game } = prepared;
  const { ranks, moves } = game;
  const own = ranks[mover];
  const reach = new Int32Array(moves.maxDegree);
  const bestFrom = (s: number): number | null =>
    Array.from(reach.subarray(0, moves.successors(mover, s, reach))).reduce<number | null>(
      (best, next) => (best === null || own[next] > own[best] ? next : best),
      null,
    );
  const harmful = harmfulOf(
    place,
    nearestFirst(answersTo(place, to, ruleOf(concept).answers === 'credible')),
  );
  const best = new Map(harmful.map((s) => [s, bestFrom(s)]));
  const fails = (s: number): boolean => {
    const next = best.get(s) ?? null;
    return next === null || own[next] <= own[state];
  };
  return {
    harmful: harmful.length,
    without: harmful.filter(fails).length,
    escapes: leading(place, harmful, sanction).map((s) => {
      const next = best.get(s) ?? null;
      return {
        from: naming.state(s),
        best:
          next === null
            ? null
            : {
                step: naming.step(mover, s, next),
                to: naming.state(next),
                is: versus(prepared, mover, next, state),
              },
      };
    }),
  };
}

/** What sequences of the others' moves lead to, nobody moving twice in a row. */
function answersTo({ prepared: { game }, mover }: Place, to: number, improving: boolean) {
  const others = game.ranks.map((_, other) => other).filter((other) => other !== mover);
  return reachable(game, [to], improving, others);
}

function nearestFirst({ distance }: Reachability): number[] {
  return Array.from(distance, (_, s) => s)
    .filter((s) => distance[s] > 0)
    .sort((a, b) => distance[a] - distance[b] || a - b);
}

function harmfulOf({ prepared, mover, state }: Place, states: readonly number[]): number[] {
  const own = prepared.game.ranks[mover];
  return states.filter((s) => own[s] <= own[state]);
}

/** As many as are told, with the sanction that the explanation names among them, in their order. */
function leading(
  { prepared: { space } }: Place,
  states: readonly number[],
  sanction: Sanction | null,
): number[] {
  const named = sanction === null ? -1 : space.indexOf(Number(sanction.result.name.decimal));
  const rest = states.filter((s) => s !== named).slice(0, named < 0 ? TOLD : TOLD - 1);
  return states.filter((s) => s === named || rest.includes(s));
}
