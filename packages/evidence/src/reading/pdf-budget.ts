import {
  BrotliStream,
  CMap,
  DecodeStream,
  Font,
  Lexer,
  PartialEvaluator,
  StateManager,
  StructElementNode,
} from '#pdf-worker';
import { ReadError } from '../source-text.js';
import { largeNumber, megabytes, type Limits } from './limits.js';

type Cost = 'words' | 'letters' | 'codes' | 'stream' | 'unpacked' | 'forms' | 'depth' | 'saved';

/** What a PDF that costs more is refused for. */
const WHY: Readonly<Record<Cost, (limit: number) => string>> = {
  words: (limit) => `its pages take more than ${largeNumber(limit)} operators and operands`,
  letters: (limit) => `its pages show more than ${largeNumber(limit)} letters`,
  codes: (limit) => `its fonts map more than ${largeNumber(limit)} codes to letters`,
  stream: (limit) => `one of its streams unpacks to more than ${megabytes(limit)}`,
  unpacked: (limit) => `its streams unpack to more than ${megabytes(limit)}`,
  forms: (limit) => `its pages are put together of more than ${largeNumber(limit)} forms`,
  depth: (limit) => `its forms lie more than ${limit} deep in each other`,
  saved: (limit) => `its pages save more than ${largeNumber(limit)} states of drawing at once`,
};

/** What reading a PDF has cost so far. */
export class PdfBudget {
  readonly #spent: Record<Cost, number> = {
    words: 0,
    letters: 0,
    codes: 0,
    stream: 0,
    unpacked: 0,
    forms: 0,
    depth: 0,
    saved: 0,
  };
  #over: Cost | null = null;
  #tags = 0;

  constructor(readonly limits: Limits['pdf']) {}

  /** pdf.js goes on after errors: once a limit is passed, whatever costs is one. */
  spend(cost: Cost, amount: number): void {
    this.#spent[cost] += amount;
    if (this.#spent[cost] > this.limits[cost]) this.#over ??= cost;
    if (this.#over !== null) throw new Error(this.#why(this.#over));
  }

  /** @throws ReadError where a limit was passed, even if pdf.js has made light of it */
  check(): void {
    if (this.#over !== null) throw tooCostly(this.#why(this.#over));
  }

  /** What is counted at once, not in sum. */
  peak(cost: 'stream' | 'saved', amount: number): void {
    if (amount > this.limits[cost]) this.spend(cost, amount);
  }

  /** What tags cost ends their reading, not that of the text. */
  tag(): void {
    if (++this.#tags > this.limits.tags) throw new Error('too many tags');
  }

  #why(cost: Cost): string {
    return WHY[cost](this.limits[cost]);
  }
}

export function tooCostly(why: string): ReadError {
  return new ReadError(
    'too-large',
    `The PDF is not read: ${why}.`,
    'Print it to a new PDF in parts, or save its text as plain text.',
  );
}

/** The one PDF that is being read: pdf.js does not say on whose behalf it works. */
let current: PdfBudget | null = null;
let turn: Promise<unknown> = Promise.resolve();

/** Reads a PDF, after those that are being read, with its cost counted. */
export function withinBudget<T>(
  limits: Limits['pdf'],
  read: (budget: PdfBudget) => Promise<T>,
): Promise<T> {
  const mine = turn.then(async () => {
    current = new PdfBudget(limits);
    try {
      return await read(current);
    } finally {
      current = null;
    }
  });
  turn = mine.catch(() => undefined);
  return mine;
}

function spend(cost: Cost, amount: number): void {
  current?.spend(cost, amount);
}

// What follows puts the counting into pdf.js, where the cost arises.

const { getObj } = Lexer.prototype;
Lexer.prototype.getObj = function () {
  spend('words', 1);
  return getObj.call(this);
};

const { charsToGlyphs } = Font.prototype;
Font.prototype.charsToGlyphs = function (chars) {
  spend('letters', chars.length);
  const glyphs = charsToGlyphs.call(this, chars);
  // A glyph may stand for a thousand letters.
  for (const { unicode } of glyphs) if (unicode.length > 1) spend('letters', unicode.length);
  return glyphs;
};

for (const method of ['mapBfRange', 'mapCidRange'] as const) {
  const map = CMap.prototype[method] as (low: number, high: number, first: unknown) => void;
  CMap.prototype[method] = function (low, high, first) {
    if (high > low) spend('codes', high - low);
    map.call(this, low, high, first);
  };
}

for (const method of ['getTextContent', 'getOperatorList'] as const) {
  const walk = PartialEvaluator.prototype[method];
  PartialEvaluator.prototype[method] = async function (what) {
    spend('forms', 1);
    spend('depth', 1);
    try {
      // The spaces of the file tell words from letters that are set apart.
      await walk.call(this, { ...what, keepWhiteSpace: true });
    } finally {
      spend('depth', -1);
    }
  };
}

const { save } = StateManager.prototype;
StateManager.prototype.save = function () {
  current?.peak('saved', this.stateStack.length);
  save.call(this);
};

// A tree that goes round has no end: it is walked through by its tags' kinds, and made of their children.
const { parseKid } = StructElementNode.prototype;
StructElementNode.prototype.parseKid = function (page, kid) {
  current?.tag();
  return parseKid.call(this, page, kid);
};
const role = Object.getOwnPropertyDescriptor(StructElementNode.prototype, 'role')!;
Object.defineProperty(StructElementNode.prototype, 'role', {
  get(this: StructElementNode) {
    current?.tag();
    return role.get!.call(this) as string;
  },
});

const { ensureBuffer } = DecodeStream.prototype;
DecodeStream.prototype.ensureBuffer = function (bytes) {
  current?.peak('stream', bytes);
  const before = this.buffer.byteLength;
  const buffer = ensureBuffer.call(this, bytes);
  spend('unpacked', buffer.byteLength - before);
  return buffer;
};

// The platform's decompression would unpack a whole stream before its bytes can be counted.
DecodeStream.prototype.asyncGetBytesFromDecompressionStream = async function () {
  const { stream } = this;
  stream.reset();
  const compressed = stream.isAsync ? await stream.asyncGetBytes() : null;
  return { decompressed: null, compressed: compressed ?? stream.getBytes() };
};

// Its decoder fills a memory of its own.
const { readBlock } = BrotliStream.prototype;
BrotliStream.prototype.readBlock = function () {
  readBlock.call(this);
  current?.peak('stream', this.bufferLength);
  spend('unpacked', this.bufferLength);
};
