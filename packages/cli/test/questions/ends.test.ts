import { describe, expect, it } from 'vitest';
import type { FactionsResult, OutlookResult } from '@standoff/questions';
import { call } from '../in-process.js';

/** Two steps of A in a row would lead on to where nobody has a better move; no single one does. */
const BARRED = `situation "Barred"
actor A {
  option o
  option p taken
  prefers { not p  not o }
  cannot move from p and not o to not p and not o
}`;

const DIVIDED = `situation "Divided"
actor A {
  option o
  option p taken
  prefers { not p }
  faction f { prefers { not o } }
  faction g { prefers { o } }
  prevails f
  cannot move from p and not o to not p and not o
}
actor B { }
scenario both = not A.o and not A.p
promise pr: not A.o by A to B`;

describe('where two moves in a row would lead to an end and no legal sequence does', () => {
  it.each([
    [['outlook', '-']],
    [['outlook', '-', '--to', '#1']],
    [['analyse', '-', '--full']],
    [['report', '-', '--format', 'markdown', '--out', '-']],
    [['factions', '-']],
  ])('%j says that improvements end nowhere', async (args) => {
    for (const input of [BARRED, DIVIDED]) {
      const { status, stdout, stderr } = await call(args, { input });
      expect([args, status, stderr.includes('internal')]).toEqual([args, 0, false]);
      if (input === DIVIDED || args[0] !== 'factions')
        expect(stdout.replace(/\s+/g, ' ')).toMatch(
          // In a column of a table the words stand one below the other.
          args[0] === 'factions'
            ? /Improvements end in.* nowhere: to /
            : /ends? nowhere: to come to an end, somebody would have to move twice in a row/,
        );
    }
  });

  it('is the same in the JSON of outlook and factions', async () => {
    const ask = async (name: string): Promise<unknown> =>
      JSON.parse((await call([name, '-', '--json'], { input: DIVIDED })).stdout);
    const { outlooks } = (await ask('outlook')) as OutlookResult;
    expect(outlooks[0]).toMatchObject({ improvements: { states: 1 }, ends: [] });
    const { combinations, scenarios } = (await ask('factions')) as FactionsResult;
    expect(combinations[0]).toMatchObject({ assumed: true, reached: 0, ends: [] });
    expect(combinations[1]).toMatchObject({ reached: 1, ends: [{ states: 1 }] });
    expect(scenarios[0]).toMatchObject({ reached: [false, false] });
  });
});
