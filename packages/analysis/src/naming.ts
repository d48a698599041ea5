import { isSet } from '@standoff/engine';
import type { Path } from '@standoff/engine';
import type { OptionId } from '@standoff/model';
import { takenIn, type Prepared } from './prepare.js';
import type { StateName, Step } from './result.js';

/** Says states of one model by name; works out the scenarios' states once. */
export class Naming {
  readonly #scenarios: readonly {
    id: string;
    label: string;
    states: number;
    has: (s: number) => boolean;
  }[];
  readonly #named = new Map<number, string>();

  constructor(readonly prepared: Prepared) {
    const { model, truth, lowering, space } = prepared;
    this.#scenarios = model.scenarios.map(({ id, label, holds }) => {
      const bits = truth.of(lowering.formula(holds));
      let states = 0;
      for (let s = 0; s < space.size; s++) if (isSet(bits, s)) states++;
      return { id, label, states, has: (s) => isSet(bits, s) };
    });
    for (const { id, label } of model.states) {
      const bits = truth.of(lowering.formula({ op: 'state', id }));
      for (let s = 0; s < space.size; s++) if (isSet(bits, s)) this.#named.set(s, label);
    }
  }

  /** Ids of the scenarios that a state belongs to. */
  scenariosOf(state: number): string[] {
    return this.#scenarios.filter(({ has }) => has(state)).map(({ id }) => id);
  }

  /**
   * The author's label for the state, else that of the narrowest scenario it belongs to, and the
   * difference from the status quo.
   */
  name(state: number): StateName {
    const { model, space, statusQuo } = this.prepared;
    const narrowest = this.#scenarios
      .filter(({ has }) => has(state))
      .sort((a, b) => a.states - b.states)[0];
    const here = takenIn(this.prepared, state);
    const now = takenIn(this.prepared, statusQuo[0]);
    const code = space.codes[state];
    return {
      label: this.#named.get(state) ?? narrowest?.label ?? null,
      added: here.filter((id) => !now.includes(id)),
      dropped: now.filter((id) => !here.includes(id)),
      column: model.options.map((_, k) => ((code >>> k) & 1 ? 'Y' : 'N')).join(''),
      decimal: code,
    };
  }

  step(mover: number, from: number, to: number): Step {
    const before = takenIn(this.prepared, from);
    const after = takenIn(this.prepared, to);
    const takes = after.filter((id) => !before.includes(id));
    const drops = before.filter((id) => !after.includes(id));
    const slow = new Set<OptionId>(
      this.prepared.model.options.filter((option) => option.slow).map(({ id }) => id),
    );
    return {
      actor: this.prepared.deciders[mover].id,
      from: before,
      to: after,
      takes,
      drops,
      slow: [...takes, ...drops].filter((id) => slow.has(id)),
    };
  }

  steps(path: Path): Step[] {
    return path.map(({ mover, from, to }) => this.step(mover, from, to));
  }
}
