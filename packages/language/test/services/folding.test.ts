import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldsOf } from '../../src/serve.js';
import { anyPlace } from './marked.js';

test('blocks, blocks in blocks, and comments of several lines', () => {
  const text = `# one
# two
situation "S"
actor A {
  option a # not this
  # nor this alone
  prefers {
    a
  }
}
actor B { option b }
`;
  expect(foldsOf(text)).toEqual([
    { from: 0, to: 1, comment: true },
    { from: 3, to: 8, comment: false },
    { from: 6, to: 7, comment: false },
  ]);
  expect(foldsOf(text.replaceAll('\n', '\r\n'))).toEqual(foldsOf(text));
});

test('what is not closed is not folded', () => {
  expect(foldsOf('actor A {\n\n\noption a')).toEqual([]);
});

test('in any text, of several lines and within it', () => {
  fc.assert(
    fc.property(anyPlace, ([text]) => {
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { from, to } of foldsOf(text)) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThan(lines);
      }
    }),
    { numRuns: 60 },
  );
});
