import fc from 'fast-check';
import { anyCharacter } from '../../../../test/any-character.js';
import { caseText } from '../../../../test/cases.js';
import { situationText } from '../generate-situation.js';

export const CHICKEN = caseText('chicken/chicken.standoff');
export const KOREA = caseText('korea-2018/korea.standoff');

/** A text without its `|`, and where that stood. */
export function marked(text: string): [text: string, offset: number] {
  const offset = text.indexOf('|');
  return [text.slice(0, offset) + text.slice(offset + 1), offset];
}

/** Texts of all kinds, most of them situations with a piece cut out or put in, and a place. */
export const anyPlace: fc.Arbitrary<[string, number]> = fc.tuple(
  fc.oneof(
    { weight: 1, arbitrary: fc.string({ unit: anyCharacter }) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.oneof(situationText, fc.constantFrom(CHICKEN, KOREA)),
          fc.nat(),
          fc.nat({ max: 60 }),
          fc.constantFrom('', '{', '}', '"', '.', '@', ' actor ', ' option x', 'not ', '\r', '#'),
        )
        .map(([text, at, length, put]) => {
          const from = at % text.length;
          return text.slice(0, from) + put + text.slice(from + length);
        }),
    },
  ),
  fc.nat({ max: 12_000 }),
);
