import { prepare } from '@standoff/situation';
import { parseSituation } from '@standoff/language/parse';
import { expect, test } from 'vitest';
import { comparedSections, countsOf, stateTable } from '@standoff/questions';
import { caseText } from '../../../test/cases.js';
import { compareTexts } from '../src/variants/comparison.js';

const before = `situation "Two prisoners"
actor A "Anna" { option c "Anna keeps silent"  prefers { B.c  not c } }
actor B "Ben"  { option c "Ben keeps silent"   prefers { A.c  not c } }
scenario silence "Both keep silent" = A.c and B.c
promise pact "Anna keeps silent if Ben does": A.c when B.c to B
`;
const after = before.replace('prefers { B.c  not c }', 'prefers { c  B.c }');

function sectionsOf(...texts: readonly string[]) {
  const model = parseSituation(texts[0]).model!;
  const answer = compareTexts(
    model,
    {
      standard: 'looking-ahead',
      texts: texts.map((text, k) => ({ id: `${k}`, text: k === 0 ? null : text })),
    },
    () => undefined,
  );
  if (!answer.can) throw new Error(JSON.stringify(answer.wrong));
  return comparedSections(answer.models, answer.result);
}

const said = (sections: ReturnType<typeof sectionsOf>): string[] =>
  sections.flatMap(({ rows }) =>
    rows.map(({ label, cells, mark }) => [label, ...cells, mark].join(' | ')),
  );

// As the page of compare works out by hand.
test('the prisoners in January and in February: what differs stands first in each part', () => {
  const sections = sectionsOf(before, after);
  expect(sections.map(({ title }) => title)).toEqual([
    'Where things stand',
    'What becomes of the scenarios',
    'Where the present course leads',
    'How often a word would be kept where it is due',
    'Which states would hold, and under which concepts',
  ]);
  const rows = said(sections);
  expect(rows).toContain('Today’s state would hold | yes | no | changed');
  expect(rows).toContain('States that would hold | 2 | 1 | changed');
  expect(rows).toContain('States there are | 4 | 4 | same');
  expect(rows).toContain('Both keep silent | holds by answers | does not hold | changed');
  expect(rows).toContain('today’s state | holds firmly; all ways | – | gone');
  expect(rows.some((row) => row.endsWith('(Anna) | – | holds firmly; all ways | new'))).toBe(true);
  expect(rows).toContain(
    'Anna keeps silent if Ben does | never (0 of 2) | always (2 of 2) | changed',
  );
  for (const { rows: list } of sections) {
    const marks = list.map(({ mark }) => mark === 'same');
    expect(marks).toEqual([...marks].sort());
  }
  expect(countsOf(sections)).toEqual({ differing: 6, alike: 1 });
});

test('what only one text speaks of is new or gone, and a series has a column each', () => {
  const less = before.replace(/^scenario.*\n|^promise.*\n/gm, '');
  const rows = said(sectionsOf(before, after, less));
  expect(rows).toContain('Both keep silent | holds by answers | does not hold | – | gone');
  expect(rows).toContain(
    'Anna keeps silent if Ben does | never (0 of 2) | always (2 of 2) | – | gone',
  );
  expect(rows).toContain('Today’s state would hold | yes | no | yes | changed');
});

test('a state that another text rules out is not possible there', () => {
  const rows = said(sectionsOf(before, `${before}never A.c and B.c\n`));
  expect(rows.find((row) => row.includes('not possible'))).toMatch(
    /^Both keep silent \| [^|]* \| not possible \| gone$/,
  );
});

test('where things stand otherwise, states are told by what is taken in them', () => {
  const later = before.replace('"Anna keeps silent"', '"Anna keeps silent" taken');
  const details = (...texts: string[]) =>
    sectionsOf(...texts)
      .find(({ title }) => title.startsWith('Which states'))!
      .rows.map(({ detail }) => detail);
  expect(details(before, after)).toContain('New: Anna keeps silent (Anna).');
  expect(details(before, later)).toContain(
    'Taken: Anna keeps silent (Anna); Ben keeps silent (Ben).',
  );
  expect(details(before, later)).toContain('Nothing is taken.');
});

test('of two like texts nothing differs', () => {
  const sections = sectionsOf(before, `${before}# a remark\n`);
  expect(countsOf(sections).differing).toBe(0);
  expect(sections.map(({ of }) => of?.differing ?? 0)).toEqual([0, 0, 0, 0, 0]);
});

// Korea has 10 000 states and more.
test('of a large case the states that are not listed are counted', () => {
  const korea = caseText('korea-2018/korea.standoff');
  const { equilibria } = stateTable(prepare(parseSituation(korea).model!));
  const held = equilibria.reduce((sum, mask) => sum + Number(mask !== 0), 0);
  expect(held).toBeGreaterThan(12);
  const sections = sectionsOf(korea, `${korea}\n# a remark\n`);
  const states = sections.find(({ title }) => title.startsWith('Which states'))!;
  expect(states.rows).toHaveLength(12);
  expect(states.of).toEqual({ differing: 0, alike: held });
});
