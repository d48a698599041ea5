import { situationOf } from '@standoff/situation';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { oneByOne, resultsIn } from '../src/cut.js';
import type { Asked, Takes } from '../src/question.js';
import { QUESTION_NAMES, questionNamed } from '../src/questions.js';
import { randomText } from '../../situation/test/random-situation.js';
import { modelOf } from '../../situation/test/situations.js';

const CUT = QUESTION_NAMES.filter((name) => questionNamed(name).cut !== null);

const GOAL = { text: 'A.x', condition: { op: 'option', id: 'A.x' } };
/** What makes a question go through more than it usually does. */
const ALSO: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  compare: [
    {
      others: [3, 8].map((seed) => ({
        name: `other ${seed}`,
        model: modelOf(randomText(seed, { forms: ['prefers'] })),
      })),
    },
  ],
  mediate: [
    { goal: GOAL },
    { goal: GOAL, full: true, most: 2 },
    // Not enough for all: some states of the goal use up what they have.
    { goal: GOAL, steps: 1000 },
  ],
  robustness: [{}, { samples: 13, seed: 4 }],
  sensitivity: [{}, { distance: 2, samples: 9, seed: 3 }],
};

const RULES = 'perhaps 70 % never A.x and B.x\nperhaps always not A.y or C.x';

/** Numbers from 0 up to 1, one for each place at which a list is cut, and one for each part's turn. */
const cuts = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat()), {
  maxLength: 6,
});

it.each(CUT)(
  '%s is the same, bit for bit, in whatever parts and order it is gone through',
  async (name) => {
    const cutter = await questionNamed(name).cut!();
    let looked = 0;
    fc.assert(
      fc.property(fc.nat(400), fc.boolean(), cuts, fc.nat(2), (seed, rules, places, which) => {
        const text = randomText(seed, { forms: ['prefers', 'factions'] });
        const model = modelOf(rules ? `${text}\n${RULES}\n` : text);
        const options = (ALSO[name] ?? [{}])[which % (ALSO[name] ?? [{}]).length] as Asked<Takes>;
        const make = (stage: number) => {
          try {
            return cutter(situationOf(model), options, stage);
          } catch {
            return null;
          }
        };
        const first = make(0);
        if (first === null || first.count === 0) return;
        looked++;
        let cut = first;
        let all = make(0)!;
        for (let stage = 0; ; stage++) {
          const { count, merge } = cut;
          const whole = all.solve(0, count);
          const at = [0, ...places.map(([share]) => Math.floor(share * count)), count].sort(
            (a, b) => a - b,
          );
          // Each part by whoever has made the items anew, handed over as text.
          const parts = at.slice(1).map((to, k) => ({
            turn: places[k]?.[1] ?? 0,
            part: structuredClone(make(stage)!.solve(at[k], to)),
          }));
          const merged = parts
            .sort((a, b) => a.turn - b.turn)
            .map(({ part }) => part)
            .reduce((a, b) => merge(a, b));
          const mirrored = parts.map(({ part }) => part).reduceRight((a, b) => merge(a, b));
          expect(merged).toEqual(structuredClone(whole));
          expect(mirrored).toEqual(structuredClone(whole));
          const further: typeof cut | null = cut.further?.(merged) ?? null;
          const then: typeof cut | null = all.further?.(whole) ?? null;
          expect(further?.count).toBe(then?.count);
          if (further === null || then === null) {
            expect(cut.answer(merged)).toEqual(all.answer(whole));
            return;
          }
          cut = further;
          all = then;
        }
      }),
      { numRuns: 25 },
    );
    expect(looked).toBeGreaterThan(5);
  },
);

it('leaves out of the answer what was not gone through', async () => {
  const situation = situationOf(
    modelOf(`
situation "Six orders"
actor A { option x option y option z prefers { in no order { x  y  z } } }
scenario wholly = A.x and A.y and A.z`),
  );
  const cut = (await questionNamed('robustness').cut!())(situation, {});
  const { worlds } = cut.answer(cut.merge(cut.solve(0, 1), cut.solve(2, 4))) as unknown as {
    worlds: { looked: number };
  };
  expect(cut.count).toBe(6);
  expect(worlds.looked).toBe(3);
});

it('results of single items find together as they stand', () => {
  const items = oneByOne(10, (k) => k * k);
  const some = items.merge(items.solve(7, 10), items.merge(items.solve(0, 2), items.solve(2, 4)));
  expect(some).toEqual([
    { from: 0, results: [0, 1, 4, 9] },
    { from: 7, results: [49, 64, 81] },
  ]);
  expect(resultsIn(some).map(({ index }) => index)).toEqual([0, 1, 2, 3, 7, 8, 9]);
});
