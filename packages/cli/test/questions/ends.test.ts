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

describe('where two moves in a row lead to an end and no legal sequence does', () => {
  it.each([
    [['outlook', '-']],
    [['outlook', '-', '--to', '#0']],
    [['analyse', '-', '--full']],
    [['report', '-', '--format', 'markdown', '--out', '-']],
    [['factions', '-']],
  ])('%j follows the course to where it stays', async (args) => {
    for (const input of [BARRED, DIVIDED]) {
      const { status, stdout, stderr } = await call(args, { input });
      expect([args, status, stderr.includes('internal')]).toEqual([args, 0, false]);
      if (args[0] === 'outlook')
        expect(stdout.replace(/\s+/g, ' ')).toContain('it ends in one outcome');
    }
  });

  it('is the same in the JSON of outlook and factions', async () => {
    const ask = async (name: string): Promise<unknown> =>
      JSON.parse((await call([name, '-', '--json'], { input: DIVIDED })).stdout);
    const { outlooks } = (await ask('outlook')) as OutlookResult;
    expect(outlooks[0]).toMatchObject({
      course: { states: 2, holding: 1 },
      ends: [{ nearest: { taken: [] }, hold: 'none', pull: 1 }],
    });
    const { combinations, scenarios } = (await ask('factions')) as FactionsResult;
    expect(combinations[0]).toMatchObject({ assumed: true, ends: [{ nearest: { taken: [] } }] });
    expect(combinations[1]).toMatchObject({ ends: [{ nearest: { taken: ['A.o'] } }] });
    expect(scenarios[0]).toMatchObject({ reached: [true, false], pull: [1, 0] });
  });
});
