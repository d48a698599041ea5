import fc from 'fast-check';

/** Halves of pairs are no characters. */
const HALVES = { from: 0xd800, count: 0x800 };

/**
 * Any character: fast-check's unit `binary`, number for number. That one makes a table of all the
 * million characters once it is asked what made one, which takes a second and stays in the memory.
 */
export const anyCharacter = fc.nat({ max: 0x10ffff - HALVES.count }).map(
  (number) => String.fromCodePoint(number < HALVES.from ? number : number + HALVES.count),
  (character) => {
    if (typeof character !== 'string' || character.length === 0) throw new Error('No character.');
    const code = character.codePointAt(0)!;
    const half = code >= HALVES.from && code < HALVES.from + HALVES.count;
    if (half || String.fromCodePoint(code) !== character) throw new Error('No single character.');
    return code < HALVES.from ? code : code - HALVES.count;
  },
);
