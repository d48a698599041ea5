import { prepare } from '@standoff/situation';
import { describe, expect, it } from 'vitest';
import { modelOf, PRISONERS } from '../../situation/test/situations.js';
import { read, written } from './formats.js';

const TABLE = `decision maker;option;direction;1;Peace;"3"
"North; the hill";"Pump ""hard""";both;N;Y;N
;Sell;;N;N;Y
South;Sue;forward;Y;N;no
status quo;;;;x;
payoff;North; the hill
`;

describe('csv', () => {
  it('reads a table as a spreadsheet saves it', async () => {
    const table = TABLE.replace('payoff;North; the hill', 'payoff;"North; the hill";;1,5;2;-1')
      .concat('rank;South;;1;1;2\n')
      .replaceAll('\n', '\r\n');
    const { model, notes } = await read('csv', table);
    expect(model.actors.map(({ label }) => label)).toEqual(['North; the hill', 'South']);
    expect(model.options.map(({ label, direction }) => [label, direction])).toEqual([
      ['Pump "hard"', 'both'],
      ['Sell', 'both'],
      ['Sue', 'forward'],
    ]);
    expect(model.states.map(({ label, taken }) => [label, taken.length])).toEqual([['Peace', 1]]);
    const { space, game, statusQuo } = prepare(model);
    expect([...space.codes]).toEqual([1, 2, 4]);
    expect(statusQuo).toEqual([0]);
    expect(game.ranks.map((own) => [...own])).toEqual([
      [3, 1, 2],
      [2, 1, 2],
    ]);
    expect(notes).toEqual([]);
  });

  it('says of whom there is no ranking, and that there is no status quo', async () => {
    const { notes } = await read('csv', 'maker,option,1,2\nA,a,Y,N\n');
    expect(notes).toHaveLength(2);
  });

  it('keeps stakeholders, names of states and labels that a spreadsheet would run', async () => {
    const model = modelOf(PRISONERS.replace('"Ben keeps silent"', '"=SUM(A1)"'));
    const { text } = await written('csv', model);
    expect(text).toContain("'=SUM(A1)");
    const { model: again } = await read('csv', text);
    expect(again.actors.map(({ label }) => label)).toEqual(model.actors.map(({ label }) => label));
    expect(again.options.map(({ label }) => label)).toEqual(
      model.options.map(({ label }) => label),
    );
    expect((await written('csv', again)).text === text).toBe(true);
  });

  it.each([
    ['', /^expected a table, found nothing/],
    ['a,b\n', /^line 1, column 1: expected a column for each state/],
    ['m,o,1\n', /^line 1, column 1: expected a row for each option/],
    ['m,o,1\n,a,Y\n', /^line 2, column 1: expected a decision maker, found nothing/],
    ['m,o,1\nA,,Y\n', /^line 2, column 2: expected a name, found nothing/],
    ['m,o,1,2\nA,a,Y\n', /^line 2, column 4: expected Y or N, found nothing/],
    ['m,o,1\nA,a,=B2\n', /^line 2, column 3: expected Y or N, found a formula/],
    [
      'm,o,1,2\nA,a,Y,Y\n',
      /^line 1, column 4: expected a state of its own, found the state of column 3/,
    ],
    [
      'm,o,direction,1\nA,a,up,Y\n',
      /^line 2, column 3: expected both, forward or back, found "up"/,
    ],
    ['m,o,1\nA,"a\n\nb,Y\n', /^line 2, column 2: expected a quotation mark/],
    ['m,o,1\nA,a,Y\nrank,A,best\n', /^line 3, column 3: expected a number, found "best"/],
    ['m,o,1\nA,a,Y\nrank,A,#REF!\n', /^line 3, column 3: expected a number/],
    [
      'm,o,1,2\nA,a,Y,N\nstatus quo,,x,x\n',
      /^line 3, column 1: expected a mark under one state, found 2/,
    ],
    [`m,o,1\n${'A,a,Y\n'.repeat(31)}`, /^line 32, column 1: expected at most 30 options, found 31/],
    [`m,o${',1'.repeat(3000)}\nA,a,Y\n`, /^line 1, column 1: expected at most 2000 columns/],
  ])('%# is refused with its place', async (table, message) => {
    // The heads of columns are counted where something stands in them.
    await expect(read('csv', table)).rejects.toThrow(message);
  });
});

describe('latex', () => {
  it('has the table of the field, and escapes what LaTeX would run', async () => {
    const { text } = await written(
      'latex',
      modelOf(PRISONERS.replace('Two prisoners', '50 % \\\\input{x}')),
    );
    expect(text).toContain('\\caption{50 \\% \\textbackslash{}input\\{x\\}: states and ranks}');
    expect(text).toContain('    Anna & Anna keeps silent & N & Y & N & Y \\\\');
    expect(text).toContain('    Rank & Anna & 3 & 4 & 1 & 2 \\\\');
    expect(text).toMatch(/Nash & Anna & \$\\checkmark\$ & {2}& \$\\checkmark\$ & {2}\\\\/);
  });
});

describe('graphs', () => {
  it('have a node for each state and an edge for each move', async () => {
    const model = modelOf(PRISONERS.replace('Two prisoners', 'Two <\\"prisoners\\">'));
    const graphml = (await written('graphml', model)).text;
    expect(graphml.match(/<node /g)).toHaveLength(4);
    expect(graphml.match(/<edge /g)).toHaveLength(8);
    expect(graphml).toContain('id="Two &#60;&#34;prisoners&#34;&#62;"');
    const dot = (await written('dot', model)).text;
    expect(dot.match(/ -> /g)).toHaveLength(8);
    expect(dot).toContain('digraph "Two <\\"prisoners\\">"');
    expect(dot.match(/style=dashed/g)).toHaveLength(4);
  });
});
