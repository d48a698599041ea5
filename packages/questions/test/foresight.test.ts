import { describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse/solve.js';
import { AnalysisError, findState, prepare } from '@standoff/situation';
import { explainForesightAt } from '../src/explain/foresight.js';
import { foresightConcept } from '../src/explain/foresight-answer.js';
import type { ForesightConcept } from '@standoff/engine';
import { CHICKEN, modelOf, PRISONERS } from '../../situation/test/situations.js';

const chicken = modelOf(CHICKEN);
const prisoners = modelOf(PRISONERS);

const held = (model: typeof chicken, concept: ForesightConcept): [string | null, string[]][] =>
  analyse(model, { foresight: [concept] }).foresight!.map(({ leader, equilibria }) => [
    leader,
    equilibria.map(({ name }) => name.label!),
  ]);

test('concepts by name', () => {
  expect(['l3', 'L12', 'NONMYOPIC', 'stackelberg', 'maximin2'].map(foresightConcept)).toEqual([
    'L3',
    'L12',
    'NonMyopic',
    'Stackelberg',
    'Maximin2',
  ]);
  for (const text of ['L', 'L0', 'L100', 'L1.5', 'Nash', 'maximin', ''])
    expect(foresightConcept(text), text).toBeNull();
});

describe('theory 3.9 to 3.12: what would hold', () => {
  test('chicken', () => {
    expect(held(chicken, 'L2')).toEqual([[null, []]]);
    expect(held(chicken, 'L3')).toEqual([[null, ['Both swerve']]]);
    expect(held(chicken, 'NonMyopic')).toEqual([[null, ['Both swerve']]]);
    expect(held(chicken, 'Stackelberg')).toEqual([
      ['A', ['B swerves alone']],
      ['B', ['A swerves alone']],
    ]);
  });

  test('prisoners; maximin is marked, and 2 moves of it are GMR', () => {
    expect(held(prisoners, 'NonMyopic')).toEqual([[null, ['Both talk', 'Both keep silent']]]);
    const { foresight, equilibria } = analyse(prisoners, { foresight: ['Maximin2', 'L2'] });
    expect(foresight!.map(({ experimental }) => experimental)).toEqual([true, false]);
    expect(foresight![0].equilibria.map(({ name }) => name.decimal)).toEqual(
      equilibria.flatMap(({ concepts, name }) => (concepts.includes('GMR') ? [name.decimal] : [])),
    );
  });

  test('today, every state, and no more equilibria than asked for', () => {
    const [result] = analyse(prisoners, {
      foresight: ['L2'],
      stability: true,
      limit: 1,
    }).foresight!;
    expect(result.statusQuo).toMatchObject({ taken: [], stable: { A: true, B: true } });
    expect(result.states).toHaveLength(4);
    expect(result).toMatchObject({ count: 2, equilibria: [{ taken: [] }] });
  });

  test('the field is there only where it was asked for', () => {
    expect('foresight' in analyse(chicken)).toBe(false);
  });
});

test('ties are flagged', () => {
  const tied = modelOf(`situation "Tied"
actor A { option x option y prefers { x or y } }
actor B { option z prefers { x } }`);
  const [result] = analyse(tied, { foresight: ['L1'], stability: true }).foresight!;
  const none = result.states!.find(({ taken }) => taken.length === 0)!;
  expect(none).toMatchObject({ stable: { A: false }, tieDependent: { A: true, B: false } });
});

describe('explanations', () => {
  const prepared = prepare(prisoners);
  const silence = findState(prepared, 'silence');

  test('the line of play', () => {
    const [why] = explainForesightAt(prepared, silence, 'Anna', 'L2');
    expect(why).toMatchObject({
      actor: 'A',
      role: null,
      stable: true,
      end: { taken: [] },
      compared: 'worse',
      because: 'it wants: “Ben keeps silent”',
    });
    expect(why.line.map(({ actor, drops }) => [actor, drops])).toEqual([
      ['A', ['A.c']],
      ['B', ['B.c']],
    ]);
  });

  test('Stackelberg: in either role', () => {
    const roles = explainForesightAt(prepared, silence, 'B', 'Stackelberg');
    expect(roles.map(({ role, stable }) => [role, stable])).toEqual([
      ['follower', false],
      ['leader', true],
    ]);
  });

  test('a stakeholder has no move', () => {
    expect(explainForesightAt(prepared, silence, 'W', 'Stackelberg')).toMatchObject([
      { stable: true, moves: 0, line: [], role: null },
    ]);
  });

  test('an actor that is none', () => {
    expect(() => explainForesightAt(prepared, silence, 'a', 'L2')).toThrow('no actor called "a"');
  });
});

test('another number of decision makers: why, and what to do', () => {
  const three = modelOf(`situation "Three"
actor A { option x prefers { x } }
actor B { option y prefers { y } }
actor C { option z prefers { z } }`);
  const question = (): unknown => analyse(three, { foresight: ['L3'] });
  expect(question).toThrow(AnalysisError);
  expect(question).toThrow(
    expect.objectContaining({ code: 'not-two-decision-makers' }) as AnalysisError,
  );
  expect(question).toThrow(/L3.*two decision makers.*has 3 \(A, B, C\)/);
  expect(() => explainForesightAt(prepare(three), 0, 'A', 'L3')).toThrow(AnalysisError);
});
