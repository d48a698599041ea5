import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSituation } from '../src/format.js';
import { parseSituation } from '../src/parse.js';
import { printSituation } from '../src/print.js';

const HEAD = 'situation "S"\nactor A { option a  option b  option c  prefers {\n';

const itemsOf = (text: string) => {
  const { model, diagnostics } = parseSituation(text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { preference } = model!.actors[0];
  return preference.form === 'statements' ? preference.items : [];
};

const propositions = (text: string) =>
  itemsOf(text).map((item) => (item.item === 'statement' ? item.wants : item.statements));

test('wishes of equal weight come to the statements that at least so many are so', () => {
  const wishes = fc.uniqueArray(fc.constantFrom('a', 'not b', 'c', 'a and not c'), {
    minLength: 1,
  });
  fc.assert(
    fc.property(wishes, fc.boolean(), (some, more) => {
      const rest = more ? 'equally {\nb\n}\n' : '';
      const text = `${HEAD}equally {\n${some.join('\n')}\n}\n${rest}b\n} }`;
      const list = `{${some.join(', ')}}`;
      const byHand = some.map((_, k) => `at least ${k + 1} of ${list}`);
      expect(propositions(text)).toEqual(
        propositions(`${HEAD}${byHand.join('\n')}\n${more ? 'at least 1 of {b}\n' : ''}b\n} }`),
      );
      const again = printSituation(parseSituation(text).model!);
      expect(again.match(/equally/g)).toHaveLength(more ? 2 : 1);
      expect(propositions(again)).toEqual(propositions(text));
      expect(printSituation(parseSituation(again).model!)).toBe(again);
      expect(formatSituation(again).text).toBe(again);
    }),
    { numRuns: 40 },
  );
});

test('a stake is the wish that what was given is kept, written so again', () => {
  const given = 'promise p "A promise": A.a when A.b\n';
  const staked = `${given.trim()}\n`;
  const text = `situation "S"\n${staked}actor A { option a  option b  option c prefers { c  keeps p as "Our word" } }`;
  const [, item] = itemsOf(text);
  expect(item).toMatchObject({ keeps: 'p', label: 'Our word' });
  expect(propositions(text)).toEqual(propositions(text.replace('keeps p as', 'b implies a as')));
  const again = printSituation(parseSituation(text).model!);
  expect(again).toContain('keeps p as "Our word"');
  expect(propositions(again)).toEqual(propositions(text));
  const scenario = `${text}\nscenario broken = not keeps p`;
  expect(parseSituation(scenario).model!.scenarios[0].holds).toMatchObject({
    op: 'not',
    arg: { op: 'implies' },
  });
});

test('a pattern is the states that it fits', () => {
  const ranked = (words: string) =>
    parseSituation(
      `situation "S"\nactor A { option a  option b ranks ${words} }\nactor B { option c }\nagreement t between A, B`,
    );
  expect(ranked('"YN--- "> others').model!.actors[0].preference).toMatchObject({
    cells: [{ any: [{ op: 'and', args: [{ id: 'A.a' }, { op: 'not', arg: { id: 'A.b' } }] }] }, {}],
  });
  const plain = ranked('(a and not b and t) ~ "--YNN" >> "nnnnn" > others');
  expect(plain.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(ranked('"YN" > others').diagnostics).toMatchObject([
    {
      code: 'bad-pattern',
      hint: 'its places stand for A.a, A.b, A.t, B.c and B.t, in this order',
    },
  ]);
  expect(ranked('"YN-X-" > others').diagnostics).toMatchObject([{ code: 'bad-pattern' }]);
});
