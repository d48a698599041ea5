import { expect, it } from 'vitest';
import { placesOf } from '../src/source/use-find.js';
import { piecesOf } from '../src/source/passage.js';

const TEXT = 'The “lock” is closed.\n\nThe keeper’s LOCK is pre‑war (so he says). The café… waits.';

it.each([
  ['lock', ['lock', 'LOCK']],
  ['"lock"', ['“lock”']],
  ["keeper's  lock", ['keeper’s LOCK']],
  ['pre-war (so', ['pre‑war (so']],
  ['closed. the', ['closed.\n\nThe']],
  // Letters may come composed or not, as from some keyboards.
  ['cafe\u0301...', ['café…']],
  ['weir', []],
  ['  ', []],
])('finds %s', (words, found) => {
  expect(placesOf(words, TEXT).map(({ start, end }) => TEXT.slice(start, end))).toEqual(found);
});

it('cuts a paragraph at what is found, beside what is annotated', () => {
  const pieces = piecesOf({ start: 0, end: 10 }, [{ id: 'a', start: 2, end: 6 }], {
    start: 4,
    end: 8,
  });
  expect(pieces.map(({ start, annotations, found }) => [start, annotations.join(), found])).toEqual(
    [
      [0, '', false],
      [2, 'a', false],
      [4, 'a', true],
      [6, '', true],
      [8, '', false],
    ],
  );
});
