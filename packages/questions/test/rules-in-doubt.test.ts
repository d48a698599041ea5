import { applyEdits } from '@standoff/language';
import { setPerhaps } from '@standoff/language/edit';
import { parseSituation } from '@standoff/language/parse';
import { printSituation } from '@standoff/language/print';
import { prepare } from '@standoff/situation';
import { expect, test } from 'vitest';
import { ask } from '../src/ask/solve.js';
import { robustness } from '../src/robustness/solve.js';
import { sensitivity } from '../src/sensitivity/solve.js';
import { randomText } from '../../situation/test/random-situation.js';
import { modelOf } from '../../situation/test/situations.js';

/** Situations of which a rule of two is in doubt; the long run takes more. */
const SEEDS = Number(process.env.STANDOFF_MODELS ?? 60);

const RULES = ['A.x and B.x', 'not A.y or C.x'];

test('over rules in doubt each share is that of the plain situations, by their weights', () => {
  let looked = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const text = randomText(seed, { forms: ['prefers', 'ranks', 'weighs', 'factions'] });
    const written = `${text}\nperhaps 70 % never ${RULES[0]}\nperhaps always ${RULES[1]}\n`;
    const plain = [
      [0.35, `never ${RULES[0]}\nalways ${RULES[1]}`],
      [0.35, `never ${RULES[0]}`],
      [0.15, `always ${RULES[1]}`],
      [0.15, ''],
    ] as const;
    const one = (rules: string) => {
      const { model } = parseSituation(`${text}\n${rules}\n`);
      try {
        return prepare(model!, { statusQuoOptional: true });
      } catch {
        return null;
      }
    };
    const whole = one(`perhaps 70 % never ${RULES[0]}\nperhaps always ${RULES[1]}`);
    const parts = plain.map(([, rules]) => one(rules));
    if (whole === null || parts.includes(null)) continue;
    looked++;
    expect(whole.space.size).toBe(parts[0]!.space.size);
    const got = robustness(whole, { limit: 1000 });
    const unfolded = parts.map((part) => robustness(part!, { limit: 1000 }));
    const mixed = (of: (result: typeof got) => number): number =>
      unfolded.reduce((sum, result, k) => sum + plain[k][0] * of(result), 0);
    expect(got.statusQuo.share).toBeCloseTo(
      mixed(({ statusQuo }) => statusQuo.share),
      9,
    );
    got.scenarios.forEach(({ holds, reached }, k) => {
      expect(holds.share).toBeCloseTo(
        mixed(({ scenarios }) => scenarios[k].holds.share),
        9,
      );
      expect(reached.share).toBeCloseTo(
        mixed(({ scenarios }) => scenarios[k].reached.share),
        9,
      );
    });
    for (const { state, holds } of got.equilibria)
      expect(holds.share).toBeCloseTo(
        mixed(
          ({ equilibria }) =>
            equilibria.find((other) => `${other.state.taken}` === `${state.taken}`)?.holds.share ??
            0,
        ),
        9,
      );
    expect(modelOf(written).constraints.filter(({ perhaps }) => perhaps)).toHaveLength(2);
  }
  expect(looked).toBeGreaterThan(SEEDS / 4);
});

const BORDER = `situation "A border"
actor UK { option leave "Leave"  prefers { leave  not EU.checks } }
actor EU { option checks "Check goods"  prefers { checks if UK.leave  not checks } }
scenario hard "A hard border" = EU.checks
perhaps 25 % never EU.checks  @paper:P3
source paper "The paper"
`;

test('whether an option can be used at all is a question, and what hangs on it is told', () => {
  const prepared = prepare(modelOf(BORDER));
  const { open, rules, worlds, scenarios } = robustness(prepared);
  expect(open).toEqual([]);
  expect(rules).toMatchObject([{ rule: 'constraint-1', text: 'never EU.checks', chance: 0.25 }]);
  expect(worlds).toMatchObject({ count: '2', looked: 2, method: 'all' });
  expect(scenarios).toMatchObject([{ holds: { share: 0.75 }, reached: { share: 0.75 } }]);
  const [question] = ask(prepared).questions;
  expect(question).toMatchObject({
    actor: null,
    about: 'rule',
    statements: [{ id: 'constraint-1', text: 'never EU.checks' }],
    answers: [
      { answer: 'yes', probability: 0.25 },
      { answer: 'no', probability: 0.75 },
    ],
  });
  expect(sensitivity(prepared).rules).toMatchObject([
    { rule: 'constraint-1', effect: { begins: ['hard'], opens: ['hard'], closes: [] } },
  ]);
});

test('a rule in doubt comes through a text, and is settled in it', () => {
  const model = modelOf(BORDER);
  const printed = printSituation(model);
  expect(printed).toMatch(/^perhaps 25 % never EU.checks +@paper:P3$/m);
  expect(printSituation(modelOf(printed))).toBe(printed);
  const settled = setPerhaps(BORDER, 'constraint-1', null);
  if (!settled.ok) throw new Error(settled.refusal.message);
  expect(applyEdits(BORDER, settled.edits)).toContain('\nnever EU.checks  @paper');
  const picture = `${BORDER}UK perceives EU { perhaps never checks }`;
  expect(parseSituation(picture).diagnostics.map(({ code }) => code)).toContain('doubt-misplaced');
});

test('variants that no wish tells apart are one end over all worlds, as they are in each', () => {
  const model = modelOf(`situation "S"
    actor A { option hard taken  option pay  prefers { not hard  not pay } }
    actor B { option open  prefers { not open } }
    agreement letter "A side letter" between A, B
    perhaps never A.pay`);
  const { ends } = robustness(prepare(model));
  expect(ends.map(({ state, pull }) => [state.taken, pull])).toEqual([[[], 1]]);
});
