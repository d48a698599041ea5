import { ModelFault } from '@standoff/model';

/** A word, a number, a text in quotation marks or a brace of a Gambit file. */
export interface Token {
  readonly kind: 'text' | 'brace' | 'word' | 'end';
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly at: number;
}

const TOKEN = /\s*(?:"((?:\\.|[^"\\])*)"|([{}])|([^\s{}"]+)|($))/y;

/** Reads a file of Gambit, one token after the other. */
export class Tokens {
  #next: Token;
  #at = 0;

  constructor(readonly file: string) {
    this.#next = this.#read();
  }

  get next(): Token {
    return this.#next;
  }

  take(): Token {
    const token = this.#next;
    if (token.kind !== 'end') this.#next = this.#read();
    return token;
  }

  takeIf(kind: Token['kind'], text?: string): Token | null {
    const { next } = this;
    return next.kind === kind && (text === undefined || text === next.text) ? this.take() : null;
  }

  /** @param expected as a message calls it */
  expect(kind: Token['kind'], expected: string, text?: string): Token {
    const token = this.takeIf(kind, text);
    if (token === null) throw this.fault(expected);
    return token;
  }

  /** What stands in braces: what `read` takes, until they are closed. */
  list<T>(expected: string, read: () => T): T[] {
    this.expect('brace', expected, '{');
    const items: T[] = [];
    while (this.takeIf('brace', '}') === null) {
      if (this.next.kind === 'end') throw this.fault('a closing brace');
      items.push(read());
    }
    return items;
  }

  /** What to say of the next token, or of one that was taken. */
  fault(expected: string, token = this.#next): ModelFault {
    const shown = token.text.length > 40 ? `${token.text.slice(0, 40)}…` : token.text;
    return new ModelFault(
      this.placeOf(token),
      expected,
      token.kind === 'end' ? 'the end of the file' : JSON.stringify(shown),
    );
  }

  placeOf({ at }: Token): string {
    const before = this.file.slice(0, at).split('\n');
    return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
  }

  #read(): Token {
    TOKEN.lastIndex = this.#at;
    const found = TOKEN.exec(this.file);
    const start = this.#at + /^\s*/.exec(this.file.slice(this.#at, this.#at + 1000))![0].length;
    if (found === null)
      throw new ModelFault(
        this.placeOf({ kind: 'text', text: '', at: start }),
        'a quotation mark that closes the text',
      );
    this.#at = TOKEN.lastIndex;
    const [, text, brace, word] = found;
    if (text !== undefined) return { kind: 'text', text: text.replace(/\\(.)/g, '$1'), at: start };
    if (brace !== undefined) return { kind: 'brace', text: brace, at: start };
    if (word !== undefined) return { kind: 'word', text: word.replace(/,$/, ''), at: start };
    return { kind: 'end', text: '', at: start };
  }
}
