import { reachable, type Changes, type ResponseConcept } from '@standoff/engine';
import {
  codeOf,
  kindOf,
  Outcomes,
  takenIn,
  turnedBetween,
  type Outcome,
  type Prepared,
} from '@standoff/situation';
import { JointEnds, type JointWay } from '../coalitions/joint-ends.js';
import { jointMove } from '../coalitions/joint-move.js';
import type { Plan } from './answer.js';
import type { Levers } from './levers.js';
import type { MediationMove } from './moves.js';

/** Plans as they are told: each is applied to the model, which is judged anew. */
export class Plans {
  constructor(
    readonly levers: Levers,
    readonly concept: ResponseConcept,
    readonly base: Outcome,
  ) {}

  /** The model with the changes made, judged from the beginning. */
  alone(cost: number, moves: readonly MediationMove[], changes: readonly Changes[]): Plan {
    const { prepared } = this.levers;
    const changed = this.levers.changed(changes[0]);
    const { naming, courses } = changed;
    const goals = changes.map(({ state }) =>
      changed.space.indexOf(codeOf(prepared.model, new Set(takenIn(prepared, state)))),
    );
    const nearest = goals.reduce((a, b) => (courses.farness(b) < courses.farness(a) ? b : a));
    return {
      cost,
      moves,
      also: goals.filter((state) => state !== nearest).map((state) => naming.state(state)),
      path: courses.pathTo(naming, nearest),
      ...this.#told(changed, nearest, changes[goals.indexOf(nearest)].state),
    };
  }

  /** Null: in the changed model the coalition cannot do it, or it does not hold. */
  together(
    cost: number,
    others: readonly MediationMove[],
    changes: Changes,
    { members, from, to }: JointWay,
  ): Plan | null {
    const changed = this.levers.changed(changes);
    const { space, courses, naming, game } = changed;
    const [start, end] = [from, to].map((state) =>
      space.indexOf(this.levers.prepared.space.codes[state]),
    );
    if (start < 0 || end < 0) return null;
    const way = courses.improvements.pathTo(start);
    if (way === null || !new JointEnds(changed).from(members, start).includes(end)) return null;
    const told = this.#told(changed, end, to);
    if (!told.concepts.includes(this.concept)) return null;
    const turns = reachable(game, [start], false, members).pathTo(end)!;
    const code = (state: number): bigint => BigInt(space.codes[state]);
    const move = jointMove(changed, { members, from: code(start), to: code(end) }, () =>
      turns.map((step) => ({
        actor: changed.deciders[step.mover].id,
        from: code(step.from),
        to: code(step.to),
      })),
    );
    return {
      cost,
      moves: [{ cost: this.levers.costs.joint!, kind: 'joint', ...move }, ...others],
      also: [],
      path: { by: 'moves', steps: [...naming.steps(way), ...move.steps] },
      ...told,
    };
  }

  /** What is told of a state of the changed model; `before`: its place in the model as it is. */
  #told(
    changed: Prepared,
    state: number,
    before: number,
  ): Omit<Plan, 'cost' | 'moves' | 'also' | 'path'> {
    const { prepared } = this.levers;
    const { naming, equilibria: held } = changed;
    const now = prepared.statusQuo[0];
    return {
      state: naming.state(state),
      concepts: held.conceptsAt(state),
      kinds: Object.fromEntries(
        changed.deciders.map(({ id }, j) => [id, kindOf(changed, changed.judged, j, state)]),
      ),
      against: Object.fromEntries(
        [...prepared.ranks].map(([actor, own]) => [
          actor,
          own[before] > own[now] ? 'better' : own[before] < own[now] ? 'worse' : 'same',
        ]),
      ),
      sideEffects: turnedBetween(
        prepared.model,
        this.base,
        new Outcomes(changed, this.concept).of(changed.game.ranks),
      ),
    };
  }
}
