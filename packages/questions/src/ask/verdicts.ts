import { partOf, type Outcome, type Prepared, type World } from '@standoff/situation';
import type { BriefEnd } from '../brief-ends.js';
import { briefEnds, ENDS_OF_WORLDS } from '../brief-ends.js';
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
  /** By state that would hold in some runs and not in others, its kind: those of one hold in the same runs. */
  readonly #kinds: readonly number[];
  /** Of each kind one state. */
  readonly #ofKind: readonly number[];

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
    const states: number[] = [];
    for (let s = 0; s < turned.length; s++) if (turned[s] !== 0) states.push(s);
    this.#kinds = kindsOf(states, runs);
    const ofKind: number[] = [];
    for (const [k, kind] of this.#kinds.entries()) ofKind[kind] ??= states[k];
    this.#ofKind = ofKind;
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
    const open = this.#ofKind.map((s) => differs(runs, ({ holds }) => holds[s] === 1));
    return {
      told: this.#told.filter(({ of }) => differs(runs, of)).length,
      states: this.#kinds.filter((kind) => open[kind]).length,
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
    const groupsWeighed = groups.map((runs) => ({ runs, weight: weightOf(runs) }));
    const ofStates = this.#ofKind.map((s) =>
      informationOn(groupsWeighed, ({ holds }) => holds[s] === 1),
    );
    return {
      told: this.#told.reduce((total, { of }) => total + informationOn(groupsWeighed, of), 0),
      states: this.#kinds.reduce((total, kind) => total + ofStates[kind], 0),
    };
  }
}

/** Numbers for the states, the same for those that hold in the same runs. */
function kindsOf(states: readonly number[], runs: readonly Run[]): number[] {
  let kinds = states.map(() => 0);
  let count = states.length > 0 ? 1 : 0;
  for (const {
    outcome: { holds },
  } of runs) {
    if (count === states.length) break;
    // Each kind is split in two: where the states hold in this run, and where they do not.
    const numbers = new Int32Array(2 * count).fill(-1);
    count = 0;
    kinds = kinds.map((kind, k) => {
      const half = 2 * kind + holds[states[k]];
      if (numbers[half] < 0) numbers[half] = count++;
      return numbers[half];
    });
  }
  return kinds;
}

interface Weighed {
  readonly runs: readonly Run[];
  readonly weight: number;
}

function differs(runs: readonly Run[], of: (o: Judged) => boolean): boolean {
  const first = of(runs[0].outcome);
  return runs.some(({ outcome }) => of(outcome) !== first);
}

function informationOn(groups: readonly Weighed[], of: (o: Judged) => boolean): number {
  let all = 0;
  let yes = 0;
  let conditional = 0;
  for (const { runs, weight } of groups) {
    let part = 0;
    for (const { world, outcome } of runs) if (of(outcome)) part += world.weight;
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
