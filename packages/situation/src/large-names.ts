import { testOf } from '@standoff/engine';
import type { OptionId } from '@standoff/model';
import type { Diagrams } from './diagrams.js';
import { largeCodeOf } from './large-lowering.js';
import type { StateName, Step } from './shown.js';
import { countOf, type State, type StateMove } from './states.js';

interface NamedStates {
  readonly id: string;
  readonly label: string;
  readonly has: (state: State) => boolean;
}

/** Says states of a model too large to list them by name, as `Naming` does for listed ones. */
export class LargeNames {
  readonly #scenarios: readonly NamedStates[];
  #narrowestFirst: readonly NamedStates[] | null = null;
  readonly #named: ReadonlyMap<State, string>;
  readonly #sorted: readonly { readonly id: OptionId; readonly bit: bigint }[];
  readonly #slow: bigint;

  /** @param sizeOf how many states a scenario has, by its id. */
  constructor(
    readonly states: Pick<Diagrams, 'model' | 'lowering' | 'large' | 'now'>,
    readonly sizeOf: (scenario: string) => bigint,
  ) {
    const { model, lowering, large } = states;
    this.#scenarios = model.scenarios.map(({ id, label, holds }) => {
      const test = testOf(lowering.formula(holds));
      return { id, label, has: (state) => test(large.values(state)) };
    });
    this.#named = new Map(
      model.states.map(({ label, taken }) => [largeCodeOf(model, new Set(taken)), label]),
    );
    this.#sorted = model.options
      .map(({ id }, k) => ({ id, bit: 1n << BigInt(k) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const slow = model.options.flatMap((option) => (option.slow ? [option.id] : []));
    this.#slow = largeCodeOf(model, new Set(slow));
  }

  taken(bits: bigint): OptionId[] {
    return this.#sorted.flatMap(({ id, bit }) => ((bits & bit) === 0n ? [] : [id]));
  }

  scenariosOf(state: State): string[] {
    return this.#scenarios.filter(({ has }) => has(state)).map(({ id }) => id);
  }

  name(state: State): StateName {
    const { model, now } = this.states;
    return {
      label: this.#labelOf(state),
      added: this.taken(state & ~now[0]),
      dropped: this.taken(now[0] & ~state),
      column: model.options.map((_, k) => ((state >> BigInt(k)) & 1n ? 'Y' : 'N')).join(''),
      decimal: countOf(state),
    };
  }

  step({ actor, from, to }: StateMove): Step {
    const takes = to & ~from;
    const drops = from & ~to;
    return {
      actor,
      from: this.taken(from),
      to: this.taken(to),
      takes: this.taken(takes),
      drops: this.taken(drops),
      slow: this.taken((takes | drops) & this.#slow),
    };
  }

  #labelOf(state: State): string | null {
    this.#narrowestFirst ??= this.#byWidth();
    return (
      this.#named.get(state) ?? this.#narrowestFirst.find(({ has }) => has(state))?.label ?? null
    );
  }

  #byWidth(): NamedStates[] {
    const size = new Map(this.#scenarios.map(({ id }) => [id, this.sizeOf(id)]));
    return [...this.#scenarios].sort((a, b) => {
      const [one, other] = [size.get(a.id)!, size.get(b.id)!];
      return one < other ? -1 : one > other ? 1 : 0;
    });
  }
}
