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
  ).toBe(`
A promise                                         gazette P3
  Ann to Bob: “Open”, if “Bob.pay”.
  Ann: would not
      Not in “War”.                                      #12

All of this is what the model says.
`);
});

it('a table stands in columns where it fits, and is told row by row where it does not', () => {
  const table: Block = {
    block: 'table',
    caption: 'States',
    columns: [column('By'), column('Kept', 'end')],
    groups: [
      {
        title: 'Now',
        rows: [
          [['The union'], ['2']],
          [['The company of the port'], ['10']],
        ],
      },
    ],
  };
  expect(printed([table])).toBe(`By                       Kept
Now
The union                   2
The company of the port    10
`);
  const long = 'a name that takes more than half of what a line has of room';
  const [group] = table.groups;
  const wide: Block = { ...table, groups: [{ ...group, rows: [[[long], ['2']]] }] };
  expect(printed([wide], 40)).toContain('Kept: 2');
});

it('colours are put in for verdicts, strong words and notes, where they are asked for', () => {
  const page = new Page({ colour: true });
  printBlocks(page, [paragraph(verdict('yes', 'kept'), ' ', verdict('partly', 'at a price'))]);
  expect(page.toString()).toBe('\u001b[32mkept\u001b[39m \u001b[33mat a price\u001b[39m\n');
});
