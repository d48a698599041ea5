/**
 * The tallest an element is made, in pixels: browsers stop at some 17 to 33 million, and what would
 * stand further down is then nowhere.
 */
export const TALLEST = 8_000_000;

/** So long after the last scrolling the bar is put where one is, in milliseconds. */
const SETTLED = 150;

/** What is needed of an element that scrolls. */
export type Scrolls = Pick<
  HTMLElement,
  | 'scrollTop'
  | 'scrollHeight'
  | 'clientHeight'
  | 'addEventListener'
  | 'removeEventListener'
  | 'ownerDocument'
>;

/**
 * An element that scrolls a list as if the list were as tall as it would be, whatever it is made. One
 * who scrolls by less than a page moves by just that; who takes the bar further moves by as much of
 * the list as of the bar. A list that is not too tall is scrolled by the browser alone.
 */
export class LongScroller {
  /** How far the list is scrolled, as if it were as tall as it would be. */
  scrollTop: number;
  /** How far the element is. */
  #top: number;
  /** What stands above the list in the element, and how tall the list would be. */
  #above = 0;
  #length = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param shifted told how much further down the rows stand in the element than in the list */
  constructor(
    readonly element: Scrolls,
    readonly shifted: (by: number) => void,
  ) {
    this.scrollTop = this.#top = element.scrollTop;
    // Before whoever listens through this, so that they read what it comes to.
    element.addEventListener('scroll', this.#scrolled, { passive: true });
    element.addEventListener('keydown', this.#toTheEnds);
  }

  get ownerDocument(): Document {
    return this.element.ownerDocument;
  }

  get clientHeight(): number {
    return this.element.clientHeight;
  }

  get scrollHeight(): number {
    const { scrollHeight } = this.element;
    return this.#isScaled ? scrollHeight - TALLEST + this.#length : scrollHeight;
  }

  readonly addEventListener: Scrolls['addEventListener'] = (
    ...listen: Parameters<Scrolls['addEventListener']>
  ) => this.element.addEventListener(...listen);

  readonly removeEventListener: Scrolls['removeEventListener'] = (
    ...listen: Parameters<Scrolls['removeEventListener']>
  ) => this.element.removeEventListener(...listen);

  scrollTo({ top = 0 }: ScrollToOptions): void {
    this.scrollTop = this.#isScaled ? Math.max(0, Math.min(top, this.#furthest)) : top;
    this.#settle();
  }

  /** Takes the list to be as long as this; the element is as tall already. */
  fit(above: number, length: number): void {
    const was = this.#isScaled;
    this.#above = above;
    this.#length = length;
    if (this.#isScaled) this.scrollTo({ top: this.scrollTop });
    else if (was) this.#follow();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.element.removeEventListener('scroll', this.#scrolled);
    this.element.removeEventListener('keydown', this.#toTheEnds);
  }

  get #isScaled(): boolean {
    return this.#length > TALLEST;
  }

  get #furthest(): number {
    return Math.max(0, this.scrollHeight - this.clientHeight);
  }

  /** How far the bar can go. */
  get #last(): number {
    return this.element.scrollHeight - this.clientHeight;
  }

  /** How much of the list a pixel of the element stands for. */
  get #scale(): number {
    return (this.#furthest - this.#above) / (this.#last - this.#above);
  }

  /**
   * Where the bar belongs. What stands above the list is not scaled; and to each end there is a page
   * left of the bar, or all that is left of the list: a browser cuts a step short at the end of the bar.
   */
  #barAt(top: number): number {
    if (top <= this.#above) return top;
    const page = this.element.clientHeight;
    const scaled = this.#above + (top - this.#above) / this.#scale;
    const most = this.#last - Math.min(this.#furthest - top, page);
    return Math.min(Math.max(scaled, Math.min(top, page)), most);
  }

  readonly #scrolled = (): void => {
    if (!this.#isScaled) {
      this.#follow();
      return;
    }
    const { scrollTop: at, clientHeight: page } = this.element;
    const by = at - this.#top;
    // Browsers round where the bar is put; and smaller steps add up.
    if (Math.abs(by) < 1) return;
    this.#top = at;
    const isFine = Math.abs(by) <= page;
    const there = isFine
      ? this.scrollTop + by
      : at <= this.#above
        ? at
        : this.#above + (at - this.#above) * this.#scale;
    this.scrollTop = Math.max(0, Math.min(there, this.#furthest));
    clearTimeout(this.#timer);
    // At its ends the bar must not stop whoever has some of the list left.
    if (isFine && (at < page || at > this.#last - page)) this.#settle();
    else {
      this.#timer = setTimeout(() => {
        // Where the browser has scrolled on and not told it yet, the bar is left where it was taken.
        if (Math.abs(this.element.scrollTop - this.#top) < 1) this.#settle();
      }, SETTLED);
      this.shifted(this.#top - this.scrollTop);
    }
  };

  readonly #toTheEnds = (event: KeyboardEvent): void => {
    if (!this.#isScaled || (event.target as unknown) !== this.element) return;
    if (event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    this.scrollTo({ top: event.key === 'Home' ? 0 : this.#furthest });
  };

  #follow(): void {
    this.scrollTop = this.#top = this.element.scrollTop;
    this.shifted(0);
  }

  /** Puts the bar where the list is scrolled to. */
  #settle(): void {
    clearTimeout(this.#timer);
    const bar = this.#isScaled ? this.#barAt(this.scrollTop) : this.scrollTop;
    this.#top = bar;
    if (Math.abs(bar - this.element.scrollTop) >= 1) this.element.scrollTop = bar;
    this.#top = this.element.scrollTop;
    if (!this.#isScaled) this.scrollTop = this.#top;
    this.shifted(this.#top - this.scrollTop);
  }
}
