import fc from 'fast-check';
import { smallSituationText } from '../../../language/test/generate-situation.js';

/** What no text should have in it, and some have. */
const STRANGE = [
  '\u001B]52;c;cm0=\u0007',
  '\u202E',
  '\u2028',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '"',
  '{',
  '}',
  '\n<<<<<<< HEAD\n',
  '\u0430',
];

/** Mostly situations without errors; some with something strange in them or a hole, some nothing at all. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: smallSituationText },
  {
    weight: 2,
    arbitrary: fc
      .tuple(smallSituationText, fc.nat(), fc.constantFrom(...STRANGE))
      .map(([text, at, strange]) => {
        const from = at % text.length;
        return text.slice(0, from) + strange + text.slice(from);
      }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(smallSituationText, fc.nat(), fc.nat({ max: 40 }))
      .map(([text, at, length]) => {
        const from = at % text.length;
        return text.slice(0, from) + text.slice(from + length);
      }),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '\n', 'situation', 'situation ""', '\u0000') },
);
