import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readModel, type Schema } from '@standoff/model';
import { formatSituation, parseSituation } from '../src/parse.js';
import { tokenize } from '../src/parser.js';
import { THOROUGH } from '../../../test/thorough.js';
import { checkFormat, withoutPlaces } from './check-format.js';
import { situationText, smallSituationText } from './generate-situation.js';

const SCHEMA = new URL('../../model/generated/conflict-model-1.schema.json', import.meta.url);
const DOCS = new URL('../../../docs/language.md', import.meta.url);
const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Schema;
const validate = new Ajv2020({ strict: true, allErrors: false }).compile(schema);
const anySituation = fc.oneof(situationText, smallSituationText);
const RUNS = { numRuns: THOROUGH ? 250 : 100 };

const errorsOf = (text: string) =>
  parseSituation(text).diagnostics.filter((d) => d.severity === 'error');
const examples = [...readFileSync(DOCS, 'utf8').matchAll(/```standoff\n([\s\S]*?)```/g)].map(
  (m) => m[1],
);

describe('examples of the language page', () => {
  test('there are some', () => expect(examples.length).toBeGreaterThan(1));
  test.each(examples)('%#', (text) => {
    expect(parseSituation(text).diagnostics).toEqual([]);
    checkFormat(text);
  });
});

test('generated situations have no errors and fit the schema', () => {
  fc.assert(
    fc.property(anySituation, (text) => {
      expect(errorsOf(text)).toEqual([]);
      const { model } = parseSituation(text);
      expect(validate(model) ? [] : validate.errors).toEqual([]);
      expect(JSON.parse(JSON.stringify(model))).toEqual(model);
      expect(readModel(JSON.stringify(model), schema)).toEqual(withoutPlaces(text));
    }),
    RUNS,
  );
});

test('formatting keeps words, comments and meaning, and settles at once', () => {
  fc.assert(fc.property(anySituation, checkFormat), RUNS);
});

/** The same words with other blanks between them; those that mean a line of its own stay. */
const respaced = fc
  .tuple(
    situationText,
    fc.array(fc.constantFrom(' ', '   ', '\t', '\n', '\r\n  ', '\f'), { minLength: 9 }),
  )
  .map(([text, blanks]) => {
    const { tokens, hidden } = tokenize(text);
    let out = '';
    let before: string | null = null;
    [...tokens, ...hidden.filter((t) => t.tokenType.name === 'COMMENT')]
      .sort((x, y) => x.startOffset - y.startOffset)
      .forEach(({ image }, k) => {
        // What stands close together may be put apart, but not what stands apart close together.
        if (before !== null) out += before.startsWith('#') ? '\n' : blanks[k % blanks.length];
        out += image;
        before = image;
      });
    return out;
  })
  .filter((text) => errorsOf(text).length === 0);

test('however a text is spaced, all in it is called the same after the layout', () => {
  fc.assert(fc.property(respaced, checkFormat), { numRuns: 100 });
  const label = (written: string): string =>
    parseSituation(
      `situation "s"\nactor A { option a option c }\nactor B { option b }\nassurance ${written} by A to B`,
    ).model!.commitments[0].label;
  for (const written of ['not ( a )', 'not(a)', 'not (\n a # so\n )']) {
    expect(label(written)).toBe('assurance not (a)');
  }
  expect(label('at most 1 of {  A . a ,c }')).toBe('assurance at most 1 of {A.a, c}');
});

test('what can be read can be read when it is laid out, control characters or not', () => {
  const blanks = fc.nat({ max: 400 }).map((n) => ' '.repeat(n));
  const title = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '\u001b', '\u0007', '\u007f', '\u2028', '\u00a0'),
    maxLength: 40,
  });
  fc.assert(
    fc.property(title, blanks, blanks, (name, inside, after) => {
      const text = `situation "${name}"\nactor A { option a${inside}}${after}\n`;
      const formatted = formatSituation(text);
      if (errorsOf(text).length > 0) return;
      expect(errorsOf(formatted.text)).toEqual([]);
      expect(withoutPlaces(formatted.text)).toEqual(withoutPlaces(text));
    }),
    { numRuns: 300 },
  );
  expect(errorsOf('situation "\u001b"\nactor A { option a }')).toEqual([]);
  expect(errorsOf(`${'\u001b'.repeat(20)}${' '.repeat(9000)}situation "s"`)[0].code).toBe(
    'not-a-text',
  );
});

test('a text that is only warned about is laid out', () => {
  const text = 'situation   "a\u0085b"\nactor A { option a }\n';
  const { text: after, diagnostics } = formatSituation(text);
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
    ['hidden-characters', 'warning'],
  ]);
  expect(after).toBe('situation "a\u0085b"\nactor A { option a }\n');
});

test('an ill-written text is left alone', () => {
  const text = 'situation "S"\nactor A {';
  expect(formatSituation(text)).toMatchObject({ text, diagnostics: [{ code: 'unclosed-brace' }] });
});

test('a generated text with a hole in it never throws', () => {
  fc.assert(
    fc.property(anySituation, fc.nat(), fc.nat({ max: 40 }), (text, at, length) => {
      const from = at % text.length;
      const { model, diagnostics } = parseSituation(
        text.slice(0, from) + text.slice(from + length),
      );
      expect(model === null).toBe(diagnostics.some((d) => d.severity === 'error'));
    }),
    { numRuns: 150 },
  );
});
