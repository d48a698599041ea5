import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setDegree, setPerhaps } from '../src/edit.js';
import { parseSituation } from '../src/parse.js';
import { printSituation } from '../src/print.js';

const TWO = 'situation "S"\nactor A { option a  option b  option c  prefers {\n';

const wants = (text: string): string[] => {
  const { model } = parseSituation(text);
  const [{ preference }] = model!.actors;
  return preference.form !== 'statements'
    ? []
    : preference.items.flatMap((item) =>
        item.item === 'statement' ? [item.text] : item.statements.map((one) => one.text),
      );
};

test('red lines stand before all other statements, in the order written', () => {
  const lines = fc.array(fc.record({ red: fc.boolean(), n: fc.nat(7) }), {
    minLength: 1,
    maxLength: 7,
  });
  fc.assert(
    fc.property(lines, (all) => {
      const wish = (n: number): string =>
        `${n & 1 ? 'a' : 'not a'} and ${n & 2 ? 'b' : 'not b'} and ${n & 4 ? 'c' : 'not c'}`;
      const text = `${TWO}${all.map(({ red, n }) => `${red ? 'red line ' : ''}${wish(n)}\n`).join('')}} }`;
      const byHand = [...all.filter(({ red }) => red), ...all.filter(({ red }) => !red)];
      expect(wants(text)).toEqual(byHand.map(({ n }) => wish(n)));
      const again = printSituation(parseSituation(text).model!);
      expect(wants(again)).toEqual(byHand.map(({ n }) => wish(n)));
      expect(printSituation(parseSituation(again).model!)).toBe(again);
    }),
    { numRuns: 100 },
  );
});

test('names of wishes, red lines and what is left out come through a text', () => {
  const text = `${TWO}red line a as "No \\"a\\""\nb as "Bread"\n} }\nleft out "What a source says" because "it changes nothing"\n`;
  const model = parseSituation(text).model!;
  expect(model.leftOut).toMatchObject([{ text: 'What a source says' }]);
  expect(model.actors[0].preference).toMatchObject({
    items: [{ redLine: true, label: 'No "a"' }, { label: 'Bread' }],
  });
  const again = printSituation(model);
  expect(again).toContain('red line a as "No \\"a\\""');
  expect(again).toMatch(/left out "What a source says" +because "it changes nothing"/);
});

test('a red line is neither in doubt nor of a degree, and stands in no faction', () => {
  const text = `${TWO}red line a\n} }`;
  expect(setPerhaps(text, 'A.1', { percent: 70 })).toMatchObject({ ok: false });
  expect(setDegree(text, 'A.1', 2)).toMatchObject({ ok: false });
  const inFaction = 'situation "S"\nactor A { option a faction f { prefers { red line a } } }';
  expect(parseSituation(inFaction).diagnostics).toMatchObject([{ code: 'red-line-misplaced' }]);
  expect(parseSituation(`${TWO}perhaps red line a\n} }`).model).toBeNull();
});
