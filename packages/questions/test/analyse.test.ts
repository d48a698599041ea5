import { describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse/solve.js';
import { AnalysisError } from '@standoff/situation';
import { CHICKEN, modelOf, PRISONERS } from '../../situation/test/situations.js';

describe('the prisoners', () => {
  const result = analyse(modelOf(PRISONERS), { stability: true });

  test('actors, options and space', () => {
    expect(result.schema).toBe('standoff/analysis/2');
    expect(result.situation).toEqual({
      id: 'two-prisoners',
      title: 'Two prisoners',
      asOf: '1950-01-01',
    });
    expect(result.actors.map(({ id, kind, options }) => [id, kind, options])).toEqual([
      ['A', 'decision maker', ['A.c']],
      ['B', 'decision maker', ['B.c']],
      ['W', 'stakeholder', []],
    ]);
    expect(result.space).toEqual({ options: 2, points: 4, feasible: 4 });
  });

  test('the published equilibria (Nash: talk; all others also silence)', () => {
    expect(result.equilibria.map(({ taken, concepts }) => [taken, concepts])).toEqual([
      [[], ['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ', 'SIM']],
      [
        ['A.c', 'B.c'],
        ['GMR', 'SMR', 'SEQ', 'SSEQ', 'SIM'],
      ],
    ]);
  });

  test('from the status quo nothing better can be reached, by moves everything', () => {
    expect(result.equilibria.map(({ reachable }) => reachable)).toEqual([
      { improvements: true, moves: true },
      { improvements: false, moves: true },
    ]);
    expect(result.equilibria[0].path).toEqual({ by: 'improvements', steps: [] });
    expect(result.equilibria[1].path!.steps.map(({ actor, takes }) => [actor, takes])).toEqual([
      ['A', ['A.c']],
      ['B', ['B.c']],
    ]);
    expect(result.statusQuo.reaches).toEqual({ improvements: 0, moves: 3 });
  });

  test('scenarios, kinds and who gains', () => {
    expect(result.equilibria.map(({ scenarios }) => scenarios)).toEqual([
      ['betrayal'],
      ['silence'],
    ]);
    expect(result.equilibria[1].kinds).toEqual({ A: 'deterred', B: 'deterred' });
    expect(result.equilibria[1].against).toEqual({ A: 'better', B: 'better', W: 'worse' });
    expect(result.scenarios.find(({ id }) => id === 'silence')).toMatchObject({
      states: 1,
      concepts: ['GMR', 'SMR', 'SEQ', 'SSEQ', 'SIM'],
      reachable: { improvements: false, moves: true },
      extremes: [{ kind: 'worst', actor: 'W', holds: true }],
    });
  });

  test('every state with ranks, larger is better, and a stakeholder stable everywhere', () => {
    expect(result.states!.map(({ taken, rank }) => [taken.join(), rank])).toEqual([
      ['', { A: 2, B: 2, W: 2 }],
      ['A.c', { A: 1, B: 4, W: 2 }],
      ['B.c', { A: 4, B: 1, W: 2 }],
      ['A.c,B.c', { A: 3, B: 3, W: 1 }],
    ]);
    for (const { stability } of result.states!) expect(stability.W).toEqual(result.concepts);
  });
});

test('rankings of named states: chicken', () => {
  const result = analyse(modelOf(CHICKEN));
  const under = (concept: string): string[] =>
    result.equilibria
      .filter((e) => e.concepts.includes(concept as never))
      .map((e) => e.name.label!);
  expect(under('Nash').sort()).toEqual(['A swerves alone', 'B swerves alone']);
  expect(under('SEQ').sort()).toEqual(['A swerves alone', 'B swerves alone']);
  expect(under('GMR').sort()).toEqual(['A swerves alone', 'B swerves alone', 'Both swerve']);
});

test('weights add up, decimals without rounding trouble', () => {
  const model = modelOf(`situation "w" actor A { option x option y option z
    weighs { x: 0.1  y: 0.2  z: 0.3 } }`);
  const rank = (taken: string): number =>
    analyse(model, { stability: true }).states!.find((s) => s.taken.join() === taken)!.rank.A;
  expect(rank('A.x,A.y')).toBe(rank('A.z'));
  expect(rank('A.x,A.z')).toBeGreaterThan(rank('A.z'));
});

test('only the prevailing faction counts, at the place where it is written', () => {
  const text = (prevails: string): string => `situation "f"
    actor M { option deal option wait
      prefers { not (deal and wait) }
      faction doves { prefers { deal } }
      faction hawks { prefers { wait } }
      prevails ${prevails} }`;
  const best = (prevails: string): readonly string[] =>
    analyse(modelOf(text(prevails))).equilibria[0].taken;
  expect(best('doves')).toEqual(['M.deal']);
  expect(best('hawks')).toEqual(['M.wait']);
});

test('the status quo: taken options, then events up to the date', () => {
  const model = modelOf(`situation "e" as of 2018-04-27
    actor A { option x taken option y option z }
    event 2018-04-30 "later" { A.z }
    event 2018-04 "second" { A.y }
    event 2018-03-01 "first" { not A.x, not A.y }`);
  expect(analyse(model).statusQuo.taken).toEqual(['A.y']);
});

test('an unknown option makes the status quo several states', () => {
  const model = modelOf('situation "u" actor A { option x unknown option y taken prefers { x } }');
  const result = analyse(model);
  expect(result.statusQuoAlternatives!.map(({ taken }) => taken)).toEqual([
    ['A.y'],
    ['A.x', 'A.y'],
  ]);
});

test('irreversible, not resumable and cannot move', () => {
  const reach = (extra: string): number =>
    analyse(modelOf(`situation "d" actor A { ${extra} }`)).statusQuo.reaches.moves;
  expect(reach('option x option y taken')).toBe(3);
  expect(reach('option x taken irreversible option y taken')).toBe(1);
  expect(reach('option x taken not resumable option y taken')).toBe(3);
  expect(reach('option x not resumable option y taken')).toBe(3);
  // y can still be given up, and x taken after that; but nobody moves twice in a row.
  expect(reach('option x option y taken cannot move from y to x')).toBe(1);
});

test('an agreement holds when all consent', () => {
  const model = modelOf(`situation "t"
    actor A { prefers { treaty } } actor B { prefers { treaty } }
    agreement treaty "Treaty" between A, B`);
  const result = analyse(model);
  expect(result.options.map(({ id }) => id)).toEqual(['A.treaty', 'B.treaty']);
  expect(result.equilibria.map(({ taken }) => taken)).toContainEqual(['A.treaty', 'B.treaty']);
});

describe('refusals', () => {
  const refusal = (text: string, memory?: number): AnalysisError => {
    try {
      analyse(modelOf(text), memory === undefined ? {} : { memory });
    } catch (error) {
      if (error instanceof AnalysisError) return error;
      throw error;
    }
    throw new Error('no refusal');
  };
  const options = (n: number): string =>
    Array.from({ length: n }, (_, k) => `option o${k}`).join(' ');

  test('too many options, too little memory', () => {
    expect(refusal(`situation "big" actor A { ${options(40)} }`)).toMatchObject({
      code: 'too-large',
    });
    const small = refusal(`situation "big" actor A { ${options(20)} }`, 1e6);
    expect(small.code).toBe('too-large');
    expect(small.message).toMatch(/1(\.0)? million feasible states/);
  });

  test('contradiction and infeasible status quo', () => {
    expect(refusal('situation "c" actor A { option x } always A.x never A.x').code).toBe(
      'no-feasible-state',
    );
    expect(refusal('situation "s" actor A { option x } always A.x').message).toContain(
      'always A.x',
    );
  });

  test('an incomplete ranking', () => {
    expect(refusal('situation "r" actor A { option x option y ranks x }').code).toBe('ranking');
  });
});

describe('weights are added exactly', () => {
  const rank = (weights: string): string => {
    const options = 'a b c d e f g h i j'.split(' ').filter((o) => weights.includes(`${o}:`));
    const text = `situation "W" actor A { ${options.map((o) => `option ${o}`).join(' ')}
      weighs { ${weights} } }`;
    const { states } = analyse(modelOf(text), { stability: true });
    return states!
      .map(({ taken, rank }) => `${taken.map((id) => id.slice(2)).join('') || '-'}${rank.A}`)
      .join(' ');
  };

  test('a small one beside a large one', () => {
    expect(rank('a: 1073741824  b: 1')).toBe('-1 a3 b2 ab4');
    expect(rank('a: 9007199254740993  b: 9007199254740992')).toBe('-1 a3 b2 ab4');
    expect(rank(`a: 1${'0'.repeat(308)}  b: 0.${'0'.repeat(299)}1`)).toBe('-1 a3 b2 ab4');
    expect(rank(`a: 1${'7'.repeat(308)}  b: 1${'7'.repeat(308)}  c: -1`)).toBe(
      '-2 a4 b4 ab6 c1 ac3 bc3 abc5',
    );
  });

  test('ten priorities are 1024 ranks', () => {
    const tens = [...'abcdefghij'].map((o, k) => `${o}: ${10 ** (9 - k)}`).join(' ');
    expect(new Set(rank(tens).match(/\d+/g)).size).toBe(1024);
  });

  test('sums of decimals that are equal are ties, and no others', () => {
    expect(rank('a: 0.1  b: 0.2  c: 0.3')).toBe('-1 a2 b3 ab4 c4 ac5 bc6 abc7');
    expect(rank('a: 0.1  b: 0.2  c: 0.3000000000000000000001')).toBe(
      '-1 a2 b3 ab4 c5 ac6 bc7 abc8',
    );
    // No chain of near ones: each billionth counts.
    expect(rank('a: 1  b: 1.000000001  c: 1.000000002')).toBe('-1 a2 b3 ab5 c4 ac6 bc7 abc8');
  });
});
