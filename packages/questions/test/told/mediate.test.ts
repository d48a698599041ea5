import { mediate, type MediateOptions } from '../../src/mediate/mediation.js';
import { prepare } from '@standoff/situation';
import { parseSituation } from '@standoff/language/parse';
import type { Proposition } from '@standoff/model';
import { expect, it } from 'vitest';
import { tellMediate } from '../../src/mediate/tell.js';
import { toldText } from '../../src/told/telling.js';
import { Words } from '../../src/told/words.js';

const PRISONERS = `
situation "Two prisoners"
actor A "Anna" { option c "Anna keeps silent" PREFERENCE }
actor B "Ben" { option c "Ben keeps silent" prefers { A.c not c } }
scenario silence "Both keep silent" = A.c and B.c
`;
const SILENCE: Proposition = { op: 'scenario', id: 'silence' };
const ANNA: Proposition = { op: 'option', id: 'A.c' };

/** What is told, on lines as long as they are. */
function told(
  goal: Proposition,
  options: Pick<MediateOptions, 'text'> & Partial<MediateOptions>,
  preference = 'prefers { B.c not c }',
): string {
  const model = parseSituation(PRISONERS.replace('PREFERENCE', preference)).model!;
  const answer = mediate(prepare(model), goal, options);
  const blocks = tellMediate(new Words(model), answer, model);
  return toldText(answer.situation, '', blocks, { width: 2000 });
}

it('tells the plans, and what the second has in common with the first only once', () => {
  const text = told(SILENCE, { text: 'silence', concept: 'Nash', reach: 'moves', limit: 2 });
  expect(text).toContain('What is wished is “Both keep silent”. As things are, it would not hold');
  expect(text).toMatch(/From “Both keep silent” nothing .*\n +Anna gives up “Anna keeps silent”/);
  expect(text).toMatch(
    /Plan 1, at a cost of 4\n {2}not “Anna keeps silent” would no longer matter to Anna\n {2}not “Ben keeps silent” would no longer matter to Ben/,
  );
  expect(text).toMatch(
    /Then “Both keep silent” would hold, because nobody has a better move \(Nash/,
  );
  expect(text).toContain('By what they want now: Better than today for Anna and Ben.');
  expect(text).toMatch(/Plan 2.*\n.*\n.*\n {2}Then the same state would hold/);
  expect(text.match(/The way there/g)).toHaveLength(1);
});

it('tells of a condition as it was asked for, and of a preference that is a ranking by its pairs', () => {
  const text = told(ANNA, { text: 'A.c' }, 'ranks (B.c and not A.c) > silence > others');
  expect(text).toContain('What is wished is “A.c”. As things are');
  expect(text).toMatch(/Anna would prefer (.+) to (.+)\n/);
});

it('says why nothing has to change, and why nothing could', () => {
  const now = told({ op: 'not', arg: ANNA }, { text: 'not A.c' });
  expect(now).toMatch(
    /Nothing has to change: it is so today, and would stay so\.\n\nAs things are\n {2}Without any change today’s state/,
  );
  expect(now).not.toContain('Costs count changes');
  const never = told(
    { op: 'and', args: [ANNA, { op: 'not', arg: ANNA }] },
    { text: 'A.c and not A.c' },
  );
  expect(never).toContain('No state satisfies it: it contradicts itself.');
  expect(never).not.toContain('Costs count changes');
});
