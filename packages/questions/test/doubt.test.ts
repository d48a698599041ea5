import { describe, expect, it } from 'vitest';
import { AnalysisError, findState, prepare } from '@standoff/situation';
import { analyse } from '../src/analyse/solve.js';
import { sizeWithin } from '../src/coalitions/size-within.js';
import { coalitions } from '../src/coalitions/solve.js';
import { explainExtension } from '../src/explain/extension.js';
import { relationOf } from '../src/explain/relations.js';
import { modelOf, PRISONERS } from '../../situation/test/situations.js';

/** Whether Anna cares for Ben’s silence is open: of the four states she cannot compare some. */
const DOUBT = PRISONERS.replace('{ B.c  not c }', '{ perhaps B.c  not c }');

describe('extensions', () => {
  const model = modelOf(DOUBT);
  const prepared = prepare(model);

  it('a pair is unknown where the worlds differ', () => {
    const relation = relationOf(prepared, prepared.deciders[0], { unknown: true, strength: false });
    const at = (state: string): number => relation.classOf[findState(prepared, state)];
    const compare = (x: string, y: string): number => relation.compare(at(x), at(y));
    // Without the wish for Ben’s silence only her own talking counts.
    expect(compare('B.c', 'A.c, B.c')).toBe(1);
    expect(compare('none', 'A.c')).toBe(1);
    expect(compare('A.c, B.c', 'none')).toBe(NaN);
    // With it (B silent) is better, without it they are the same: no agreement either.
    expect(compare('B.c', 'none')).toBe(NaN);
  });

  it('theory 4.1: with 0 U 3 silence holds for those who fear the unknown only', () => {
    const { extensions } = analyse(model, { extensions: ['a', 'b', 'c', 'd'] });
    const silence = findState(prepared, 'silence');
    const stable = (extension: 'a' | 'b' | 'c' | 'd'): boolean =>
      explainExtension(prepared, silence, 'A', 'GMR', extension).stable;
    expect([stable('a'), stable('b'), stable('c'), stable('d')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(extensions!.extensions.map(({ count }) => count.GMR)).toEqual([1, 1, 2, 2]);
    expect(extensions!.held.GMR).toEqual({ all: 1, some: 1 });
    // Of six pairs: Ben silent or not with Anna talking, both silent against none, against Anna alone.
    expect(extensions!.unknown).toEqual({ A: 0.5, B: 0 });
    expect(extensions!.equilibria.map(({ state }) => state.taken)).toEqual([[]]);
  });

  it('says what deters, and that it is not known to be worse', () => {
    const why = explainExtension(prepared, findState(prepared, 'silence'), 'Anna', 'SEQ', 'd');
    expect(why).toMatchObject({
      actor: 'A',
      stable: true,
      improvements: [
        {
          step: { drops: ['A.c'] },
          degree: 1,
          sanction: { path: [{ actor: 'B', drops: ['B.c'] }], result: { taken: [] }, loss: null },
        },
      ],
    });
    expect(explainExtension(prepared, 0, 'W', 'SEQ', 'a')).toMatchObject({
      stable: true,
      moves: 0,
    });
  });

  it('nothing open: all four come to the same, and to the ordinary concepts', () => {
    const plain = modelOf(PRISONERS);
    const { extensions, tally } = analyse(plain, { extensions: ['a', 'b', 'c', 'd'] });
    for (const { count } of extensions!.extensions) expect(count.SEQ).toBe(2);
    expect(extensions!.held.SEQ).toEqual({ all: 2, some: 0 });
    expect(tally.filter(({ concepts }) => concepts.includes('SEQ'))).toHaveLength(2);
  });
});

describe('strength', () => {
  /** Theory 4.3, by weights: A's values 10, 6, 5, 0, and 10, 6, 1, 0; strong from 4 on. */
  const dilemma = (both: number): string => `
situation "Strength"
actor A { option c weighs { (B.c and not c): 10  (B.c and c): 6  (not B.c and not c): ${both} } much from 4 }
actor B { option c weighs { (A.c and not c): 10  (A.c and c): 6  (not A.c and not c): ${both} } much from 4 }
state silence = { A.c, B.c }`;

  const levelOf = (text: string): unknown => {
    const model = modelOf(text);
    const prepared = prepare(model);
    const { strength } = analyse(model, { strength: true });
    const decimal = prepared.space.codes[findState(prepared, 'silence')];
    return strength!.equilibria.find(({ state }) => state.name.decimal === decimal)?.level;
  };

  it('theory 4.3: losing 1 deters weakly, losing 5 strongly', () => {
    expect(levelOf(dilemma(5))).toMatchObject({ GMR: 1, SMR: 1, SEQ: 1 });
    expect(levelOf(dilemma(1))).toMatchObject({ GMR: 2, SMR: 2, SEQ: 2 });
    const { strength } = analyse(modelOf(dilemma(1)), { strength: true });
    expect(strength!.degrees).toBe(2);
    expect(strength!.count.SEQ).toEqual({ strong: 1, weak: 0, noBetterMove: 1 });
  });

  it('from statements, from rankings with signs, and from three degrees', () => {
    const statements = PRISONERS.replaceAll(
      '{ B.c  not c }',
      '{ very strongly B.c  not c }',
    ).replace('{ A.c  not c }', '{ very strongly A.c  not c }');
    const model = modelOf(statements);
    const prepared = prepare(model);
    const relation = relationOf(prepared, prepared.deciders[0], { unknown: false, strength: true });
    const at = (state: string): number => relation.classOf[findState(prepared, state)];
    expect(relation.compare(at('silence'), at('none'))).toBe(3);
    expect(relation.compare(at('B.c'), at('silence'))).toBe(1);
    expect(analyse(model, { strength: true }).strength!.degrees).toBe(3);

    const ranked = `situation "R" actor A { option a ranks both >>> (a and not B.b) > (B.b and not a) >> others }
      actor B { option b }
      state both = { A.a, B.b }`;
    const by = prepare(modelOf(ranked));
    const signs = relationOf(by, by.deciders[0], { unknown: false, strength: true });
    const place = (state: string): number => signs.classOf[findState(by, state)];
    expect(signs.compare(place('both'), place('A.a'))).toBe(3);
    expect(signs.compare(place('A.a'), place('B.b'))).toBe(1);
    expect(signs.compare(place('none'), place('A.a'))).toBe(-2);
  });

  it('theory 4.5, hybrid: with both, what is not known deters under c and d as strongly as a great loss', () => {
    const text = PRISONERS.replace('{ B.c  not c }', '{ perhaps strongly B.c  not c }').replace(
      '{ A.c  not c }',
      '{ strongly A.c  not c }',
    );
    const { strength } = analyse(modelOf(text), {
      strength: true,
      extensions: ['a', 'b', 'c', 'd'],
    });
    // That both talk is Nash. Silence: Anna cannot compare it with both talking, Ben loses much.
    expect(strength!.hybrid!.map(({ extension, count }) => [extension, count.GMR])).toEqual([
      ['a', { strong: 0, weak: 0, noBetterMove: 1 }],
      ['b', { strong: 0, weak: 0, noBetterMove: 1 }],
      ['c', { strong: 1, weak: 0, noBetterMove: 1 }],
      ['d', { strong: 1, weak: 0, noBetterMove: 1 }],
    ]);
    expect(analyse(modelOf(text), { strength: true }).strength!.hybrid).toBeUndefined();
  });

  it('a model that says of nothing that it is strong has weak deterrents only', () => {
    const { strength } = analyse(modelOf(PRISONERS), { strength: true });
    expect(strength).toMatchObject({ degrees: 1, count: { SEQ: { strong: 0, weak: 1 } } });
  });
});

describe('coalitions', () => {
  const prepared = prepare(modelOf(PRISONERS));

  it('theory 5.2: only together could the prisoners leave what holds for each alone', () => {
    const result = coalitions(prepared);
    expect(result.coalitions).toEqual([['A'], ['B'], ['A', 'B']]);
    expect(result.stable!.CNash).toEqual({ all: 0, single: 1 });
    expect(result.couldLeave).toMatchObject([
      {
        coalition: ['A', 'B'],
        stays: [],
        improvements: 1,
        example: { to: { taken: ['A.c', 'B.c'] }, sanction: null },
      },
    ]);
    expect(result.couldLeave[0].example.path.map(({ actor }) => actor).sort()).toEqual(['A', 'B']);
    // From talking (Nash) to silence (SEQ).
    expect(result.jumps).toMatchObject([
      { coalition: ['A', 'B'], from: { taken: [] }, to: { taken: ['A.c', 'B.c'] } },
    ]);
    expect(result.jumpCount).toBe(1);
  });

  it('of each equilibrium, who could leave it and under what every coalition stays', () => {
    const { equilibria } = coalitions(prepared);
    expect(
      equilibria.map(({ state, concepts, stable, couldLeave }) => ({
        taken: state.taken,
        nash: concepts.includes('Nash'),
        stable,
        leave: couldLeave.map(({ coalition, example }) => [coalition, example.to.taken]),
      })),
    ).toEqual([
      {
        taken: [],
        nash: true,
        stable: [],
        leave: [
          [
            ['A', 'B'],
            ['A.c', 'B.c'],
          ],
        ],
      },
      {
        taken: ['A.c', 'B.c'],
        nash: false,
        stable: ['CGMR', 'CSMR', 'CSEQ'],
        leave: [],
      },
    ]);
  });

  it('where no size is given, as many are judged as some seconds allow', () => {
    expect(sizeWithin(7, 128, false)).toBe(7);
    // 13 alone, 78 pairs and 286 trios.
    expect(sizeWithin(13, 8192, false)).toBe(2);
    expect(sizeWithin(13, 8192, true)).toBe(6);
    // Not even pairs.
    expect(sizeWithin(7, 2 ** 19, false)).toBe(0);
    expect(sizeWithin(1, 2 ** 19, false)).toBe(1);
  });

  it('of another state, of single ones only, of a partition', () => {
    const from = findState(prepared, 'silence');
    expect(coalitions(prepared, { from }).couldLeave).toEqual([]);
    expect(coalitions(prepared, { size: 1 }).coalitions).toEqual([['A'], ['B']]);
    const blocks = coalitions(prepared, { partition: [['B', 'Anna']] });
    expect(blocks).toMatchObject({ partition: true, coalitions: [['A', 'B']] });
    // As one they only leave what is worse for both.
    expect(blocks.stable!.CNash.all).toBe(3);
  });

  it.each([
    [[['A', 'A']], 'partition', /twice/],
    [[['A'], ['A', 'B']], 'partition', /twice/],
    [[['C']], 'unknown-actor', /no decision maker called C/],
    [[['W', 'A']], 'unknown-actor', /W has no options/],
  ])('refuses %j', (partition, code, message) => {
    try {
      coalitions(prepared, { partition });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AnalysisError);
      expect(error).toMatchObject({ code });
      expect((error as Error).message).toMatch(message);
    }
  });

  it('comes with the analysis where it is asked for', () => {
    const model = modelOf(PRISONERS);
    expect(analyse(model).coalitions).toBeUndefined();
    expect(analyse(model, { coalitions: {} }).coalitions!.couldLeave).toHaveLength(1);
  });
});
