import type { KnownActor } from './parties.js';

/** Names that the proposed elements get: each once, and none that the model has. */
export class Ids {
  readonly #taken: Set<string>;
  /** The number from which one may still be free, for each that was wished twice. */
  readonly #next = new Map<string, number>();

  constructor(
    readonly source: string,
    known: readonly Pick<KnownActor, 'id' | 'options'>[],
  ) {
    const options = known.flatMap((one) => one.options ?? []);
    this.#taken = new Set([
      source,
      ...known.map(({ id }) => id),
      ...options.map(({ id }) => id.slice(id.indexOf('.') + 1)),
    ]);
  }

  reference(paragraph: number): string {
    return `@${this.source}:P${paragraph}`;
  }

  take(wished: string): string {
    let id = wished;
    let n = this.#next.get(wished) ?? 2;
    while (this.#taken.has(id)) id = `${wished}${n++}`;
    this.#next.set(wished, n);
    this.#taken.add(id);
    return id;
  }
}
