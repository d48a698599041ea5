// By what a first answer on very many states is judged, and what it says of that.
import { expect, it } from 'vitest';
import { AnalysisError, prepare, withDiagrams } from '@standoff/situation';
import { modelOf } from '../../situation/test/situations.js';
import { judgedAtFirst, searchedAtFirst } from '../src/first-answer.js';
import { standardNote } from '../src/told/course-words.js';
import { printed } from './told/printed.js';

const TEXT = `situation "Two"
actor A { option a prefers { a } }
actor B { option b prefers { b } }`;

it('goes by the standard that needs no answers where these would take long, and says so', () => {
  const situation = prepare(modelOf(TEXT));
  // Four states, each looked at for two actors with the answers of two: sixteen.
  const instead = judgedAtFirst(situation, 'looking-ahead', false, 15n);
  expect(instead).toEqual({ standard: 'at-once', insteadOf: 'looking-ahead', atFirst: true });
  expect(printed([standardNote(instead)]).replace(/\s+/g, ' ')).toContain(
    'Judged by at once, and not by looking ahead: there are so many states',
  );
  expect(judgedAtFirst(situation, 'looking-ahead', false, 16n)).toEqual({
    standard: 'looking-ahead',
  });
  expect(judgedAtFirst(situation, 'looking-ahead', true, 15n)).toEqual({
    standard: 'looking-ahead',
  });
  expect(judgedAtFirst(situation, 'at-once', false, 15n)).toEqual({ standard: 'at-once' });
  expect(searchedAtFirst(situation)).toBe(true);
});

it('is as ever where the states are known as sets', () => {
  const large = withDiagrams(modelOf(TEXT), undefined, new AnalysisError('too-large', 'too many'));
  expect(judgedAtFirst(large, 'looking-ahead', false, 1n)).toEqual({
    standard: 'at-once',
    insteadOf: 'looking-ahead',
  });
});
