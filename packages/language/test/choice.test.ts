import fc from 'fast-check';
import { expect, test } from 'vitest';
import { removeWithUses, setFlag, setLabel } from '../src/edit.js';
import { formatSituation } from '../src/format.js';
import { applyEdits, type EditResult } from '../src/index.js';
import { parseSituation } from '../src/parse.js';
import { printSituation } from '../src/print.js';
import { outlineOf } from '../src/services/outline.js';

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
  ['choice k one of {p "P", q "Q"}', 'option-of-nobody'],
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

test('an option may be said in the choice of its actor', () => {
  const said = `situation "S"
actor A "A" {
  choice k "How" one of {x "Ex" taken, open "Why" slow because "so", z "Zed"}
  option more
}
scenario s = A.open
`;
  const apart = `situation "S"
actor A "A" {
  option x "Ex" taken  option open "Why" slow because "so"  option z "Zed"  option more
  choice k "How" one of {x, open, z}
}
scenario s = A.open
`;
  const bare = (text: string): unknown =>
    JSON.parse(
      JSON.stringify(parseSituation(text).model, (key, value: unknown) =>
        key === 'at' ? null : value,
      ),
    );
  expect(bare(said)).toEqual(bare(apart));
  expect(formatSituation(said).text).toBe(said);
  expect(outlineOf(said).declared.map(({ id, label }) => [id, label])).toEqual(
    expect.arrayContaining([
      ['A.x', 'Ex'],
      ['A.open', 'Why'],
      ['A.z', 'Zed'],
    ]),
  );
  const edited = (result: EditResult): string => {
    if (!result.ok) throw new Error(result.refusal.message);
    return applyEdits(said, result.edits);
  };
  expect(edited(setLabel(said, 'A.z', 'Last'))).toContain('z "Last"}');
  expect(edited(setFlag(said, 'A.z', 'irreversible', true))).toContain('z "Zed" irreversible}');
  expect(edited(removeWithUses(said, 'A.open'))).toContain('{x "Ex" taken, z "Zed"}');
  expect(edited(removeWithUses(said, 'A.open'))).not.toContain('scenario');
  const two = said.replace(', z "Zed"', '');
  expect(removeWithUses(two, 'A.open')).toMatchObject({ ok: false, refusal: { code: 'in-use' } });
});
