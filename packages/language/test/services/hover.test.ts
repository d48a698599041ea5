import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hoverAt } from '../../src/serve.js';
import { anyPlace, marked } from './marked.js';

const TEXT = `situation "S"
source mill "The mill"
actor A "North" { option a "Pump" @mill:P2 because "it is dry" rests on wet }
actor B
agreement pact "Pact" between A, B
claim wet "It rains" stated
`;
const said = (text: string): readonly string[] | undefined => hoverAt(...marked(text))?.lines;

test('of a name, what it stands for and what that rests on', () => {
  expect(hoverAt(...marked(`${TEXT}never A.|a`))).toEqual({
    from: TEXT.length + 8,
    to: TEXT.length + 9,
    lines: ['option A.a', 'Pump', '@mill:P2', 'because it is dry'],
  });
  expect(said(`${TEXT}never p|act`)).toEqual(['agreement pact', 'Pact', 'between A, B']);
  expect(said(TEXT.replace('@mill:P2', '@mi|ll:P2'))).toEqual(['source mill', 'The mill']);
});

test('the same in a text that cannot be read', () => {
  expect(said(`${TEXT}never A.|a and and`)?.slice(0, 2)).toEqual(['option A.a', 'Pump']);
  expect(said(`${TEXT}never a| and { `)?.slice(0, 2)).toEqual(['option A.a', 'Pump']);
});

test('of a word, how the part is written that begins with it', () => {
  expect(said(`${TEXT}wor|st for A is pact`)).toContain('worst for ACTOR is SCENARIO');
});

test('of a message, what it means', () => {
  expect(said(`${TEXT}never A.dig|`)).toEqual(['unknown-name: Nothing has this name.']);
});

test('nothing where there is nothing to say', () => {
  expect(said('situation "S"\n|\nactor A')).toBeUndefined();
  expect(said('|')).toEqual(['empty-text: The text is empty, or has nothing but comments in it.']);
});

test('of any text and place, a range that covers it, and words', () => {
  fc.assert(
    fc.property(anyPlace, ([text, offset]) => {
      const hover = hoverAt(text, offset);
      if (hover === null) return;
      expect(hover.from).toBeLessThanOrEqual(offset);
      expect(hover.to).toBeGreaterThanOrEqual(offset);
      expect(hover.lines.join('')).not.toBe('');
      expect(hover.lines.join('\n')).not.toMatch(/undefined/);
    }),
    { numRuns: 60 },
  );
});
