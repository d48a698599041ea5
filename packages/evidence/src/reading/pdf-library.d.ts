// The copy of pdf.js that generate.js makes, and what is used of its classes to count what a page costs.
declare module '#pdf' {
  export * from 'pdfjs-dist/legacy/build/pdf.mjs';
}

declare module '#pdf-worker' {
  /** The operands and operators of a page, and every other word of the file's syntax. */
  export class Lexer {
    getObj(): unknown;
  }
  /** What comes out of a filter. */
  export class DecodeStream {
    readonly buffer: Uint8Array;
    readonly bufferLength: number;
    ensureBuffer(bytes: number): Uint8Array;
    readBlock(): void;
    /** By the platform's decompression, all at once. */
    asyncGetBytesFromDecompressionStream(
      name: string,
    ): Promise<{ decompressed: Uint8Array | null; compressed: Uint8Array }>;
    readonly stream: {
      readonly isAsync: boolean;
      reset(): void;
      getBytes(): Uint8Array;
      asyncGetBytes(): Promise<Uint8Array | null>;
    };
  }
  export class BrotliStream extends DecodeStream {}
  export class Font {
    charsToGlyphs(chars: string): readonly { readonly unicode: string }[];
  }
  /** Codes of a font by the letters that they stand for. */
  export class CMap {
    mapBfRange(low: number, high: number, first: string): void;
    mapCidRange(low: number, high: number, first: number): void;
  }
  /** States of drawing that a page has saved: each is looked up through the ones before. */
  export class StateManager {
    readonly stateStack: readonly unknown[];
    save(): void;
  }
  /** A tag of the tree of a page. */
  export class StructElementNode {
    readonly role: string;
    parseKid(page: string | null, kid: unknown): unknown;
  }
  /** Walks through a page, and calls itself for the forms in it. */
  export class PartialEvaluator {
    getTextContent(what: object): Promise<void>;
    getOperatorList(what: object): Promise<void>;
  }
}
