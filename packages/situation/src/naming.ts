import { isSet, type Path } from '@standoff/engine';
import { optionsIn, takenIn, type Listing } from './listing.js';
import { bitsApart } from './merging.js';
import type { Settling } from './settling.js';
import type { StateName, StateShown, Step } from './shown.js';

/** Says states of one model by name; works out the scenarios' states once. */
export class Naming {
  readonly #scenarios: readonly {
    id: string;
    label: string;
    states: number;
    has: (s: number) => boolean;
  }[];
  readonly #narrowestFirst: readonly { label: string; has: (s: number) => boolean }[];
  readonly #named = new Map<number, string>();
  /** By mover, from and to. */
  readonly #steps = new Map<number, Step>();
  /** Null: nothing follows by itself. */
  readonly #settling: Settling | null;
  /** Bits of the slow options. */
  readonly #slow: number;

  constructor(readonly prepared: Listing) {
    const { model, truth, lowering, space } = prepared;
    this.#settling = lowering.settling;
    this.#scenarios = model.scenarios.map(({ id, label, holds }) => {
      const bits = truth.of(lowering.formula(holds));
      let states = 0;
      for (let s = 0; s < space.size; s++) if (isSet(bits, s)) states++;
      return { id, label, states, has: (s) => isSet(bits, s) };
    });
    this.#narrowestFirst = [...this.#scenarios].sort((a, b) => a.states - b.states);
    this.#slow = model.options.reduce((bits, { slow }, k) => (slow ? bits | (1 << k) : bits), 0);
    // Where all that there is are the states of one graph, each is called what it is called there.
    if (model.options.every(({ inGraph }) => inGraph))
      for (let s = 0; s < space.size; s++) {
        const here = model.options.filter((_, k) => (space.codes[s] >>> k) & 1);
        if (here.length === 1) this.#named.set(s, here[0].label);
      }
    for (const { id, label } of model.states) {
      const bits = truth.of(lowering.formula({ op: 'state', id }));
      for (let s = 0; s < space.size; s++) if (isSet(bits, s)) this.#named.set(s, label);
    }
  }

  /** The states of a scenario, ascending. */
  statesOf(scenario: string): number[] {
    const { has, states: count } = this.#scenarios.find(({ id }) => id === scenario)!;
    const states: number[] = [];
    for (let s = 0; states.length < count; s++) if (has(s)) states.push(s);
    return states;
  }

  /** Ids of the scenarios that a state belongs to. */
  scenariosOf(state: number): string[] {
    return this.#scenarios.filter(({ has }) => has(state)).map(({ id }) => id);
  }

  /** The author's label for the state, else that of the narrowest scenario it belongs to. */
  labelOf(state: number): string | null {
    return (
      this.#named.get(state) ?? this.#narrowestFirst.find(({ has }) => has(state))?.label ?? null
    );
  }

  /** Its label, and the difference from the status quo. */
  name(state: number): StateName {
    const { model, space, statusQuo, merging } = this.prepared;
    const code = space.codes[state];
    const now = space.codes[statusQuo[0]];
    const apart = merging === null ? 0 : bitsApart(merging, state);
    const letter = (k: number): string => ((apart >>> k) & 1 ? '-' : (code >>> k) & 1 ? 'Y' : 'N');
    return {
      label: this.labelOf(state),
      added: optionsIn(this.prepared, code & ~now & ~apart),
      dropped: optionsIn(this.prepared, now & ~code & ~apart),
      column: model.options.map((_, k) => letter(k)).join(''),
      decimal: code,
    };
  }

  /** The state as results tell it. */
  state(state: number): StateShown {
    return { taken: takenIn(this.prepared, state), name: this.name(state) };
  }

  /** Paths share their steps, so each is made once. */
  step(mover: number, from: number, to: number): Step {
    const { size } = this.prepared.space;
    const key = (mover * size + from) * size + to;
    let step = this.#steps.get(key);
    if (!step) this.#steps.set(key, (step = this.#newStep(mover, from, to)));
    return step;
  }

  #newStep(mover: number, from: number, to: number): Step {
    const [before, after] = this.#ends(mover, from, to);
    const changed = before ^ after;
    const own = this.#settling === null ? changed : this.#doneBy(mover, before, after);
    const then = before ^ own;
    return {
      actor: this.prepared.deciders[mover].id,
      from: takenIn(this.prepared, from),
      to: takenIn(this.prepared, to),
      takes: optionsIn(this.prepared, own & ~before),
      drops: optionsIn(this.prepared, own & before),
      slow: optionsIn(this.prepared, own & this.#slow),
      ...(own === changed
        ? {}
        : {
            follows: {
              takes: optionsIn(this.prepared, after & ~then),
              drops: optionsIn(this.prepared, then & ~after),
            },
          }),
    };
  }

  /** Codes of the states between which the step is made: of states that are one, the nearest members. */
  #ends(mover: number, from: number, to: number): readonly [number, number] {
    const { merging, space, deciders, lowering } = this.prepared;
    if (merging === null) return [space.codes[from], space.codes[to]];
    const own = deciders[mover].options.reduce((bits, id) => bits | (1 << lowering.option(id)!), 0);
    const cost = (changed: number): number =>
      bitsIn(changed & ~own) * (space.optionCount + 1) + bitsIn(changed);
    let best: readonly [number, number] = [space.codes[from], space.codes[to]];
    for (const before of merging.members[from])
      for (const after of merging.members[to])
        if (cost(before ^ after) < cost(best[0] ^ best[1])) best = [before, after];
    return best;
  }

  /**
   * The fewest changes of its own options from which it comes to the state by itself; where none does, the
   * move is one that is given, and all that changes is its doing.
   */
  #doneBy(mover: number, before: number, after: number): number {
    const { deciders, lowering } = this.prepared;
    const options = deciders[mover].options.map((id) => lowering.option(id)!);
    let least = before ^ after;
    let fewest = Infinity;
    for (let n = 1; n < 2 ** options.length; n++) {
      const change = options.reduce((bits, k, i) => ((n >> i) & 1 ? bits | (1 << k) : bits), 0);
      const many = bitsIn(change);
      if (many >= fewest || this.#settling!.end((before ^ change) >>> 0) !== after) continue;
      least = change;
      fewest = many;
    }
    return least;
  }

  steps(path: Path): Step[] {
    return path.map(({ mover, from, to }) => this.step(mover, from, to));
  }
}

function bitsIn(code: number): number {
  let count = 0;
  for (let rest = code; rest !== 0; rest &= rest - 1) count++;
  return count;
}
