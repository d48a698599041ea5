import * as z from 'zod';

/** A part of a text: from a paragraph or a sentence of it to another, as "P7", "P7-P9", "P7-", "P7.2-P7.5". */
export const PLACES = z
  .string()
  .regex(
    /^P?\d{1,6}(\.\d{1,6})?(-(P?\d{1,6}(\.\d{1,6})?)?)?$/,
    'write P7, P7-P9, P7- (to the end), or by sentences P7.2, P7.2-P7.9',
  )
  .optional()
  .describe(
    'which: P7, P7-P9, P7- (to the end), or sentence by sentence P7.2-P7.9; all when left out',
  );

export interface Places {
  /** Whether sentences are asked for and not whole paragraphs. */
  readonly bySentence: boolean;
  /** Whether a paragraph, or a sentence of it, is meant. */
  readonly has: (paragraph: number, sentence?: number) => boolean;
}

/** What is meant by places as they are written; everything when left out. */
export function placesIn(written = 'P0-'): Places {
  const [, p, s, dash, toP, toS] = /^P?(\d+)(?:\.(\d+))?(-)?(?:P?(\d+)(?:\.(\d+))?)?$/.exec(
    written,
  )!;
  const from = [Number(p), Number(s ?? 0)] as const;
  const to = dash === undefined ? [p, s] : [toP, toS];
  const until = [Number(to[0] ?? Infinity), Number(to[1] ?? Infinity)] as const;
  const isBefore = (a: readonly [number, number], b: readonly [number, number]): boolean =>
    a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
  return {
    bySentence: written.includes('.'),
    has: (paragraph, sentence) =>
      sentence === undefined
        ? paragraph >= from[0] && paragraph <= until[0]
        : !isBefore([paragraph, sentence], from) && !isBefore(until, [paragraph, sentence]),
  };
}
