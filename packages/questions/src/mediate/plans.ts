import {
  reachable,
  type Changes,
  type PathStep,
  type ResponseConcept,
  type Sought,
} from '@standoff/engine';
import { codeOf, takenIn, turnedBetween, type Outcome, type Prepared } from '@standoff/situation';
import { JointEnds, type JointWay } from '../coalitions/joint-ends.js';
import { jointMove } from '../coalitions/joint-move.js';
import type { Plan, SetAside } from './answer.js';
import { Harm } from './harm.js';
import { HeldAt } from './held-at.js';
import type { Levers } from './levers.js';
import type { MediationMove } from './moves.js';

/** Plans as they are told: each is applied to the model, which is judged anew. */
export class Plans {
  /** Plans all of whose ways harm somebody whom the goal is meant to win; null: none was. */
  setAside: SetAside | null = null;

  constructor(
    readonly levers: Levers,
    readonly concept: ResponseConcept,
    readonly base: Outcome,
    readonly reach: Sought['reach'],
    /** Whether such ways are taken too. */
    readonly anyStep: boolean,
  ) {}

  /** The model with the changes made, judged from the beginning; null: set aside. */
  alone(cost: number, moves: readonly MediationMove[], changes: readonly Changes[]): Plan | null {
    const { prepared } = this.levers;
    const changed = this.levers.changed(changes[0]);
    const { naming, courses } = changed;
    const goals = changes.map(({ state }) =>
      changed.space.indexOf(codeOf(prepared.model, new Set(takenIn(prepared, state)))),
    );
    const sorted = [...goals].sort((a, b) => courses.farness(a) - courses.farness(b));
    // What the course leads to as it is, is told as it is.
    const free = this.anyStep || this.reach === null || moves.length === 0;
    const winning = free
      ? { goal: sorted[0], path: courses.pathTo(naming, sorted[0]) }
      : this.#winning(changed, sorted, this.reach);
    if (winning === null) return null;
    const { goal: nearest, path } = winning;
    return {
      cost,
      moves,
      also: goals.filter((state) => state !== nearest).map((state) => naming.state(state)),
      path,
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
    const way = this.anyStep
      ? courses.improvements.pathTo(start)
      : this.#way(changed, start, end, 'improvements');
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

  /** The nearest of the goals to which a way leads that harms nobody it is meant to win, and the way. */
  #winning(
    changed: Prepared,
    goals: readonly number[],
    by: 'improvements' | 'moves',
  ): { readonly goal: number; readonly path: Plan['path'] } | null {
    for (const goal of goals) {
      const way = this.#way(changed, goal, goal, by);
      if (way) return { goal, path: { by, steps: changed.naming.steps(way) } };
    }
    return null;
  }

  /** Null: none there, or each harms somebody whom the goal is meant to win; then it is set aside. */
  #way(
    changed: Prepared,
    to: number,
    goal: number,
    by: 'improvements' | 'moves',
  ): readonly PathStep[] | null {
    const harm = new Harm(this.levers.prepared, changed, goal, by);
    const way = harm.way(to);
    const first = way === null ? harm.first(to) : null;
    if (first)
      this.setAside = {
        plans: (this.setAside?.plans ?? 0) + 1,
        example: this.setAside?.example ?? {
          step: changed.naming.steps([first.step])[0],
          harms: first.harmed.map((mover) => changed.deciders[mover].id),
        },
      };
    return way;
  }

  /** What is told of a state of the changed model; `before`: its place in the model as it is. */
  #told(
    changed: Prepared,
    state: number,
    before: number,
  ): Omit<Plan, 'cost' | 'moves' | 'also' | 'path'> {
    const { prepared } = this.levers;
    const held = new HeldAt(changed);
    const now = prepared.statusQuo[0];
    return {
      state: changed.naming.state(state),
      concepts: held.conceptsAt(state),
      kinds: held.kindsAt(state),
      against: Object.fromEntries(
        [...prepared.ranks].map(([actor, own]) => [
          actor,
          own[before] > own[now] ? 'better' : own[before] < own[now] ? 'worse' : 'same',
        ]),
      ),
      sideEffects: turnedBetween(
        prepared.model,
        this.base,
        changed.outcomes(this.concept).of(changed.game.ranks),
      ),
    };
  }
}
