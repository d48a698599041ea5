import fc from 'fast-check';
import {
  mangle,
  situationText,
  smallSituationText,
} from '../../packages/language/test/generate-situation.js';
import { anyCharacter } from '../any-character.js';
import { mutated, STRANGE, utf8 } from './mutations.js';

/** Words and signs of the language, and what looks like them. */
const PIECES = [
  ...'situation source actor option prefers weighs ranks faction prevails agreement between never always requires exactly one of perhaps strongly in no order cannot move from to promise when by perceives unaware scenario state worst for is claim stated relation event signals because rests on and or not xor iff implies if only others taken slow as aka'.split(
    ' ',
  ),
  ...[
    '{',
    '}',
    '(',
    ')',
    ',',
    ':',
    '=',
    '>',
    '>>',
    '~',
    '%',
    '.',
    '@',
    '@a:P1',
    '@a#b',
    '#',
    '"',
    '"A"',
  ],
  ...[
    'A',
    'a.b',
    '1',
    '-2.5',
    '2018-04-27',
    '27.04.2018',
    '->',
    '\u201CA\u201D',
    '<<<<<<< HEAD',
    '\n',
    '\r\n',
    '\r',
  ],
];

const decoder = new TextDecoder();

const somewhat: fc.Arbitrary<string> = fc
  .oneof(situationText, smallSituationText)
  .chain((text) =>
    mutated([utf8(text)], [...PIECES.map((piece) => ` ${piece} `), ...STRANGE].map(utf8)).map(
      (bytes) => decoder.decode(bytes),
    ),
  );

const soup: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 60 })
  .map((words) => `situation "S" ${words.join(' ')}`);

/** Something said so often that what is done twice for each is seen. */
function repeated(most: number): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(
        ...PIECES.map((piece) => `${piece} `),
        '((',
        'not ',
        '{ { ',
        'never a ',
        'actor A { ',
        'prefers { x } ',
        'a and ',
        'exactly one of {',
        '"',
        '# \n',
        '\\',
        'x',
        '@',
        '1-',
      ),
      fc.nat({ max: most }),
      fc.constantFrom('situation "S" ', 'situation "S" actor A { option x prefers { ', ''),
    )
    .map(([piece, times, before]) => before + piece.repeat(times));
}

export function anyText(scale: number): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: somewhat },
    { weight: 4, arbitrary: soup },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 60 }) },
    { weight: 1, arbitrary: repeated(100 * scale) },
  );
}

/** Situations that can be read, oddly set, with comments and odd letters where these may stand. */
export const readableText: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(situationText, smallSituationText),
    fc.array(fc.nat({ max: 24 }), { minLength: 7, maxLength: 31 }),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...STRANGE)), { maxLength: 4 }),
  )
  .map(([text, by, strange]) =>
    strange.reduce(
      (all, [at, what]) => {
        // Where a text or a comment begins.
        const places = [...all.matchAll(/"(?=[A-Za-z])|#(?= )/g)].map(({ index }) => index + 1);
        const place = places[at % Math.max(1, places.length)] ?? all.length;
        return all.slice(0, place) + what + all.slice(place);
      },
      mangle(text, by),
    ),
  );
