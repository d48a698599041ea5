import { expect, it } from 'vitest';
import { createAnchor, referenceText, resolveReference, type Reference } from '../../src/anchor.js';
import { NO_ANNOTATIONS, withAnchor } from '../../src/records.js';
import { anchored, V1, V2 } from '../written-text.js';

const text = anchored(V1, 'The ferry', 'It may close.', 'It may not.');
const start = text.text.indexOf('may not');
const file = withAnchor(
  NO_ANNOTATIONS,
  createAnchor(text, { id: 'doubt', source: 's', start, end: start + 7 }),
);
const ref = (over: Partial<Reference>): Reference => ({
  source: 's',
  paragraphs: null,
  annotation: null,
  ...over,
});
const P = (from: number, to = from): Partial<Reference> => ({ paragraphs: { from, to } });

it('points at paragraphs, annotations, or a source as a whole', () => {
  expect(resolveReference(ref({}), text, file)).toEqual({ status: 'resolved', passages: [] });
  expect(resolveReference(ref(P(0, 1)), text, file)).toEqual({
    status: 'resolved',
    passages: [
      { start: 0, end: 9, paragraphs: { from: 0, to: 0 } },
      { start: 11, end: 24, paragraphs: { from: 1, to: 1 } },
    ],
  });
  expect(resolveReference(ref({ ...P(2), annotation: 'doubt' }), text, file)).toEqual({
    status: 'resolved',
    passages: [{ start, end: start + 7, paragraphs: { from: 2, to: 2 } }],
  });
});

it.each([
  [ref(P(3)), 'no-paragraph'],
  [ref(P(1, 999_999_999)), 'no-paragraph'],
  [ref(P(2, 1)), 'no-paragraph'],
  [ref({ annotation: 'no' }), 'no-annotation'],
  [ref({ source: 'other', annotation: 'doubt' }), 'other-source'],
  [ref({ ...P(1), annotation: 'doubt' }), 'other-paragraph'],
])('does not resolve %j', (reference, problem) => {
  expect(resolveReference(reference, text, file)).toMatchObject({ status: 'unresolved', problem });
});

it('says that an annotation is an orphan', () => {
  const after = anchored(V2, 'The ferry', 'It may close.', 'It will not.');
  expect(resolveReference(ref({ annotation: 'doubt' }), after, file)).toMatchObject({
    status: 'unresolved',
    problem: 'orphan',
    orphan: { reason: 'changed' },
  });
});

it('looks for annotations, but not for paragraphs, where there is no text', () => {
  expect(resolveReference(ref(P(9)), null, file)).toEqual({ status: 'unchecked' });
  expect(resolveReference(ref({ annotation: 'doubt' }), null, file).status).toBe('unchecked');
  expect(resolveReference(ref({ annotation: 'no' }), null, file).status).toBe('unresolved');
});

it('is written as in a situation', () => {
  expect(referenceText(ref({ ...P(7, 9), annotation: 'bank' }))).toBe('@s:P7-P9#bank');
  expect(referenceText(ref(P(7)))).toBe('@s:P7');
});
