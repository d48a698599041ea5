// What a first answer on very many states goes without, and what it says of that.
import {
  AnalysisError,
  atFirst,
  isAtFirst,
  judging,
  prepare,
  withDiagrams,
  type Situation,
} from '@standoff/situation';
import { describe, expect, it } from 'vitest';
import { parseSituation } from '@standoff/language/parse';
import { randomText } from '../../situation/test/random-situation.js';
import { modelOf } from '../../situation/test/situations.js';
import { tellLeftOpen } from '../src/told/left-open.js';
import { standardNote } from '../src/told/course-words.js';
import { printed } from './told/printed.js';

const TEXT = `situation "Two"
actor A { option a prefers { a } }
actor B { option b prefers { b } }`;

const said = (blocks: Parameters<typeof printed>[0]): string =>
  printed(blocks).replace(/\s+/g, ' ');

describe('a first answer', () => {
  // Four states, each looked at for two actors with the answers of two: sixteen.
  const situation = prepare(modelOf(TEXT));

  it('goes by the standard that needs no answers where these would take long, and says so', () => {
    const { states } = atFirst(situation, false, 15n);
    const instead = judging(states, 'looking-ahead');
    expect(instead).toEqual({ standard: 'at-once', insteadOf: 'looking-ahead', atFirst: true });
    expect(said([standardNote(instead)])).toContain(
      'Judged by at once, and not by looking ahead: there are so many states',
    );
    expect(said(tellLeftOpen(['SEQ'], true))).toContain('(SEQ) takes minutes: that is left open');
    expect(states.holding('SEQ')).toBeNull();
    const { steps } = states.course('looking-ahead');
    expect(() => steps.successors(0, 0, new Int32Array(4))).toThrow(AnalysisError);
  });

  it('is the whole answer where there are not so many, and where all is asked for', () => {
    expect(atFirst(situation, false, 16n)).toBe(situation);
    expect(atFirst(situation, true, 15n)).toBe(situation);
    expect(isAtFirst(situation.states)).toBe(false);
  });

  it('is as ever where the states are known as sets', () => {
    const why = new AnalysisError('too-large', 'too many');
    const large = withDiagrams(modelOf(TEXT), undefined, why);
    expect(atFirst(large, false, 1n)).toBe(large);
    expect(judging(large.states, 'looking-ahead')).toEqual({
      standard: 'at-once',
      insteadOf: 'looking-ahead',
    });
  });

  it('says of single states what the whole answer says of all', () => {
    let compared = 0;
    for (let seed = 0; seed < 40; seed++) {
      const { model } = parseSituation(randomText(seed, { forms: ['prefers', 'weighs'] }));
      let whole: Situation;
      try {
        whole = prepare(model!);
      } catch (error) {
        if (!(error instanceof AnalysisError)) throw error;
        continue;
      }
      const first = atFirst(whole, false, 0n);
      expect(isAtFirst(first.states)).toBe(true);
      for (const { id } of whole.deciders) {
        for (const state of whole.states.all.first(5)) {
          expect(first.states.standing(id, state)).toEqual(whole.states.standing(id, state));
          const here = whole.states.only(state);
          for (const concept of ['GMR', 'SMR', 'SEQ', 'SSEQ'] as const) {
            const of = ({ states }: Situation): readonly bigint[] =>
              states.undeterred(id, here, states.all, concept)!.first(2);
            expect(of(first)).toEqual(of(whole));
          }
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(200);
  });
});
