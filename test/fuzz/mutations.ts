import fc from 'fast-check';

/** One change of some bytes; places are shares of the length, so that they fit any file. */
type Change =
  | { readonly kind: 'put'; readonly at: number; readonly what: Uint8Array }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'copy'; readonly at: number; readonly length: number; readonly to: number }
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'end'; readonly at: number };

const share = fc.nat({ max: 9999 }).map((n) => n / 10_000);

/** Small files with a few changes each: bytes put in, cut out, said twice, turned round, or all the rest lost. */
export function mutated(
  files: readonly Uint8Array[],
  pieces: readonly Uint8Array[],
): fc.Arbitrary<Uint8Array> {
  const what = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 8 }) },
  );
  const length = fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 400 }));
  const change: fc.Arbitrary<Change> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('put' as const), at: share, what }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: share, length }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('copy' as const), at: share, length, to: share }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('flip' as const),
        at: share,
        bit: fc.nat({ max: 7 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('end' as const), at: share }) },
  );
  return fc
    .tuple(fc.constantFrom(...files), fc.array(change, { maxLength: 6 }))
    .map(([file, changes]) => changes.reduce(changed, file));
}

function changed(bytes: Uint8Array, change: Change): Uint8Array {
  const place = (part: number): number => Math.floor(part * bytes.length);
  const at = place(change.at);
  switch (change.kind) {
    case 'put':
      return joined(bytes.subarray(0, at), change.what, bytes.subarray(at));
    case 'cut':
      return joined(bytes.subarray(0, at), bytes.subarray(at + change.length));
    case 'copy': {
      const to = place(change.to);
      return joined(
        bytes.subarray(0, to),
        bytes.subarray(at, at + change.length),
        bytes.subarray(to),
      );
    }
    case 'flip': {
      const turned = bytes.slice();
      if (at < turned.length) turned[at] ^= 1 << change.bit;
      return turned;
    }
    case 'end':
      return bytes.subarray(0, at);
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a text should not have in it, and some have. */
export const STRANGE: readonly string[] = [
  '\u0000',
  '\u0007\u001B[2J',
  '\u001B]52;c;cm0=\u0007',
  '\u0085',
  '\u00AD',
  '\u061C',
  '\u200B',
  '\u202E',
  '\u2028',
  '\u2066',
  '\uFEFF',
  '\uFFFD',
  '\uD800',
  '\u{E0001}',
  'e\u0301',
  '\u0F71\u0F72'.repeat(20),
];
