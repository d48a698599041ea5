import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCharacter } from '../../../test/any-character.js';
import { caseText } from '../../../test/cases.js';
import { tokensOf } from '../src/parse.js';
import { tokenize } from '../src/parser.js';
import { situationText } from './generate-situation.js';

const KOREA = caseText('korea-2018/korea.standoff');

const said = (text: string) => tokensOf(text).map((t) => `${text.slice(t.from, t.to)}: ${t.kind}`);

test('each word has its kind', () => {
  expect(said('option open "O" open @s:P7-P9 # so')).toEqual([
    'option: keyword',
    'open: option',
    '"O": text',
    'open: keyword',
    '@s:P7-P9: evidence',
    '# so: comment',
  ]);
  expect(said('event 2018-04 "E" { not US.taken }')).toEqual([
    'event: keyword',
    '2018-04: date',
    '"E": text',
    'not: operator',
    'US: name',
    'taken: option',
  ]);
  expect(said('perhaps 70 % talk')).toEqual([
    'perhaps: keyword',
    '70: number',
    '%: operator',
    'talk: name',
  ]);
});

const GRAMMAR = readFileSync(new URL('../src/standoff.langium', import.meta.url), 'utf8');

/** What the parser reads of a text: each token that is no bracket, comma or the like. */
const parsed = (text: string) => {
  const { tokens, hidden } = tokenize(text);
  return [...tokens, ...hidden]
    .filter(({ tokenType, image }) => tokenType.name !== 'WS' && !/^[(){},.:]$/.test(image))
    .map(({ startOffset, image, tokenType }) => ({
      from: startOffset,
      to: startOffset + image.length,
      is: tokenType.name,
    }))
    .sort((a, b) => a.from - b.from);
};

test('every word and sign of the grammar is one, and no other word', () => {
  const literals = [...GRAMMAR.matchAll(/'([^'\s]+)'/g)].map(([, one]) => one);
  for (const one of [...literals, 'promises', 'Actor', '>>>>>', '-', '+'])
    expect([one, tokensOf(one).map(({ kind }) => kind === 'name')]).toEqual([
      one,
      parsed(one).map(({ is }) => is === 'ID'),
    ]);
});

test('of any text, mutilated or not, the spans are those of the parser, in order and inside it', () => {
  const any = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.tuple(situationText, fc.nat(), fc.nat({ max: 40 })).map(([text, at, length]) => {
      const from = at % text.length;
      return text.slice(0, from) + text.slice(from + length);
    }),
    fc.nat({ max: KOREA.length }).map((end) => KOREA.slice(0, end)),
  );
  fc.assert(
    fc.property(any, (text) => {
      const spans = tokensOf(text);
      expect(spans.map(({ from, to }) => [from, to])).toEqual(
        parsed(text).map(({ from, to }) => [from, to]),
      );
      let end = 0;
      for (const { from, to } of spans) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 200 },
  );
});
