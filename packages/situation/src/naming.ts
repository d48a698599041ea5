import { isSet, type Path } from '@standoff/engine';
import { optionsIn, takenIn, type Listing } from './listing.js';
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
    for (const { id, label } of model.states) {
      const bits = truth.of(lowering.formula({ op: 'state', id }));
      for (let s = 0; s < space.size; s++) if (isSet(bits, s)) this.#named.set(s, label);
    }
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
    const { model, space, statusQuo } = this.prepared;
    const code = space.codes[state];
    const now = space.codes[statusQuo[0]];
    return {
      label: this.labelOf(state),
      added: optionsIn(this.prepared, code & ~now),
      dropped: optionsIn(this.prepared, now & ~code),
      column: model.options.map((_, k) => ((code >>> k) & 1 ? 'Y' : 'N')).join(''),
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
    const { codes } = this.prepared.space;
    const changed = codes[from] ^ codes[to];
    const own = this.#settling === null ? changed : this.#doneBy(mover, from, to);
    const takes = own & ~codes[from];
    const drops = own & codes[from];
    const after = codes[from] ^ own;
    return {
      actor: this.prepared.deciders[mover].id,
      from: takenIn(this.prepared, from),
      to: takenIn(this.prepared, to),
      takes: optionsIn(this.prepared, takes),
      drops: optionsIn(this.prepared, drops),
      slow: optionsIn(this.prepared, own & this.#slow),
      ...(own === changed
        ? {}
        : {
            follows: {
              takes: optionsIn(this.prepared, codes[to] & ~after),
              drops: optionsIn(this.prepared, after & ~codes[to]),
            },
          }),
    };
  }

  /** The fewest changes of its own options from which it comes to the state by itself. */
  #doneBy(mover: number, from: number, to: number): number {
    const { codes } = this.prepared.space;
    const { deciders, lowering } = this.prepared;
    const options = deciders[mover].options.map((id) => lowering.option(id)!);
    let least = 0;
    let fewest = Infinity;
    for (let n = 1; n < 2 ** options.length; n++) {
      const change = options.reduce((bits, k, i) => ((n >> i) & 1 ? bits | (1 << k) : bits), 0);
      const many = optionsIn(this.prepared, change).length;
      if (many >= fewest || this.#settling!.end((codes[from] ^ change) >>> 0) !== codes[to])
        continue;
      least = change;
      fewest = many;
    }
    return least;
  }

  steps(path: Path): Step[] {
    return path.map(({ mover, from, to }) => this.step(mover, from, to));
  }
}
