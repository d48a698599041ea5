// Courses by a standard, read off the definitions on random texts.
import type { CourseEnd, Standard } from '@standoff/situation';
import {
  ACTORS,
  keyOf,
  stateOf,
  type LiteralGame,
  type Taken,
} from '../../situation/test/random-text.js';

export interface LiteralEnd {
  readonly states: readonly string[];
  readonly share: number;
}

/** Walks of which it is known where each actor would go from a state, read off the definitions. */
export class LiteralWalks {
  readonly #steps = new Map<string, readonly string[][]>();

  constructor(readonly stepsOf: (actor: string, key: string) => string[]) {}

  /** By actor that would move, the best of its undeterred improvements. */
  steps(key: string): readonly string[][] {
    let found = this.#steps.get(key);
    if (!found) {
      found = ACTORS.map((actor) => this.stepsOf(actor, key)).filter((own) => own.length > 0);
      this.#steps.set(key, found);
    }
    return found;
  }

  around(key: string): Set<string> {
    const found = new Set([key]);
    for (const one of found) for (const to of this.steps(one).flat()) found.add(to);
    return found;
  }

  /** Closed classes, with the share of walks in them after very many steps. */
  ends(start: string): LiteralEnd[] {
    let mass = new Map([[start, 1]]);
    for (let n = 0; n < 600; n++) {
      const next = new Map<string, number>();
      for (const [key, share] of mass) {
        const choices = this.steps(key);
        if (choices.length === 0) next.set(key, (next.get(key) ?? 0) + share);
        for (const own of choices)
          for (const to of own)
            next.set(to, (next.get(to) ?? 0) + share / choices.length / own.length);
      }
      mass = next;
    }
    const classes = new Map<string, string[]>();
    for (const key of this.around(start)) {
      const states = [...this.around(key)].sort();
      if (states.every((one) => this.around(one).has(key))) classes.set(states.join(';'), states);
    }
    return [...classes.values()].map((states) => ({
      states,
      share: states.reduce((sum, key) => sum + (mass.get(key) ?? 0), 0),
    }));
  }
}

/** The course under a standard. */
export class LiteralStandard extends LiteralWalks {
  constructor(
    readonly game: LiteralGame,
    readonly standard: Standard,
  ) {
    super((actor, key) => this.#bestOf(actor, key));
  }

  /** The best of the actor's undeterred improvements. */
  #bestOf(actor: string, key: string): string[] {
    const { game } = this;
    const from = stateOf(key);
    const worth = (to: Taken): number => game.worth(actor, to);
    const undeterred = game
      .improvements(actor, from)
      .filter((to) => this.#answers(actor, to).every((one) => worth(one) > worth(from)));
    const best = Math.max(...undeterred.map(worth));
    return undeterred.filter((to) => worth(to) === best).map(keyOf);
  }

  /** What the answers of the others that the standard counts lead to, the state itself included. */
  #answers(actor: string, to: Taken): Taken[] {
    const { game, standard } = this;
    const reached = [{ state: to, last: actor }];
    const seen = new Set<string>();
    if (standard !== 'at-once')
      for (const { state, last } of reached)
        for (const other of ACTORS) {
          if (other === actor || other === last) continue;
          const next =
            standard === 'guarded' ? game.moves(other, state) : game.improvements(other, state);
          for (const one of next) {
            const key = `${keyOf(one)}|${other}`;
            if (!seen.has(key)) reached.push({ state: one, last: other });
            seen.add(key);
          }
        }
    return reached.map(({ state }) => state);
  }
}

/** Outcomes with their shares: "states in which it goes round" or those that nobody tells apart. */
export function outcomesOf(
  ends: readonly LiteralEnd[],
  game: LiteralGame,
  inScenario: (key: string) => boolean,
): string[] {
  const groups = new Map<string, { states: string[]; share: number; round: number }>();
  for (const { states, share } of ends) {
    const [first] = states;
    const key =
      states.length > 1
        ? states.join(';')
        : [...ACTORS.map((actor) => game.worth(actor, stateOf(first))), inScenario(first)].join();
    const group = groups.get(key) ?? { states: [], share: 0, round: 0 };
    groups.set(key, {
      states: [...group.states, ...states],
      share: group.share + share,
      round: states.length > 1 ? states.length : 0,
    });
  }
  return [...groups.values()]
    .map(({ states, share, round }) => `${round || states.length} ${round > 0} ${share.toFixed(6)}`)
    .sort();
}

export function toldOf(ends: readonly CourseEnd[]): string[] {
  return ends
    .map(({ round, variants, pull }) => `${round || variants} ${round !== 0} ${pull!.toFixed(6)}`)
    .sort();
}
