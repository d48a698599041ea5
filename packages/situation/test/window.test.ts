import { parseSituation } from '@standoff/language/parse';
import { printSituation } from '@standoff/language/print';
import { modelAsOf, windowChanges, type ConflictModel } from '@standoff/model';
import { expect, test } from 'vitest';
import { diagnose } from '../src/checks/diagnose.js';
import { prepare } from '../src/prepare.js';
import { Random } from '../src/random.js';
import { modelOf } from './situations.js';

const MODELS = Number(process.env.STANDOFF_MODELS ?? 300);

const OPTIONS = ['A.x', 'A.y', 'B.x', 'B.y'] as const;
const DAYS = ['2018-02-28', '2018-03-01', '2018-03', '2018-04-15', '2018', '2019-01-01'];

/** All days of a date, as the numbers of months and days say. */
function isIn(day: string, from: string | undefined, until: string | undefined): boolean {
  const parts = (date: string, last: boolean): number => {
    const [year, month = last ? 12 : 1, at = last ? 31 : 1] = date.split('-').map(Number);
    return year * 10_000 + month * 100 + at;
  };
  const today = parts(day, true);
  return (
    (from === undefined || parts(from, false) <= today) &&
    (until === undefined || today <= parts(until, true))
  );
}

test('a window says what is said where what stays as it is, is written as a rule', () => {
  const random = new Random(20180401);
  const one = <T>(of: readonly T[]): T => of[random.below(of.length)];
  for (let run = 0; run < MODELS; run++) {
    const literal = (): string => `${one(['', 'not '])}${one(OPTIONS)}`;
    const wishes = Array.from({ length: 6 }, () => `${literal()} and ${literal()} or ${literal()}`);
    const windows = OPTIONS.map(() => {
      const from = one([undefined, undefined, '2018-03-01', '2018-04']);
      const until = one([undefined, '2018-04', '2018-12-31']);
      return random.below(3) === 0 ? [undefined, undefined] : [from, until];
    });
    const flags = OPTIONS.map(() => one(['', '', 'taken', 'irreversible']));
    const events = [
      { date: '2018-03-01', of: one(OPTIONS) },
      { date: '2018-05', of: one(OPTIONS) },
    ];
    const today = one(DAYS);
    const text = (window: (k: number) => string): string =>
      `situation "S" as of ${today}\n${['A', 'B']
        .map(
          (id, a) =>
            `actor ${id} { option x ${flags[2 * a]} ${window(2 * a)}\n option y ${flags[2 * a + 1]} ${window(2 * a + 1)}\n prefers {\n${wishes.slice(3 * a, 3 * a + 3).join('\n')}\n} }`,
        )
        .join('\n')}\n${events.map(({ date, of }) => `event ${date} "E" { ${of} }`).join('\n')}\n`;
    const written = text((k) => {
      const [from, until] = windows[k];
      return `${from ? `from ${from}` : ''} ${until ? `until ${until}` : ''}`;
    });
    const rules = OPTIONS.flatMap((id, k) => {
      if (isIn(today, windows[k][0], windows[k][1])) return [];
      const happened = events.some(({ date, of }) => of === id && isIn(today, date, undefined));
      return [`${happened || flags[k] === 'taken' ? 'always' : 'never'} ${id}`];
    });
    const byWindow = prepare(modelOf(written));
    const byHand = prepare(modelOf(text(() => '') + rules.join('\n')));
    expect([...byWindow.space.codes], written).toEqual([...byHand.space.codes]);
    expect(byWindow.judged, written).toEqual(byHand.judged);
    // Another day, asked of the same model, is that day written into the text.
    const other = one(DAYS);
    expect(modelAsOf(byWindow.model, other).constraints).toEqual(
      modelOf(written.replace(`as of ${today}`, `as of ${other}`)).constraints.map((rule) => ({
        ...rule,
        at: expect.anything() as unknown,
      })),
    );
    const again = printSituation(byWindow.model);
    expect(printSituation(modelOf(again))).toBe(again);
  }
});

