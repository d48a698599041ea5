// By which standard the page asks.
import { expect, test } from 'vitest';
import { briefingOf } from '../src/answers/briefing-of.js';
import { byStandard } from '../src/answers/standard.js';

test('a question that judges is asked by the standard of the page', () => {
  expect(byStandard('outlook', {}, 'at-once')).toEqual({ standard: 'at-once' });
  expect(byStandard('briefingOf', { text: '' }, 'at-once')).toEqual({
    text: '',
    standard: 'at-once',
  });
  expect(byStandard('replay', {}, 'at-once')).toEqual({});
  expect(byStandard('outlook', null, 'at-once')).toBeNull();
});

test('what is asked by another standard beside that of the page is asked by that one', () => {
  expect(byStandard('briefing', { standard: 'looking-ahead' }, 'at-once')).toEqual({
    standard: 'looking-ahead',
  });
});

test('another text is judged by the standard that it is asked by', async () => {
  const text = `situation "Pennies"
actor A "Ann" { option h "Heads" prefers { h iff B.h } }
actor B "Bob" { option h "Heads" prefers { not h iff A.h } }`;
  const once = await briefingOf({ text, standard: 'at-once' }, () => undefined);
  const ahead = await briefingOf({ text }, () => undefined);
  expect([once?.standard, once?.ends[0].round]).toEqual(['at-once', 4]);
  expect([ahead?.standard, ahead?.ends[0].round]).toEqual(['looking-ahead', 0]);
});
