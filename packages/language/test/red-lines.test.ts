import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setDegree, setPerhaps, setRedLine, setWishName } from '../src/edit.js';
import { applyEdits, type EditResult } from '../src/index.js';
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

test('a red line is neither in doubt nor of a degree, and stands in no group', () => {
  const text = `${TWO}red line a\n} }`;
  expect(setPerhaps(text, 'A.1', { percent: 70 })).toMatchObject({ ok: false });
  expect(setDegree(text, 'A.1', 2)).toMatchObject({ ok: false });
  const inGroup = `${TWO}in no order { red line a  b }\n} }`;
  expect(parseSituation(inGroup).diagnostics).toMatchObject([{ code: 'red-line-misplaced' }]);
  expect(parseSituation(`${TWO}perhaps red line a\n} }`).model).toBeNull();
});

test('a red line of a faction stands behind those of its actor, and counts where it prevails', () => {
  const text = `situation "S"
actor A {
  option a  option b  option c
  prefers { a }
  faction doves { prefers { b
    red line not c } }
  faction hawks { prefers { red line c } }
  prefers { red line not b }
}`;
  const order = ['not b', 'not c', 'c', 'a', 'b'];
  expect(wants(text)).toEqual(order);
  const again = printSituation(parseSituation(text).model!);
  expect(wants(again)).toEqual(order);
  expect(printSituation(parseSituation(again).model!)).toBe(again);
  expect(parseSituation(again).model!.actors[0].factions).toHaveLength(2);
});

test('what is said of a wish is edited word by word', () => {
  const edited = (text: string, result: EditResult): string => {
    if (!result.ok) throw new Error(result.refusal.message);
    return applyEdits(text, result.edits);
  };
  const doubted = `${TWO}perhaps 70 % very strongly a\n} }`;
  const line = edited(doubted, setRedLine(doubted, 'A.1', true));
  expect(line).toBe(`${TWO}red line a\n} }`);
  const named = edited(line, setWishName(line, 'A.1', 'No "a"'));
  expect(named).toBe(`${TWO}red line a as "No \\"a\\""\n} }`);
  const renamed = edited(named, setWishName(named, 'A.1', 'All'));
  expect(renamed).toContain('red line a as "All"');
  expect(edited(renamed, setWishName(renamed, 'A.1', null))).toBe(line);
  expect(edited(line, setRedLine(line, 'A.1', false))).toBe(`${TWO}a\n} }`);
});
