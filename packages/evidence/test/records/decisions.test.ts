import { expect, it } from 'vitest';
import {
  decisionOn,
  KeptFileError,
  NO_DECISIONS,
  printDecisions,
  readDecisions,
  withDecision,
  withoutDecision,
} from '../../src/records.js';

const rejected = { source: 'gazette', suggestion: 'threat:1', decision: 'rejected' } as const;

it('remembers what was decided, the last decision being the one', () => {
  const one = withDecision(NO_DECISIONS, rejected);
  expect(decisionOn(one, 'gazette', 'threat:1')).toBe('rejected');
  expect(decisionOn(one, 'other', 'threat:1')).toBeNull();
  const two = withDecision(one, { ...rejected, decision: 'accepted' });
  expect(two.decisions).toEqual([{ ...rejected, decision: 'accepted' }]);
  expect(readDecisions(printDecisions(two))).toEqual(two);
  expect(withoutDecision(two, rejected).decisions).toEqual([]);
});

it('keeps what it does not understand, and says what it is', () => {
  const before = readDecisions(
    JSON.stringify({
      decisions: [
        { ...rejected, decision: 'perhaps' },
        { ...rejected, suggestion: 'b', by: 'Ann' },
        { ...rejected, suggestion: 'b' },
      ],
    }),
  );
  expect(before.decisions).toEqual([{ ...rejected, suggestion: 'b' }]);
  expect(before.problems).toMatchObject([
    { item: 'item 1', field: 'decision' },
    { item: 'item 3', field: 'suggestion' },
  ]);
  const after = JSON.parse(
    printDecisions(withDecision(before, { ...rejected, suggestion: 'b', decision: 'accepted' })),
  ) as { decisions: unknown[] };
  expect(after.decisions).toEqual([
    { ...rejected, decision: 'perhaps' },
    { ...rejected, suggestion: 'b', by: 'Ann', decision: 'accepted' },
    { ...rejected, suggestion: 'b' },
  ]);
});

it('refuses a file of another kind', () => {
  expect(() => readDecisions('{}')).toThrow(KeptFileError);
  expect(() =>
    readDecisions('{"schema":"standoff/suggestion-decisions/2","decisions":[]}'),
  ).toThrow(/of the form “standoff\/suggestion-decisions\/2”, and this program knows/);
});
