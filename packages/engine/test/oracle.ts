/**
 * The definitions of theory.md sections 1.5, 3 and 7.1, read literally. Slow on purpose: nothing
 * here is shared with the engine, and each function can be checked against its paragraph.
 *
 *   R(i, s)            the states i reaches from s in one move
 *   prefers(i, x, y)   i strictly prefers x to y; "s at least as good as x" is: not prefers(i, x, s)
 *   N−i                all decision makers but i
 */

export type Concept = 'Nash' | 'GMR' | 'SMR' | 'SEQ' | 'SSEQ' | 'SIM';
export const CONCEPTS: readonly Concept[] = ['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ', 'SIM'];

/** A graph model (section 0): decision makers 0..n−1, states 0..size−1. */
export interface GraphModel {
  readonly n: number;
  readonly size: number;
  /** `moves[i][s]` is R_i(s). */
  readonly moves: readonly (readonly ReadonlySet<number>[])[];
  prefers(i: number, x: number, y: number): boolean;
  /** Decimal numbers of the states; null where there is no option form. */
  readonly decimals: readonly number[] | null;
}

/** 1.2: option k, counted from 0, is taken in the state with this decimal number. */
export const taken = (decimal: number, option: number): boolean =>
  Math.floor(decimal / 2 ** option) % 2 === 1;

/**
 * 1.5: s1 ∈ R_i(s) iff s1 and s agree on all options not in O_i, and every changed option changes
 * in a permitted direction.
 *
 * @param owner for each option its decision maker; -1: nobody's.
 */
export function optionFormMoves(
  n: number,
  decimals: readonly number[],
  owner: readonly number[],
  directions: readonly ('both' | 'forward' | 'back')[],
): Set<number>[][] {
  const settings = decimals.map((decimal) => owner.map((_, option) => taken(decimal, option)));
  const mayChange = (i: number, from: readonly boolean[], to: readonly boolean[]): boolean =>
    owner.every((who, option) => {
      const before = from[option];
      const after = to[option];
      if (before === after) return true;
      if (who !== i) return false;
      if (directions[option] === 'forward') return after;
      if (directions[option] === 'back') return before;
      return true;
    });
  return Array.from({ length: n }, (_, i) =>
    settings.map(
      (from, s) =>
        new Set(settings.flatMap((to, s1) => (s1 !== s && mayChange(i, from, to) ? [s1] : []))),
    ),
  );
}

/** 3.1: for each state of R_H(s) the set Ω_H(s, ·) of its possible last movers. */
export type JointMoves = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * The analyses of one model. Joint moves and improvements are remembered, since every verdict asks for
 * them; and the verdicts, since every kernel is compared with them.
 */
export class Definitions {
  readonly #joint = new Map<string, JointMoves>();
  readonly #improvements = new Map<number, ReadonlySet<number>>();
  readonly #stable = new Map<string, boolean>();

  constructor(readonly model: GraphModel) {}

  /** Section 0: R_i(s). */
  R(i: number, s: number): ReadonlySet<number> {
    return this.model.moves[i][s];
  }

  /** Section 0: R_i^+(s), the improvements. */
  improvements(i: number, s: number): ReadonlySet<number> {
    const key = i * this.model.size + s;
    const known = this.#improvements.get(key);
    if (known) return known;
    const found = new Set([...this.R(i, s)].filter((s1) => this.model.prefers(i, s1, s)));
    this.#improvements.set(key, found);
    return found;
  }

  /** N−i. */
  othersThan(i: number): number[] {
    return Array.from({ length: this.model.n }, (_, j) => j).filter((j) => j !== i);
  }

  /** 3.1, R_H and Ω_H by induction; with `improving`, R_H^+ and Ω_H^+. */
  jointMoves(H: readonly number[], s: number, improving: boolean): JointMoves {
    const key = `${H.join()} ${s} ${improving}`;
    const known = this.#joint.get(key);
    if (known) return known;
    const step = (j: number, x: number): ReadonlySet<number> =>
      improving ? this.improvements(j, x) : this.R(j, x);
    const omega = new Map<number, Set<number>>();
    let grew = false;
    const add = (state: number, lastMover: number): void => {
      const movers = omega.get(state) ?? new Set<number>();
      if (movers.has(lastMover)) return;
      omega.set(state, movers.add(lastMover));
      grew = true;
    };
    // Rule 1: if j ∈ H and s1 ∈ R_j(s) then s1 ∈ R_H(s) and j ∈ Ω_H(s, s1).
    for (const j of H) for (const s1 of step(j, s)) add(s1, j);
    // Rule 2: if s1 ∈ R_H(s), j ∈ H, s2 ∈ R_j(s1) and Ω_H(s, s1) ≠ {j},
    //         then s2 ∈ R_H(s) and j ∈ Ω_H(s, s2).
    do {
      grew = false;
      for (const [s1, last] of [...omega])
        for (const j of H)
          if (!(last.size === 1 && last.has(j))) for (const s2 of step(j, s1)) add(s2, j);
      // Rule 3: nothing else; the induction stops when neither R_H(s) nor any Ω grows.
    } while (grew);
    this.#joint.set(key, omega);
    return omega;
  }

