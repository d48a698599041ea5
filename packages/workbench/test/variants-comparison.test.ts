import { compare } from '@standoff/questions';
import { parseSituation } from '@standoff/language/parse';
import { expect, test } from 'vitest';
import { caseText } from '../../../test/cases.js';
import { compareTexts } from '../src/variants/comparison.js';

const text = caseText('chicken/chicken.standoff');
const model = parseSituation(text).model!;
/** Red would rather give way than anything else. */
const meek = text.replace(
  '    Blue.swerve             because',
  '    swerve\n    Blue.swerve  because',
);
const ask = (other: string) =>
  compareTexts(
    model,
    {
      standard: 'looking-ahead',
      texts: [
        { id: 'now', text: null },
        { id: 'other', text: other },
      ],
    },
    () => undefined,
  );

test('the conclusions are those of the library, and states are compared by what is taken in them', () => {
  const answer = ask(meek);
  if (!answer.can) throw new Error('cannot be compared');
  const other = parseSituation(meek).model!;
  expect(answer.result).toEqual(
    compare([
      { name: 'now', model },
      { name: 'other', model: other },
    ]),
  );
  const { states, more } = answer.result.equilibria;
  expect(more).toEqual({ differing: 0, alike: 0 });
  expect(
    states.map(({ taken, concepts }) => [taken, concepts.map((all) => all.length > 0)]),
  ).toEqual(
    expect.arrayContaining([
      // Red has what it wants most when it swerves; Blue then drives on.
      [['Red.swerve'], [true, true]],
      [['Blue.swerve'], [true, false]],
    ]),
  );
  const red = states.find(({ taken }) => taken.join() === 'Red.swerve')!;
  expect(red.shown.map((shown) => shown?.name.label)).toEqual([
    'Red alone swerves',
    'Red alone swerves',
  ]);
});

test('a text with errors is told by its id, with the line', () => {
  const answer = ask(text.replace('prefers {', 'prefer {'));
  expect(answer).toMatchObject({ can: false, wrong: [{ id: 'other' }] });
  const [{ problems }] = (answer as Extract<typeof answer, { can: false }>).wrong;
  const line = text.split('\n').findIndex((one) => one.includes('prefers {')) + 1;
  expect(problems[0].line).toBe(line);
});

test('so is a text without an answer', () => {
  expect(ask(`${text}\nalways Red.swerve\n`)).toMatchObject({
    can: false,
    wrong: [{ id: 'other', problems: [{ line: null }] }],
  });
});

test('texts without an actor in common cannot be compared', () => {
  const strange = text.replaceAll('Red', 'Green').replaceAll('Blue', 'Brown');
  expect(() => ask(strange)).toThrow('these texts have no actor in common');
});
