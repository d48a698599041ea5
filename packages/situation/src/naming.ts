import { isSet, type Path } from '@standoff/engine';
import { optionsIn, takenIn, type Listing } from './listing.js';
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
  /** By from times the number of states plus to: moves of two deciders never join the same states. */
  readonly #steps = new Map<number, Step>();
  /** Bits of the slow options. */
  readonly #slow: number;

  constructor(readonly prepared: Listing) {
    const { model, truth, lowering, space } = prepared;
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
    const key = from * this.prepared.space.size + to;
    let step = this.#steps.get(key);
    if (!step) this.#steps.set(key, (step = this.#newStep(mover, from, to)));
    return step;
  }

  #newStep(mover: number, from: number, to: number): Step {
    const { codes } = this.prepared.space;
    const takes = codes[to] & ~codes[from];
    const drops = codes[from] & ~codes[to];
    return {
      actor: this.prepared.deciders[mover].id,
      from: takenIn(this.prepared, from),
      to: takenIn(this.prepared, to),
      takes: optionsIn(this.prepared, takes),
      drops: optionsIn(this.prepared, drops),
      slow: optionsIn(this.prepared, (takes | drops) & this.#slow),
    };
  }

  steps(path: Path): Step[] {
    return path.map(({ mover, from, to }) => this.step(mover, from, to));
  }
}
