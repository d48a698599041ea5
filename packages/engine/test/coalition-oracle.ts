import type { CoalitionConcept, CoalitionRules } from '../src/index.js';
import { taken, type Definitions } from './oracle.js';

/**
 * Theory 5.1 to 5.5, read literally, on top of the definitions for single decision makers. Nothing is
 * shared with the engine.
 */
export class CoalitionDefinitions {
  constructor(
    readonly definitions: Definitions,
    /** Who owns which option and how it may change; null where there is no option form. */
    readonly form: {
      readonly owner: readonly number[];
      readonly directions: readonly ('both' | 'forward' | 'back')[];
    } | null,
    readonly rules: CoalitionRules,
  ) {}

  /** R_H(s): by legal sequences, or all options of members at once. The state itself may be in it. */
  reach(H: readonly number[], s: number): Set<number> {
    if (this.rules.moves === 'legal sequences')
      return new Set(this.definitions.jointMoves(H, s, false).keys());
    const { decimals } = this.definitions.model;
    const { owner, directions } = this.form!;
    return new Set(
      decimals!.flatMap((to, x) => {
        if (x === s) return [];
        const legal = owner.every((who, option) => {
          const before = taken(decimals![s], option);
          const after = taken(to, option);
          if (before === after) return true;
          if (!H.includes(who)) return false;
          if (directions[option] === 'forward') return after;
          return directions[option] === 'back' ? before : true;
        });
        return legal ? [x] : [];
      }),
    );
  }

  /** x is an improvement on s for H. */
  gains(H: readonly number[], x: number, s: number): boolean {
    const { model } = this.definitions;
    if (this.rules.improvement === 'every member') return H.every((i) => model.prefers(i, x, s));
    return H.every((i) => !model.prefers(i, s, x)) && H.some((i) => model.prefers(i, x, s));
  }

  /** CR_H^+(s). */
  improvements(H: readonly number[], s: number): number[] {
    return [...this.reach(H, s)].filter((x) => x !== s && this.gains(H, x, s));
  }

  /** Who acts outside H. */
  actors(H: readonly number[]): number[][] {
    const others = Array.from({ length: this.definitions.model.n }, (_, j) => j).filter(
      (j) => !H.includes(j),
    );
    const { outsiders } = this.rules;
    if (outsiders === 'singly') return others.map((j) => [j]);
    if (outsiders !== 'coalitions')
      return outsiders.filter((block) => block.join() !== H.join()).map((block) => [...block]);
    return others.reduce<number[][]>(
      (all, j) => [...all, ...all.map((members) => [...members, j]), [j]],
      [],
    );
  }

  /** What the actors outside H can answer with: sequences in which none acts twice in a row. */
  answers(H: readonly number[], s: number, improving: boolean): Set<number> {
    const actors = this.actors(H);
    const step = (a: number, x: number): number[] => {
      const [only] = actors[a];
      const own =
        actors[a].length === 1 ? [...this.definitions.R(only, x)] : [...this.reach(actors[a], x)];
      return own.filter((y) => y !== x && (!improving || this.gains(actors[a], y, x)));
    };
    const reached = new Set<number>();
    const pairs = new Set<string>();
    const go = (x: number, last: number): void => {
      actors.forEach((_, a) => {
        if (a === last) return;
        for (const y of step(a, x)) {
          if (pairs.has(`${y} ${a}`)) continue;
          pairs.add(`${y} ${a}`);
          reached.add(y);
          go(y, a);
        }
      });
    };
    go(s, -1);
    return reached;
  }

  stable(H: readonly number[], s: number, concept: CoalitionConcept): boolean {
    return this.improvements(H, s).every((s1) => {
      if (concept === 'CNash') return false;
      return [...this.answers(H, s1, concept === 'CSEQ')].some(
        (s2) =>
          !this.gains(H, s2, s) &&
          (concept !== 'CSMR' || [...this.reach(H, s2)].every((s3) => !this.gains(H, s3, s))),
      );
    });
  }
}
