import { describe, expect, it } from 'vitest';
import { findState, prepare } from '@standoff/situation';
import { caseText } from '../../../test/cases.js';
import { grounds } from '../src/grounds/solve.js';
import { modelOf, PRISONERS } from '../../situation/test/situations.js';

/** B would follow A into arming only because of its second wish; the first keeps it from war. */
const NEIGHBOURS = `
situation "Neighbours"
source report "A report" { author "Somebody" }
actor A { option arm "Arm"  option war "War"
  prefers { not war @report:P1  arm @report:P2 rests on fear } }
actor B { option arm "Arm" prefers { arm iff A.arm @report:P2-P3 } }
A.war requires A.arm @report:P4
claim fear "A is afraid" inferred
state both "Both armed" = { A.arm, B.arm }
`;

describe('grounds', () => {
  const prepared = prepare(modelOf(NEIGHBOURS));
  const both = findState(prepared, 'both');

  it('are the statements without which, or with the opposite of which, somebody would move', () => {
    const result = grounds(prepared, both);
    expect(result).toMatchObject({ concept: 'Nash', holds: true, tried: 4, pairsComplete: null });
    expect(result.single.map(({ id, how, unsettles }) => [id, how, unsettles])).toEqual([
      // With the opposite A would go to war.
      ['A.1', 'reversed', ['A']],
      // With the opposite A would disarm.
      ['A.2', 'reversed', ['A']],
      ['B.1', 'reversed', ['B']],
    ]);
  });

  it('a constraint is not tried where a ranking does not place the states that come in', () => {
    const ranked = prepare(
      modelOf(`situation "Ranked"
        actor A { option x "X"  option y "Y"  never x and y  ranks one > two > idle }
        actor B { option z "Z"  prefers { not z } }
        state one "One" = { A.x }
        state two "Two" = { A.y }
        state idle "None" = { }
        never B.z`),
    );
    const result = grounds(ranked, findState(ranked, 'one'));
    // The statement of B alone: without either constraint A's ranking leaves out states.
    expect(result).toMatchObject({ holds: true, tried: 1, single: [] });
  });

  it('by passage and by claim: all that rests on one and on nothing else', () => {
    const { passages, claims } = grounds(prepared, both);
    // B.1 rests on two paragraphs, so neither is its only ground.
    expect(passages.map(({ paragraph, elements }) => [paragraph, elements])).toEqual([
      [1, ['A.1']],
      [2, ['A.2']],
    ]);
    expect(claims).toEqual([{ id: 'fear', label: 'A is afraid', elements: ['A.2'] }]);
  });

  it('in pairs: two that can each be missing, not both', () => {
    const text = `situation "Twice barred" actor A { option x prefers { x } }
      actor B { option y prefers { not y } }
      never A.x and not B.y
      A.x requires B.y`;
    const twice = prepare(modelOf(text));
    const result = grounds(twice, findState(twice, 'none'), { pairs: true });
    expect(result.single.map(({ id }) => id)).toEqual(['B.1']);
    expect(result.pairs.map(([a, b]) => [a.id, b.id, a.how, a.unsettles])).toEqual([
      ['constraint-1', 'constraint-2', 'left out', ['A']],
    ]);
    expect(result.pairsComplete).toBe(true);
  });

  it('of a constraint: without it a better move appears', () => {
    const text = `situation "Barred" actor A { option x prefers { x } }
      never A.x
      actor B { option y }`;
    const barred = prepare(modelOf(text));
    const { single } = grounds(barred, findState(barred, 'none'));
    expect(single.map(({ id, kind, how, unsettles }) => [id, kind, how, unsettles])).toEqual([
      ['constraint-1', 'constraint', 'left out', ['A']],
    ]);
  });

  it('of a deterrence: the deterring actor’s statements count too', () => {
    const prisoners = prepare(modelOf(PRISONERS));
    const { concept, single, actors } = grounds(prisoners, findState(prisoners, 'silence'));
    expect(concept).toBe('SSEQ');
    expect(actors.map(({ kind }) => kind)).toEqual(['deterred', 'deterred']);
    // Were A glad of B’s talking, it would itself talk; did B not gain by talking, it would not deter.
    expect(single.map(({ id, unsettles }) => [id, unsettles])).toEqual([
      ['A.1', ['A']],
      ['A.2', ['B']],
      ['B.1', ['B']],
      ['B.2', ['A']],
    ]);
  });

  it('of a state that would not hold: said as an answer of its own', () => {
    const chosen = grounds(prepared, both, { concept: 'SEQ' });
    expect(chosen.holds).toBe(true);
    expect(grounds(prepared, findState(prepared, 'none'))).toMatchObject({
      concept: null,
      holds: false,
      single: [],
    });
    expect(grounds(prepared, findState(prepared, 'none'), { concept: 'Nash' })).toMatchObject({
      holds: false,
      single: [],
      tried: 0,
    });
  });
});

it('of Korea: every ground is one, checked by editing the text and analysing again', () => {
  const text = caseText('korea-2018/korea.standoff');
  const prepared = prepare(modelOf(text));
  const state = findState(prepared, 'struckBargain');
  const { single, concept } = grounds(prepared, state);
  expect(concept).toBe('Nash');
  expect(single.length).toBeGreaterThan(10);
  const wish = single.find(({ text: wanted }) => wanted === 'US.treaty iff relax')!;
  const reversed = prepare(
    modelOf(text.replace('      US.treaty iff relax ', '      not (US.treaty iff relax) ')),
  );
  expect(grounds(reversed, findState(reversed, 'struckBargain'), { concept: 'Nash' }).holds).toBe(
    false,
  );
  expect(wish.unsettles).toEqual(['US']);
});
