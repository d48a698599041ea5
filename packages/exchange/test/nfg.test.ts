import { printSituation } from '@standoff/language/print';
import { prepare } from '@standoff/situation';
import { describe, expect, it } from 'vitest';
import { compare, fractionOf } from '../src/formats/fraction.js';
import { modelOf, CHICKEN } from '../../situation/test/situations.js';
import { read, written } from './formats.js';
import { chance } from '../../../test/chance.js';

const OUTCOMES = `NFG 1 R "Meeting" { "Ann" "Bob" }

{ { "opera" "ballet" }
{ "opera" "ballet" }
}
"Where they meet"

{
{ "" 2, 1 }
{ "" 0, 0 }
{ "" 1/2, 2 }
}
1 2 0 3
`;

const PAYOFFS = 'NFG 1 D "Three" { "A" "B" } { 3 2 } 1 1 0 2 0.3 0 1e-1 0 2 2 .5 1';

/** The taken options of the Nash equilibria. */
async function nashIn(file: string): Promise<string[][]> {
  const { model } = await read('nfg', file);
  const { equilibria, space, naming } = prepare(modelOf(printSituation(model)));
  return Array.from({ length: space.size }, (_, s) => s)
    .filter((s) => equilibria.conceptsAt(s).includes('Nash'))
    .map((s) => [...naming.state(s).taken]);
}

describe('read', () => {
  it('has the pure equilibria of the game, with outcomes or payoffs', async () => {
    expect(await nashIn(OUTCOMES)).toEqual([
      ['Ann.opera', 'Bob.opera'],
      ['Ann.ballet', 'Bob.ballet'],
    ]);
    // By hand: columns (1, 0, 0.3) and (0.1, 2, 0.5) for A, (1, 2, 0) and (0, 2, 1) for B.
    expect(await nashIn(PAYOFFS)).toEqual([
      ['A.option_1', 'B.option_1'],
      ['A.option_2', 'B.option_2'],
    ]);
  });

  it('says that payoffs are read as ranks and that there is no status quo', async () => {
    const { notes, model } = await read('nfg', OUTCOMES);
    expect(notes.map(({ message }) => message.slice(0, 26))).toEqual([
      'Payoffs are read as ranks:',
      'The file does not say wher',
    ]);
    expect(model.situation.title).toBe('Meeting');
  });

  it.each([
    ['', /^line 1, column 1: expected NFG at the beginning, found the end of the file/],
    ['EFG 2 R "x"', /^line 1, column 1: expected NFG at the beginning, found "EFG"/],
    ['NFG 2 R "x"', /^line 1, column 5: expected the version 1/],
    ['NFG 1 R "x', /^line 1, column 9: expected a quotation mark that closes the text/],
    ['NFG 1 R "x" { "A" "B" } { 2 }', /expected the strategies of 2 players, and not of 1/],
    ['NFG 1 R "x" { "A" } { 0 }', /expected one strategy at least/],
    ['NFG 1 R "x" { "A" } { 99999 }', /expected at most 30 strategies of all players/],
    ['NFG 1 R "x" { "A" } { 2 } 1', /expected a payoff, found the end of the file/],
    ['NFG 1 R "x" { "A" } { 2 } 1 x', /^line 1, column 29: expected a payoff, found "x"/],
    ['NFG 1 R "x" { "A" } { 2 } 1 1/0', /expected a payoff, found "1\/0"/],
    ['NFG 1 R "x" { "A" } { 2 } 1 1e999999', /expected a payoff/],
    ['NFG 1 R "x" { "A" } { 2 } 1 2 3', /expected the end of the file, found "3"/],
    [
      'NFG 1 R "x"\n{ "A" } { 2 }\n{ { "" 1 } } 1 2',
      /^line 3, column 16: expected the number of an outcome, from 0 to 1, found "2"/,
    ],
    ['NFG 1 R "x" { "A" } { 2 } { { "" 1 2 } } 1 1', /expected payoffs of 1 players, and not of 2/],
    [`NFG 1 R "x" { ${'"A" '.repeat(20)}} { ${'1 '.repeat(3)}${'{ '.repeat(50)}`, /expected/],
  ])('%# is refused with its place', async (file, message) => {
    await expect(read('nfg', file)).rejects.toThrow(message);
  });
});

describe('pure equilibria', () => {
  it('are those of the game, of random payoffs', async () => {
    let some = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const draw = chance(Math.imul(seed, 2654435761) >>> 0);
      const sizes = Array.from({ length: 1 + draw(3) }, () => 1 + draw(3));
      const cells = sizes.reduce<number[][]>(
        (all, size) =>
          Array.from({ length: size }, (_, k) => all.map((cell) => [...cell, k])).flat(),
        [[]],
      );
      const payoffs = cells.map(() => sizes.map(() => draw(4) - 1));
      const isNash = (c: number): boolean =>
        cells.every((other, o) => {
          const changed = sizes.flatMap((_, p) => (other[p] === cells[c][p] ? [] : [p]));
          return changed.length !== 1 || payoffs[o][changed[0]] <= payoffs[c][changed[0]];
        });
      const known = cells.filter((_, c) => isNash(c)).map((cell) => cell.join(' '));
      const names = sizes.map((_, p) => `"P${p}"`).join(' ');
      const found = await nashIn(
        `NFG 1 R "" { ${names} } { ${sizes.join(' ')} } ${payoffs.flat().join(' ')}`,
      );
      expect(
        found.map((taken) => taken.map((id) => Number(/\d+$/.exec(id)![0]) - 1).join(' ')).sort(),
        `seed ${seed}`,
      ).toEqual(known.sort());
      some += known.length;
    }
    expect(some).toBeGreaterThan(20);
  });
});

describe('written', () => {
  it('has ranks as payoffs, the first decision maker turning fastest', async () => {
    const { text } = await written('nfg', modelOf(CHICKEN));
    expect(text).toContain('{ "nothing" "A swerves" }');
    // crash, A yields, B yields, both swerve.
    expect(text).toContain('{ "" 1, 1 }\n{ "" 2, 4 }\n{ "" 4, 2 }\n{ "" 3, 3 }');
  });

  it('says what is ruled out', async () => {
    const { notes } = await written(
      'nfg',
      modelOf(
        `${CHICKEN}\nnever A.swerve and B.swerve`
          .replace('bWins2 > both >', 'bWins2 >')
          .replace('aYields > both >', 'aYields >')
          .replace(/state both.*\n/, ''),
      ),
    );
    expect(notes[0].message).toMatch(/^1 of 4 combinations/);
  });
});

describe('fractions', () => {
  it('are compared to the last digit', () => {
    const sign = (a: string, b: string): number =>
      Math.sign(compare(fractionOf(a)!, fractionOf(b)!));
    expect(sign('1/3', '0.3333333333333333')).toBe(1);
    expect(sign('-1/2', '-.5')).toBe(0);
    expect(sign('1e-2', '0.011')).toBe(-1);
    expect(sign('9007199254740993', '9007199254740992')).toBe(1);
    for (const text of ['', '.', '1.2.3', '1/', '--1', '0x10', 'NaN', '1e9999'])
      expect(fractionOf(text)).toBeNull();
  });
});
