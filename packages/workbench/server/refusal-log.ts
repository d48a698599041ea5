/** So long one line stands for all that is refused meanwhile. */
const PAUSE = 10_000;

/**
 * Tells of what is refused to strangers: the first at once, then at most one line in a while, with the count of the
 * others, so that whoever knocks without end does not fill the terminal.
 */
export class RefusalLog {
  #others = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(readonly log: (line: string) => void) {}

  tell(line: string): void {
    if (this.#timer !== undefined) {
      this.#others += 1;
      return;
    }
    this.log(line);
    this.#timer = setTimeout(() => this.close(), PAUSE);
    this.#timer.unref();
  }

  /** Tells of those that no line was given to. */
  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#others > 0)
      this.log(`refused ${this.#others} more ${this.#others === 1 ? 'request' : 'requests'}`);
    this.#others = 0;
  }
}
