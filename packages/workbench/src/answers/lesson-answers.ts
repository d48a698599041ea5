import { ruleOf, reachable, type Reachability } from '@standoff/engine';
import type { ImprovementResult } from '@standoff/questions';
import type { Concept, Naming, Prepared, StateShown, Step } from '@standoff/situation';
import { against, type Against } from './comparison.js';

export type Sanction = NonNullable<ImprovementResult['sanction']>;

/** A decision maker, where it stands, and the words for it. */
export interface Place {
  readonly prepared: Prepared;
  readonly naming: Naming;
  readonly mover: number;
  readonly state: number;
}

/** What the others can answer an improvement with. */
export interface Answers {
  /** Whether only moves count that are improvements for whoever makes them. */
  readonly improving: boolean;
  /** States they can answer with; of them, those no better for the decision maker than the start. */
  readonly count: number;
  readonly harmful: number;
  /** Some of them: the one that the explanation names, then the nearest. */
  readonly answers: readonly Answer[];
}

interface Answer {
  /** The others' moves, nobody twice in a row. */
  readonly path: readonly Step[];
  readonly to: StateShown;
  /** For the decision maker, against where it started. */
  readonly leaves: Against;
}

/** From each harmful answer, the best that the decision maker can do by one more move. */
export interface Escapes {
  readonly harmful: number;
  /** Harmful answers from which no move of it helps. */
  readonly without: number;
  readonly escapes: readonly Escape[];
}

interface Escape {
  readonly from: StateShown;
  /** Null: it has no move there. */
  readonly best: { readonly step: Step; readonly to: StateShown; readonly is: Against } | null;
}

/** So many answers are told one by one. */
const TOLD = 6;

export function answersOf(
  place: Place,
  to: number,
  concept: Concept,
  sanction: Sanction | null,
): Answers {
  const { prepared, naming, mover, state } = place;
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
      leaves: against(prepared, mover, s, state),
    })),
  };
}

export function escapesFrom(
  place: Place,
  to: number,
  concept: Concept,
  sanction: Sanction | null,
): Escapes {
  const { prepared, naming, mover, state } = place;
  const { ranks, moves } = prepared.game;
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
                is: against(prepared, mover, next, state),
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
