/** Numbers that are added one by one, in the room that they take and little more. */
export class Growing<Numbers extends Int32Array | Float64Array> {
  #numbers: Numbers;
  #length = 0;

  /** @param make an array of a length: the kind of numbers */
  constructor(readonly make: (length: number) => Numbers) {
    this.#numbers = make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const more = this.make(2 * this.#length);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[this.#length++] = number;
  }

  /** What was added so far, in an array of its own. */
  taken(): Numbers {
    return this.#numbers.slice(0, this.#length) as Numbers;
  }
}
