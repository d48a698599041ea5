import { changeBetween, sameModel, type TextChange, type Stand } from '@standoff/questions';

/** What follows within this time, in milliseconds, belongs to the same change: typing, moving by keys. */
const TOGETHER = 1500;

/**
 * The last change of a text, and what it did. It is kept until the next one that can change a result;
 * comments and grounds are none.
 */
export class LastChange {
  #before: Stand | null = null;
  #now: Stand | null = null;
  #at = -Infinity;
  #change: TextChange | null = null;
  readonly #listeners = new Set<() => void>();

  /** Null: there was none yet. */
  get change(): TextChange | null {
    return this.#change;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * The answers to a text, in the order of the texts.
   * @param at milliseconds
   */
  take(stand: Stand, at: number): void {
    const last = this.#now;
    this.#now = stand;
    if (last === null || sameModel(last.model, stand.model)) return;
    const started = this.#before;
    const goesOn =
      started !== null && at - this.#at < TOGETHER && !sameModel(started.model, stand.model);
    this.#before = goesOn ? started : last;
    this.#at = at;
    this.#change = changeBetween(this.#before, stand);
    for (const listener of this.#listeners) listener();
  }
}
