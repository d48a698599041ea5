import { testOf, type LargePath, type LargeStates } from '@standoff/engine';
import type { ConflictModel, OptionId } from '@standoff/model';
import { largeCodeOf, type Lowering, type Step } from '@standoff/situation';
import type { LargeStateName } from './answer.js';

/** Says states of a large model by name, as `Naming` does for listed ones. */
export class LargeNaming {
  readonly #scenarios: readonly {
    readonly id: string;
    readonly label: string;
    readonly has: (code: bigint) => boolean;
  }[];
  readonly #narrowestFirst: readonly {
    readonly label: string;
    readonly has: (code: bigint) => boolean;
  }[];
  readonly #named: ReadonlyMap<bigint, string>;
  readonly #sorted: readonly { readonly id: OptionId; readonly bit: bigint }[];
  readonly #slow: bigint;

  /** @param sizes how many feasible states a scenario has, by id, where that is known. */
  constructor(
    readonly model: ConflictModel,
    lowering: Lowering,
    states: LargeStates,
    readonly now: bigint,
    sizes: ReadonlyMap<string, bigint>,
  ) {
    this.#scenarios = model.scenarios.map(({ id, label, holds }) => {
      const test = testOf(lowering.formula(holds));
      return { id, label, has: (code) => test(states.values(code)) };
    });
    const size = (id: string): bigint => sizes.get(id) ?? 0n;
    this.#narrowestFirst = [...this.#scenarios].sort((a, b) =>
      size(a.id) < size(b.id) ? -1 : size(a.id) > size(b.id) ? 1 : 0,
    );
    this.#named = new Map(
      model.states.map(({ label, taken }) => [largeCodeOf(model, new Set(taken)), label]),
    );
    this.#sorted = model.options
      .map(({ id }, k) => ({ id, bit: 1n << BigInt(k) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#slow = largeCodeOf(
      model,
      new Set(model.options.flatMap(({ id, slow }) => (slow ? [id] : []))),
    );
  }

  /** The option ids whose bits are set, sorted. */
  taken(code: bigint): OptionId[] {
    return this.#sorted.flatMap(({ id, bit }) => ((code & bit) === 0n ? [] : [id]));
  }

  /** Ids of the scenarios that a state belongs to. */
  scenariosOf(code: bigint): string[] {
    return this.#scenarios.filter(({ has }) => has(code)).map(({ id }) => id);
  }

  name(code: bigint): LargeStateName {
    const column = this.model.options.map((_, k) => ((code >> BigInt(k)) & 1n ? 'Y' : 'N'));
    return {
      label:
        this.#named.get(code) ?? this.#narrowestFirst.find(({ has }) => has(code))?.label ?? null,
      added: this.taken(code & ~this.now),
      dropped: this.taken(this.now & ~code),
      column: column.join(''),
      decimal: code.toString(),
    };
  }

  steps(path: LargePath): Step[] {
    return path.map(({ mover, from, to }) => {
      const takes = to & ~from;
      const drops = from & ~to;
      return {
        actor: this.model.actors[mover].id,
        from: this.taken(from),
        to: this.taken(to),
        takes: this.taken(takes),
        drops: this.taken(drops),
        slow: this.taken((takes | drops) & this.#slow),
      };
    });
  }
}
