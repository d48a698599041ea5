import type { Allowance } from './allowance.js';

/** Names of what was looked at. */
export class Keys {
  readonly #keys = new Set<string>();
  #bytes = 0;

  constructor(readonly allowance: Allowance) {}

  get size(): number {
    return this.#keys.size;
  }

  get all(): readonly string[] {
    return [...this.#keys];
  }

  /** Whether the key is a new one; it is no more. */
  add(key: string): boolean {
    if (this.#keys.has(key)) return false;
    this.#keys.add(key);
    const bytes = BYTES_OF_KEY + key.length;
    this.#bytes += bytes;
    this.allowance.bytes -= bytes;
    return true;
  }

  forget(): void {
    this.#keys.clear();
    this.allowance.bytes += this.#bytes;
    this.#bytes = 0;
  }
}

/** Beside its letters. */
const BYTES_OF_KEY = 100;
