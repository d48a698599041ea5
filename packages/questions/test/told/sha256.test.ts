import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyCharacter } from '../../../../test/any-character.js';
import { sha256 } from '../../src/composed/report/sha256.js';

it('is that of Node, for any text and length', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }),
  );
  for (const length of [0, 55, 56, 63, 64, 65, 119, 120, 1000])
    expect(sha256('a'.repeat(length))).toBe(
      createHash('sha256').update('a'.repeat(length)).digest('hex'),
    );
});
