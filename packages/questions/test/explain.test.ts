import { expect, test } from 'vitest';
import { actorNamed, explainState } from '../src/explain/explanation.js';
import { AnalysisError, findState, prepare } from '@standoff/situation';
import { CHICKEN, modelOf, PRISONERS } from '../../situation/test/situations.js';

const prisoners = prepare(modelOf(PRISONERS));
const chicken = prepare(modelOf(CHICKEN));

test('a sanction by the others, with its path and the decisive statement', () => {
  const why = explainState(prisoners, findState(prisoners, 'silence'), 'A', 'SEQ');
  expect(why).toMatchObject({ stable: true, kind: 'deterred', moves: 1 });
  expect(why.improvements).toHaveLength(1);
  const [{ step, because, sanction }] = why.improvements;
  expect(step).toMatchObject({ actor: 'A', drops: ['A.c'] });
  expect(because).toBe('it wants: not “Anna keeps silent”');
  expect(sanction!.path.map(({ actor, drops }) => [actor, drops])).toEqual([['B', ['B.c']]]);
  expect(sanction).toMatchObject({
    leaves: 'worse off',
    because: 'it wants: “Ben keeps silent”',
    bestEscape: null,
  });
});

test('no escape is shown for SMR', () => {
  const why = explainState(prisoners, findState(prisoners, 'silence'), 'A', 'SMR');
  expect(why.improvements[0].sanction!.bestEscape!.step).toMatchObject({
    actor: 'A',
    takes: ['A.c'],
  });
});

test('a threat that nobody would carry out does not deter under SEQ, but does under GMR', () => {
  const both = findState(chicken, 'both');
  expect(explainState(chicken, both, 'A', 'GMR').improvements[0].sanction).not.toBeNull();
  const seq = explainState(chicken, both, 'A', 'SEQ');
  expect(seq).toMatchObject({ stable: false, kind: 'deterred' });
  expect(seq.improvements[0]).toMatchObject({ sanction: null, answersLookedAt: 0 });
});

test('a simultaneous sanction', () => {
  const why = explainState(prisoners, findState(prisoners, 'A.c, B.c'), 'B', 'SIM');
  expect(why.improvements[0].sanction).toMatchObject({ simultaneous: true, result: { taken: [] } });
});

test('a stakeholder has no move', () => {
  expect(explainState(prisoners, 0, 'W', 'Nash')).toMatchObject({ stable: true, kind: 'no move' });
});

test('states by many names', () => {
  const both = findState(prisoners, 'silence');
  for (const name of ['Both keep silent', 'YY', 'yy', '#3', 'A.c,B.c', '+A.c, +B.c'])
    expect(findState(prisoners, name)).toBe(both);
  const now = findState(prisoners, 'status quo');
  for (const name of ['now', 'none', '', 'NN', '#0', 'betrayal'])
    expect(findState(prisoners, name)).toBe(now);
});

test('names that lead nowhere say what was meant', () => {
  const error = (name: string): AnalysisError => {
    try {
      findState(prisoners, name);
    } catch (e) {
      return e as AnalysisError;
    }
    throw new Error('found');
  };
  expect(error('A.d')).toMatchObject({ code: 'unknown-option', hint: 'did you mean A.c?' });
  expect(error('c').hint).toBe('write A.c or B.c');
  expect(error('#9').message).toBe('there is no state #9');
  expect(() => explainState(prisoners, 0, 'a', 'Nash')).toThrow('no actor called "a"');
});

test('a name means what is called so exactly, and in another case only what nothing else is', () => {
  const named = prepare(
    modelOf(`
situation "Names"
actor A "B" { option a }
actor B "Ann" { option b }
actor C "ann" { option c }
state s1 "one" = { A.a }
state S1 "ONE" = { B.b }
state t1 "Two" = { A.a, B.b }
state t2 "Two" = { C.c }
state three "Three" = { A.a, C.c }
scenario one = not A.a and not B.b and not C.c
scenario whole "Three" = A.a and B.b and C.c
`),
  );
  const taken = (reference: string) => {
    const state = findState(named, reference);
    return ['A.a', 'B.b', 'C.c'].filter((_, k) => (named.space.codes[state] >>> k) & 1);
  };
  expect(taken('s1')).toEqual(['A.a']);
  expect(taken('S1')).toEqual(['B.b']);
  expect(taken('ONE')).toEqual(['B.b']);
  // The scenario has it for its id, the state for its label only.
  expect(taken('one')).toEqual([]);
  // Of a state and a scenario that are called alike the state is meant.
  expect(taken('three')).toEqual(['A.a', 'C.c']);
  expect(taken('THREE')).toEqual(['A.a', 'C.c']);
  const refused = (reference: string, message: RegExp) => {
    expect(() => findState(named, reference)).toThrow(
      expect.objectContaining({
        code: 'unknown-state',
        message: expect.stringMatching(message) as string,
      }),
    );
  };
  refused('Two', /t1, t2/);
  refused('One', /s1, S1/);
  expect(actorNamed(named, 'B').id).toBe('B');
  expect(actorNamed(named, 'Ann').id).toBe('B');
  expect(actorNamed(named, 'ann').id).toBe('C');
  expect(() => actorNamed(named, 'ANN')).toThrow(/B, C/);
  refused('+A.a, -A.a', /takes A\.a and gives it up/);
  refused('A.a, -a', /takes A\.a and gives it up/);
});
