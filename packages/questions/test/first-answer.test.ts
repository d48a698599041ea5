// What a first answer on very many states goes without, and what it says of that.
import {
  AnalysisError,
  atFirst,
  isAtFirst,
  judging,
  prepare,
  scenarioMeant,
  withDiagrams,
  type Situation,
} from '@standoff/situation';
import { CONCEPTS } from '@standoff/engine';
import { describe, expect, it } from 'vitest';
import { parseSituation } from '@standoff/language/parse';
import { randomText } from '../../situation/test/random-situation.js';
import { modelOf } from '../../situation/test/situations.js';
import { FirstStates } from '../../situation/src/first-states.js';
import type { ListedStates } from '../../situation/src/listed-states.js';
import { explain } from '../src/explain/solve.js';
import { tellExplain } from '../src/explain/tell.js';
import { Words } from '../src/told/words.js';
import { scenarioAsked, tellScenarioAsked } from '../src/told/scenario-asked.js';
import { tellLeftOpen } from '../src/told/left-open.js';
import { standardNote } from '../src/told/course-words.js';
import { printed } from './told/printed.js';

const TEXT = `situation "Two"
actor A { option a prefers { a } }
actor B { option b prefers { b } }`;

const DETERRED = `situation "Held back"
actor A { option a prefers { not b
  a } }
actor B { option b prefers { b if a
  not b } }`;

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

  it('leaves open what it has not looked at, and is right about the rest', () => {
    const seen = { open: 0, held: 0, free: 0 };
    for (let seed = 0; seed < 60; seed++) {
      const { model } = parseSituation(randomText(seed, { forms: ['prefers', 'weighs'] }));
      let whole: ListedStates;
      try {
        const { states } = prepare(model!);
        whole = states as ListedStates;
      } catch (error) {
        if (!(error instanceof AnalysisError)) throw error;
        continue;
      }
      for (const { id } of whole.listing.deciders)
        for (const state of whole.all.first(3)) {
          const first = new FirstStates(whole.listing, whole.work, seed % 4);
          const { stable, undecided } = first.standing(id, state);
          for (const concept of CONCEPTS) {
            if (!undecided.includes(concept))
              expect(stable.includes(concept)).toBe(
                whole.standing(id, state).stable.includes(concept),
              );
            const all = whole.deterrences(id, state, concept);
            for (const [k, one] of first.deterrences(id, state, concept).entries()) {
              expect(one.to).toBe(all[k].to);
              if (one.deterred === null) seen.open++;
              else {
                expect(one.deterred, `${concept} ${id} ${state} of ${seed}`).toBe(all[k].deterred);
                if (one.deterred) seen.held++;
                else seen.free++;
              }
              expect(one.answer === null).toBe(one.deterred !== true);
            }
          }
          if (undecided.includes('GMR')) expect(first.heldBack(id, state)).not.toBe(false);
        }
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(30);
  });

  it('of why a state holds says what is left open, and how to have it', () => {
    const situation = prepare(modelOf(DETERRED));
    const { listing, work } = situation.states as ListedStates;
    const none: Situation = { ...situation, states: new FirstStates(listing, work, 0) };
    const result = explain(none, { actor: 'A', concept: 'GMR' });
    expect(result.atFirst).toBe(true);
    expect(result.explanations[0]).toMatchObject({ stable: null, kind: null });
    const told = said(tellExplain(new Words(none.model), result));
    expect(told).toContain(
      'Whether anything that the others could answer holds it back is left open',
    );
    expect(told).toContain('With --full it is done.');
    const full = explain(situation, { actor: 'A', concept: 'GMR', full: true });
    expect(full.atFirst).toBeUndefined();
    expect(full.explanations[0]).toMatchObject({ stable: true, kind: 'deterred' });
  });

  it('says of a scenario in which somebody has a better move everywhere that it may hold by answers', () => {
    const situation = prepare(modelOf(`${DETERRED} scenario idle "Idle" = not b`));
    const first = scenarioMeant(atFirst(situation, false, 15n), 'idle')!;
    expect(said([tellScenarioAsked(scenarioAsked(first))])).toContain('is left open');
    expect(scenarioMeant(situation, 'idle')).toMatchObject({ firmest: 0n });
  });
});
