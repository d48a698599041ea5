import { asItLooks, type Diagnostic, type TextRange } from '@standoff/model';
import { SEVERITIES } from './severities.js';
import type { Code } from './severities.js';

export interface Advice {
  readonly why?: string | undefined;
  readonly hint?: string | undefined;
  readonly related?: Diagnostic['related'];
  readonly fixes?: Diagnostic['fixes'];
}

/** More than these are not read by anybody, and come from one mistake. */
const MOST = 100;

/** Further places of one mistake that are listed with it. */
const MOST_RELATED = 5;

/** A message is there to be read: of a name of thousands of letters the first are enough. */
function withShortNames(words: string): string {
  return words.length < 200
    ? words
    : words.replace(/[\p{L}\p{N}_]{121,}/gu, (name) => `${name.slice(0, 60)}…`);
}

/** What is meant and what is written may look the same: then it is said why they are not. */
function whyAlike(message: string, hint: string | undefined): string | undefined {
  const meant = /^did you mean `(?:[^`]*\.)?([^`.]+)`\?$/.exec(hint ?? '')?.[1];
  if (meant === undefined) return undefined;
  const words = message.match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.some((word) => word !== meant && asItLooks(word) === asItLooks(meant))
    ? 'it looks the same and is written with other letters'
    : undefined;
}

/** Collects what there is to say about one text. */
export class Reporter {
  readonly #found: { -readonly [K in keyof Diagnostic]: Diagnostic[K] }[] = [];
  readonly #about = new Map<string, number>();
  #unsaid = 0;

  get full(): boolean {
    return this.#found.length >= MOST;
  }

  get hasErrors(): boolean {
    return this.#found.some((d) => d.severity === 'error');
  }

  say(code: Code, range: TextRange, message: string, advice: Advice = {}): void {
    const severity = SEVERITIES[code];
    if (this.full && severity !== 'error') {
      this.#unsaid += 1;
      return;
    }
    if (this.full) {
      this.#unsaid += 1;
      const weaker = this.#found.findIndex((d) => d.severity !== 'error');
      if (weaker < 0) return;
      this.#found.splice(weaker, 1);
      this.#about.clear();
    }
    const why = advice.why ?? whyAlike(message, advice.hint);
    this.#found.push({
      code,
      severity,
      message: withShortNames(message),
      range,
      ...(why === undefined ? {} : { why: withShortNames(why) }),
      ...(advice.hint === undefined ? {} : { hint: advice.hint }),
      ...(advice.related === undefined ? {} : { related: advice.related }),
      ...(advice.fixes === undefined ? {} : { fixes: advice.fixes }),
    });
  }

  /**
   * Says something once for everything that is `subject` ("the name NK"); every further place is
   * added to what was said. The advice is worked out only for the first.
   */
  sayOnce(
    subject: string,
    code: Code,
    range: TextRange,
    message: string,
    advice: () => Advice,
  ): void {
    const key = `${code} ${subject}`;
    const before = this.#about.get(key);
    if (before === undefined) {
      this.say(code, range, message, this.full ? {} : advice());
      this.#about.set(key, this.#found.length - 1);
      return;
    }
    const first = this.#found[before];
    const related = first.related ?? [];
    if (related.length < MOST_RELATED) {
      first.related = [...related, { range, message: 'and here' }];
    }
  }

  /** Takes over what another was told. */
  take({ code, range, message, ...advice }: Diagnostic): void {
    this.say(code as Code, range, message, advice);
  }

  /** Everything said, in the order of the text. */
  list(): Diagnostic[] {
    const sorted = [...this.#found].sort(
      (a, b) =>
        a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column,
    );
    const last = sorted.at(-1);
    if (this.#unsaid > 0 && last) {
      sorted.push({
        code: 'more' satisfies Code,
        severity: SEVERITIES.more,
        message: `There is more: ${this.#unsaid} further messages are not shown.`,
        range: last.range,
      });
    }
    return sorted;
  }
}
