import { partOf, type Outcome, type Prepared, type World } from '@standoff/situation';
import type { BriefEnd } from '../briefing/brief-ends.js';
import { briefEnds, ENDS_OF_WORLDS } from '../briefing/brief-ends.js';
import type { Verdict } from './answer.js';

/** What of an outcome is looked at. */
export type Judged = Pick<Outcome, 'holds' | 'scenarios' | 'statusQuoHolds' | 'ends'>;

export interface Run {
  readonly world: World;
  /** Which of the rules in doubt hold, and what of that which is left to chance comes about, by id. */
  readonly settled: ReadonlyMap<string, boolean>;
  readonly outcome: Judged;
}

/** The verdicts looked at, each a value in each run. */
export class Verdicts {
  readonly #told: readonly { readonly verdict: Verdict; readonly of: (o: Judged) => boolean }[];
  /** States that would hold in some runs and not in others. */
  readonly #states: number[];

  constructor(
    readonly prepared: Prepared,
    runs: readonly Run[],
  ) {
    const told = [
      { verdict: { of: 'status quo' } as const, of: (o: Judged) => o.statusQuoHolds },
      ...prepared.model.scenarios.flatMap(({ id }, j) =>
        (['holds', 'reached'] as const).map((what) => ({
          verdict: { of: 'scenario', id, what } as const,
          of: (o: Judged) => o.scenarios[j][what],
        })),
      ),
    ];
    this.#told = told.filter(({ of }) => differs(runs, of));
    const turned = new Uint8Array(prepared.space.size);
    const { holds: first } = runs[0].outcome;
    for (const { outcome } of runs)
      for (let s = 0; s < turned.length; s++) turned[s] |= outcome.holds[s] ^ first[s];
    this.#states = [];
    for (let s = 0; s < turned.length; s++) if (turned[s] !== 0) this.#states.push(s);
  }

  /** Where the course ends over these runs, each counted as it is likely. */
  ends(runs: readonly Run[]): BriefEnd[] {
    const whole = weightOf(runs);
    return briefEnds(
      this.prepared,
      runs.flatMap(({ world, outcome }) =>
        outcome.ends.map(({ states, share }) => ({
          states,
          share: partOf(share * world.weight, whole),
        })),
      ),
      ENDS_OF_WORLDS,
    );
  }

  undecided(runs: readonly Run[]): { told: number; states: number } {
    return {
      told: this.#told.filter(({ of }) => differs(runs, of)).length,
      states: this.#states.filter((s) => differs(runs, ({ holds }) => holds[s] === 1)).length,
    };
  }

  /** Verdicts that are the same in these runs, though not in all those they are a part of. */
  decided(runs: readonly Run[], among: readonly Run[]): { verdict: Verdict; value: boolean }[] {
    return this.#told.flatMap(({ verdict, of }) =>
      differs(runs, of) || !differs(among, of) ? [] : [{ verdict, value: of(runs[0].outcome) }],
    );
  }

  /** Mutual information in bits between the answer and each verdict, summed over verdicts. */
  information(groups: readonly (readonly Run[])[]): { told: number; states: number } {
    const sum = (lists: readonly ((o: Judged) => boolean)[]): number =>
      lists.reduce((total, of) => total + informationOn(groups, of), 0);
    return {
      told: sum(this.#told.map(({ of }) => of)),
      states: sum(
        this.#states.map(
          (s) =>
            ({ holds }: Judged) =>
              holds[s] === 1,
        ),
      ),
    };
  }
}

function differs(runs: readonly Run[], of: (o: Judged) => boolean): boolean {
  const first = of(runs[0].outcome);
  return runs.some(({ outcome }) => of(outcome) !== first);
}

function informationOn(groups: readonly (readonly Run[])[], of: (o: Judged) => boolean): number {
  let all = 0;
  let yes = 0;
  let conditional = 0;
  for (const runs of groups) {
    const weight = weightOf(runs);
    const part = weightOf(runs.filter(({ outcome }) => of(outcome)));
    all += weight;
    yes += part;
    conditional += weight * entropy(partOf(part, weight));
  }
  return Math.max(0, entropy(partOf(yes, all)) - partOf(conditional, all));
}

function entropy(p: number): number {
  if (p <= 0 || p >= 1) return 0;
  return -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
}

export function weightOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { world }) => sum + world.weight, 0);
}
