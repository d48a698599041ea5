import { describe, expect, it, vi } from 'vitest';
import { caseText } from '../../../test/cases.js';
import { agreements } from '../src/agreements/solve.js';
import { prepare } from '@standoff/situation';
import { stakeholders } from '../src/stakeholders/solve.js';
import { modelOf, PRISONERS } from '../../situation/test/situations.js';

const korea = caseText('korea-2018/korea.standoff');

describe('agreements', () => {
  /** Each would rather be the only one that does not keep it, but the other would then answer. */
  const PACT = `
situation "Pact"
actor A { prefers { B.pact  not A.pact } }
actor B { prefers { A.pact  not B.pact } }
agreement pact between A, B`;

  it('of a dilemma: nobody would sign, everybody is held back from leaving', () => {
    const [pact] = agreements(prepare(modelOf(PACT))).agreements;
    expect(pact).toMatchObject({
      states: 1,
      equilibria: { Nash: 0, SEQ: 1 },
      reachable: { improvements: false, moves: true },
    });
    for (const [k, other] of [
      [0, 'B'],
      [1, 'A'],
    ] as const)
      expect(pact.parties[k]).toMatchObject({
        couldSign: 2,
        wouldSign: 0,
        signs: null,
        content: 0,
        deterred: 1,
        leaves: 0,
        defects: null,
        held: { step: { drops: [`${'AB'[k]}.pact`] }, by: [other] },
      });
  });

  it('somebody leaves, somebody gladly signs', () => {
    const text = PACT.replace(
      'A { prefers { B.pact  not A.pact } }',
      'A { prefers { A.pact } }',
    ).replace('B { prefers { A.pact  not B.pact } }', 'B { prefers { not B.pact } }');
    const [{ parties }] = agreements(prepare(modelOf(text))).agreements;
    expect(parties[0]).toMatchObject({ couldSign: 2, wouldSign: 2, content: 1, leaves: 0 });
    expect(parties[1]).toMatchObject({
      wouldSign: 0,
      leaves: 1,
      defects: { step: { drops: ['B.pact'] } },
    });
  });

  it('of Korea: the treaty would hold at best with the North enlisted; Washington would leave first', () => {
    const [treaty] = agreements(prepare(modelOf(korea))).agreements;
    expect(treaty.states).toBe(256);
    for (const { content, deterred, leaves } of treaty.parties)
      expect(Number(content) + Number(deterred) + Number(leaves)).toBe(256);
    expect(treaty.parties.map(({ actor, leaves }) => [actor, leaves !== 0])).toEqual([
      ['NK', false],
      ['SK', true],
      ['US', true],
    ]);
  });
});

describe('stakeholders', () => {
  it('nobody to tell of: no end and no outcome is looked for, and with them both are', () => {
    const text = 'situation "N" actor A { option x prefers { x } } actor B { option y }';
    const situation = prepare(modelOf(text));
    const holding = vi.spyOn(situation.states, 'holding');
    const none = stakeholders(situation);
    expect(none).toMatchObject({ stakeholders: [], ends: [], outcomes: [], outcomeCount: 0 });
    expect(holding).not.toHaveBeenCalled();
    expect(stakeholders(situation, { all: true }).ends).not.toEqual([]);
    expect(holding).toHaveBeenCalled();
  });

  it('by place and against today', () => {
    const {
      stakeholders: all,
      ends,
      outcomes,
      scenarios,
      opposed,
    } = stakeholders(prepare(modelOf(PRISONERS)), { all: true });
    expect(all.map(({ actor, places, today }) => [actor, places, today])).toEqual([
      ['A', 4, 3],
      ['B', 4, 3],
      ['W', 2, 1],
    ]);
    // It stays as it is; what else would hold stands beside that.
    expect(ends.map(({ end }) => end.nearest.taken)).toEqual([[]]);
    expect(outcomes.map(({ state }) => state.taken)).toEqual([['A.c', 'B.c']]);
    expect(outcomes[0].standing).toEqual({
      A: { place: 2, against: 'better' },
      B: { place: 2, against: 'better' },
      W: { place: 2, against: 'worse' },
    });
    expect(scenarios[0].against).toEqual({ A: 'better', B: 'better', W: 'worse' });
    // Nothing is better than today for the warden, so that it is opposed to nobody.
    expect(opposed).toEqual([]);
  });

  it('who never both gain', () => {
    const text = `situation "O" actor D { option left option right }
      actor L { prefers { D.left and not D.right } }
      actor R { prefers { D.right and not D.left } }`;
    expect(stakeholders(prepare(modelOf(text))).opposed).toEqual([['L', 'R']]);
  });

  it('of Korea: the workers of the South lose by the opening, the firms gain (P12, P13)', () => {
    const { scenarios, stakeholders: all } = stakeholders(prepare(modelOf(korea)));
    expect(all.map(({ actor }) => actor)).toEqual(['workersSK', 'peopleNK', 'firms']);
    expect(scenarios.find(({ id }) => id === 'sunshine')!.against).toMatchObject({
      workersSK: 'worse',
      firms: 'better',
    });
  });
});
