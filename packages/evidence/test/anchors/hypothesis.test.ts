import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { createAnchor } from '../../src/anchor.js';
import { STATEMENT_KINDS, STATEMENT_STRENGTHS } from '../../src/index.js';
import { hypothesisRows, readHypothesis } from '../../src/records.js';
import { anchored, V1 } from '../written-text.js';

const text = anchored(V1, 'The ferry', 'Without a subsidy the line closes.', 'So it is said.');
const PLACE = { uri: 'urn:standoff:gazette', title: 'The ferry' };

const statement = fc.record({
  kind: fc.constantFrom(...STATEMENT_KINDS),
  // Somebody may be called as a kind is.
  by: fc.oneof(fc.constant(null), fc.constantFrom('says', 'kind:can', 'denied'), fc.string()),
  strength: fc.constantFrom(null, ...STATEMENT_STRENGTHS),
});

test('what a statement is, and what is written about it, goes out and comes in', () => {
  fc.assert(
    fc.property(fc.option(statement), fc.constantFrom(null, 'a threat?'), (given, comment) => {
      const of = { id: 's1', source: 'gazette', start: 11, end: 28 };
      const anchor = createAnchor(text, { ...of, statement: given, comment });
      const rows = hypothesisRows([anchor], text, PLACE);
      const { passages, withoutWords } = readHypothesis(JSON.stringify({ rows }));
      expect(withoutWords).toBe(0);
      expect(passages).toEqual([
        expect.objectContaining({
          exact: 'Without a subsidy',
          comment: comment ?? '',
          statement: given,
        }),
      ]);
    }),
  );
});

it.each([
  ['a tag of somebody else', ['can', 'subsidy']],
  ['a kind that there is not', ['kind:regrets', 'by:the operator']],
  ['a speaker alone', ['by:the operator']],
  ['tags that are no list of words', [1, null]],
  ['none', undefined],
])('is no statement where there is %s', (_, tags) => {
  const target = [{ selector: [{ type: 'TextQuoteSelector', exact: 'the line closes' }] }];
  const { passages } = readHypothesis(JSON.stringify([{ text: '', tags, target }]));
  expect(passages).toMatchObject([{ exact: 'the line closes', statement: null }]);
});