  /** The state is stable for i under the concept: each improvement meets a deterrent. */
  stable(i: number, s: number, concept: Concept): boolean {
    const key = `${concept} ${i} ${s}`;
    const known = this.#stable.get(key);
    if (known !== undefined) return known;
    const stable = [...this.improvements(i, s)].every((s1) => this.deterred(i, s, s1, concept));
    this.#stable.set(key, stable);
    return stable;
  }

  /** What 3.2 to 3.7 ask of one improvement s1 of i from s. */
  deterred(i: number, s: number, s1: number, concept: Concept): boolean {
    switch (concept) {
      case 'Nash': // 3.2: R_i^+(s) = ∅
        return false;
      case 'GMR': // 3.3: ∃ s2 ∈ R_{N−i}(s1): s ≽_i s2
        return this.responses(i, s1, false).some((s2) => this.noBetter(i, s2, s));
      case 'SMR': // 3.4: … and ∀ s3 ∈ R_i(s2): s ≽_i s3
        return this.responses(i, s1, false).some(
          (s2) => this.noBetter(i, s2, s) && this.noEscape(i, s2, s),
        );
      case 'SEQ': // 3.5: ∃ s2 ∈ R_{N−i}^+(s1): s ≽_i s2
        return this.responses(i, s1, true).some((s2) => this.noBetter(i, s2, s));
      case 'SSEQ': // 3.6: … and ∀ s3 ∈ R_i(s2): s ≽_i s3
        return this.responses(i, s1, true).some(
          (s2) => this.noBetter(i, s2, s) && this.noEscape(i, s2, s),
        );
      case 'SIM': // 3.7: some joint p, feasible, with s ≽_i p
        return this.jointResults(i, s, s1).some((p) => this.noBetter(i, p, s));
    }
  }

  /** R_{N−i}(s1), or R_{N−i}^+(s1). */
  responses(i: number, s1: number, improving: boolean): number[] {
    return [...this.jointMoves(this.othersThan(i), s1, improving).keys()];
  }

  /** s ≽_i x. */
  noBetter(i: number, x: number, s: number): boolean {
    return !this.model.prefers(i, x, s);
  }

  /** ∀ s3 ∈ R_i(s2): s ≽_i s3. */
  noEscape(i: number, s2: number, s: number): boolean {
    return [...this.R(i, s2)].every((s3) => this.noBetter(i, s3, s));
  }

  /**
   * 3.7: the feasible p with dec(p) = dec(a_i) + Σ_{j≠i} (dec(a_j) − dec(s)), over every choice of
   * a_j ∈ R_j^+(s) ∪ {s} for each j ≠ i.
   */
  jointResults(i: number, s: number, a: number): number[] {
    const dec = this.model.decimals!;
    let sums = [dec[a]];
    for (const j of this.othersThan(i)) {
      const choices = [s, ...this.improvements(j, s)];
      sums = [...new Set(sums.flatMap((sum) => choices.map((a_j) => sum + dec[a_j] - dec[s])))];
    }
    return sums.map((sum) => dec.indexOf(sum)).filter((p) => p >= 0);
  }

  /**
   * 7.1: for each state the least k with a legal sequence of exactly k moves from a start; -1: none.
   * S_i^(1) = R_i(SQ); S_i^(k) = ∪ { R_i(x) : x ∈ S_j^(k−1), j ≠ i }; V_i^(k) = ∪_{t≤k} S_i^(t).
   */
  distances(starts: readonly number[], who: readonly number[], improving: boolean): number[] {
    const step = (j: number, x: number): ReadonlySet<number> =>
      improving ? this.improvements(j, x) : this.R(j, x);
    const distance = Array.from({ length: this.model.size }, (_, x): number =>
      starts.includes(x) ? 0 : -1,
    );
    const V = new Map(who.map((i) => [i, new Set<number>()]));
    let S = new Map(who.map((i) => [i, new Set(starts.flatMap((x) => [...step(i, x)]))]));
    for (let k = 1, grew = true; grew; k++) {
      grew = false;
      for (const i of who)
        for (const x of S.get(i)!) {
          if (V.get(i)!.has(x)) continue;
          V.get(i)!.add(x);
          grew = true;
          if (distance[x] < 0) distance[x] = k;
        }
      const previous = S;
      S = new Map(
        who.map((i) => [
          i,
          new Set(
            who
              .filter((j) => j !== i)
              .flatMap((j) => [...previous.get(j)!].flatMap((x) => [...step(i, x)])),
          ),
        ]),
      );
    }
    return distance;
  }
}
