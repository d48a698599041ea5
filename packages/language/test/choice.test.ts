import fc from 'fast-check';
import { expect, test } from 'vitest';
import { removeWithUses } from '../src/edit.js';
import { applyEdits } from '../src/index.js';
import { parseSituation } from '../src/parse.js';
import { printSituation } from '../src/print.js';

const ACTORS = `situation "S"
actor A "A" { option x taken  option y  option z }
actor B "B"
actor C "C"
agreement t "T" between A, B
agreement u "U" between A, B, C
`;

const musts = (text: string): unknown[] => {
  const { model, diagnostics } = parseSituation(text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return model!.constraints.map(({ kind, must }) => [kind, must]);
};

test('a choice says what the constraints say that it is unfolded into', () => {
  const members = fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 2 });
  fc.assert(
    fc.property(members, fc.boolean(), fc.boolean(), (own, atMost, inside) => {
      const dotted = own.map((name) => `A.${name}`).join(', ');
      const bound = atMost ? 'at most one of' : 'one of';
      const written = inside
        ? ACTORS.replace('option z }', `option z choice k ${bound} {${own.join(', ')}} }`)
        : `${ACTORS}choice k ${bound} {${dotted}}`;
      const byHand = `${ACTORS}${atMost ? 'at most' : 'exactly'} one of {${dotted}}`;
      expect(musts(written)).toEqual(musts(byHand));
      const again = printSituation(parseSituation(written).model!);
      expect(again).toContain(`choice k ${bound} {${dotted}}`);
      expect(musts(again)).toEqual(musts(byHand));
    }),
    { numRuns: 60 },
  );
});

test('of rival agreements each party of several consents to one', () => {
  const rivals = `${ACTORS}choice k "Rivals" at most one of {t, u}`;
  expect(musts(rivals)).toEqual(
    musts(`${ACTORS}at most one of {A.t, A.u}\nat most one of {B.t, B.u}`),
  );
  const again = printSituation(parseSituation(rivals).model!);
  expect(again.match(/choice/g)).toHaveLength(1);
  expect(printSituation(parseSituation(again).model!)).toBe(again);
});

test.each([
  ['choice k one of {A.x}', 'choice-of-one'],
  ['choice k one of {}', 'choice-of-one'],
  ['choice k one of {t, u}', 'choice-of-several'],
  ['choice k at most one of {A.x, t}', 'choice-of-several'],
  ['choice k at most one of {A.x, A.y}\nchoice k at most one of {A.y, A.z}', 'duplicate-name'],
])('%s', (written, code) => {
  expect(parseSituation(ACTORS + written).diagnostics.map((one) => one.code)).toEqual([code]);
});

test('what goes leaves a choice among the rest, and takes one among two with it', () => {
  const after = (written: string): string => {
    const text = ACTORS + written;
    const result = removeWithUses(text, 'A.y');
    if (!result.ok) throw new Error(result.refusal.message);
    return applyEdits(text, result.edits);
  };
  expect(after('choice k one of {A.x, A.y, A.z}\n')).toContain('choice k one of {A.x, A.z}');
  expect(after('choice k one of {A.x, A.y}\n')).not.toContain('choice');
});
