import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitionAt, referencesAt } from '../../src/serve.js';
import { anyPlace, CHICKEN, marked } from './marked.js';

const TEXT = `situation "S"
source mill "The mill"
actor A { option a @mill:P2  option state  prefers { a } }
actor B { option a }
agreement pact between A, B
scenario calm = not A.a and pact @mill
`;

/** The text with what is found in brackets. */
function shown(text: string): string {
  const [plain, offset] = marked(text);
  return referencesAt(plain, offset)
    .toReversed()
    .reduce(
      (all, { from, to }) => `${all.slice(0, from)}[${all.slice(from, to)}]${all.slice(to)}`,
      plain,
    );
}

describe('references', () => {
  test('of an option, bare and with its actor, and not of its namesake', () => {
    const expected = TEXT.replace('option a @', 'option [a] @')
      .replace('prefers { a', 'prefers { [a]')
      .replace('A.a', 'A.[a]');
    expect(shown(TEXT.replace('A.a', 'A.|a'))).toBe(expected);
    expect(shown(TEXT.replace('option a @', 'option |a @'))).toBe(expected);
  });
  test('of what is left to chance, bare and with the word', () => {
    const rain = `${TEXT}chance rain "It rains" 30 %\nnever chance.rain and A.a\nalways rain or pact\n`;
    const expected = rain.replace(/rain(?! ")|rain(?= ")/g, (name, at: number) =>
      rain.slice(at - 3, at) === 'It ' ? name : `[${name}]`,
    );
    expect(shown(rain.replace('chance.rain', 'chance.ra|in'))).toBe(expected);
    expect(shown(rain.replace('chance rain', 'chance |rain'))).toBe(expected);
  });
  test('of a source, where its paragraphs are cited', () => {
    const expected = TEXT.replaceAll('mill', (name, at: number) =>
      TEXT.slice(at - 5).startsWith('"The ') ? name : `[${name}]`,
    );
    expect(shown(TEXT.replace('@mill:', '@mi|ll:'))).toBe(expected);
  });
  test('the plain ones in a text that cannot be read', () => {
    const broken = `${TEXT}never A.a and and {`;
    expect(shown(broken.replace('never A.a', 'never A.|a'))).toBe(
      broken
        .replace('option a @', 'option [a] @')
        .replace('prefers { a', 'prefers { [a]')
        .replaceAll('A.a', 'A.[a]'),
    );
  });
  test('none of words and of names that stand for nothing', () => {
    expect(referencesAt(...marked(`${TEXT}ne|ver A.a`))).toEqual([]);
    expect(referencesAt(...marked(`${TEXT}never A.no|body`))).toEqual([]);
  });
});

test('the definition is where the name is given', () => {
  const [text, offset] = marked(TEXT.replace('A.a', 'A.|a'));
  const from = text.indexOf('option a') + 'option '.length;
  expect(definitionAt(text, offset)).toEqual({ from, to: from + 1 });
  expect(definitionAt(...marked(`${TEXT}never no|body`))).toBeNull();
});

test('each reference leads to the same references and to one definition among them', () => {
  const at = fc.oneof(
    anyPlace,
    fc.nat({ max: CHICKEN.length }).map((n) => [CHICKEN, n] as const),
  );
  fc.assert(
    fc.property(at, ([text, offset]) => {
      const all = referencesAt(text, offset);
      if (all.length === 0) return;
      const definition = definitionAt(text, offset);
      expect(all).toContainEqual(definition);
      const [last] = all.slice(-1);
      expect(referencesAt(text, last.to)).toEqual(all);
      expect(definitionAt(text, last.to)).toEqual(definition);
    }),
    { numRuns: 60 },
  );
});
