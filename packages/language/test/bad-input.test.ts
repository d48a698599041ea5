import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCharacter } from '../../../test/any-character.js';
import { parseSituation } from '../src/parse.js';

const TWO = 'situation "S"\nactor A { option a  option c }\nactor B { option b  option c }\n';
const said = (text: string) =>
  parseSituation(text).diagnostics.map((d) => `${d.code}: ${d.message} / ${d.hint ?? ''}`);

test('line ends and a byte order mark make no difference but for places', () => {
  const text = 'situation "S"\nactor A {\n  option a # x\n}\n';
  const plain = parseSituation(text);
  for (const end of ['\r\n', '\r']) {
    expect(parseSituation(text.replaceAll('\n', end))).toEqual(plain);
  }
  expect(parseSituation(`\ufeff${text}`).diagnostics).toEqual([]);
});

test.each(['', ' \n', '\ufeff', '# only\r\n# comments'])('nothing: %j', (text) =>
  expect(said(text)).toEqual([expect.stringMatching(/^empty-text/)]),
);

test('too long, too deep, too many', () => {
  expect(said('x'.repeat(6_000_000))).toEqual([expect.stringMatching(/^text-too-long/)]);
  expect(said(`situation "S" never ${'('.repeat(10_000)}`)).toHaveLength(1);
  expect(said(`situation "S" never ${'not '.repeat(10_000)}a`)).toHaveLength(1);
  const deep = `${'('.repeat(99)}a${')'.repeat(99)}`;
  expect(said(`${TWO}never ${deep}`)).toEqual([]);
  const many = Array.from({ length: 1000 }, (_, i) => `never nobody${i}`).join('\n');
  const { diagnostics } = parseSituation(TWO + many);
  expect(diagnostics).toHaveLength(101);
  expect(diagnostics.at(-1)!.code).toBe('more');
});

describe('what is said about mistakes', () => {
  test.each([
    ['scenario x a', /^syntax: `=` is expected after `x`, not `a`/],
    ['agreement t betwen A, B', /^unknown-word: .* did you mean `between`/],
    ['worst of A is b', /^syntax: `for` is expected after `worst`, not `of`/],
    ['option x', /^syntax: `option` cannot stand here .* inside the braces of an actor/],
    ['equally { A.a }', /^syntax: .* stands among wishes/],
    ['never a and\nactor D', /^syntax: nothing follows `and`/],
    ['at least 2 {a}', /^syntax: a list stands after `of`/],
    ['at least two of {a}', /digits/],
    ['actor only', /`only`/],
    ['a and b', /^lone-expression/],
    ['never a && b', /^stray-character: .* write `and`/],
    ['actor North-Korea', /names are made of/],
    ['actor D "x" "y"', /second text/],
    ['never c', /^ambiguous-option: c may be A\.c or B\.c/],
    ['never A.b', /^unknown-name: A has no option called b .* `B\.b`/],
    ['never aa', /^unknown-name: .* did you mean `A\.a`/],
    ['promise a to BB', /^unknown-name: there is no actor called BB .* `B`/],
    ['scenario g = a\nrelation g protects A', /^wrong-kind: g is a scenario, not an actor/],
    ['always a if b if A.c', /^chain: a chain of `if`/],
    ['always a xor b xor A.c', /exactly one of \{a, b, A\.c\}/],
    ['scenario x = a and x', /^scenario-cycle: the scenario x refers to itself/],
  ])('%s', (text, message) => {
    const all = said(TWO + text);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(message);
  });

  test('one misspelt declaration is one message, with its places', () => {
    const { diagnostics } = parseSituation(`${TWO}never x\nnever x and a\nalways x`);
    expect(diagnostics).toMatchObject([{ code: 'unknown-name', related: [{}, {}] }]);
  });

  test('both places of a duplicate', () => {
    const [d] = parseSituation(`${TWO}actor A`).diagnostics;
    expect(d).toMatchObject({
      range: { start: { line: 3, column: 6 }, end: { line: 3, column: 7 } },
      related: [{ range: { start: { line: 1, column: 6 } } }],
    });
  });
});

test('a character that cannot be seen is named by its code point', () => {
  const { diagnostics } = parseSituation(`${TWO}never \u200Bx`);
  expect(diagnostics).toMatchObject([
    {
      code: 'stray-character',
      message: 'a character that cannot be seen (U+200B) means nothing here',
      hint: 'delete it: it may have come along with a copied text',
    },
  ]);
});

test('each sign of another notation in one statement is told with its word', () => {
  const { diagnostics } = parseSituation(`${TWO}never x == true && !x || (x -> x)`);
  expect(diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
    ['`&&` is no sign of the language', 'write `and`'],
    ['`!` is no sign of the language', 'write `not`'],
    ['`||` is no sign of the language', 'write `or`'],
    ['`->` is no sign of the language', expect.stringContaining('write `implies`')],
  ]);
});

test('a word of the language in capitals is no name, and nothing is made of it as if it were one', () => {
  const { diagnostics } = parseSituation(
    'situation "S"\nactor D { option x option y prefers { x AND NOT y } }\n',
  );
  expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
    ['unknown-name', 'did you mean `and`?'],
    ['unknown-name', 'did you mean `not`?'],
  ]);
});

test.each([
  ['(D.x', 'unclosed-brace', 'this `(` is never closed'],
  ['D.x)', 'closed-too-often', 'this `)` closes nothing'],
  ['none of {D.x, D.y)', 'unclosed-brace', 'this `{` is never closed'],
  ['D.x and (D.y or D.x', 'unclosed-brace', 'this `(` is never closed'],
])('%s: one mistake, without echoes in the blocks around it', (wish, code, message) => {
  const { diagnostics } = parseSituation(
    `situation "S"\nactor D { option x option y prefers { ${wish} } }\nnever D.x and D.y\n`,
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
    { code, message },
  ]);
});

test('anything at all is read without throwing, and has a model or an error', () => {
  const token = fc.constantFrom(
    ...'situation actor option prefers { } ( ) , . : = % > >> ~ @x:P1 "t" " “ 3 2018-02-30 a A.b not and if only requires at least of one perhaps in no order because rests on # \n'.split(
      ' ',
    ),
    '\n',
  );
  const soup = fc.array(token, { maxLength: 60 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(
      fc.oneof(
        soup,
        soup.map((s) => `situation "S" ${s}`),
        fc.string({ unit: anyCharacter }),
      ),
      (text) => {
        const { model, diagnostics } = parseSituation(text);
        expect(model === null).toBe(diagnostics.some((d) => d.severity === 'error'));
        for (const d of diagnostics) expect(d.message).not.toMatch(/undefined|Expecting|\p{C}/u);
      },
    ),
    { numRuns: 600 },
  );
});
