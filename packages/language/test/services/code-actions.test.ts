import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../src/index.js';
import { parseSituation } from '../../src/parse.js';
import { codeActionsIn } from '../../src/serve.js';
import { anyPlace, marked } from './marked.js';

const TWO = 'situation "S"\nactor A { option pump  option c }\nactor B { option b  option c }\n';

function mended(text: string): string[] {
  const [plain, offset] = marked(text);
  return codeActionsIn(plain, offset, offset).map(({ edits }) => applyEdits(plain, edits));
}

test.each([
  ['never A.pmu|p', ['never A.pump']],
  ['never A.b|', ['never B.b']],
  ['promise c by A|a', ['promise c by A']],
  ['worst for AA| is c', ['worst for A is c']],
  ['agrement| t between A, B', ['agreement t between A, B']],
  ['agreement t betwen| A, B', ['agreement t between A, B']],
  ['never pumb| and A.c\nalways pumb', ['never A.pump and A.c\nalways A.pump']],
  ['actor D \u201cX|\u201d', ['actor D "X"']],
])('%s', (text, expected) => {
  expect(mended(TWO + text)).toEqual(expected.map((one) => TWO + one));
});

test('only of what is wrong at the place', () => {
  expect(mended(`${TWO}never| A.pmup`)).toEqual([]);
  expect(mended(`${TWO}never| A.pump`)).toEqual([]);
});

test('of any text, an action makes another text, edits in order', () => {
  fc.assert(
    fc.property(anyPlace, ([text]) => {
      const { diagnostics } = parseSituation(text);
      for (const { title, code, edits } of codeActionsIn(text, 0, text.length)) {
        expect(diagnostics.map((d) => d.code)).toContain(code);
        expect(title).not.toBe('');
        expect(applyEdits(text, edits)).not.toBe(text);
      }
    }),
    { numRuns: 60 },
  );
});
