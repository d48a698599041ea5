import { ReadError } from '../source-text.js';
import { largeNumber, type Limits } from './limits.js';

const [LESS, GREATER, SLASH, MARK, QUESTION] = [60, 62, 47, 33, 63];

/**
 * Counts the elements of XML and how deep they lie in each other while its bytes come in, before a
 * parser makes a thousand bytes of each. What stands in attributes and comments may be counted too.
 */
export class XmlSize {
  #elements = 0;

  constructor(
    readonly what: string,
    readonly limit: Limits['docx'],
  ) {}

  /** For the bytes of one part, piece by piece. @throws ReadError where there is too much */
  part(): (bytes: Uint8Array) => void {
    let depth = 0;
    let before = 0;
    return (bytes) => {
      for (const byte of bytes) {
        if (before === LESS) {
          if (byte === SLASH) depth--;
          else if (byte !== MARK && byte !== QUESTION) {
            depth++;
            this.#elements++;
          }
        } else if (byte === GREATER && before === SLASH) depth--;
        if (depth > this.limit.depth) throw this.#tooDeep();
        before = byte;
      }
      if (this.#elements > this.limit.elements) throw this.#tooMany();
    };
  }

  #tooDeep(): ReadError {
    return new ReadError(
      'too-deep',
      `The ${this.what} nests its elements more than ${this.limit.depth} deep.`,
      'Save its text as plain text.',
    );
  }

  #tooMany(): ReadError {
    return new ReadError(
      'too-large',
      `The ${this.what} is not read: it has more than ${largeNumber(this.limit.elements)} elements.`,
      'Split it, or save it as plain text.',
    );
  }
}
