import { expect, it } from 'vitest';
import {
  actor,
  cited,
  code,
  column,
  element,
  heading,
  item,
  list,
  note,
  Page,
  paragraph,
  printBlocks,
  verdict,
  type Block,
} from '../src/index.js';

const printed = (blocks: readonly Block[], width = 60): string => {
  const page = new Page({ width });
  printBlocks(page, blocks);
  return page.toString();
};

const evidence = [{ source: 'gazette', paragraphs: { from: 3, to: 3 }, annotation: null }];

it('what stands under a heading is set in; references and numbers of states are in the margin', () => {
  const state = { inline: 'state', decimal: '12', text: '“War”', verdict: null } as const;
  expect(
    printed([
      heading(element('p', 'A promise'), ' ', ...cited(evidence)),
      paragraph('Ann to Bob: “Open”, if ', code('Bob.pay'), '.'),
      ...list([
        item(
          [actor('A', 'Ann'), ': ', verdict('no', 'would not')],
          [paragraph('Not in ', state, '.')],
        ),
      ]),
      note('All of this is what the model says.'),
    ]),
  ).toBe(`A promise                                         gazette P3
  Ann to Bob: “Open”, if “Bob.pay”.
  Ann: would not
      Not in “War”.                                      #12

All of this is what the model says.
`);
});

const table = (rows: readonly (readonly string[])[], heads: readonly string[]): Block => ({
  block: 'table',
  caption: 'States',
  columns: heads.map((head, k) => column(head, k === 0 ? 'start' : 'end')),
  groups: [{ title: 'Now', rows: rows.map((row) => row.map((text) => [text])) }],
});

it('a table stands in columns', () => {
  const rows = [
    ['The union', '2'],
    ['The company of the port', '10'],
  ];
  expect(printed([table(rows, ['By', 'Kept'])])).toBe(`By                         Kept
Now
  The union                   2
  The company of the port    10
`);
});

it('cells are wrapped where they do not fit side by side, the widest column first', () => {
  const rows = [['A name that takes more than half of what a line has of room', '2']];
  expect(printed([table(rows, ['By', 'Kept'])], 40)).toBe(`By                                  Kept
Now
  A name that takes more than half     2
  of what a line has of room
`);
});

it('where there is no room for columns a row is a line with their heads', () => {
  const heads = ['By', 'Within reach', 'That would hold', 'All of them'];
  const rows = [
    ['The union of the port', 'two of two of them', 'one of one of them', 'a dozen or so'],
  ];
  expect(printed([table(rows, heads)], 40)).toBe(`Now
  The union of the port; Within reach:
    two of two of them; That would hold:
    one of one of them; All of them: a
    dozen or so
`);
});

it('colours are put in for verdicts, strong words and notes, where they are asked for', () => {
  const page = new Page({ colour: true });
  printBlocks(page, [paragraph(verdict('yes', 'kept'), ' ', verdict('partly', 'at a price'))]);
  expect(page.toString()).toBe('\u001b[32mkept\u001b[39m \u001b[33mat a price\u001b[39m\n');
});
