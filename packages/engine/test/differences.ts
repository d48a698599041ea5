/**
 * What is found to be other than what the definitions have, for one expectation that there is nothing
 * such: an expectation for each comparison would take most of the time.
 */
export class Differences {
  readonly all: unknown[] = [];

  /** Compares numbers, words, and lists of them. */
  add(what: string, found: unknown, wanted: unknown): void {
    if (JSON.stringify(found) !== JSON.stringify(wanted)) this.all.push({ what, found, wanted });
  }
}
