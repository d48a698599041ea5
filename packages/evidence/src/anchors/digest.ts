/**
 * A digest of words that can be looked for in a text without the words: three polynomial hashes over
 * UTF-16 units modulo a prime, rolled along the text, so that a search is linear in its length. Two
 * different passages of up to L units share one by chance with a probability of about (L / 2^26)^3.
 * It is no cryptographic hash: short words can be guessed from it.
 *
 * Written "LENGTH:HEX", the three as seven hexadecimal digits each.
 */
const PRIME = 67_108_859;
const BASES = [31_415_927, 27_182_818, 16_180_339] as const;

export const DIGEST = /^(\d{1,9}):([0-9a-f]{21})$/;

export function digestOf(words: string): string {
  const sums = BASES.map((base) => {
    let sum = 0;
    for (let i = 0; i < words.length; i++) sum = (sum * base + words.charCodeAt(i)) % PRIME;
    return sum.toString(16).padStart(7, '0');
  });
  return `${words.length}:${sums.join('')}`;
}

/** How many units the words have. */
export function digestLength(digest: string): number {
  return Number(DIGEST.exec(digest)![1]);
}

/** Where words with this digest begin, ascending. */
export function placesOfDigest(text: string, digest: string): number[] {
  const length = digestLength(digest);
  if (length === 0 || length > text.length) return [];
  const wanted = DIGEST.exec(digest)![2]
    .match(/.{7}/g)!
    .map((hex) => parseInt(hex, 16));
  const high = BASES.map((base) => power(base, length));
  const sums = [0, 0, 0];
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const enters = text.charCodeAt(i);
    const leaves = i >= length ? text.charCodeAt(i - length) : 0;
    for (let k = 0; k < 3; k++)
      sums[k] = (sums[k] * BASES[k] + enters + PRIME - ((leaves * high[k]) % PRIME)) % PRIME;
    if (i >= length - 1 && sums[0] === wanted[0] && sums[1] === wanted[1] && sums[2] === wanted[2])
      places.push(i - length + 1);
  }
  return places;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = (result * base) % PRIME;
  return result;
}
