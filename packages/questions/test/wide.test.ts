// One actor with more ways to set its options than are gone through one by one.
import {
  AnalysisError,
  prepare,
  situationOf,
  withDiagrams,
  type Situation,
} from '@standoff/situation';
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../situation/test/situations.js';
import { briefing } from '../src/briefing/solve.js';

const options = (n: number): string =>
  Array.from({ length: n }, (_, k) => `option x${k}`).join(' ');
const names = (n: number): string => Array.from({ length: n }, (_, k) => `Pad.x${k}`).join(', ');

const wide = (n: number, rules = '', pad = 'prefers { x0 iff A.a  not x1 }'): string =>
  `situation "Wide"
actor A { option a option b  weighs { a: 2  b: 1  Pad.x1: -4 } }
actor Pad { ${options(n)} ${pad} }
${rules}`;

const why = new AnalysisError('too-large', 'too many');

describe('an actor with 31 options', () => {
  it.each([
    ['of which a rule allows none', `always none of {${names(31)}}`, ''],
    ['of which a rule allows one', `at most one of {${names(31)}}`, undefined],
    ['which it may set as it likes', '', undefined],
    ['which it may set as it likes, and wants nothing', '', ''],
    ['which it weighs', '', 'weighs { x0: 3  x1: -2  x2: 1 }'],
  ])('%s: where it leads is followed', (_, rules, pad) => {
    const result = briefing(situationOf(modelOf(wide(31, rules, pad))));
    expect(result.askedFor).toBeNull();
    expect(result.ends).toHaveLength(1);
    expect(result.ends[0].pull).toBe(1);
    const { taken } = result.ends[0].state;
    expect(taken).toContain('A.b');
    expect(taken).not.toContain('Pad.x1');
  });
});

it('options that nothing depends on change no share of ways', () => {
  // Two ends, to which the order of moves leads: either is first, and then keeps the other from it.
  const race = (idle: string): string => `situation "Race"
actor A { option a irreversible  prefers { a } }
actor B { option b irreversible  option c  ${idle}  prefers { b  c } }
never A.a and B.b`;
  const shares = (situation: Situation): unknown =>
    briefing(situation, { standard: 'at-once' })
      .ends.map(({ state, pull }) => [state.taken.join(), Math.round(pull * 1e6)])
      .sort();
  const large = shares(withDiagrams(modelOf(race(options(15))), undefined, why));
  expect(large).toEqual(shares(prepare(modelOf(race('')))));
  expect(large).toHaveLength(2);
});