const STRIKE = `situation "Pensions" as of 2018-03-05
actor UCU "The union" {
  option walkOut "Walk out" taken until 2018-04-13
  option examStrike "Strike at the exams" from 2018-04-01 until 2018-06-30
  prefers { examStrike
 walkOut } }
`;

test('what opens and closes next, soonest first', () => {
  const model = modelOf(STRIKE);
  expect(windowChanges(model)).toEqual([
    { date: '2018-04-01', kind: 'opens', option: 'UCU.examStrike', taken: false },
    { date: '2018-04-13', kind: 'closes', option: 'UCU.walkOut', taken: true },
    { date: '2018-06-30', kind: 'closes', option: 'UCU.examStrike', taken: false },
  ]);
  expect(windowChanges(modelAsOf(model, '2018-05')).map(({ option }) => option)).toEqual([
    'UCU.examStrike',
  ]);
  expect(windowChanges(modelAsOf(model, '2018-07'))).toEqual([]);
});

test('the rule that a closed window comes to is told as it is written', () => {
  const { model } = parseSituation(STRIKE);
  expect(model?.constraints.map(({ text }) => text)).toEqual([
    'UCU.examStrike from 2018-04-01 until 2018-06-30',
  ]);
  expect(printSituation(model!)).toContain('examStrike "Strike at the exams" from 2018-04-01');
});

test('a closed window is no rule of the author’s', () => {
  const model = modelOf(`${STRIKE}scenario exams "The exams are struck" = UCU.examStrike\n`);
  expect(diagnose(model)).toEqual([]);
  const clash = modelOf(`${STRIKE}always UCU.examStrike\n`);
  expect(diagnose(clash).map(({ code, why }) => [code, why])).toEqual([
    ['contradictory-constraints', expect.stringContaining('from 2018-04-01') as unknown],
  ]);
});

const OFFERED = `situation "S" as of 2018-03-14
actor US "Washington" { option relax "Relax"  prefers { deal } }
actor NK "Pyongyang" { option suspend "Suspend"  prefers { deal } }
offer deal "A deal" by US to NK: { NK.suspend } until 2018-03-13
`;

test('an offer is not taken up after its last day', () => {
  const late = modelOf(OFFERED);
  const taken = (model: ConflictModel): number =>
    prepare(model).space.codes.filter((code) => {
      const bit = model.options.findIndex(({ id }) => id === 'NK.deal');
      return ((code >>> bit) & 1) === 1;
    }).length;
  expect(taken(late)).toBe(0);
  const inTime = modelAsOf(late, '2018-03-13');
  expect(taken(inTime)).toBeGreaterThan(0);
  expect(windowChanges(inTime)).toEqual([
    { date: '2018-03-13', kind: 'closes', option: 'NK.deal', taken: false },
  ]);
  expect(windowChanges(late)).toEqual([]);
  expect(printSituation(late)).toBe(printSituation(inTime).replace('2018-03-13\n', '2018-03-14\n'));
});

test('one that was taken up in time can be gone back on, and not taken up again', () => {
  const kept = modelOf(`${OFFERED}event 2018-03-10 "Agreed" { deal }\n`);
  const { space, game } = prepare(kept);
  const bit = 1 << kept.options.findIndex(({ id }) => id === 'NK.deal');
  const mover = 1;
  const changes = new Set<string>();
  const out = new Int32Array(game.moves.maxDegree);
  for (let s = 0; s < space.size; s++)
    for (const to of out.subarray(0, game.moves.successors(mover, s, out))) {
      const [before, after] = [space.codes[s] & bit, space.codes[to] & bit];
      if (before !== after) changes.add(after === 0 ? 'back' : 'again');
    }
  expect([...changes]).toEqual(['back']);
});
