import { decodeAs } from '../../src/reading/encodings.js';

/** The bytes of a text in an encoding of one or two bytes a letter: its decoder, read backwards. */
export function encode(text: string, encoding: string): Uint8Array {
  const bytes = new Map<string, readonly number[]>();
  for (let a = 255; a >= 0; a--) {
    const single = decodeAs(Uint8Array.of(a), encoding);
    if (single.length === 1 && single !== '\uFFFD') bytes.set(single, [a]);
  }
  if ([...text].some((letter) => !bytes.has(letter))) {
    for (let a = 0x81; a <= 0xfe; a++) {
      for (let b = 0x40; b <= 0xfe; b++) {
        const double = decodeAs(Uint8Array.of(a, b), encoding);
        if (double.length === 1 && double !== '\uFFFD' && !bytes.has(double))
          bytes.set(double, [a, b]);
      }
    }
  }
  return Uint8Array.from([...text].flatMap((letter) => bytes.get(letter)!));
}

export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  return Uint8Array.from(
    Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((unit) =>
      order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    ),
  );
}

/** Seven bits: JIS X 0208 between escapes, as EUC-JP without the eighth bits. */
export function iso2022jp(text: string): Uint8Array {
  const bytes: number[] = [];
  let wide = false;
  for (const letter of text) {
    const code = encode(letter, 'euc-jp');
    if (code.length > 1 !== wide) bytes.push(0x1b, ...(wide ? [0x28, 0x42] : [0x24, 0x42]));
    wide = code.length > 1;
    bytes.push(...Array.from(code, (byte) => byte & 0x7f));
  }
  return Uint8Array.from([...bytes, ...(wide ? [0x1b, 0x28, 0x42] : [])]);
}
